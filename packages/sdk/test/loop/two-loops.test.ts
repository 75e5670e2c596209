import { describe, expect, test } from "vitest";
import {
  AllocationFailed,
  type AllocationHandlers,
  type AllocationOutcome,
  processAllocations,
} from "../../src/loop/index.ts";
import {
  CURRENT_SERVERS,
  createSite,
  reportOf,
  SERVERS,
  type Server,
  SITE_OFFERING,
  type Site,
} from "./site.ts";

const SCOPE = { offering_uuid: SITE_OFFERING };
const NAMES = ["a", "b"];

function createBusySite(server: Server): Site {
  return createSite({
    ...server,
    seed: (seed) => {
      for (const name of NAMES) seed.allocation({ name, offering: SITE_OFFERING, limits: { cpu: 10 } });
    },
  });
}

/** What another process does in one pass. */
function otherPass(site: Site): Promise<unknown> {
  return processAllocations(site.client(), SCOPE, site.handlers()).finish();
}

/** Runs a pass, and something else just before its n-th request; undefined if it had ended by then. */
async function passWith(
  site: Site,
  at: number,
  meanwhile: () => Promise<unknown>,
): Promise<AllocationOutcome[] | undefined> {
  let requests = 0;
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (requests++ === at) await meanwhile();
    return site.fake.fetch(url, init);
  };
  const outcomes = await Array.fromAsync(processAllocations(site.client({ fetch }), SCOPE, site.handlers()));
  return requests > at ? outcomes : undefined;
}

function expectAllDone(site: Site, hint: string): void {
  expect([...site.log].sort(), hint).toEqual(NAMES.map((name) => `made hpc-${name}`));
  for (const name of NAMES) {
    const id = `hpc-${name}`;
    expect(site.allocation(name), hint).toMatchObject({ state: "OK", backend_id: id, report: reportOf(id) });
  }
}

describe.each(SERVERS)("two loops at the same time ($generation, $type)", (server) => {
  test("create everything once, wherever the one is when the other makes a pass", async () => {
    for (let at = 0; ; at++) {
      const site = createBusySite(server);
      const outcomes = await passWith(site, at, () => otherPass(site));
      if (outcomes === undefined) break;
      const hint = `at request ${at}`;
      expectAllDone(site, hint);
      for (const { outcome } of outcomes) expect(["done", "skipped"], hint).toContain(outcome);
    }
  });

  test("leave alone what the other one has finished, when the slower one then fails", async () => {
    const site = createBusySite(server);
    const tooLate = new AllocationFailed("There is one under this key.");
    const create: AllocationHandlers["create"] = async () => {
      await otherPass(site);
      throw tooLate;
    };
    const [first] = await Array.fromAsync(
      processAllocations(site.client(), SCOPE, { ...site.handlers(), create }),
    );
    expectAllDone(site, "");
    expect(first).toMatchObject({ outcome: "failed", error: tooLate, resource: { name: "a", state: "OK" } });
    expect(first).toHaveProperty("notMarked.code", "invalid-transition");
  });
});

describe.each(CURRENT_SERVERS)("a loop that is behind ($generation, $type)", (server) => {
  test("leaves it to the provider to review what was ordered after the order it carried out", async () => {
    for (let at = 0; ; at++) {
      const site = createBusySite(server);
      const outcomes = await passWith(site, at, async () => {
        await otherPass(site);
        for (const name of NAMES) orderTermination(site, name);
      });
      if (outcomes === undefined) break;
      for (const name of NAMES) {
        // Only a pass that lists it may take it up: one that did not is not the one to decide.
        if (at === 0) continue;
        const found = `${site.allocation(name).state} ${site.orderOf(name)?.type} ${site.orderOf(name)?.state}`;
        expect(found, `${name} at request ${at}`).toBe("OK Terminate pending-provider");
      }
    }
  });
});

function orderTermination(site: Site, name: string): void {
  const order = site.orderOf(name);
  if (order === undefined) throw new Error(`Nobody has ordered ${name}.`);
  const created = new Date(site.clock.time + 1).toISOString();
  site.fake.state.orders.add({
    ...order,
    uuid: name.padStart(32, "e"),
    type: "Terminate",
    state: "pending-provider",
    limits: {},
    attributes: {},
    created,
    modified: created,
  });
}
