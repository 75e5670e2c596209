import { expect, test } from "vitest";
import { processOfferingUsers } from "../../../src/loop/index.ts";
import { createBusySite, SERVERS, tracesOf } from "./busy-site.ts";
import { SCOPE, type UsersSite } from "./users-site.ts";

/** What another process does in one pass. */
function otherPass(site: UsersSite): Promise<unknown> {
  return processOfferingUsers(site.client(), SCOPE, site.handlers()).finish();
}

test.each(SERVERS)(
  "two passes at the same time serve everybody once, wherever the one is when the other begins ($generation, automatic: $isAutomatic)",
  async (server) => {
    const calm = createBusySite(server);
    await otherPass(calm);
    const isOld = server.generation === "2021";
    for (let at = 0; ; at++) {
      const site = createBusySite(server);
      let requests = 0;
      const fetch = async (url: string, init: RequestInit): Promise<Response> => {
        if (requests++ === at) await otherPass(site);
        return site.fake.fetch(url, init);
      };
      const outcomes = await Array.fromAsync(
        processOfferingUsers(site.client({ fetch }), SCOPE, site.handlers()),
      );
      for (const { outcome } of outcomes) expect(["done", "waiting", "skipped"]).toContain(outcome);
      if (!isOld) expect(tracesOf(site), `at ${at}`).toEqual(tracesOf(calm));
      expect([...site.log].sort(), `at ${at}`).toEqual([...calm.log].sort());
      if (requests <= at) break;
    }
  },
);
