import { describe, expect, test } from "vitest";
import { type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import { MortalProcess } from "./mortal-process.ts";
import {
  CURRENT_SERVERS,
  createSite,
  SERVERS,
  type Server,
  SITE_OFFERING,
  type Site,
  type SiteOptions,
  USED,
} from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };

/** Two new allocations, and what the server has of changes: one of the limits, and an end. */
function createBusySite(server: Server, options: Pick<SiteOptions, "background"> = {}): Site {
  const hasOrders = server.generation !== "2021";
  const site = createSite({
    ...server,
    ...options,
    seed: (seed) => {
      for (const name of ["new", "other"]) {
        seed.allocation({ name, offering: SITE_OFFERING, limits: { cpu: 10 } });
      }
      const running = { offering: SITE_OFFERING, limits: { cpu: 10 } };
      const ended = seed.allocation({
        ...running,
        name: "ended",
        state: hasOrders ? "OK" : "Terminating",
        backend_id: "hpc-ended",
      });
      if (!hasOrders) return;
      const changed = seed.allocation({
        ...running,
        name: "changed",
        state: "OK",
        backend_id: "hpc-changed",
      });
      seed.order({ type: "Terminate", allocation: ended, state: "pending-provider" });
      seed.order({ type: "Update", allocation: changed, state: "pending-provider", limits: { cpu: 99 } });
    },
  });
  for (const { name, uuid, backend_id } of allocationsOf(site)) {
    if (backend_id !== "") site.cluster.set(`hpc-${name}`, { key: uuid, limits: { cpu: 10 } });
  }
  return site;
}

function allocationsOf({ fake }: Site) {
  return fake.state.resources.where("offering_uuid", SITE_OFFERING);
}

/** Everything that passes leave, at Puhuri and at the cluster. */
function tracesOf(site: Site) {
  const allocations = allocationsOf(site).map(({ name, state, backend_id, report, limits, uuid }) => {
    const orders = site.fake.state.orders.where("resource_uuid", uuid);
    const ordered = orders.map(({ type, state, error_message }) => ({ type, state, error_message }));
    const used = site.fake.state.componentUsages
      .where("resource_uuid", uuid)
      .map(({ usage }) => Number(usage));
    return { name, state, backend_id, report, limits, orders: ordered, used };
  });
  const cluster = [...site.cluster].map(([id, { limits }]) => ({ id, limits }));
  return {
    allocations: allocations.sort((a, b) => (a.name < b.name ? -1 : 1)),
    cluster: cluster.sort((a, b) => (a.id < b.id ? -1 : 1)),
    log: [...site.log].sort(),
  };
}

/** Makes a pass by a process that may die in it; false if it did. */
async function pass(site: Site, concurrency: number, diesAt?: number): Promise<boolean> {
  const mortal = new MortalProcess(site, diesAt);
  const { create, update, lastUsage, terminate } = site.handlers();
  const handlers: AllocationHandlers = {
    create: (...args) => mortal.call(() => create(...args)),
    update: (...args) => mortal.call(() => update(...args)),
    lastUsage: (...args) => mortal.call(() => lastUsage(...args)),
    terminate: (...args) => mortal.call(() => terminate(...args)),
  };
  const puhuri = site.client({ fetch: mortal.fetch });
  return mortal.run(() => processAllocations(puhuri, SCOPE, handlers, { concurrency }).finish());
}

async function calmTraces(server: Server, options: Pick<SiteOptions, "background"> = {}) {
  const site = createBusySite(server, options);
  await pass(site, 1);
  await pass(site, 1);
  return tracesOf(site);
}

describe.each(SERVERS)("a loop that is killed ($generation, $type)", (server) => {
  test("would leave everything carried out if it were not", async () => {
    const { allocations, log } = await calmTraces(server);
    const isOld = server.generation === "2021";
    expect(log).toEqual([
      ...(isOld ? [] : ["changed hpc-changed"]),
      "made hpc-new",
      "made hpc-other",
      "removed hpc-ended",
    ]);
    expect(allocations.map(({ name, state, limits }) => `${name} ${state} ${limits.cpu}`)).toEqual([
      ...(isOld ? [] : ["changed OK 99"]),
      "ended Terminated 10",
      "new OK 10",
      "other OK 10",
    ]);
    expect(allocations.find(({ name }) => name === "ended")?.used).toEqual([USED]);
    for (const { orders } of allocations)
      for (const { state } of orders) expect(state).toMatch(/^done$|^executing$/);
  });

  test.each([1, 4, 8])(
    "after any request or handler leaves in the end what a calm one leaves, %i at a time",
    async (concurrency) => {
      const calm = await calmTraces(server);
      let deaths = 0;
      for (let at = 0; ; at++) {
        const site = createBusySite(server);
        if (await pass(site, concurrency, at)) break;
        deaths++;
        await pass(site, concurrency);
        expect(tracesOf(site), `killed at ${at}`).toEqual(calm);
      }
      expect(deaths).toBeGreaterThan(15);
    },
  );

  test("at every event, pass after pass, gets there one event at a time", async () => {
    const site = createBusySite(server);
    for (let at = 0; !(await pass(site, 1, at)); at++);
    expect(tracesOf(site)).toEqual(await calmTraces(server));
  });
});

describe.each(CURRENT_SERVERS)("a loop that is killed ($generation, $type)", (server) => {
  test("while the server is slow to carry out what was approved, leaves in the end what a calm one leaves", async () => {
    const options = { background: { afterReads: 3 } } as const;
    const calm = await calmTraces(server, options);
    for (let at = 0; ; at++) {
      const site = createBusySite(server, options);
      if (await pass(site, 1, at)) break;
      for (let passes = 0; passes < 2; passes++) await pass(site, 1);
      expect(tracesOf(site), `killed at ${at}`).toEqual(calm);
    }
  });
});

describe.each(SERVERS)("a loop that loses an answer ($generation, $type)", (server) => {
  test.each(["before", "after"] as const)(
    "to any of its requests, %s the server has acted, leaves in the end what a calm one leaves",
    async (when) => {
      const calm = await calmTraces(server);
      for (let at = 0; ; at++) {
        const site = createBusySite(server);
        let requests = 0;
        site.intercepts.push(async (_, next) => {
          if (requests++ !== at) return next();
          if (when === "after") await next();
          return new Response("<h1>502 Bad Gateway</h1>", { status: 502 });
        });
        const handlers = site.handlers();
        const puhuri = site.client({ retry: false });
        for (let passes = 0; passes < 3; passes++) {
          await processAllocations(puhuri, SCOPE, handlers)
            .finish()
            .catch((error: unknown) => expect(error).toMatchObject({ code: "server-error" }));
        }
        expect(tracesOf(site), `request ${at}`).toEqual(calm);
        if (requests <= at) break;
      }
    },
  );
});
