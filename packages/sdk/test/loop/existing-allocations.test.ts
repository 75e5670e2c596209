import { describe, expect, test } from "vitest";
import { type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { badGateway } from "../workflows/faults.ts";
import { createSite, reportOf, SERVERS, SITE_OFFERING } from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

describe.each(SERVERS)("what was created before ($generation, $type)", (server) => {
  const createPair = () =>
    createSite({
      ...server,
      seed: (seed) => {
        for (const name of ["a", "b"])
          seed.allocation({ name, offering: SITE_OFFERING, limits: { cpu: 10 } });
      },
    });

  test("does not create again what an earlier pass has created", async () => {
    const site = createPair();
    const { exists: _, ...withoutExists } = site.handlers();
    site.allocation("a").backend_id = "hpc-a";
    // Where nobody can look it up, that it is linked says that it exists.
    const [first] = await Array.fromAsync(processAllocations(site.client(), SCOPE, withoutExists));
    expect(first).toMatchObject({ outcome: "done", resource: { name: "a" } });
    // Linked it is already, and what its report was nobody knows.
    const ours = ["approve", "complete"];
    expect(ours).toEqual(expect.arrayContaining([...(first?.steps ?? [])]));
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

  const setsBackendId =
    server.generation === "2021" ? "resources_set_backend_id" : "provider_resources_set_backend_id";

  test("is not created again by the same client, though it could not be linked and nobody can look it up", async () => {
    const site = createPair();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    const puhuri = site.client();
    // Made anew for each pass, as a loop may well do.
    const handlers = (): AllocationHandlers => {
      const { exists: _, ...rest } = site.handlers();
      return rest;
    };
    expect(await processAllocations(puhuri, SCOPE, handlers()).finish()).toMatchObject({
      deferred: 1,
      done: 1,
    });
    expect(site.allocation("a").backend_id).toBe("");
    expect(await processAllocations(puhuri, SCOPE, handlers()).finish()).toMatchObject({ done: 1 });
    expect(site.cluster.get("hpc-a")?.made).toBe(1);
    expect(site.allocation("a")).toMatchObject({
      state: "OK",
      backend_id: "hpc-a",
      report: reportOf("hpc-a"),
    });
  });

  test("is not told again where Puhuri knows all of it", async () => {
    const site = createPair();
    site.cluster.set("hpc-a", { key: site.allocation("a").uuid, limits: {}, made: 1 });
    // Servers keep texts without the blanks around them.
    const exists: AllocationHandlers["exists"] = (_, key) =>
      key === "hpc-a" && { backend_id: key, report: [{ header: " Login", body: "ssh hpc-a@hpc.example " }] };
    Object.assign(site.allocation("a"), { backend_id: "hpc-a", report: reportOf("hpc-a") });
    const run = processAllocations(site.client(), SCOPE, { ...site.handlers(), exists });
    const [first] = await Array.fromAsync(run);
    expect(first).toMatchObject({ outcome: "done", resource: { name: "a" } });
    expect(first?.steps.filter((step) => step !== "approve")).toEqual(["complete"]);
  });

  test("is not forgotten by a dry run", async () => {
    const site = createPair();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    const puhuri = site.client();
    const { exists: _, ...handlers } = site.handlers();
    await processAllocations(puhuri, SCOPE, handlers).finish();
    await processAllocations(puhuri, SCOPE, handlers, { dryRun: true }).finish();
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
    expect(site.cluster.get("hpc-a")?.made).toBe(1);
  });

  test("is looked up by the id it was created under, where that could not be stored", async () => {
    const site = createPair();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    const puhuri = site.client();
    const asked: string[] = [];
    const handlers: AllocationHandlers = {
      ...site.handlers(),
      exists: (_, key) => {
        asked.push(key);
        return site.cluster.has(key);
      },
    };
    await processAllocations(puhuri, SCOPE, handlers).finish();
    asked.length = 0;
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
    expect(asked).toEqual(["hpc-a"]);
    expect(site.cluster.get("hpc-a")?.made).toBe(1);
    expect(site.allocation("a")).toMatchObject({ backend_id: "hpc-a", report: reportOf("hpc-a") });
  });

  test("is created again if it has gone since, though this client remembers it", async () => {
    const site = createPair();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    const puhuri = site.client();
    const handlers = site.handlers();
    await processAllocations(puhuri, SCOPE, handlers).finish();
    site.cluster.delete("hpc-a");
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
    expect(site.cluster.has("hpc-a")).toBe(true);
  });

  test("goes by the backend id that Puhuri shows, where somebody has linked another account since", async () => {
    const site = createPair();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    const puhuri = site.client();
    const asked: string[] = [];
    const { exists, ...rest } = site.handlers();
    const handlers: AllocationHandlers = {
      ...rest,
      exists: (allocation, key, context) => {
        asked.push(key);
        return exists(allocation, key, context);
      },
    };
    await processAllocations(puhuri, SCOPE, handlers).finish();
    await site.client().resources.setBackendId(site.allocation("a").uuid, "hpc-linked");
    site.cluster.set("hpc-linked", { key: "by hand", limits: {}, made: 1 });
    asked.length = 0;
    expect(await processAllocations(puhuri, SCOPE, handlers).finish()).toMatchObject({ done: 1 });
    expect(asked).toEqual(["hpc-linked"]);
    expect(site.allocation("a")).toMatchObject({
      state: "OK",
      backend_id: "hpc-linked",
      report: reportOf("hpc-linked"),
    });
  });

  test("ends the account that Puhuri shows, where somebody has linked it and completed the creation", async () => {
    const site = createPair();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    const puhuri = site.client();
    await processAllocations(puhuri, SCOPE, site.handlers()).finish();
    const { uuid } = site.allocation("a");
    site.cluster.delete("hpc-a");
    site.cluster.set("hpc-renamed", { key: "by hand", limits: {}, made: 1 });
    const another = site.client();
    await another.resources.setBackendId(uuid, "hpc-renamed");
    await another.resources.setState(uuid, "OK");
    if (server.generation === "2021") Object.assign(site.allocation("a"), { state: "Terminating" });
    else Object.assign(site.orderOf("a") ?? {}, { type: "Terminate", state: "pending-provider" });
    expect(await processAllocations(puhuri, SCOPE, site.handlers()).finish()).toMatchObject({ done: 1 });
    expect(site.allocation("a").state).toBe("Terminated");
    expect([...site.cluster.keys()]).toEqual(["hpc-b"]);
  });

  test("is not remembered once Puhuri knows of it, nor by another client", async () => {
    const site = createPair();
    const puhuri = site.client();
    const { exists: _, ...handlers } = site.handlers();
    await processAllocations(puhuri, SCOPE, handlers).finish();
    const reopen = () => {
      Object.assign(site.allocation("a"), { state: "Creating", backend_id: "" });
      Object.assign(site.orderOf("a") ?? {}, { state: "pending-provider" });
    };
    reopen();
    await processAllocations(puhuri, SCOPE, handlers).finish();
    expect(site.cluster.get("hpc-a")?.made).toBe(2);

    reopen();
    site.intercepts.push(badGateway(setsBackendId, "before", 4));
    await processAllocations(site.client(), SCOPE, handlers).finish();
    expect(site.cluster.get("hpc-a")?.made).toBe(3);
    await processAllocations(site.client(), SCOPE, handlers).finish();
    expect(site.cluster.get("hpc-a")?.made).toBe(4);
  });
});
