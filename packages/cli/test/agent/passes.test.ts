import { describe, expect, test } from "vitest";
import { createSite, Exit, OFFERING, type Site } from "./site.ts";

/** One of each kind waits. */
function busySite(): Site {
  const site = createSite({
    seed: (seed) => {
      const limits = { cpu: 10 };
      seed.allocation({ name: "new", offering: OFFERING, limits });
      const running = { offering: OFFERING, limits, state: "OK" } as const;
      const changed = seed.allocation({ ...running, name: "changed", backend_id: "hpc-changed" });
      const ended = seed.allocation({ ...running, name: "ended", backend_id: "hpc-ended" });
      seed.order({ type: "Update", allocation: changed, state: "pending-provider", limits: { cpu: 99 } });
      seed.order({ type: "Terminate", allocation: ended, state: "pending-provider" });
    },
  });
  site.programs["create"] = ({ allocation }) => ({
    backend_id: `hpc-${allocation.name}`,
    report: [{ header: "Login", body: "ssh login.hpc.example" }],
  });
  site.programs["update"] = () => {};
  site.programs["terminate"] = () => {};
  return site;
}

describe("a pass of an agent", () => {
  test("runs the program for each thing that waits, and tells Puhuri", async () => {
    const site = busySite();
    let wanted = {};
    site.programs["update"] = ({ limits }) => {
      wanted = limits;
    };
    site.configure();
    expect(await site.once()).toBe(true);
    expect([...site.ran].sort()).toEqual(["create new", "terminate ended", "update changed"]);
    expect(wanted).toEqual({ cpu: 99 });
    expect(site.allocation("new")).toMatchObject({ state: "OK", backend_id: "hpc-new" });
    expect(site.allocation("new").report).toEqual([{ header: "Login", body: "ssh login.hpc.example" }]);
    expect(site.allocation("changed").state).toBe("OK");
    expect(site.allocation("ended").state).toBe("Terminated");
    const uuid = site.allocation("new").uuid;
    const about = site.lines.filter(({ allocation }) => allocation === uuid).map(({ message }) => message);
    expect(about).toEqual(["program begins", "program ended", "create done"]);
  });

  test("leaves alone work without a program for it", async () => {
    const site = busySite();
    delete site.programs["update"];
    site.configure();
    expect(await site.once()).toBe(true);
    expect(site.allocation("changed").limits).toEqual({ cpu: 10 });
    expect(site.allocation("new").state).toBe("OK");
  });

  test("runs exists first, and creates nothing that exists", async () => {
    const site = busySite();
    site.programs["exists"] = ({ allocation }) => ({ exists: true, backend_id: `old-${allocation.name}` });
    site.configure();
    expect(await site.once()).toBe(true);
    expect(site.ran).not.toContain("create new");
    expect(site.allocation("new")).toMatchObject({ state: "OK", backend_id: "old-new" });
  });

  test("tells the users what a program says with exit code 65", async () => {
    const site = busySite();
    site.programs["create"] = () => new Exit(65, JSON.stringify({ message: "No quota left." }));
    site.configure();
    expect(await site.once()).toBe(true);
    const order = site.fake.state.orders
      .all()
      .find(({ type, resource_uuid }) => type === "Create" && resource_uuid === site.allocation("new").uuid);
    expect(order).toMatchObject({ state: "erred", error_message: "No quota left." });
  });

  test.each([
    ["fails", new Exit(1, "secret of the cluster"), "program-exit"],
    ["prints what is none", { backendId: "hpc-1" }, "program-bad-output"],
  ])("changes nothing at Puhuri when a program %s, and tries again", async (_, printed, code) => {
    const site = busySite();
    const create = site.programs["create"];
    site.programs["create"] = () => printed;
    site.configure();
    expect(await site.once()).toBe(false);
    expect(site.allocation("new")).toMatchObject({ state: "Creating", backend_id: "" });
    expect(JSON.stringify(site.fake.state.orders.all())).not.toContain("secret of the cluster");
    expect(site.lines.find(({ message }) => message === "create failed")).toMatchObject({ code });
    site.programs["create"] = (input) => create?.(input);
    expect(await site.once()).toBe(true);
    expect(site.allocation("new").state).toBe("OK");
  });

  test("runs a program again that asks to be tried later, without calling it a failure", async () => {
    const site = busySite();
    const create = site.programs["create"];
    site.programs["create"] = () => new Exit(75);
    site.configure();
    expect(await site.once()).toBe(true);
    expect(site.allocation("new")).toMatchObject({ state: "Creating", backend_id: "" });
    const { uuid } = site.allocation("new");
    const about = site.lines.filter(({ allocation }) => allocation === uuid).map(({ message }) => message);
    expect(about.slice(-2)).toEqual([expect.stringContaining("exit code 75"), "create waiting"]);
    site.programs["create"] = (input) => create?.(input);
    expect(await site.once()).toBe(true);
    expect(site.allocation("new").state).toBe("OK");
  });

  test("changes nothing in a dry run, and says what it would do", async () => {
    const site = busySite();
    site.configure("dry_run: true");
    expect(await site.once()).toBe(true);
    expect(site.ran).toEqual([]);
    expect(site.fake.requests.every(({ method }) => method === "GET")).toBe(true);
    expect(site.lines.filter(({ dry_run }) => dry_run === true)).toHaveLength(3);
  });
});

