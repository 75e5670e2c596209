import { describe, expect, test } from "vitest";
import { type UsageAmounts, UsageReportError } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { CURRENT } from "../workflows/world.ts";
import { createUsageScene } from "./usage-scene.ts";

describe("resources.reportUsage on a 2021 server", () => {
  const createScene = () => createUsageScene({ generation: "2021", usages: { cpu: 10 } });

  test.each<[string, UsageAmounts]>([
    ["numbers", { cpu: 12 }],
    ["text", { cpu: "12" }],
    ["text with decimals that are none", { cpu: "12.00" }],
    ["bigints", { cpu: 12n }],
    ["sums with binary noise", { cpu: 0.1 + 0.2 + 11.7 }],
  ])("takes whole amounts as %s, and sends whole numbers of every component", async (_, amounts) => {
    const scene = createScene();
    const [period] = scene.fake.state.planPeriods.where("resource_uuid", scene.resource.uuid);
    await scene.client().resources.reportUsage(scene.resource.uuid, amounts);
    expect(scene.reports()).toEqual([
      {
        plan_period: period?.uuid,
        usages: [
          { type: "cpu", amount: 12 },
          { type: "gpu", amount: 0 },
          { type: "storage", amount: 0 },
        ],
      },
    ]);
  });

  test.each<[string, UsageAmounts]>([
    ["a half", { cpu: 10.5 }],
    ["0.1 + 0.2", { cpu: 0.1 + 0.2 }],
    ["more than its column holds", { cpu: 2 ** 31 }],
  ])("refuses %s, also in a dry run, and sends nothing", async (_, amounts) => {
    const scene = createScene();
    for (const dryRun of [true, false]) {
      const call = scene
        .client()
        .resources.reportUsage(scene.resource.uuid, amounts, { dryRun, onDecrease: "send" });
      expect(await errorOf(call)).toMatchObject({ reason: "bad-amount", component: "cpu" });
    }
    expect(scene.reports()).toEqual([]);
  });

  test("refuses to leave a component out, which the server would", async () => {
    const scene = createScene();
    const call = scene.client().resources.reportUsage(scene.resource.uuid, { cpu: 12 }, { missing: "omit" });
    expect(await errorOf(call)).toMatchObject({ reason: "missing-component", component: "gpu" });
  });

  test("takes a report for sent that is stored although its price crashes the server", async () => {
    const scene = createScene();
    const amounts = { cpu: 200_000_000, gpu: 0, storage: 0 };
    const result = await scene.client().resources.reportUsage(scene.resource.uuid, amounts);
    expect(scene.sent().find(({ method }) => method === "POST")?.status).toBe(500);
    expect(result).toMatchObject({ outcome: "changed" });
    expect(scene.totals()).toEqual({ cpu: "200000000.00", gpu: "0.00", storage: "0.00" });
  });

  test("says that an allocation set to ok by a provider has no plan period", async () => {
    const scene = createUsageScene({ generation: "2021", allocation: { state: "Creating" } });
    const { resources } = scene.client();
    await resources.setState(scene.resource.uuid, "OK");
    const error = await errorOf(resources.reportUsage(scene.resource.uuid, { cpu: 1 }));
    expect(error).toBeInstanceOf(UsageReportError);
    expect(error).toMatchObject({ reason: "no-open-period" });
    expect(scene.reports()).toEqual([]);
  });

  test("keeps no usage by user, and says so before it reads anything", async () => {
    const scene = createScene();
    const perUser = { alice: { cpu: 1 } };
    const call = scene
      .client()
      .resources.reportUsage(scene.resource.uuid, { cpu: 12 }, { perUser, dryRun: true });
    expect(await errorOf(call)).toMatchObject({
      code: "unsupported-by-server",
      instead: "report the total of the allocation, without perUser.",
    });
    expect(scene.sent()).toEqual([]);
  });
});

