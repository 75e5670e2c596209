import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { CURRENT } from "../workflows/world.ts";
import { createCluster, nextReport, storedTotals, tallyOf } from "./cluster.ts";

const ALLOCATIONS = 5000;

describe("the daily report of 5,000 allocations of one offering, of which a tenth has changed", () => {
  const stored = storedTotals(ALLOCATIONS);
  const cluster = createCluster({ generation: "8.1", stored });
  const items = nextReport(cluster, stored);

  test("takes at most 720 requests", async () => {
    cluster.sent();
    const summary = await reportUsageMany(cluster.client(), items).finish();
    const sent = cluster.sent();

    expect(summary).toMatchObject({ total: ALLOCATIONS, changed: 500, unchanged: 4500, failed: 0 });
    expect(tallyOf(sent)).toMatchObject({
      component_usages_set_usage: 500,
      provider_resources_list: 17,
    });
    expect(sent.length).toBeLessThanOrEqual(650);
    for (const i of [0, 1, 10, 4990, 4999]) {
      const [allocation, item] = [cluster.allocations[i], items[i]];
      if (allocation === undefined) throw new Error("The seed lost an allocation.");
      expect(cluster.storedOf(allocation)).toEqual({
        cpu: `${item?.amounts.cpu}.00`,
        gpu: "2.00",
        storage: "30.00",
      });
    }
  });

  test("takes the listings alone when it is run again and the offering is said", async () => {
    cluster.sent();
    const puhuri = cluster.client();
    const summary = await reportUsageMany(puhuri, items, { offering_uuid: cluster.offeringUuid }).finish();
    expect(summary).toMatchObject({ changed: 0, unchanged: ALLOCATIONS, failed: 0 });
    expect(tallyOf(cluster.sent())).toEqual({
      provider_offerings_get: 1,
      provider_resources_list: 17,
      component_usages_list: 50,
      // All of them were ordered this month.
      orders_list: 17,
    });
  });
});

test.each(CURRENT)(
  "the daily report of 50 takes a request for each that has changed, and four (%s)",
  async (generation) => {
    const stored = storedTotals(50);
    const cluster = createCluster({ generation, stored });
    const items = nextReport(cluster, stored, 1);
    cluster.sent();
    const report = () =>
      reportUsageMany(cluster.client(), items, { offering_uuid: cluster.offeringUuid }).finish();
    expect(await report()).toMatchObject({ changed: 50, failed: 0 });
    expect(cluster.sent()).toHaveLength(54);
    expect(await report()).toMatchObject({ unchanged: 50 });
    expect(cluster.sent()).toHaveLength(4);
  },
);
