import { describe, expect, test } from "vitest";
import { type AllocationHandlers, processAllocations } from "../../src/index.ts";
import { badGateway, losing } from "../workflows/faults.ts";
import { tallyOf } from "./cluster.ts";
import { CURRENT_SERVERS, createSite, reportOf, SERVERS, SITE_OFFERING } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

describe.each(SERVERS)("a pass over what waits ($generation, $type)", (server) => {
  const createPair = () =>
    createSite({
      ...server,
      seed: (seed) => {
        for (const name of ["a", "b"])
          seed.allocation({ name, offering: SITE_OFFERING, limits: { cpu: 10 } });
      },
    });

  test("creates new allocations, links them, submits their reports and sets them OK", async () => {
    const site = createPair();
    const run = processAllocations(site.client(), SCOPE, site.handlers());
    const outcomes = await Array.fromAsync(run);
    expect(outcomes).toMatchObject([
      { outcome: "done", kind: "create", resource: { name: "a", state: "OK", backend_id: "hpc-a" } },
      { outcome: "done", kind: "create", resource: { name: "b", state: "OK", backend_id: "hpc-b" } },
    ]);
    for (const name of ["a", "b"]) {
      expect(site.allocation(name)).toMatchObject({
        state: "OK",
        backend_id: `hpc-${name}`,
        report: reportOf(`hpc-${name}`),
      });
      expect(site.cluster.get(`hpc-${name}`)).toMatchObject({ made: 1, limits: { cpu: 10 } });
    }
    expect(run.summary()).toMatchObject({ total: 2, done: 2, failed: 0, failures: [] });
  });

  test("finds nothing to do the second time", async () => {
    const site = createPair();
    await processAllocations(site.client(), SCOPE, site.handlers()).finish();
    site.sent();
    expect(await processAllocations(site.client(), SCOPE, site.handlers()).finish()).toMatchObject({
      total: 0,
    });
    expect(site.sent()).toHaveLength(1);
  });

  test("does not create again what an earlier pass has created", async () => {
    const site = createPair();
    const { exists: _, ...withoutExists } = site.handlers();
    site.allocation("a").backend_id = "hpc-a";
    // Where nobody can look it up, that it is linked says that it exists.
    const [first] = await Array.fromAsync(processAllocations(site.client(), SCOPE, withoutExists));
    expect(first).toMatchObject({ outcome: "done", resource: { name: "a" } });
    expect(first?.steps).not.toContain("create");
  });

  test("finds by the uuid what an earlier pass created and could not link", async () => {
    const site = createPair();
    site.cluster.set("hpc-b", { key: site.allocation("b").uuid, limits: {}, made: 1 });
    const asked: string[] = [];
    const handlers = site.handlers();
    const watching: AllocationHandlers = {
      ...handlers,
      exists: (allocation, key, context) => {
        asked.push(key);
        return handlers.exists(allocation, key, context);
      },
    };
    expect(await processAllocations(site.client(), SCOPE, watching).finish()).toMatchObject({ done: 2 });
    expect(asked).toEqual([site.allocation("a").uuid, site.allocation("b").uuid]);
    expect(site.cluster.get("hpc-b")?.made).toBe(1);
    expect(site.allocation("b")).toMatchObject({ backend_id: "hpc-b", report: reportOf("hpc-b") });
  });

  test("takes true for an answer, then the key itself is the backend id", async () => {
    const site = createPair();
    const { uuid } = site.allocation("a");
    const handlers = { ...site.handlers(), exists: async (_: unknown, key: string) => key === uuid };
    await processAllocations(site.client(), SCOPE, handlers).finish();
    expect(site.allocation("a").backend_id).toBe(uuid);
    expect(site.allocation("b").backend_id).toBe("hpc-b");
  });

  test("creates again under its id what has a backend id and is gone", async () => {
    const site = createPair();
    site.allocation("a").backend_id = "hpc-old";
    const handlers = site.handlers();
    const seen: string[] = [];
    const create: AllocationHandlers["create"] = (allocation, context) => {
      seen.push(allocation.backend_id);
      return allocation.backend_id === ""
        ? handlers.create(allocation, context)
        : { backend_id: allocation.backend_id };
    };
    await processAllocations(site.client(), SCOPE, { ...handlers, create }).finish();
    expect(seen).toEqual(["hpc-old", ""]);
    expect(site.allocation("a")).toMatchObject({ state: "OK", backend_id: "hpc-old" });
  });

  test("asks first, and rejects, leaves or accepts", async () => {
    const site = createSite({
      ...server,
      seed: (seed) => {
        for (const name of ["yes", "no", "later", "because"]) {
          seed.allocation({ name, offering: SITE_OFFERING });
        }
      },
    });
    const handlers: AllocationHandlers = {
      ...site.handlers(),
      decide: async ({ name }) => {
        if (name === "because") return { reject: "Not eligible." };
        return name === "yes" ? "accept" : name === "no" ? "reject" : "wait";
      },
    };
    const run = processAllocations(site.client(), SCOPE, handlers);
    const outcomes = await Array.fromAsync(run);
    expect(outcomes.map(({ outcome, resource }) => `${resource.name} ${outcome}`)).toEqual([
      "yes done",
      "no rejected",
      "later waiting",
      "because rejected",
    ]);
    expect(site.allocation("yes").state).toBe("OK");
    expect(site.allocation("no").state).toBe("Terminated");
    expect(site.allocation("because").state).toBe("Terminated");
    expect(site.allocation("later").state).toBe("Creating");
    expect([...site.cluster.keys()]).toEqual(["hpc-yes"]);
    if (server.generation === "8.x") {
      expect(site.orderOf("because")?.provider_rejection_comment).toBe("Not eligible.");
    }
  });

  test("leaves what a handler is not done with to the next pass", async () => {
    const site = createPair();
    const handlers = site.handlers();
    let jobs = 0;
    const create: AllocationHandlers["create"] = (allocation, context) =>
      ++jobs <= 2 ? "wait" : handlers.create(allocation, context);
    const puhuri = site.client();
    const run = () => processAllocations(puhuri, SCOPE, { ...handlers, create }).finish();
    expect(await run()).toMatchObject({ waiting: 2, done: 0 });
    expect(site.allocation("a").state).toBe("Creating");
    expect(await run()).toMatchObject({ waiting: 0, done: 2 });
  });

  test("marks as erred what a handler could not do, for users to read why, and goes on", async () => {
    const site = createPair();
    const handlers = site.handlers();
    const broken = new Error("No quota left on the cluster.");
    const create: AllocationHandlers["create"] = (allocation, context) => {
      if (allocation.name === "a") throw broken;
      return handlers.create(allocation, context);
    };
    const outcomes = await Array.fromAsync(processAllocations(site.client(), SCOPE, { ...handlers, create }));
    expect(outcomes[1]).toMatchObject({ outcome: "done", resource: { name: "b", state: "OK" } });
    if (server.generation === "2024-10" && server.type === "Marketplace.Basic") {
      // There is no way on that server: it waits for the next pass.
      expect(outcomes[0]).toMatchObject({ outcome: "failed", error: broken });
      expect(outcomes[0]).toHaveProperty("notMarked.code", "unsupported-by-server");
      expect(site.orderOf("a")?.state).toBe("pending-provider");
      return;
    }
    expect(outcomes[0]).toMatchObject({ outcome: "erred", error: broken, resource: { state: "Erred" } });
    expect(site.allocation("a").state).toBe("Erred");
    if (server.type === "Marketplace.Slurm" && server.generation !== "2021") {
      expect(site.orderOf("a")).toMatchObject({ state: "erred", error_message: broken.message });
    }
  });

  test("leaves what the API could not do to the next pass, which goes on from there", async () => {
    const site = createPair();
    site.intercepts.push(
      badGateway(
        server.generation === "2021" ? "resources_submit_report" : "provider_resources_submit_report",
        "before",
        4,
      ),
    );
    const puhuri = site.client();
    // Without `exists` only this process knows what `create` returned.
    const { exists: _, ...handlers } = site.handlers();
    const outcomes = await Array.fromAsync(processAllocations(puhuri, SCOPE, handlers));
    expect(outcomes).toMatchObject([
      { outcome: "deferred", error: { code: "server-error" }, resource: { name: "a", state: "Creating" } },
      { outcome: "done", resource: { name: "b" } },
    ]);
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "hpc-a", report: null });
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
    expect(site.allocation("a")).toMatchObject({ state: "OK", report: reportOf("hpc-a") });
    expect(site.cluster.get("hpc-a")?.made).toBe(1);
  });

  test("leaves an allocation alone when a handler ran into a failure of the API", async () => {
    const site = createPair();
    const operation = server.generation === "2021" ? "resources_team" : "provider_resources_team";
    site.intercepts.push(losing(operation, "before", 99));
    const create: AllocationHandlers["create"] = async (_, { team }) => {
      await team();
      return { backend_id: "never" };
    };
    const summary = await processAllocations(site.client(), SCOPE, { create }).finish();
    expect(summary).toMatchObject({ deferred: 2, erred: 0 });
    expect(site.allocation("a").state).toBe("Creating");
  });

  test("leaves an allocation alone that could not be looked up", async () => {
    const site = createPair();
    const exists = async () => {
      throw new Error("The cluster does not answer.");
    };
    const summary = await processAllocations(site.client(), SCOPE, { ...site.handlers(), exists }).finish();
    expect(summary).toMatchObject({ failed: 2, erred: 0 });
    expect(summary.failures[0]?.error).toMatchObject({ message: "The cluster does not answer." });
    expect(site.allocation("a").state).toBe("Creating");
    expect(site.cluster.size).toBe(0);
  });

  test("says what a handler returned that it should not", async () => {
    const site = createPair();
    const create = async () => JSON.parse('{ "backendId": "hpc" }');
    const summary = await processAllocations(site.client(), SCOPE, { create }).finish();
    expect(summary).toMatchObject({ failed: 2 });
    expect(summary.failures[0]?.error).toMatchObject({
      code: "invalid-argument",
      message: expect.stringContaining("create().backend_id"),
    });
  });

  test("changes nothing in a dry run, and tells what would be done", async () => {
    const site = createPair();
    site.cluster.set("hpc-b", { key: site.allocation("b").uuid, limits: {}, made: 1 });
    const before = JSON.stringify(site.fake.state.resources.all());
    site.sent();
    const outcomes = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, site.handlers(), { dryRun: true }),
    );
    expect(site.sent().filter(({ method }) => method !== "GET")).toEqual([]);
    expect(JSON.stringify(site.fake.state.resources.all())).toBe(before);
    expect(site.cluster.size).toBe(1);
    const approved = server.generation !== "2021" && server.type === "Marketplace.Slurm" ? ["approve"] : [];
    expect(outcomes).toMatchObject([
      { outcome: "done", dryRun: true, steps: [...approved, "create", "set-backend-id", "complete"] },
      { outcome: "done", dryRun: true, steps: [...approved, "set-backend-id", "submit-report", "complete"] },
    ]);
  });

  test("skips what somebody else has dealt with since it was listed", async () => {
    const site = createPair();
    const handlers = site.handlers();
    const other = site.client();
    const create: AllocationHandlers["create"] = async (allocation, context) => {
      await other.resources.setState(site.allocation("b").uuid, "terminated");
      return handlers.create(allocation, context);
    };
    const outcomes = await Array.fromAsync(processAllocations(site.client(), SCOPE, { ...handlers, create }));
    expect(outcomes[0]).toMatchObject({ outcome: "done" });
    expect(outcomes[1]).toMatchObject({ outcome: "skipped" });
    expect(site.cluster.has("hpc-b")).toBe(false);
  });

  test("gives handlers the team, the key and the limits", async () => {
    const site = createPair();
    const seen: unknown[] = [];
    const create: AllocationHandlers["create"] = async (allocation, { team, idempotencyKey, order }) => {
      const members = await team();
      seen.push([allocation.limits, allocation.project_name, members.length > 0, order?.type]);
      expect(idempotencyKey).toBe(allocation.uuid);
      return { backend_id: allocation.name };
    };
    await processAllocations(site.client(), SCOPE, { create }).finish();
    const type = server.generation === "2021" ? undefined : "Create";
    expect(seen).toEqual(Array(2).fill([{ cpu: 10 }, "Sample project", true, type]));
  });

  test("waits for a handler at work when it is stopped, and stores what that has created", async () => {
    const site = createPair();
    const controller = new AbortController();
    const handlers = site.handlers();
    const create: AllocationHandlers["create"] = async (allocation, context) => {
      controller.abort("enough");
      expect(context.signal.aborted).toBe(true);
      return handlers.create(allocation, context);
    };
    const { signal } = controller;
    const run = processAllocations(site.client(), SCOPE, { ...handlers, create }, { signal });
    await expect(run.next()).rejects.toBe("enough");
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "hpc-a" });
    expect(site.allocation("b").backend_id).toBe("");
    site.sent();
    expect(await processAllocations(site.client(), SCOPE, handlers).finish()).toMatchObject({ done: 2 });
    expect([...site.cluster.values()].map(({ made }) => made)).toEqual([1, 1]);
  });

  test("is of all offerings of a provider, too", async () => {
    const site = createPair();
    const [{ organization_uuid } = { organization_uuid: "" }] = site.fake.state.offerings.all();
    const handlers = site.handlers();
    const run = processAllocations(site.client(), { provider_uuid: organization_uuid }, handlers);
    const names = (await Array.fromAsync(run)).map(({ resource }) => resource.name);
    expect(names).toEqual(expect.arrayContaining(["Sample resource", "a", "b"]));
  });
});

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
    site.cluster.set("hpc-a", { key: "k", limits: { cpu: 10 }, made: 1 });
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, site.handlers()));
    expect(outcome).toMatchObject({ outcome: "done", kind: "update", resource: { state: "OK" } });
    expect(site.cluster.get("hpc-a")?.limits).toEqual({ cpu: 99 });
    expect(site.allocation("a")).toMatchObject({ state: "OK", limits: { cpu: 99 } });
    expect(site.orderOf("a")?.state).toBe("done");
  });

  test("ends an allocation that is to end", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {}, made: 1 });
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
    expect(outcome?.steps).not.toContain("terminate");
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

  test("keeps an allocation whose termination failed", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {}, made: 1 });
    const terminate = () => {
      throw new Error("There are jobs running.");
    };
    const [outcome] = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, { ...site.handlers(), terminate }),
    );
    expect(site.allocation("a").state).toBe("OK");
    if (server.type === "Marketplace.Slurm") {
      expect(outcome).toMatchObject({ outcome: "erred", error: { message: "There are jobs running." } });
      expect(site.orderOf("a")).toMatchObject({ state: "erred", error_message: "There are jobs running." });
    } else {
      // Not promised yet, so it may be tried again.
      expect(outcome).toMatchObject({ outcome: "failed" });
      expect(site.orderOf("a")?.state).toBe("pending-provider");
    }
  });

  test("asks about changes and terminations, too", async () => {
    const site = createRunning("Terminate");
    site.cluster.set("hpc-a", { key: "k", limits: {}, made: 1 });
    const decide: AllocationHandlers["decide"] = (_, order) =>
      order?.type === "Terminate" ? { reject: "Not now." } : "accept";
    const handlers = { ...site.handlers(), decide };
    const [outcome] = await Array.fromAsync(processAllocations(site.client(), SCOPE, handlers));
    expect(outcome).toMatchObject({ outcome: "rejected" });
    expect(site.allocation("a").state).toBe("OK");
    expect(site.cluster.size).toBe(1);
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
    expect(sent.length).toBeLessThanOrEqual(11);
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

describe("a pass", () => {
  const site = createSite({ generation: "8.x", type: "Marketplace.Slurm" });
  const handlers = site.handlers();

  test.each([
    ["no scope", () => processAllocations(site.client(), {}, handlers)],
    ["a scope that is no uuid", () => processAllocations(site.client(), { offering_uuid: "x" }, handlers)],
    ["no handlers", () => processAllocations(site.client(), SCOPE, JSON.parse("{}"))],
    [
      "a handler that is none",
      () => processAllocations(site.client(), SCOPE, { ...handlers, ...JSON.parse('{"decide":1}') }),
    ],
    ["a concurrency of none", () => processAllocations(site.client(), SCOPE, handlers, { concurrency: 0 })],
    ["what is no client", () => processAllocations(JSON.parse("{}"), SCOPE, handlers)],
    ["nothing as a client", () => processAllocations(JSON.parse("null"), SCOPE, handlers)],
  ])("refuses %s at once", (_, call) => {
    site.sent();
    expect(call).toThrow(expect.objectContaining({ code: "invalid-argument" }));
    expect(site.sent()).toEqual([]);
  });

  test("throws when it cannot even list what waits", async () => {
    const puhuri = site.client({ token: "0".repeat(40) });
    await expect(processAllocations(puhuri, SCOPE, handlers).finish()).rejects.toMatchObject({
      code: "authentication",
    });
  });
});