describe("an agent that runs on", () => {
  test("goes on after an outage of Puhuri", async () => {
    const site = busySite();
    site.configure();
    const { fetch } = site.fake;
    let isDown = true;
    Object.assign(site.fake, {
      fetch: (url: string, init: RequestInit) =>
        isDown ? Promise.reject(new TypeError("fetch failed")) : fetch(url, init),
    });
    await site.run(3, (pause) => {
      if (pause === 2) isDown = false;
    });
    expect(site.lines.filter(({ message }) => message === "pass failed")).toHaveLength(2);
    expect(site.allocation("new").state).toBe("OK");
  });

  test("waits for the program at work when it is stopped, and begins no other", async () => {
    const site = busySite();
    const calm = { ...site.programs };
    for (const [name, program] of Object.entries(calm)) {
      site.programs[name] = (input) => {
        site.stop();
        return program(input);
      };
    }
    site.configure();
    await site.run(9);
    expect(site.ran).toHaveLength(1);
    expect(site.lines.at(-1)?.["message"]).toBe("agent has stopped");
    Object.assign(site.programs, calm);
    expect(await site.once()).toBe(true);
    expect(site.allocation("new").state).toBe("OK");
  });

  test("follows a changed file, and keeps to the old one if the new one is wrong", async () => {
    const site = busySite();
    site.configure("dry_run: true");
    await site.run(4, (pause) => {
      if (pause === 1) {
        site.configure("dry_runs: true");
        site.reload();
        expect(site.lines.at(-1)).toMatchObject({
          level: "error",
          error: expect.stringMatching(/:5: .*dry_runs/),
        });
      }
      if (pause === 2) {
        site.configure();
        site.reload();
      }
    });
    expect(site.allocation("new").state).toBe("OK");
  });

  test("keeps to the old file if another agent serves an offering of the new one", async () => {
    const site = busySite();
    site.configure("dry_run: true");
    const other = busySite();
    other.configure();
    await other.run(1, async () => {
      await site.run(3, (pause) => {
        if (pause !== 1) return;
        // The locks of the other agent.
        site.configure("dry_run: true", `state_dir: ${other.folder}/agent-state`);
        site.reload();
      });
    });
    expect(site.lines.map(({ message }) => message)).toContain(
      "the new file cannot be used: the agent keeps to the old one",
    );
    expect(site.lines.at(-1)?.["message"]).toBe("agent has stopped");
  });

  test("says which setting names a folder that cannot be written", async () => {
    const site = busySite();
    // A file where the folder should be.
    site.configure("", "state_dir: agent.yaml");
    await expect(site.once()).rejects.toThrow(`state_dir: ${site.file} cannot be written (`);
  });

  test("is one for each offering", async () => {
    const site = busySite();
    site.configure();
    await site.run(1, async () => {
      await expect(site.once()).rejects.toThrow("Another agent serves the offering");
    });
    expect(await site.once()).toBe(true);
  });
});
