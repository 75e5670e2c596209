import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { NotFoundError } from "../../src/index.ts";
import { GENERATIONS } from "../workflows/world.ts";
import { type Cluster, createCluster, nextReport, OFFERING_UUID, storedTotals, tallyOf } from "./cluster.ts";

const UNKNOWN = "0".repeat(32);

/** The n-th allocation. */
function allocation(cluster: Cluster, n: number) {
  const found = cluster.allocations[n];
  if (found === undefined) throw new Error(`There is no allocation ${n}.`);
  return found;
}

describe.each(GENERATIONS)("reporting in bulk (%s)", (generation) => {
  const stored = storedTotals(40);
  const create = () => createCluster({ generation, stored });

  test("yields what became of each item, with the item beside it, and stores what differs", async () => {
    const cluster = create();
    const items = nextReport(cluster, stored).map((item, line) => ({ ...item, tag: { line } }));
    const run = reportUsageMany(cluster.client(), items, { offering_uuid: OFFERING_UUID });
    const outcomes = await Array.fromAsync(run);

    expect(outcomes).toHaveLength(40);
    expect(outcomes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(items.map((_, i) => i));
    for (const outcome of outcomes) {
      expect(outcome.input).toBe(items[outcome.index]);
      expect(outcome.outcome).toBe(outcome.input.tag.line % 10 === 0 ? "changed" : "unchanged");
      const { cpu } = outcome.input.amounts;
      expect(cluster.storedOf(allocation(cluster, outcome.index))).toEqual({
        cpu: `${cpu}.00`,
        gpu: "2.00",
        storage: "30.00",
      });
    }
    expect(run.summary()).toMatchObject({ total: 40, changed: 4, unchanged: 36, failed: 0, failures: [] });
  });

  test("asks for no allocation by itself that has not changed, where rows tell what is stored", async () => {
    const cluster = create();
    const items = nextReport(cluster, stored);
    cluster.sent();
    await reportUsageMany(cluster.client(), items, { offering_uuid: OFFERING_UUID }).finish();
    const tally = tallyOf(cluster.sent());
    if (generation === "2021") {
      // Its plan periods tell where a report goes, and what else it must hold.
      expect(tally).toEqual({
        component_usages_list: 5,
        resources_list: 1,
        offerings_get: 1,
        resources_plan_periods_list: 4,
        component_usages_set_usage: 4,
      });
    } else {
      expect(tally).toEqual({
        provider_resources_list: 1,
        component_usages_list: 1,
        orders_list: 1,
        provider_offerings_get: 1,
        component_usages_set_usage: 4,
      });
    }
  });

  test("sends the whole report, for servers show an allocation its last one only", async () => {
    const cluster = create();
    const { uuid, current_usages: before } = allocation(cluster, 0);
    expect(Object.keys(before)).toEqual(["cpu", "gpu", "storage"]);
    const items = [{ resource: uuid, amounts: { cpu: 100 } }];
    await reportUsageMany(cluster.client(), items, { offering_uuid: OFFERING_UUID }).finish();
    expect(Object.keys(allocation(cluster, 0).current_usages).sort()).toEqual(["cpu", "gpu", "storage"]);
  });

  test("goes on where it was broken off, and sends the rest only", async () => {
    const cluster = create();
    const items = nextReport(cluster, stored, 2);
    const puhuri = cluster.client();
    let seen = 0;
    for await (const { outcome } of reportUsageMany(puhuri, items, { concurrency: 1 })) {
      if (outcome === "changed" && ++seen === 5) break;
    }
    cluster.sent();
    const summary = await reportUsageMany(puhuri, items).finish();
    expect(summary).toMatchObject({ total: 40, changed: 15, unchanged: 25, failed: 0 });
    expect(tallyOf(cluster.sent()).component_usages_set_usage).toBe(15);
  });

  test("goes on when items fail, and says why as the single report would", async () => {
    const cluster = create();
    allocation(cluster, 1).state = "Erred";
    const resource = (n: number) => allocation(cluster, n).uuid;
    const items = [
      { resource: UNKNOWN, amounts: { cpu: 1 } },
      { resource: "no uuid", amounts: { cpu: 1 } },
      { resource: resource(0), amounts: { cpu: 1.234 } },
      { resource: resource(1), amounts: { cpu: 1000 } },
      { resource: resource(2), amounts: { cpu: 1 } },
      { resource: resource(3), amounts: { energy: 1 } },
      { resource: resource(4), amounts: {} },
      { resource: resource(5), amounts: { cpu: 1000 } },
    ];
    cluster.sent();
    const outcomes = await Array.fromAsync(reportUsageMany(cluster.client(), items));
    // One is taken; the other one of those that are sent is of an allocation that is Erred, and the server says so.
    expect(tallyOf(cluster.sent()).component_usages_set_usage).toBe(2);
    const errors = new Map(outcomes.map((it) => [it.index, it.outcome === "failed" ? it.error : undefined]));
    expect(errors.get(0)).toBeInstanceOf(NotFoundError);
    expect(errors.get(1)).toMatchObject({ code: "invalid-argument", argument: "resource" });
    expect(errors.get(2)).toMatchObject({ reason: "bad-amount" });
    expect(errors.get(3)).toMatchObject({ reason: "not-reportable" });
    expect(errors.get(4)).toMatchObject({ reason: "decrease" });
    expect(errors.get(5)).toMatchObject({ reason: "invalid-component" });
    expect(errors.get(6)).toMatchObject({ code: "invalid-argument", argument: "amounts" });
    expect(errors.get(7)).toBeUndefined();
    expect(cluster.storedOf(allocation(cluster, 5)).cpu).toBe("1000.00");
  });

  test("does what the options say of all, and what an item says of itself", async () => {
    const cluster = create();
    const resource = (n: number) => allocation(cluster, n).uuid;
    const items = [
      { resource: resource(10), amounts: { cpu: 1 } },
      { resource: resource(11), amounts: { cpu: 1 }, onDecrease: "error" } as const,
      { resource: resource(12), amounts: { cpu: 100 }, description: "of its own", missing: "zero" } as const,
    ];
    const options = { onDecrease: "send", description: "of all" } as const;
    const outcomes = await Array.fromAsync(reportUsageMany(cluster.client(), items, options));
    const byIndex = new Map(outcomes.map(({ index, outcome }) => [index, outcome]));
    expect([byIndex.get(0), byIndex.get(1), byIndex.get(2)]).toEqual(["changed", "failed", "changed"]);
    expect(cluster.storedOf(allocation(cluster, 12))).toEqual({
      cpu: "100.00",
      gpu: "0.00",
      storage: "0.00",
    });
    const descriptions = cluster.fake.state.componentUsages.all().map(({ description }) => description);
    expect(descriptions).toEqual(expect.arrayContaining(["of all", "of its own"]));
  });

  test("sends nothing in a dry run, and everything when forced", async () => {
    const cluster = create();
    const items = nextReport(cluster, stored);
    const puhuri = cluster.client();
    cluster.sent();
    const outcomes = await Array.fromAsync(reportUsageMany(puhuri, items, { dryRun: true }));
    expect(tallyOf(cluster.sent())).not.toHaveProperty("component_usages_set_usage");
    const changed = outcomes.filter(({ outcome }) => outcome === "changed");
    expect(changed.map(({ index }) => index).sort((a, b) => a - b)).toEqual([0, 10, 20, 30]);
    expect(changed[0]).toMatchObject({ result: { dryRun: true, stored: { cpu: expect.any(String) } } });

    expect(await reportUsageMany(puhuri, items, { force: true }).finish()).toMatchObject({ changed: 40 });
    expect(tallyOf(cluster.sent()).component_usages_set_usage).toBe(40);
  });

  test("takes items about the same allocation one after the other, each seeing what the last has stored", async () => {
    const cluster = create();
    const { uuid } = allocation(cluster, 0);
    const items = [{ cpu: 10 }, { cpu: 11 }, { cpu: 11 }, { cpu: 5 }].map((amounts) => ({
      resource: uuid,
      amounts,
    }));
    const run = reportUsageMany(cluster.client(), items, { offering_uuid: OFFERING_UUID });
    const outcomes = await Array.fromAsync(run);
    expect(outcomes.sort((a, b) => a.index - b.index).map(({ outcome }) => outcome)).toEqual([
      "changed",
      "changed",
      "unchanged",
      "failed",
    ]);
    expect(outcomes[3]).toMatchObject({ error: { reason: "decrease" } });
    expect(cluster.storedOf(allocation(cluster, 0)).cpu).toBe("11.00");
  });

  test("reads nothing more from the source and sends nothing more once it is aborted", async () => {
    const cluster = create();
    const controller = new AbortController();
    let closed = false;
    let read = 0;
    function* source() {
      try {
        for (const item of nextReport(cluster, stored, 1)) {
          read++;
          yield item;
        }
      } finally {
        closed = true;
      }
    }
    const run = reportUsageMany(cluster.client(), source(), { signal: controller.signal, concurrency: 2 });
    await run.next();
    controller.abort("enough");
    await expect(run.next()).rejects.toBe("enough");
    expect(closed).toBe(true);
    cluster.sent();
    const readThen = read;
    await new Promise((resolve) => setImmediate(resolve));
    expect(cluster.sent()).toEqual([]);
    expect([read, await run.next()]).toEqual([readThen, { done: true, value: undefined }]);
    expect(run.summary().total + run.summary().unfinished).toBe(readThen);
    expect(run.summary().failed).toBe(0);
  });

  test("does not book amounts of the month it began in on the next one", async () => {
    const cluster = createCluster({ generation, stored, at: "2026-11-30T23:59:00Z" });
    const items = nextReport(cluster, stored, 1).slice(0, 3);
    const run = reportUsageMany(cluster.client(), items, { concurrency: 1 });
    expect(await run.next()).toMatchObject({ value: { outcome: "changed" } });
    cluster.clock.time += 120_000;
    cluster.sent();
    expect(await run.next()).toMatchObject({ value: { error: { reason: "month-changed" } } });
    expect(cluster.sent()).toEqual([]);
    expect(await run.finish()).toMatchObject({ changed: 1, failed: 2 });
  });

  test("books amounts on the month in which they were measured, if the items say when", async () => {
    const cluster = createCluster({ generation, stored, at: "2026-11-30T23:59:00Z" });
    const items = nextReport(cluster, stored, 1);
    const { clock } = cluster;
    function* measured() {
      for (const item of items.slice(0, 2)) {
        yield { ...item, measuredAt: new Date(clock.time) };
        clock.time += 120_000;
      }
    }
    const run = reportUsageMany(cluster.client(), measured(), { concurrency: 1 });
    expect(await run.finish()).toMatchObject({ changed: 2, failed: 0 });
    const months = cluster.fake.state.componentUsages
      .all()
      .filter(({ resource_uuid }) => resource_uuid === items[1]?.resource)
      .map(({ billing_period }) => billing_period);
    expect(new Set(months)).toEqual(new Set(["2026-11-01", "2026-12-01"]));
  });
});
