import { describe, expect, test } from "vitest";
import { type AllocationHandlers, processAllocations } from "../../src/loop/index.ts";
import {
  CURRENT_SERVERS,
  createSite,
  reportOf,
  SERVERS,
  type Server,
  SITE_OFFERING,
  type Site,
  type SiteOptions,
} from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };
const NAMES = ["new", "other"];

function createBusySite(server: Server, options: Pick<SiteOptions, "background"> = {}): Site {
  return createSite({
    ...server,
    ...options,
    seed: (seed) => {
      for (const name of NAMES) seed.allocation({ name, offering: SITE_OFFERING, limits: { cpu: 10 } });
    },
  });
}

/** Where a process dies: at its n-th request, before or after the server has acted, or inside of a handler. */
interface Death {
  readonly at: number;
  readonly when: "before" | "after";
}

/**
 * Runs a pass in a process that dies: nothing it has begun ever goes on, and no handler is called any more.
 *
 * @returns Whether it lived to see the end.
 */
async function runUntilDeath(site: Site, death: Death): Promise<boolean> {
  let requests = 0;
  let die = () => {};
  const died = new Promise<"died">((resolve) => {
    die = () => resolve("died");
  });
  let isDead = false;
  const never = () => new Promise<Response>(() => {});
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (isDead) return never();
    if (requests++ !== death.at) return site.fake.fetch(url, init);
    isDead = true;
    if (death.when === "after") await site.fake.fetch(url, init);
    die();
    return never();
  };
  const handlers = site.handlers();
  const alive = <T>(call: () => T): T => {
    if (isDead) throw new Error("A dead process has called a handler.");
    return call();
  };
  const watched: AllocationHandlers = {
    exists: (...args) => alive(() => handlers.exists(...args)),
    create: (...args) => alive(() => handlers.create(...args)),
    update: (...args) => alive(() => handlers.update(...args)),
    terminate: (...args) => alive(() => handlers.terminate(...args)),
  };
  const pass = processAllocations(site.client({ fetch }), SCOPE, watched).finish();
  return (await Promise.race([pass.then(() => "ended" as const), died])) === "ended";
}

/** What must hold in the end, wherever it died. */
function expectAllDone(site: Site): void {
  expect([...site.cluster].map(([id, { made }]) => `${id} ${made}`).sort()).toEqual(
    NAMES.map((name) => `hpc-${name} 1`),
  );
  for (const name of NAMES) {
    const id = `hpc-${name}`;
    expect(site.allocation(name)).toMatchObject({ state: "OK", backend_id: id, report: reportOf(id) });
  }
  // A 2021 server keeps its orders to itself.
  if (site.generation === "2021") return;
  for (const name of NAMES) expect(site.orderOf(name)?.state).toBe("done");
}

describe.each(SERVERS)("a loop that is killed ($generation, $type)", (server) => {
  test.each(["before", "after"] as const)(
    "at any of its requests, %s the server has acted, creates everything once all the same",
    async (when) => {
      let deaths = 0;
      for (let at = 0; ; at++) {
        const site = createBusySite(server);
        if (await runUntilDeath(site, { at, when })) break;
        deaths++;
        const summary = await processAllocations(site.client(), SCOPE, site.handlers()).finish();
        expect(summary, `killed at request ${at}`).toMatchObject({ deferred: 0, failed: 0, erred: 0 });
        expectAllDone(site);
      }
      expect(deaths).toBeGreaterThan(10);
    },
  );

  test("at every request it sends, pass after pass, gets there one request at a time", async () => {
    const site = createBusySite(server);
    // Each process gets one request further than the one before it, until one of them is through.
    for (let at = 0; !(await runUntilDeath(site, { at, when: "after" })); at++);
    expectAllDone(site);
  });

  test("inside of a handler that has just created something, finds that again", async () => {
    const site = createBusySite(server);
    const handlers = site.handlers();
    let created = () => {};
    const hasCreated = new Promise<void>((resolve) => {
      created = resolve;
    });
    const create: AllocationHandlers["create"] = async (allocation, context) => {
      await handlers.create(allocation, context);
      created();
      return new Promise<never>(() => {});
    };
    void processAllocations(site.client(), SCOPE, { ...handlers, create }).next();
    await hasCreated;
    await processAllocations(site.client(), SCOPE, site.handlers()).finish();
    expectAllDone(site);
  });

  test("and can look nothing up, has its work found by whoever can tell keys apart", async () => {
    for (const when of ["before", "after"] as const) {
      for (let at = 0; ; at++) {
        const site = createBusySite(server);
        // Creating twice under one key makes one: the provider's side of the bargain.
        const once = (): AllocationHandlers => ({
          create: async ({ name }, { idempotencyKey: key }) => {
            const id = `hpc-${name}`;
            site.cluster.set(id, { key, limits: {}, made: 1 });
            return { backend_id: id, report: reportOf(id) };
          },
        });
        const whole = site.handlers;
        site.handlers = () => ({ ...whole(), ...once(), exists: async () => undefined });
        const isThrough = await runUntilDeath(site, { at, when });
        await processAllocations(site.client(), SCOPE, once()).finish();
        for (const name of NAMES) {
          expect(site.allocation(name)).toMatchObject({ state: "OK", backend_id: `hpc-${name}` });
        }
        expect(site.cluster.size).toBe(2);
        if (isThrough) break;
      }
    }
  });
});

describe.each(CURRENT_SERVERS)("a loop that is killed ($generation, $type)", (server) => {
  test("while the server is slow to carry out what was approved, creates everything once", async () => {
    for (let at = 0; ; at++) {
      const site = createBusySite(server, { background: { afterReads: 3 } });
      if (await runUntilDeath(site, { at, when: "after" })) break;
      for (let passes = 0; passes < 2; passes++) {
        await processAllocations(site.client(), SCOPE, site.handlers()).finish();
      }
      expectAllDone(site);
    }
  });
});

describe.each(CURRENT_SERVERS)("a loop that is killed ($generation, $type)", (server) => {
  test.each(["before", "after"] as const)(
    "on its way with a change and a termination, %s the server has acted, carries out both",
    async (when) => {
      for (let at = 0; ; at++) {
        const site = createSite({
          ...server,
          seed: (seed) => {
            for (const [name, type] of [
              ["changed", "Update"],
              ["ended", "Terminate"],
            ] as const) {
              const backend_id = `hpc-${name}`;
              const allocation = seed.allocation({ name, offering: SITE_OFFERING, state: "OK", backend_id });
              const limits = type === "Update" ? { limits: { cpu: 99 } } : {};
              seed.order({ type, allocation, state: "pending-provider", ...limits });
            }
          },
        });
        for (const name of ["changed", "ended"]) {
          site.cluster.set(`hpc-${name}`, { key: site.allocation(name).uuid, limits: {}, made: 1 });
        }
        const isThrough = await runUntilDeath(site, { at, when });
        await processAllocations(site.client(), SCOPE, site.handlers()).finish();
        expect([...site.cluster], `killed at request ${at}`).toMatchObject([
          ["hpc-changed", { limits: { cpu: 99 } }],
        ]);
        expect(site.allocation("changed")).toMatchObject({ state: "OK", limits: { cpu: 99 } });
        expect(site.allocation("ended").state).toBe("Terminated");
        if (isThrough) break;
      }
    },
  );
});

describe.each(SERVERS)("a loop that loses an answer ($generation, $type)", (server) => {
  test.each(["before", "after"] as const)(
    "to any of its requests, %s the server has acted, creates everything once",
    async (when) => {
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
        expectAllDone(site);
        if (requests <= at) break;
      }
    },
  );
});