describe.each(CURRENT)("resources.reportUsage on %s", (generation) => {
  const createScene = () => createUsageScene({ generation, usages: { cpu: 10, gpu: 2 } });

  test.each<[string, UsageAmounts, string]>([
    ["a number", { cpu: 12.5 }, "12.50"],
    ["text", { cpu: "12.5" }, "12.50"],
    ["a bigint", { cpu: 12n }, "12.00"],
    ["0.1 + 0.2 + 10", { cpu: 0.1 + 0.2 + 10 }, "10.30"],
    ["the largest there is", { cpu: "999999999999999999.99" }, "999999999999999999.99"],
  ])("sends %s as text with two decimals", async (_, amounts, sent) => {
    const scene = createScene();
    await scene.client().resources.reportUsage(scene.resource.uuid, amounts);
    expect(scene.reports()).toEqual([
      {
        resource: scene.resource.uuid,
        usages: [
          { type: "cpu", amount: sent },
          { type: "gpu", amount: "2.00" },
        ],
      },
    ]);
    expect(scene.totals()).toMatchObject({ cpu: sent });
  });

  test("sends only what was measured when it is asked to omit the rest, which 2024-10 then no longer shows", async () => {
    const scene = createScene();
    const { resources } = scene.client();
    await resources.reportUsage(scene.resource.uuid, { cpu: 12 }, { missing: "omit" });
    const others = generation === "2024-10" ? {} : { gpu: "2.00" };
    expect(scene.resource.current_usages).toEqual({ cpu: "12.00", ...others });
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "2.00" });
  });

  test("sends what is not stored yet when there is no open plan period: on 8.x the month's total", async () => {
    const scene = createScene();
    const [closed] = scene.fake.state.planPeriods.where("resource_uuid", scene.resource.uuid);
    if (closed === undefined) throw new Error("The seed lost its plan period.");
    closed.end = "2026-11-20T00:00:00Z";
    const { resources } = scene.client();
    expect(await resources.reportUsage(scene.resource.uuid, { cpu: 13 })).toMatchObject({
      stored: { cpu: "10.00", gpu: "2.00" },
      sent: generation === "2024-10" ? { cpu: "3.00" } : { cpu: "13.00", gpu: "2.00" },
    });
    const others = scene.rows().filter((row) => row.plan_period_uuid !== closed.uuid);
    expect(others.map(({ component_type, usage }) => `${component_type} ${usage}`)).toEqual(
      generation === "2024-10" ? ["cpu 3.00"] : ["cpu 13.00", "gpu 2.00"],
    );
    expect(await resources.reportUsage(scene.resource.uuid, { cpu: 13 })).toMatchObject({
      outcome: "unchanged",
    });
  });

  test("adds up two rows of a component only where the server does", async () => {
    const scene = createScene();
    const { componentUsages, planPeriods } = scene.fake.state;
    const [period] = planPeriods.where("resource_uuid", scene.resource.uuid);
    const [row] = scene.rows();
    if (period === undefined || row === undefined) throw new Error("The seed lost a row.");
    period.end = new Date(scene.clock.time).toISOString();
    planPeriods.add({ ...period, uuid: "a".repeat(32), start: period.end, end: null });
    const now = {
      uuid: "b".repeat(32),
      plan_period_uuid: "a".repeat(32),
      usage: "5.00",
      created: period.end,
    };
    componentUsages.add({ ...row, ...now });
    const call = scene.client().resources.reportUsage(scene.resource.uuid, { cpu: 15 });
    expect(await call).toMatchObject({ outcome: generation === "2024-10" ? "unchanged" : "changed" });
  });

  test("rejects for an allocation without a plan", async () => {
    const scene = createUsageScene({ generation, allocation: { plan: null } });
    const error = await errorOf(scene.client().resources.reportUsage(scene.resource.uuid, { cpu: 3 }));
    expect(error).toMatchObject({ reason: "not-reportable", maybeApplied: false });
    expect(scene.totals()).toEqual({});
  });
});
