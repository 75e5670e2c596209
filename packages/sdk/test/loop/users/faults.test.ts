import { faults, injectFaults } from "@puhuri/testing";
import { expect, test } from "vitest";
import { processOfferingUsers } from "../../../src/loop/index.ts";
import { createBusySite, SERVERS, type Server, tracesOf } from "./busy-site.ts";
import { SCOPE, type UsersSite } from "./users-site.ts";

/** Passes that meet any trouble there is, while users go on with what they have to do. */
async function troubledPasses(site: UsersSite, seed: number): Promise<Readonly<Record<string, number>>> {
  const trouble = injectFaults(
    [
      { fault: faults.answerLost(), chance: 0.08 },
      { fault: faults.requestLost(), chance: 0.05 },
      { fault: faults.serverError(504, { applied: true }), chance: 0.08 },
      { fault: faults.serverError(500), chance: 0.03 },
      { fault: faults.truncatedJson(), chance: 0.05 },
      { fault: faults.emptyBody(), chance: 0.03 },
      { fault: faults.tooManyRequests({ retryAfter: 2 }), chance: 0.05 },
    ],
    { seed, sleep: async () => {} },
  );
  site.intercepts.push(trouble.intercept);
  const puhuri = site.client();
  for (let passes = 0; passes < 3; passes++) {
    // What stops a pass is that what waits cannot be listed.
    await processOfferingUsers(puhuri, SCOPE, site.handlers())
      .finish()
      .catch(() => {});
    site.unlinked.clear();
  }
  trouble.stop();
  await processOfferingUsers(puhuri, SCOPE, site.handlers()).finish();
  return trouble.counts();
}

async function calmTraces(server: Server) {
  const site = createBusySite(server);
  site.unlinked.clear();
  await processOfferingUsers(site.client(), SCOPE, site.handlers()).finish();
  return tracesOf(site);
}

test.each(SERVERS)(
  "whatever goes wrong on the way, users end with what is theirs ($generation, automatic: $isAutomatic)",
  async (server) => {
    const calm = await calmTraces(server);
    const struck = new Set<string>();
    for (let seed = 1; seed <= 25; seed++) {
      const site = createBusySite(server);
      for (const fault of Object.keys(await troubledPasses(site, seed))) struck.add(fault);
      expect(tracesOf(site), `seed ${seed}`).toEqual(calm);
    }
    expect(struck.size).toBe(7);
  },
);
