import type { LoggedRequest } from "@puhuri/testing";
import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import { losing, meanwhile } from "../workflows/faults.ts";
import { CURRENT } from "../workflows/world.ts";
import { type Cluster, createCluster, nextReport, OFFERING_UUID, storedTotals, tallyOf } from "./cluster.ts";

const OF_CLUSTER = { offering_uuid: OFFERING_UUID };

function allocation(cluster: Cluster, n: number) {
  const found = cluster.allocations[n];
  if (found === undefined) throw new Error(`There is no allocation ${n}.`);
  return found;
}

/** Puts an allocation on its offering's other plan, as the server does when such an order is done. */
function switchPlan(cluster: Cluster, n: number, orderType: "Update" | "Terminate" = "Update"): string {
  const { uuid, offering_uuid } = allocation(cluster, n);
  const { planPeriods, plans, orders } = cluster.fake.state;
  const now = new Date(cluster.clock.time).toISOString();
  const [old] = planPeriods.where("resource_uuid", uuid);
  const plan = plans.where("offering_uuid", offering_uuid).at(-1);
  const [order] = orders.where("resource_uuid", uuid);
  if (old === undefined || plan === undefined || order === undefined) throw new Error("The seed lost a row.");
  old.end = now;
  const open = `${n}`.padStart(32, "a");
  planPeriods.add({ uuid: open, resource_uuid: uuid, plan_uuid: plan.uuid, start: now, end: null });
  orders.add({ ...order, uuid: `${n}`.padStart(32, "b"), type: orderType, state: "done", modified: now });
  return open;
}

/** A request for the usage of many allocations. */
function isListing({ operationId, query }: LoggedRequest): boolean {
  return operationId === "component_usages_list" && query.resource_uuid === undefined;
}

