import { describe, expect, test } from "vitest";
import { AllocationFailed, type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { settled } from "../bulk/by-hand.ts";
import { tallyOf } from "../bulk/cluster.ts";
import { CURRENT_SERVERS, createSite, SITE_OFFERING } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

describe.each(CURRENT_SERVERS)("a pass over orders ($generation, $type)", (server) => {
  const createRunning = (order: "Update" | "Terminate") =>
    createSite({
      ...server,
      seed: (seed) => {
        const allocation = seed.allocation({
          name: "a",
          offering: SITE_OFFERING,
          state: "OK",
          backend_id: "hpc-a",
          limits: { cpu: 10 },
        });
        const limits = order === "Update" ? { limits: { cpu: 99 } } : {};
        seed.order({ type: order, allocation, state: "pending-provider", ...limits });
      },
    });

  test("gives an allocation the limits that were ordered", async () => {
    const site = createRunning("Update");
    site.cluster.set("hpc-a", { key: "k", limits: { cpu: 10 } });
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", kind: "update", resource: { state: "OK" } });
    expect(site.cluster.get("hpc-a")?.limits).toEqual({ cpu: 99 });
    expect(site.allocation("a")).toMatchObject({ state: "OK", limits: { cpu: 99 } });
    expect(site.orderOf("a")?.state).toBe("done");
  });

  test("ends an allocation that is to end", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {} });
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", kind: "terminate", resource: { state: "Terminated" } });
    expect(outcome?.steps).toContain("terminate");
    expect(site.cluster.size).toBe(0);
    expect(site.allocation("a").state).toBe("Terminated");
  });

  test("ends at Puhuri what is gone at the cluster already", async () => {
    const site = createRunning("Terminate");
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", resource: { state: "Terminated" } });
    expect(site.log).toEqual([]);
  });

  test.each(["Update", "Terminate"] as const)(
    "leaves an order to %s alone for which there is no handler",
    async (type) => {
      const site = createRunning(type);
      const { create } = site.handlers();
      site.sent();
      const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, { create }));
      expect(outcome).toMatchObject({ outcome: "skipped", reason: expect.stringContaining("no handler") });
      expect(site.orderOf("a")?.state).toBe("pending-provider");
      expect(site.sent().filter(({ method }) => method !== "GET")).toEqual([]);
    },
  );

  test("keeps an allocation whose termination a handler gives up", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {} });
    const terminate = () => {
      throw new AllocationFailed("There are jobs running.");
    };
    const [outcome] = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, { ...site.handlers(), terminate }),
    );
    expect(site.allocation("a").state).toBe("OK");
    if (server.type === "Marketplace.Slurm") {
      expect(outcome).toMatchObject({ outcome: "erred", error: { message: "There are jobs running." } });
      expect(site.orderOf("a")).toMatchObject({ state: "erred", error_message: "There are jobs running." });
    } else {
      // Not promised yet, so it is refused.
      expect(outcome).toMatchObject({ outcome: "rejected", steps: ["report-usage", "reject"] });
      expect(site.orderOf("a")?.state).toBe("rejected");
    }
  });

  test("asks about changes and terminations, too", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {} });
    const decide: AllocationHandlers["decide"] = (_, order) =>
      order?.type === "Terminate" ? { reject: "Not now." } : "accept";
    const handlers = { ...site.handlers(), decide };
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, handlers));
    expect(outcome).toMatchObject({ outcome: "rejected" });
    expect(site.allocation("a").state).toBe("OK");
    expect(site.cluster.size).toBe(1);
  });

  test("asks about nothing that was agreed to before", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {} });
    Object.assign(site.orderOf("a") ?? {}, { state: "executing" });
    site.allocation("a").state = "Terminating";
    const decide = () => "reject" as const;
    const [outcome] = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, { ...site.handlers(), decide }),
    );
    expect(outcome).toMatchObject({ outcome: "done", resource: { state: "Terminated" } });
    expect(outcome?.steps).toEqual(["report-usage", "terminate", "complete"]);
  });

  test("agrees to a change of plan last, for the server carries that out at once; limits stay as they are", async () => {
    const site = createRunning("Update");
    site.cluster.set("hpc-a", { key: "k", limits: {} });
    Object.assign(site.orderOf("a") ?? {}, { attributes: {}, limits: {} });
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", kind: "update", steps: ["update", "complete"] });
    expect(site.cluster.get("hpc-a")?.limits).toEqual({ cpu: 10 });
    expect(site.orderOf("a")?.state).toBe("done");
  });

  test("ends by its key what was made and never linked", async () => {
    const site = createRunning("Terminate");
    const { uuid } = site.allocation("a");
    site.allocation("a").backend_id = "";
    site.cluster.set("hpc-a", { key: uuid, limits: {} });
    expect(await processAllocations(site.client(), SCOPE, site.handlers()).finish()).toMatchObject({
      done: 1,
    });
    expect(site.allocation("a").state).toBe("Terminated");
    expect(site.log).toEqual(["removed hpc-a"]);
  });

  test.each(["Update", "Terminate"] as const)(
    "leaves an order to %s to the next pass that is not done",
    async (type) => {
      const site = createRunning(type);
      site.cluster.set("hpc-a", { key: "k", limits: {} });
      const handlers = site.handlers();
      const wait = async () => "wait";
      const puhuri = site.client();
      const waiting = { ...handlers, update: wait, terminate: wait };
      expect(await processAllocations(puhuri, SCOPE, waiting).finish()).toMatchObject({ waiting: 1 });
      expect(["pending-provider", "executing"]).toContain(site.orderOf("a")?.state);
      expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
      expect(site.orderOf("a")?.state).toBe("done");
    },
  );

  test("never asks handlers about two orders of one allocation at the same time", async () => {
    const site = createRunning("Update");
    site.cluster.set("hpc-a", { key: "k", limits: {} });
    const { orders } = site.fake.state;
    const [first] = orders.where("resource_uuid", site.allocation("a").uuid).slice(-1);
    if (first === undefined) throw new Error("The seed lost its order.");
    orders.add({ ...first, uuid: "f".repeat(32), limits: { cpu: 100 } });
    const handlers = site.handlers();
    let atWork = 0;
    let most = 0;
    const update: AllocationHandlers["update"] = async (...args) => {
      most = Math.max(most, ++atWork);
      await settled();
      atWork--;
      return handlers.update(...args);
    };
    const run = processAllocations(site.client(), SCOPE, { ...handlers, update }, { concurrency: 2 });
    const outcomes = await Array.fromAsync(run);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["update", "update"]);
    expect(most).toBe(1);
  });

  test("has in the next pass what slips through when others leave the list while it is read, and as many come", async () => {
    const names = Array.from({ length: 150 }, (_, i) => `n${i}`);
    const site = createSite({
      ...server,
      seed: (seed) => {
        for (const name of names) seed.allocation({ name, offering: SITE_OFFERING });
      },
    });
    let pages = 0;
    site.intercepts.push(async ({ operationId }, next) => {
      if (operationId === "orders_list" && ++pages === 2) {
        // Dealt with by somebody else, and as many are ordered anew: rows move across the border of the pages, and no
        // count tells.
        for (const [i, name] of names.slice(0, 10).entries()) {
          const order = site.orderOf(name);
          if (order === undefined) throw new Error(`Nobody has ordered ${name}.`);
          const created = new Date(site.clock.time + i).toISOString();
          site.fake.state.orders.add({ ...order, uuid: `${i}`.padStart(32, "f"), created });
          order.state = "done";
        }
      }
      return next();
    });
    const pass = async (): Promise<string[]> => {
      const run = processAllocations(site.client(), SCOPE, site.handlers(), { dryRun: true });
      return (await Array.fromAsync(run)).map(({ resource }) => resource.name);
    };
    const first = await pass();
    expect(names.slice(10).filter((name) => !first.includes(name))).toHaveLength(10);
    expect(await pass()).toEqual(expect.arrayContaining(names.slice(10)));
  });

  test("takes up what somebody has approved, and the server has not finished", async () => {
    const site = createSite({
      ...server,
      background: { afterReads: 6 },
      seed: (seed) => {
        seed.allocation({ name: "a", offering: SITE_OFFERING });
      },
    });
    await site.client().orders.approve(site.orderOf("a")?.uuid ?? "");
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", resource: { state: "OK", backend_id: "hpc-a" } });
    expect(outcome?.steps).toEqual(["create", "set-backend-id", "submit-report", "complete"]);
  });

  test("asks only for what it needs", async () => {
    const site = createSite({
      ...server,
      seed: (seed) => {
        seed.allocation({ name: "a", offering: SITE_OFFERING });
      },
    });
    site.sent();
    await processAllocations(site.client(), SCOPE, site.handlers()).finish();
    const sent = site.sent();
    // On Slurm of 2024-10 the allocation is confirmed, too.
    expect(sent.length).toBeLessThanOrEqual(12);
    for (const { method, path, query } of sent) {
      if (method === "GET") expect(query.field, path).toBeDefined();
    }
    expect(tallyOf(sent)).toMatchObject({
      orders_approve_by_provider: 1,
      provider_resources_set_backend_id: 1,
      provider_resources_submit_report: 1,
    });
  });
});
