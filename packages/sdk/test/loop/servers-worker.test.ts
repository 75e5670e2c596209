import { describe, expect, test } from "vitest";
import { type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import {
  CURRENT_SERVERS,
  createSite,
  reportOf,
  type Server,
  SITE_OFFERING,
  type Site,
  type SiteOptions,
} from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };
const SLURM_2024: Server = { generation: "2024-10", type: "Marketplace.Slurm" };
const SLURM_8: Server = { generation: "8.1", type: "Marketplace.Slurm" };

function createOne(server: Server, options: Pick<SiteOptions, "background"> = {}, names = ["a"]): Site {
  return createSite({
    ...server,
    ...options,
    seed: (seed) => {
      for (const name of names) seed.allocation({ name, offering: SITE_OFFERING, limits: { cpu: 10 } });
    },
  });
}

function createChanged(
  server: Server,
  type: "Update" | "Terminate",
  options: Pick<SiteOptions, "background"> = {},
): Site {
  const site = createSite({
    ...server,
    ...options,
    seed: (seed) => {
      const allocation = seed.allocation({
        name: "a",
        offering: SITE_OFFERING,
        state: "OK",
        backend_id: "hpc-a",
        limits: { cpu: 10 },
      });
      seed.order({
        type,
        allocation,
        state: "pending-provider",
        ...(type === "Update" ? { limits: { cpu: 99 } } : {}),
      });
    },
  });
  site.cluster.set("hpc-a", { key: site.allocation("a").uuid, limits: { cpu: 10 } });
  return site;
}

async function pass(site: Site, handlers: AllocationHandlers = site.handlers()) {
  return Array.fromAsync(processAllocations(site.client(), SCOPE, handlers));
}

/** What the server makes of an order in the moment it is approved. */
function onApproval(site: Site, state: string, columns: object = {}): void {
  site.intercepts.push(async ({ operationId }, next) => {
    const response = await next();
    if (operationId === "orders_approve_by_provider") Object.assign(site.orderOf("a") ?? {}, { state });
    if (operationId !== "orders_get" || site.orderOf("a")?.state !== state) return response;
    return Response.json({ ...(await response.json()), ...columns }, { headers: response.headers });
  });
}

describe("an order that the server does not hand over when it is approved", () => {
  test("waits where it is for a later day, and says from when on", async () => {
    const site = createOne(SLURM_8, { background: "when-told" });
    onApproval(site, "pending-start-date", { start_date: "2026-12-24" });
    expect(await pass(site)).toMatchObject([{ outcome: "waiting", until: "2026-12-24", steps: ["approve"] }]);
    expect(site.log).toEqual([]);
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "" });
  });

  test.each(["Update", "Terminate"] as const)(
    "fails where the server has erred it, and no handler is called: %s",
    async (type) => {
      const site = createChanged(SLURM_2024, type, { background: "when-told" });
      onApproval(site, "erred", { error_message: "Can't switch from state '5'." });
      const [outcome] = await pass(site);
      expect(outcome).toMatchObject({ outcome: "failed", error: { code: "invalid-transition" } });
      expect(outcome).toHaveProperty(
        "error.message",
        expect.stringContaining("Can't switch from state '5'."),
      );
      expect(site.log).toEqual([]);
    },
  );

  test("is left alone where somebody has canceled it", async () => {
    const site = createOne(SLURM_8, { background: "when-told" });
    onApproval(site, "canceled");
    expect(await pass(site)).toMatchObject([{ outcome: "skipped" }]);
    expect(site.log).toEqual([]);
  });
});