describe.each(CURRENT)("reporting in bulk from listings (%s)", (generation) => {
  const stored = storedTotals(12);
  const create = () => createCluster({ generation, stored });

  test("reads an allocation singly whose plan has changed in the month: its rows may be of the old period", async () => {
    const cluster = create();
    switchPlan(cluster, 3);
    const items = nextReport(cluster, stored, 100);
    cluster.sent();
    const summary = await reportUsageMany(cluster.client(), items, OF_CLUSTER).finish();
    // The first has used more; of the fourth its old period holds all there is.
    expect(summary).toMatchObject({ changed: 1, unchanged: 11 });
    const more = [{ resource: allocation(cluster, 3).uuid, amounts: { cpu: 9 } }];
    expect(await reportUsageMany(cluster.client(), more, OF_CLUSTER).finish()).toMatchObject({ changed: 1 });
    // Of 8.x, which keeps one total of the month, the whole is stored.
    expect(cluster.storedOf(allocation(cluster, 3)).cpu).toBe(generation === "2024-10" ? "5.00" : "9.00");
    expect(tallyOf(cluster.sent())).toMatchObject({ provider_resources_plan_periods_list: 1 });
  });

  test("reads an allocation singly of which there are two rows of one component", async () => {
    const cluster = create();
    // An order that does not show: only the rows tell.
    const period = switchPlan(cluster, 3, "Terminate");
    const { componentUsages } = cluster.fake.state;
    const [row] = componentUsages.where("resource_uuid", allocation(cluster, 3).uuid);
    if (row === undefined) throw new Error("The seed lost a row.");
    componentUsages.add({ ...row, uuid: "c".repeat(32), plan_period_uuid: period, usage: "1.00" });
    row.usage = "2.00";
    const items = nextReport(cluster, stored, 100).slice(3, 4);
    const summary = await reportUsageMany(cluster.client(), items, OF_CLUSTER).finish();
    expect(summary).toMatchObject({ changed: 1 });
    expect(cluster.storedOf(allocation(cluster, 3)).cpu).toBe(generation === "2024-10" ? "2.00" : "4.00");
  });

  test("reads anew what it sends again for others, who may have reported meanwhile", async () => {
    const cluster = create();
    const { uuid } = allocation(cluster, 0);
    const items = [{ resource: uuid, amounts: { cpu: 50 } }];
    const puhuri = cluster.client();
    cluster.intercepts.push(
      meanwhile("provider_offerings_get", () =>
        cluster.client().resources.reportUsage(uuid, { gpu: 7 }, { missing: "omit" }),
      ),
    );
    cluster.sent();
    expect(await reportUsageMany(puhuri, items, OF_CLUSTER).finish()).toMatchObject({ changed: 1 });
    expect(cluster.storedOf(allocation(cluster, 0))).toEqual({
      cpu: "50.00",
      gpu: "7.00",
      storage: "30.00",
    });
  });

  test("finds out by itself which offerings the allocations are of", async () => {
    const cluster = createCluster({ generation, stored });
    const guide = cluster.fake.state.resourceNamed("Running resource");
    if (guide === undefined) throw new Error("The seed lost its guide.");
    const items = [...nextReport(cluster, stored, 1), { resource: guide.uuid, amounts: { cpu: 5 } }];
    cluster.sent();
    const summary = await reportUsageMany(cluster.client(), items).finish();
    expect(summary).toMatchObject({ changed: 13, failed: 0 });
    const sent = cluster.sent();
    // Two were asked for one by one; then the listings were read, and each offering once.
    expect(tallyOf(sent)).toMatchObject({ component_usages_set_usage: 13, provider_offerings_get: 4 });
    expect(sent.filter(isListing)).toHaveLength(1);
  });

  test("asks one by one when the listings cannot be read", async () => {
    const cluster = create();
    cluster.intercepts.push(async ({ request }, next) =>
      request.url.includes("component-usages/?offering_uuid=")
        ? new Response("<h1>Oops</h1>", { status: 500 })
        : next(),
    );
    const items = nextReport(cluster, stored);
    cluster.sent();
    const summary = await reportUsageMany(cluster.client(), items, OF_CLUSTER).finish();
    expect(summary).toMatchObject({ changed: 2, unchanged: 10, failed: 0 });
    const sent = cluster.sent();
    expect(tallyOf(sent)).toMatchObject({ provider_resources_plan_periods_list: 2 });
    // Four attempts at one page, and then no more.
    expect(sent.filter(isListing)).toHaveLength(4);
  });

  test("asks singly for what the listing does not show", async () => {
    const cluster = create();
    allocation(cluster, 1).state = "Terminated";
    const items = nextReport(cluster, stored).slice(1, 2);
    const [outcome] = await Array.fromAsync(reportUsageMany(cluster.client(), items, OF_CLUSTER));
    // It is stored already, whatever has become of the allocation.
    expect(outcome).toMatchObject({ outcome: "unchanged" });
    const singly = cluster.sent().filter(({ query }) => query.resource_uuid !== undefined);
    expect(singly).toHaveLength(1);
  });

  test("counts a report whose answer was lost as what reading shows", async () => {
    const cluster = create();
    cluster.intercepts.push(losing("component_usages_set_usage", "after", 5));
    const items = nextReport(cluster, stored, 100);
    const summary = await reportUsageMany(cluster.client(), items, OF_CLUSTER).finish();
    expect(summary).toMatchObject({ changed: 1, failed: 0 });
    expect(cluster.storedOf(allocation(cluster, 0)).cpu).toBe("2.00");
  });

  test("reports the parts of users, too", async () => {
    const cluster = create();
    const { uuid } = allocation(cluster, 0);
    const items = [
      { resource: uuid, amounts: { cpu: 1, gpu: 2, storage: 30 }, perUser: { alice: { cpu: 1 } } },
    ];
    const puhuri = cluster.client();
    const [outcome] = await Array.fromAsync(reportUsageMany(puhuri, items, OF_CLUSTER));
    expect(outcome).toMatchObject({ result: { outcome: "changed", sent: {} } });
    expect(cluster.fake.state.componentUserUsages.all()).toMatchObject([
      { username: "alice", usage: "1.00" },
    ]);
    expect(await reportUsageMany(puhuri, items, OF_CLUSTER).finish()).toMatchObject({ unchanged: 1 });
  });
});

