import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import {
  InvalidArgumentError,
  type ReportUsageOptions,
  type UsageAmounts,
  UsageReportError,
} from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { GENERATIONS } from "../workflows/world.ts";
import { asKept, createUsageScene, type UsageScene } from "./usage-scene.ts";

const STORED = { cpu: 10, gpu: 2, storage: 5 };

function report({ client, resource }: UsageScene, amounts: UsageAmounts, options: ReportUsageOptions = {}) {
  return client().resources.reportUsage(resource.uuid, amounts, options);
}

describe.each(GENERATIONS)("resources.reportUsage on %s", (generation) => {
  const isOld = generation === "2021";
  const createScene = (usages: Record<string, number | string> = STORED) =>
    createUsageScene({ generation, usages });

  test("stores the totals, and tells what it sent, and what was stored before and is now", async () => {
    const scene = createScene();
    expect(await report(scene, { cpu: 12, gpu: 3, storage: 5 }, { description: "November" })).toEqual({
      outcome: "changed",
      dryRun: false,
      sent: asKept(generation, { cpu: "12.00", gpu: "3.00", storage: "5.00" }),
      perUser: {},
      stored: asKept(generation, { cpu: "10.00", gpu: "2.00", storage: "5.00" }),
      totals: asKept(generation, { cpu: "12.00", gpu: "3.00", storage: "5.00" }),
      month: "2026-11-01",
    });
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "5.00" });
    expect(scene.rows().map(({ description }) => description)).toEqual(["November", "November", "November"]);
  });

  test("takes three reads and one write", async () => {
    const scene = createScene();
    await report(scene, { cpu: 12, gpu: 3, storage: 5 });
    expect(scene.sent().map(({ method }) => method)).toEqual(["GET", "GET", "GET", "POST"]);
  });

  test("takes no more for the first report of an allocation; in 2021 one read more, for the plan period", async () => {
    const scene = createScene({});
    await report(scene, { cpu: 12, gpu: 3, storage: 5 });
    const reads = isOld ? ["GET", "GET", "GET", "GET"] : ["GET", "GET", "GET"];
    expect(scene.sent().map(({ method }) => method)).toEqual([...reads, "POST"]);
  });

  test("takes no more in 2021 either, if the month before has one: that tells the offering", async () => {
    const scene = createScene();
    scene.clock.time = Date.parse("2026-12-02T12:00:00Z");
    await report(scene, { cpu: 1, gpu: 1, storage: 1 });
    const sent = scene.sent();
    expect(sent.length).toBeLessThanOrEqual(4);
    // And no older ones are read.
    if (isOld) expect(sent[0]?.query).toMatchObject({ date_after: ["2026-10-30"] });
    const december = scene.rows().filter(({ billing_period }) => billing_period === "2026-12-01");
    expect(december).toHaveLength(3);
  });

  test("sends nothing when nothing has changed, for one read", async () => {
    const scene = createScene();
    expect(await report(scene, { cpu: "10.00", gpu: 2n, storage: 5 })).toMatchObject({
      outcome: "unchanged",
      sent: {},
      perUser: {},
    });
    expect(scene.sent().map(({ method }) => method)).toEqual(["GET"]);
  });

  test("takes a description that is null for one that is empty", async () => {
    const scene = createScene();
    scene.intercepts.push(async (_exchange, next) => {
      const response = await next();
      const text = (await response.clone().text()).replaceAll('"description":""', '"description":null');
      return text.includes('"description":null') ? new Response(text, response) : response;
    });
    expect(await report(scene, STORED, { description: "" })).toMatchObject({ outcome: "unchanged" });
    expect(await report(scene, { cpu: 12, gpu: 2, storage: 5 }, { description: "x" })).toMatchObject({
      outcome: "changed",
    });
    // Two are sent again as they were read.
    const results = await Array.fromAsync(
      reportUsageMany(scene.client(), [{ resource: scene.resource.uuid, amounts: { cpu: 13 } }]),
    );
    expect(results).toMatchObject([{ outcome: "changed" }]);
    expect(scene.totals()).toEqual({ cpu: "13.00", gpu: "2.00", storage: "5.00" });
  });

  test("sends the same again when it is forced to", async () => {
    const scene = createScene();
    expect(await report(scene, STORED, { force: true })).toMatchObject({ outcome: "changed" });
    expect(scene.reports()).toHaveLength(1);
  });

  test("takes a new description for a change, and the same one for none", async () => {
    const scene = createScene();
    expect(await report(scene, STORED, { description: " November " })).toMatchObject({ outcome: "changed" });
    expect(await report(scene, STORED, { description: " November " })).toMatchObject({
      outcome: "unchanged",
    });
    expect(await report(scene, STORED)).toMatchObject({ outcome: "unchanged" });
  });

  test("keeps totals and descriptions of what the report leaves out, also where they are shown", async () => {
    const scene = createScene();
    await report(scene, { gpu: 3 }, { description: "three jobs" });
    await report(scene, { cpu: 12 });
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "5.00" });
    expect(scene.rows().map(({ description }) => description)).toEqual(["", "three jobs", ""]);
    expect(scene.resource.current_usages).toEqual({ cpu: "12.00", gpu: "3.00", storage: "5.00" });
  });

  test("leaves a component that would fall as it is stored when it is to skip it", async () => {
    const scene = createScene();
    await report(scene, STORED, { description: "kept" });
    await report(scene, { cpu: 9, gpu: 3 }, { onDecrease: "skip", description: "new" });
    expect(scene.totals()).toEqual({ cpu: "10.00", gpu: "3.00", storage: "5.00" });
    expect(scene.rows().map(({ description }) => description)).toEqual(["kept", "new", "kept"]);
  });

  test("sends totals that fall, and zero, when it is told to", async () => {
    const scene = createScene();
    await report(scene, { cpu: 9 }, { onDecrease: "send" });
    expect(scene.totals()).toEqual({ cpu: "9.00", gpu: "2.00", storage: "5.00" });
    await report(scene, { cpu: 9 }, { onDecrease: "send", missing: "zero" });
    expect(scene.totals()).toEqual({ cpu: "9.00", gpu: "0.00", storage: "0.00" });
  });

  test.each<[string, UsageAmounts, ReportUsageOptions, object]>([
    ["a total that falls", { cpu: 9 }, {}, { reason: "decrease", component: "cpu" }],
    [
      "a component that is not reported",
      { setup: 1 },
      {},
      { reason: "invalid-component", component: "setup" },
    ],
    ["an unknown component", { nope: 1 }, {}, { reason: "invalid-component", component: "nope" }],
    [
      "components left out, although all that it names is stored",
      { cpu: 10 },
      { missing: "error" },
      { reason: "missing-component", component: "gpu" },
    ],
    [
      "a total that would be zeroed",
      { cpu: 12 },
      { missing: "zero" },
      { reason: "decrease", component: "gpu" },
    ],
  ])("refuses %s, and sends nothing", async (_, amounts, options, expected) => {
    const scene = createScene();
    const error = await errorOf(report(scene, amounts, options));
    expect(error).toBeInstanceOf(UsageReportError);
    expect(error).toMatchObject({ ...expected, maybeApplied: false });
    expect(scene.reports()).toEqual([]);
  });

  test.each<[string, UsageAmounts, ReportUsageOptions, object]>([
    ["no amount", {}, {}, { argument: "amounts" }],
    ["a negative amount", { cpu: -1 }, {}, { reason: "bad-amount" }],
    ["no number", { cpu: "many" }, {}, { reason: "bad-amount" }],
    ["not a number", { cpu: Number.NaN }, {}, { reason: "bad-amount" }],
    ["three decimals", { cpu: 1.005 }, {}, { reason: "bad-amount" }],
    [
      "a description that is too long",
      { cpu: 1 },
      { description: "a".repeat(2001) },
      { argument: "description" },
    ],
    [
      "a choice there is not",
      { cpu: 1 },
      JSON.parse('{ "onDecrease": "ignore" }'),
      { argument: "onDecrease" },
    ],
    ["another choice there is not", { cpu: 1 }, JSON.parse('{ "missing": "drop" }'), { argument: "missing" }],
    [
      "a moment that is none",
      { cpu: 1 },
      JSON.parse('{ "measuredAt": "today" }'),
      { argument: "measuredAt" },
    ],
    ["amounts that are a list", JSON.parse("[1]"), {}, { argument: "amounts" }],
  ])("refuses %s before it reads anything", async (_, amounts, options, expected) => {
    const scene = createScene();
    const error = await errorOf(report(scene, amounts, options));
    expect(error instanceof UsageReportError || error instanceof InvalidArgumentError).toBe(true);
    expect(error).toMatchObject(expected);
    expect(scene.sent()).toEqual([]);
  });

  test("a description of 2,000 characters is stored", async () => {
    const scene = createScene();
    await report(scene, STORED, { description: "ä".repeat(2000) });
    expect(scene.rows()[0]?.description).toHaveLength(2000);
  });

  test.each<[UsageAmounts, ReportUsageOptions]>([
    [{ cpu: 12, gpu: 3 }, { description: "November" }],
    [{ cpu: "12", storage: 6n }, {}],
    [{ cpu: 3 }, { onDecrease: "send", missing: "zero" }],
    [{ cpu: 3, gpu: 4 }, { onDecrease: "skip" }],
    [STORED, { force: true }],
    [STORED, {}],
  ])("a dry run of %o with %o returns exactly what is sent then", async (amounts, options) => {
    const scene = createScene();
    const dry = await report(scene, amounts, { ...options, dryRun: true });
    expect(scene.sent().filter(isWriteRequest)).toEqual([]);
    expect(dry.dryRun).toBe(true);
    const real = await report(scene, amounts, options);
    expect(scene.reports().map(amountsOf)).toEqual(dry.outcome === "unchanged" ? [] : [dry.sent]);
    expect({ ...dry, dryRun: false }).toEqual(real);
  });

  test("loses no total when two report parts of it through one client at once", async () => {
    const scene = createScene();
    const puhuri = scene.client();
    const { resources } = puhuri;
    const bulk = reportUsageMany(puhuri, [{ resource: scene.resource.uuid, amounts: { storage: 8 } }]);
    const both = [
      resources.reportUsage(scene.resource.uuid, { cpu: 12 }),
      resources.reportUsage(scene.resource.uuid, { gpu: 3 }),
      bulk.finish(),
    ];
    await Promise.all(both);
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "8.00" });
  });

  test("waits for another report no longer than its own time, and then is not sent", async () => {
    const scene = createScene();
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    scene.intercepts.push(async ({ operationId }, next) => {
      if (operationId === "component_usages_set_usage") await held;
      return next();
    });
    const { resources } = scene.client();
    const first = resources.reportUsage(scene.resource.uuid, { cpu: 12 });
    const second = errorOf(resources.reportUsage(scene.resource.uuid, { gpu: 3 }, { timeoutMs: 1 }));
    expect(await second).toMatchObject({
      code: "timeout",
      operation: "component_usages_set_usage",
      path: "/api/marketplace-component-usages/set_usage/",
      which: "total",
      attempts: 0,
      maybeApplied: false,
    });
    goOn();
    expect(await first).toMatchObject({ outcome: "changed" });
    expect(scene.reports()).toHaveLength(1);
  });

  test("ends with one row for each component when six report at once", async () => {
    const scene = createScene({});
    const amounts = { cpu: 12, gpu: 3, storage: 5 };
    await Promise.all(Array.from({ length: 6 }, () => report(scene, amounts)));
    expect(scene.rows()).toHaveLength(3);
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "3.00", storage: "5.00" });
  });
});

function amountsOf(body: unknown): Record<string, string> {
  const { usages }: { usages: { type: string; amount: unknown }[] } = JSON.parse(JSON.stringify(body));
  return Object.fromEntries(usages.map(({ type, amount }) => [type, `${amount}`]));
}

function isWriteRequest({ method }: { method: string }): boolean {
  return method !== "GET";
}
