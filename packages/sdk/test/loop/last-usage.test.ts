import { describe, expect, test } from "vitest";
import {
  type AllocationHandlers,
  type ProcessAllocationsOptions,
  processAllocations,
} from "../../src/loop/index.ts";
import { createSite, SERVERS, type Server, SITE_OFFERING, type Site, USED } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

/** An allocation that is to end. */
function createEnding(
  server: Server,
  columns: { readonly backend_id?: string; readonly plan?: null } = {},
): Site {
  const hasOrders = server.generation !== "2021";
  const site = createSite({
    ...server,
    seed: (seed) => {
      const allocation = seed.allocation({
        name: "a",
        offering: SITE_OFFERING,
        state: hasOrders ? "OK" : "Terminating",
        backend_id: "hpc-a",
        ...columns,
        ...(columns.plan === null ? { plan_period: null } : {}),
      });
      if (hasOrders) seed.order({ type: "Terminate", allocation, state: "pending-provider" });
    },
  });
  site.cluster.set("hpc-a", { key: site.allocation("a").uuid, limits: {} });
  return site;
}

async function pass(
  site: Site,
  handlers: Partial<AllocationHandlers> = {},
  options: ProcessAllocationsOptions = {},
) {
  const all = { ...site.handlers(), ...handlers };
  const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, all, options));
  return outcome;
}

function usedBy(site: Site): number[] {
  const { uuid } = site.allocation("a");
  return site.fake.state.componentUsages.where("resource_uuid", uuid).map(({ usage }) => Number(usage));
}

describe.each(SERVERS)("the last usage of an allocation ($generation, $type)", (server) => {
  test("is reported before it is removed", async () => {
    const site = createEnding(server);
    expect(await pass(site)).toMatchObject({ outcome: "done", resource: { state: "Terminated" } });
    expect(usedBy(site)).toEqual([USED]);
    expect(site.log).toEqual(["removed hpc-a"]);
  });

  test("stays what was reported when it was removed by a pass that got no further", async () => {
    const site = createEnding(server);
    const { terminate } = site.handlers();
    const dies: AllocationHandlers["terminate"] = async (...args) => {
      await terminate(...args);
      throw new Error("The machine went down.");
    };
    expect(await pass(site, { terminate: dies })).toMatchObject({ outcome: "failed" });
    expect(await pass(site)).toMatchObject({ outcome: "done" });
    expect(usedBy(site)).toEqual([USED]);
  });

  test("is not asked for where nothing was linked", async () => {
    const site = createEnding(server, { backend_id: "" });
    expect((await pass(site))?.steps).not.toContain("report-usage");
    expect(site.allocation("a").state).toBe("Terminated");
  });

  test("does not keep an allocation from ending whose usage the server does not take", async () => {
    const site = createEnding(server, { plan: null });
    const outcome = await pass(site);
    expect(outcome).toMatchObject({ outcome: "done", resource: { state: "Terminated" } });
    expect(outcome?.steps).not.toContain("report-usage");
    expect(usedBy(site)).toEqual([]);
  });

  test("is waited for: nothing ends before it is reported", async () => {
    const site = createEnding(server);
    expect(await pass(site, { lastUsage: () => "wait" })).toMatchObject({ outcome: "waiting" });
    const failing = [
      () => ({ amounts: { mistyped: 1 } }),
      () => JSON.parse('{ "cpu": 7 }'),
      () => JSON.parse('"waiting"'),
      () => Promise.reject(new Error("sacct is down.")),
      () => ({ amounts: { cpu: 7 }, measuredAt: new Date("2026-10-31T12:00:00Z") }),
      () => JSON.parse("null"),
      () => ({ amounts: { cpu: 7 }, ...{ dryRun: true } }),
    ];
    for (const lastUsage of failing) {
      expect(await pass(site, { lastUsage })).toMatchObject({ outcome: "failed" });
    }
    expect(site.cluster.size).toBe(1);
    expect(site.allocation("a").state).not.toBe("Terminated");
    expect(usedBy(site)).toEqual([]);
  });

  test.each(["waiting", null, 7])("that is no usage says what it may be: %j", async (answer) => {
    const outcome = await pass(createEnding(server), { lastUsage: () => JSON.parse(JSON.stringify(answer)) });
    const message = expect.stringContaining(
      'lastUsage() must return an object with amounts, "wait", or nothing.',
    );
    expect(outcome).toMatchObject({ outcome: "failed", error: { code: "invalid-argument", message } });
  });

  test("is of the month in which it was begun to be measured", async () => {
    const site = createEnding(server);
    const lastUsage = () => {
      site.clock.time = Date.parse("2026-12-01T12:00:00Z");
      return { amounts: { cpu: USED }, measuredAt: undefined };
    };
    const error = { code: "usage-report", reason: "month-changed" };
    expect(await pass(site, { lastUsage })).toMatchObject({ outcome: "failed", error });
    expect(usedBy(site)).toEqual([]);
  });

  test("is nothing where there is nothing to be measured any more", async () => {
    const site = createEnding(server);
    expect(await pass(site, { lastUsage: () => undefined })).toMatchObject({ outcome: "done" });
    expect(usedBy(site)).toEqual([]);
  });

  test("is measured by a handler of an object, as that is", async () => {
    const site = createEnding(server);
    class Handlers {
      readonly create = site.handlers().create;
      readonly terminate = site.handlers().terminate;
      readonly #used = USED;
      lastUsage() {
        return { amounts: { cpu: this.#used } };
      }
    }
    const run = processAllocations(site.client(), SCOPE, new Handlers());
    expect(await run.finish()).toMatchObject({ done: 1 });
    expect(usedBy(site)).toEqual([USED]);
  });

  test("is not measured in a dry run", async () => {
    const site = createEnding(server);
    const lastUsage = () => {
      throw new Error("It was measured.");
    };
    const outcome = await pass(site, { lastUsage }, { dryRun: true });
    expect(outcome).toMatchObject({ outcome: "done" });
    expect(outcome?.steps).toContain("report-usage");
  });
});
