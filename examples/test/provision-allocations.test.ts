import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFakePuhuri, type FakePuhuri, type FakePuhuriOptions, type SeedBuilder } from "@puhuri/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RunningExample } from "./running-example.ts";

const OFFERING = "e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1e1";
const NAMES = ["first", "second", "third"];

describe.each(["2021", "current"] as const)("provision-allocations on a server of %s", (dialect) => {
  let folder: string;
  let fake: FakePuhuri;
  let processes: RunningExample[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "provision-"));
    processes = [];
  });
  afterEach(async () => {
    for (const daemon of processes) daemon.kill("SIGKILL");
    await Promise.all(processes.map(({ ended }) => ended));
    await fake.close();
    await rm(folder, { recursive: true });
  });

  async function serve(
    intercept?: FakePuhuriOptions["intercept"],
    more?: (seed: SeedBuilder) => void,
  ): Promise<() => RunningExample> {
    fake = createFakePuhuri({
      dialect,
      ...(intercept === undefined ? {} : { intercept }),
      seed: (seed) => {
        seed.guide();
        seed.offering({ uuid: OFFERING, name: "site", type: "Marketplace.Slurm" });
        for (const name of NAMES) seed.allocation({ name, offering: OFFERING, limits: { cpu: 10 } });
        more?.(seed);
      },
    });
    const { url } = await fake.listen();
    const args = ["--offering", OFFERING, "--cluster", join(folder, "cluster.jsonl"), "--interval-ms", "1"];
    return () => {
      const daemon = new RunningExample("provision-allocations", args, { url, token: fake.tokenOf("owner") });
      processes.push(daemon);
      return daemon;
    };
  }

  /** What was done on the cluster, one line each. */
  async function done(): Promise<string[]> {
    const lines = (await readFile(join(folder, "cluster.jsonl"), "utf8")).trim().split("\n");
    return lines.map((line) => JSON.parse(line)).map(({ did, account }) => `${did} ${account.key}`);
  }

  function expectAllCreatedOnce(lines: readonly string[]): void {
    const allocations = NAMES.map((name) => fake.state.resourceNamed(name));
    expect(lines.toSorted()).toEqual(allocations.map((it) => `create ${it?.uuid}`).toSorted());
    for (const allocation of allocations) {
      const id = `hpc-${allocation?.uuid.slice(0, 8)}`;
      const report = [{ header: "Login", body: `ssh ${id}@login.hpc.example` }];
      expect(allocation).toMatchObject({ state: "OK", backend_id: id, report });
    }
  }

  it.each(["SIGTERM", "SIGINT"] as const)("creates what waits, and ends cleanly by %s", async (signal) => {
    const daemon = (await serve())();
    await daemon.prints(/^pass: 3 of 3 done$/m);
    daemon.kill(signal);
    const { code, stdout, stderr } = await daemon.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^first: create done \(.*create, set-backend-id, submit-report, complete\)$/m);
    expect(stdout).toMatch(/^Stopped\.$/m);
    expectAllCreatedOnce(await done());
  });

  it("reports what an allocation has used for the last time, before it ends it", async () => {
    const ended = { state: "Terminating", backend_id: "hpc-old" } as const;
    const start = await serve(undefined, (seed) =>
      seed.allocation({ name: "ending", offering: OFFERING, ...ended }),
    );
    const account = { id: "hpc-old", key: "old", limits: {}, used: { cpu: 12, gpu: 3 } };
    await writeFile(join(folder, "cluster.jsonl"), `${JSON.stringify({ did: "create", account })}\n`);
    const ending = fake.state.resourceNamed("ending");
    const daemon = start();
    await daemon.prints(/^ending: terminate done/m);
    expect(ending?.state).toBe("Terminated");
    const usages = fake.state.componentUsages.where("resource_uuid", ending?.uuid ?? "");
    expect(usages.map(({ component_type, usage }) => `${component_type} ${usage}`).sort()).toEqual([
      "cpu 12.00",
      "gpu 3.00",
    ]);
    expect(await readFile(join(folder, "cluster.jsonl"), "utf8")).toContain('{"did":"end","id":"hpc-old"}');
  });

  it.each(["before", "after"] as const)(
    "is killed when it has created something, %s that is linked, and creates everything once",
    async (when) => {
      let victim: RunningExample | undefined;
      const start = await serve(async ({ operationId }, next) => {
        if (victim === undefined || !operationId?.endsWith("_set_backend_id")) return next();
        const killed = victim;
        victim = undefined;
        if (when === "after") await next();
        killed.kill("SIGKILL");
        await killed.ended;
        return new Response(null, { status: 502 });
      });
      victim = start();
      expect(await victim.ended).toMatchObject({ signal: "SIGKILL" });
      expect(await done()).toHaveLength(1);

      const daemon = start();
      await daemon.prints(/^pass: 3 of 3 done$/m);
      daemon.kill("SIGTERM");
      expect(await daemon.ended).toMatchObject({ code: 0 });
      expectAllCreatedOnce(await done());
    },
  );
});