describe("reporting in bulk", () => {
  test("does not take what is stored of one month for what is stored of another", async () => {
    const stored = storedTotals(12);
    const cluster = createCluster({ generation: "8.1", stored, at: "2026-11-30T23:59:00Z" });
    const { clock } = cluster;
    function* measured() {
      for (const [i, item] of nextReport(cluster, stored, 100).entries()) {
        if (i === 9) clock.time += 120_000;
        yield { ...item, measuredAt: new Date(clock.time) };
      }
    }
    const run = reportUsageMany(cluster.client(), measured(), { concurrency: 1 });
    const outcomes = (await Array.fromAsync(run)).map(({ outcome }) => outcome);
    expect(outcomes.slice(1)).toEqual([...Array(8).fill("unchanged"), ...Array(3).fill("changed")]);
  });

  test("does not believe a listing that was read anew while a report was on its way", async () => {
    const stored = storedTotals(3);
    const cluster = createCluster({ generation: "8.1", stored });
    const [first, second] = nextReport(cluster, stored, 1);
    if (first === undefined || second === undefined) throw new Error("The seed lost its allocations.");
    const again = { resource: first.resource, amounts: { cpu: 1, gpu: 2, storage: 30 } };
    let releaseListing = () => {};
    const listedAgain = new Promise<void>((resolve) => {
      releaseListing = resolve;
    });
    let listings = 0;
    cluster.intercepts.push(async ({ operationId }, next) => {
      if (operationId === "orders_list" && ++listings === 2) setImmediate(releaseListing);
      if (operationId === "component_usages_set_usage") await listedAgain;
      return next();
    });
    async function* source() {
      if (first === undefined || second === undefined) return;
      yield first;
      while (!cluster.fake.requests.some(({ path }) => path.endsWith("/set_usage/"))) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      cluster.clock.time += 601_000;
      yield second;
      yield again;
    }
    const run = reportUsageMany(cluster.client(), source(), { ...OF_CLUSTER, concurrency: 3 });
    const outcomes = (await Array.fromAsync(run)).sort((a, b) => a.index - b.index);
    expect(listings).toBe(2);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["changed", "changed", "failed"]);
    expect(outcomes[2]).toMatchObject({ error: { reason: "decrease" } });
  });

  test("asks for the server's time once more where the last answer showed another month", async () => {
    const stored = storedTotals(2);
    const cluster = createCluster({ generation: "8.1", stored });
    const puhuri = cluster.client();
    let isWrong = false;
    cluster.intercepts.push(async (_exchange, next) => {
      const response = await next();
      if (isWrong) response.headers.set("date", "Thu, 15 Oct 2026 12:00:00 GMT");
      return response;
    });
    async function* source() {
      for (const item of nextReport(cluster, stored, 1)) {
        isWrong = true;
        await puhuri.resources.get(item.resource, { fields: ["state"] });
        isWrong = false;
        yield item;
      }
    }
    const run = reportUsageMany(puhuri, source(), { ...OF_CLUSTER, concurrency: 1 });
    expect(await run.finish()).toMatchObject({ changed: 2, failed: 0 });
  });

  test("reads the listings once for each month it reports on", async () => {
    const stored = storedTotals(6);
    const cluster = createCluster({ generation: "8.1", stored, at: "2026-11-30T23:59:00Z" });
    const items = nextReport(cluster, stored, 100);
    const { clock } = cluster;
    function* measured() {
      for (const item of items) {
        yield { ...item, measuredAt: new Date(clock.time) };
        clock.time += 20_000;
      }
    }
    cluster.sent();
    const run = reportUsageMany(cluster.client(), measured(), { ...OF_CLUSTER, concurrency: 1 });
    expect(await run.finish()).toMatchObject({ total: 6, failed: 0 });
    const months = cluster
      .sent()
      .filter(({ operationId }) => operationId === "component_usages_list")
      .map(({ query }) => query.billing_period);
    expect(months).toEqual([["2026-11-01"], ["2026-12-01"]]);
  });

  test("loses nothing when its process is started twice at a time", async () => {
    const stored = storedTotals(30);
    const cluster = createCluster({ generation: "8.1", stored });
    const items = nextReport(cluster, stored, 2);
    const runs = [cluster.client(), cluster.client()].map((puhuri) =>
      reportUsageMany(puhuri, items).finish(),
    );
    for (const summary of await Promise.all(runs)) expect(summary).toMatchObject({ total: 30, failed: 0 });
    const totals = cluster.allocations.map((it) => cluster.storedOf(it).cpu);
    expect(totals).toEqual(items.map(({ amounts }) => `${amounts.cpu}.00`));
  });
});
