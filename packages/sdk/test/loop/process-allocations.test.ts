import { describe, expect, test } from "vitest";
import { AllocationFailed, type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { settled } from "../bulk/by-hand.ts";
import { losing } from "../workflows/faults.ts";
import { createSite, reportOf, SERVERS, SITE_OFFERING } from "./site.ts";

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
      expect(site.cluster.get(`hpc-${name}`)?.limits).toEqual({ cpu: 10 });
    }
    expect(site.log).toEqual(["made hpc-a", "made hpc-b"]);
    expect(run.summary()).toMatchObject({ total: 2, done: 2, failed: 0, failures: [] });
  });

  test("finds nothing to do the second time", async () => {
    const site = createPair();
    await processAllocations(site.client(), SCOPE, site.handlers()).finish();
    site.sent();
    expect(await processAllocations(site.client(), SCOPE, site.handlers()).finish()).toMatchObject({
      total: 0,
    });
    // What waits, and whether there is such an offering at all.
    expect(site.sent()).toHaveLength(2);
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
    if (server.generation === "8.1") {
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

  test("marks as erred what a handler gives up, for users to read why, and goes on", async () => {
    const site = createPair();
    const handlers = site.handlers();
    const broken = new AllocationFailed("No quota left on the cluster.");
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
    // 8.1 takes what has no backend id for never made, and ends it.
    const isEnded = server.generation === "8.1" && server.type === "Marketplace.Slurm";
    const state = isEnded ? "Terminated" : "Erred";
    expect(outcomes[0]).toMatchObject({ outcome: "erred", error: broken, resource: { state } });
    expect(site.allocation("a").state).toBe(state);
    if (server.type === "Marketplace.Slurm" && server.generation !== "2021") {
      expect(site.orderOf("a")).toMatchObject({ state: "erred", error_message: broken.message });
    }
  });

  test("leaves an allocation alone when a handler ran into a failure of the API", async () => {
    const site = createPair();
    const operation = server.generation === "2021" ? "resources_team_list" : "provider_resources_team_list";
    site.intercepts.push(losing(operation, "before", 99));
    const create: AllocationHandlers["create"] = async (_, { team }) => {
      await team();
      return { backend_id: "never" };
    };
    const summary = await processAllocations(site.client(), SCOPE, { create }).finish();
    expect(summary).toMatchObject({ deferred: 2, erred: 0 });
    expect(site.allocation("a").state).toBe("Creating");
  });

  test("changes nothing at Puhuri when a handler throws, and calls it again in the next pass", async () => {
    const site = createPair();
    const handlers = site.handlers();
    const refused = new Error("connect ECONNREFUSED 10.0.0.7:6817");
    let isDown = true;
    const create: AllocationHandlers["create"] = (allocation, context) => {
      if (isDown) throw refused;
      return handlers.create(allocation, context);
    };
    const puhuri = site.client();
    const run = processAllocations(puhuri, SCOPE, { ...handlers, create });
    expect(await run.finish()).toMatchObject({ failed: 2, erred: 0 });
    expect(run.summary().failures[0]).toMatchObject({ error: refused, failures: 1 });
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "", report: null });
    expect(JSON.stringify([...site.fake.state.orders])).not.toContain("ECONNREFUSED");
    isDown = false;
    expect(await processAllocations(puhuri, SCOPE, { ...handlers, create }).finish()).toMatchObject({
      done: 2,
    });
  });

  test.each([
    '{ "backendId": "hpc" }',
    '{ "backend_id": " " }',
    `{ "backend_id": "${"x".repeat(256)}" }`,
    '{ "backend_id": "hpc", "report": [{ "header": "Login" }] }',
    '{ "backend_id": "hpc", "reports": [{ "header": "Login", "body": "ssh hpc" }] }',
    '"hpc"',
    "null",
  ])("says what a handler returned that it should not: %s", async (returned) => {
    const site = createPair();
    const create = async () => JSON.parse(returned);
    const summary = await processAllocations(site.client(), SCOPE, { create }).finish();
    expect(summary).toMatchObject({ failed: 2 });
    expect(summary.failures[0]?.error).toMatchObject({
      code: "invalid-argument",
      message: expect.stringMatching(
        /^create\(\) must return .* was sent to Puhuri; the next pass calls it again\.$/,
      ),
    });
    expect(site.allocation("a").backend_id).toBe("");
  });

  test.each(["Wait", "waiting", " wait\n"])(
    "does not take %j for the end of a termination",
    async (answer) => {
      const site = createSite({
        ...server,
        seed: (seed) => seed.allocation({ name: "a", offering: SITE_OFFERING, state: "Terminating" }),
      });
      const terminate = async () => answer;
      const run = processAllocations(site.client(), SCOPE, { ...site.handlers(), terminate });
      expect(await run.finish()).toMatchObject({ total: 1, failed: 1 });
      expect(run.summary().failures[0]?.error).toMatchObject({
        code: "invalid-argument",
        message: expect.stringMatching(/^terminate\(\) must return nothing, or exactly "wait"/),
      });
      expect(site.allocation("a").state).toBe("Terminating");
    },
  );

  test("changes nothing in a dry run, and tells what would be done", async () => {
    const site = createPair();
    site.allocation("b").backend_id = "hpc-b";
    const before = JSON.stringify(site.fake.state.resources.all());
    site.sent();
    const outcomes = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, site.handlers(), { dryRun: true }),
    );
    expect(site.sent().filter(({ method }) => method !== "GET")).toEqual([]);
    expect(JSON.stringify(site.fake.state.resources.all())).toBe(before);
    expect(site.cluster.size).toBe(0);
    const approved = server.generation !== "2021" && server.type === "Marketplace.Slurm" ? ["approve"] : [];
    expect(outcomes).toMatchObject([
      { outcome: "done", dryRun: true, steps: [...approved, "create", "set-backend-id", "complete"] },
      { outcome: "done", dryRun: true, steps: [...approved, "create", "complete"] },
    ]);
  });

  test("skips what somebody else has dealt with since it was listed", async () => {
    const site = createPair();
    const handlers = site.handlers();
    const other = site.client();
    const create: AllocationHandlers["create"] = async (allocation, context) => {
      await other.resources.setState(site.allocation("b").uuid, "Terminated");
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

  test("waits for a handler at work when it is stopped, and the next pass finds what that has made", async () => {
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
    expect(site.log).toEqual(["made hpc-a"]);
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "" });
    expect(site.allocation("b").backend_id).toBe("");
    expect(await processAllocations(site.client(), SCOPE, handlers).finish()).toMatchObject({ done: 2 });
    expect(site.log).toEqual(["made hpc-a", "made hpc-b"]);
  });

  test("does not hold against an allocation what a handler throws because it is stopped", async () => {
    const site = createPair();
    const controller = new AbortController();
    const create: AllocationHandlers["create"] = async (_, { signal }) => {
      controller.abort("enough");
      signal.throwIfAborted();
      return { backend_id: "never" };
    };
    const { signal } = controller;
    const run = processAllocations(site.client(), SCOPE, { ...site.handlers(), create }, { signal });
    await expect(run.finish()).rejects.toBe("enough");
    expect(site.allocation("a")).toMatchObject({ state: "Creating", backend_id: "" });
    expect(run.summary()).toMatchObject({ total: 0, unfinished: 1 });
  });

  test.each([1, 2])("works on as many at the same time as `concurrency` says: %i", async (concurrency) => {
    const site = createPair();
    const handlers = site.handlers();
    let atWork = 0;
    let most = 0;
    const create: AllocationHandlers["create"] = async (allocation, context) => {
      most = Math.max(most, ++atWork);
      await settled();
      atWork--;
      return handlers.create(allocation, context);
    };
    const options = concurrency === 1 ? {} : { concurrency };
    const run = processAllocations(site.client(), SCOPE, { ...handlers, create }, options);
    expect(await run.finish()).toMatchObject({ done: 2 });
    expect(most).toBe(concurrency);
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