describe("a worker of the server that is late", () => {
  test("defers what it would write over, and the next pass goes on", async () => {
    const site = createOne(SLURM_2024, { background: "when-told" });
    const startedAt = site.clock.time;
    expect(await pass(site)).toMatchObject([{ outcome: "deferred", error: { code: "timeout" } }]);
    expect(site.clock.time - startedAt).toBeLessThan(20_000);
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "", report: null });
    site.fake.process();
    expect(await pass(site)).toMatchObject([{ outcome: "done" }]);
    expect(site.allocation("a")).toMatchObject({
      state: "OK",
      backend_id: "hpc-a",
      report: reportOf("hpc-a"),
    });
    expect(site.log).toEqual(["made hpc-a"]);
  });

  test("is waited for no longer than by setState: a day later its task was lost", async () => {
    const site = createOne(SLURM_2024, { background: "when-told" });
    expect(await pass(site)).toMatchObject([{ outcome: "deferred" }]);
    site.clock.time += 25 * 3_600_000;
    expect(await pass(site)).toMatchObject([{ outcome: "done" }]);
    expect(site.allocation("a")).toMatchObject({
      state: "OK",
      backend_id: "hpc-a",
      report: reportOf("hpc-a"),
    });
  });

  test.each(["Update", "Terminate"] as const)("never has an order closed before it: %s", async (type) => {
    const site = createChanged(SLURM_2024, type, { background: "when-told" });
    expect(await pass(site)).toMatchObject([{ outcome: "deferred" }]);
    expect(site.orderOf("a")?.state).toBe("executing");
    expect(await pass(site)).toMatchObject([{ outcome: "deferred" }]);
    site.fake.process();
    expect(await pass(site)).toMatchObject([{ outcome: "done" }]);
    expect(site.allocation("a").state).toBe(type === "Update" ? "OK" : "Terminated");
    expect(site.log).toEqual([type === "Update" ? "changed hpc-a" : "removed hpc-a"]);
  });

  test("does not hold up the others", async () => {
    const names = ["a", "b", "c"];
    const site = createOne({ generation: "8.1", type: "Vendor.Other" }, { background: "when-told" }, names);
    for (const name of names) await site.client().orders.approve(site.orderOf(name)?.uuid ?? "");
    const startedAt = site.clock.time;
    expect((await pass(site)).map(({ outcome }) => outcome)).toEqual(["deferred", "deferred", "deferred"]);
    expect(site.clock.time - startedAt).toBeLessThan(60_000);
  });

  test("does not keep an allocation from being linked that the server itself completes", async () => {
    const site = createOne({ generation: "8.1", type: "Vendor.Other" }, { background: "when-told" });
    await site.client().orders.approve(site.orderOf("a")?.uuid ?? "");
    expect(await pass(site)).toMatchObject([{ outcome: "deferred", error: { code: "timeout" } }]);
    expect(site.allocation("a")).toMatchObject({ backend_id: "hpc-a", report: reportOf("hpc-a") });
  });

  test("has what it has written over written again, where nothing tells whether it has begun", async () => {
    const site = createOne(SLURM_8, { background: "when-told" });
    let writes = 0;
    site.intercepts.push(async ({ operationId }, next) => {
      // It has read the row before the id was written, and saves it whole a moment later.
      if (operationId === "provider_resources_get" && writes === 1) {
        writes++;
        Object.assign(site.allocation("a"), { backend_id: "", report: null });
      }
      const response = await next();
      if (operationId === "provider_resources_submit_report") writes++;
      return response;
    });
    const [outcome] = await pass(site);
    expect(outcome).toMatchObject({ outcome: "done" });
    expect(outcome?.steps.filter((step) => step === "set-backend-id")).toHaveLength(2);
    expect(site.allocation("a")).toMatchObject({
      state: "OK",
      backend_id: "hpc-a",
      report: reportOf("hpc-a"),
    });
  });
});

describe.each(CURRENT_SERVERS)("an answer with less than expected ($generation, $type)", (server) => {
  test.each(["backend_id", "state"])("does not count as an allocation without %s", async (column) => {
    const site = createOne(server);
    site.intercepts.push(async ({ operationId }, next) => {
      const response = await next();
      if (operationId !== "provider_resources_get") return response;
      const { [column]: _, ...row } = await response.json();
      return Response.json(row, { headers: response.headers });
    });
    expect(await pass(site)).toMatchObject([{ outcome: "deferred", error: { code: "unexpected-response" } }]);
    expect(site.log).toEqual([]);
    expect(site.orderOf("a")?.state).toBe("pending-provider");
  });
});
