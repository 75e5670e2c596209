import { describe, expect, test } from "vitest";
import { reportUsageMany } from "../../src/bulk/index.ts";
import {
  isPuhuriError,
  type ReportUsageOptions,
  type UsageAmounts,
  UsageReportError,
} from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { GENERATIONS, type Generation } from "../workflows/world.ts";
import { asKept, createUsageScene, type UsageScene } from "./usage-scene.ts";

type SceneOptions = Omit<Parameters<typeof createUsageScene>[0], "generation">;

interface Case {
  readonly scene?: SceneOptions;
  readonly prepare?: (scene: UsageScene) => void;
  readonly amounts: UsageAmounts;
  readonly options?: ReportUsageOptions;
}

const STORED = { cpu: 10, gpu: 2, storage: 5 };

/** Closes the plan period with all that is in it, and opens another one, as a change of plan does. */
function changePlan({ fake, resource, clock }: UsageScene): void {
  const { planPeriods } = fake.state;
  const now = new Date(clock.time).toISOString();
  const [period] = planPeriods.where("resource_uuid", resource.uuid);
  if (period === undefined) throw new Error("There is no plan period.");
  period.end = now;
  planPeriods.add({ ...period, uuid: "a".repeat(32), start: now, end: null });
  fake.state.orders.add(orderOf(fake.state.orders.all()[0], resource.uuid, now));
}

function orderOf<Order extends object>(
  order: Order | undefined,
  resource_uuid: string,
  modified: string,
): Order {
  if (order === undefined) throw new Error("There is no order.");
  return { ...order, uuid: "b".repeat(32), resource_uuid, type: "Update", state: "done", modified };
}

function mark({ rows }: UsageScene, type: string): void {
  for (const row of rows()) if (row.component_type === type) row.recurring = true;
}

const cases: Record<string, Case> = {
  "more than before": { amounts: { cpu: 12, gpu: 3, storage: 5 } },
  "a part of the components": { amounts: { cpu: 12 } },
  "what is stored": { amounts: STORED },
  "what is stored, forced": { amounts: STORED, options: { force: true } },
  "what is stored, described": { amounts: STORED, options: { description: "November" } },
  "the first of the month": { scene: { usages: {} }, amounts: STORED },
  "zero, and nothing is stored": { scene: { usages: {} }, amounts: { cpu: 0, gpu: 0, storage: 0 } },
  "less than before": { amounts: { cpu: 9 } },
  "less than before, by consent": { amounts: { cpu: 9 }, options: { onDecrease: "send" } },
  "less than before, skipped": { amounts: { cpu: 9, gpu: 3 }, options: { onDecrease: "skip" } },
  "others to be zero": { amounts: { cpu: 12 }, options: { missing: "zero", onDecrease: "send" } },
  "others to be left alone": { amounts: { cpu: 12 }, options: { missing: "omit" } },
  "others to be there": { amounts: { cpu: 12 }, options: { missing: "error" } },
  decimals: { amounts: { cpu: "12.50" } },
  "more decimals": { amounts: { cpu: "12.345" } },
  "more decimals, rounded": { amounts: { cpu: "12.345" }, options: { rounding: "half-even" } },
  "a component that is not reported": { amounts: { setup: 1 } },
  "users' parts": { amounts: { cpu: 12 }, options: { perUser: { alice: { cpu: 7 } } } },
  "users' parts above the total": { amounts: { cpu: 12 }, options: { perUser: { alice: { cpu: 13 } } } },
  "a dry run": { amounts: { cpu: 12 }, options: { dryRun: true } },
  "no plan": { scene: { usages: {}, allocation: { plan: null } }, amounts: STORED },
  "no plan, forced": {
    scene: { usages: {}, allocation: { plan: null } },
    amounts: STORED,
    options: { force: true },
  },
  "no plan period": { scene: { usages: {}, allocation: { plan_period: null } }, amounts: STORED },
  "an allocation that is not there yet": { scene: { allocation: { state: "Creating" } }, amounts: STORED },
  "an erred allocation": {
    prepare: ({ resource }) => {
      resource.state = "Erred";
    },
    amounts: { cpu: 12 },
  },
  "a terminating allocation": {
    prepare: ({ resource }) => {
      resource.state = "Terminating";
    },
    amounts: { cpu: 12 },
  },
  "a terminated allocation": {
    prepare: ({ resource }) => {
      resource.state = "Terminated";
    },
    amounts: { cpu: 12 },
  },
  "more after a change of plan": { prepare: changePlan, amounts: { cpu: 15, gpu: 3, storage: 5 } },
  "the same after a change of plan": { prepare: changePlan, amounts: STORED },
  "less after a change of plan": {
    prepare: changePlan,
    amounts: { cpu: 9 },
    options: { onDecrease: "send" },
  },
  "a marked component": { prepare: (scene) => mark(scene, "cpu"), amounts: { cpu: 12 } },
  "beside a marked component": { prepare: (scene) => mark(scene, "gpu"), amounts: { cpu: 12 } },
  "a marked component after a change of plan": {
    prepare: (scene) => {
      mark(scene, "cpu");
      changePlan(scene);
    },
    amounts: { cpu: 15 },
  },
  "an amount that cannot be read": {
    prepare: ({ rows }) => {
      for (const row of rows()) row.usage = "1,000";
    },
    amounts: { cpu: 12 },
  },
};

interface Decision {
  /** What was answered: the result, or the error's code and reason. */
  readonly answer: unknown;
  /** What is stored in the end. */
  readonly rows: unknown;
}

async function decide(generation: Generation, how: "single" | "bulk", it: Case): Promise<Decision> {
  const scene = createUsageScene({ generation, usages: STORED, ...it.scene });
  it.prepare?.(scene);
  const known = new Set<string | null>([null, ...[...scene.fake.state.planPeriods].map(({ uuid }) => uuid)]);
  const puhuri = scene.client();
  const { uuid } = scene.resource;
  const single = () => puhuri.resources.reportUsage(uuid, it.amounts, it.options);
  const bulk = async () => {
    const { perUser, ...options } = it.options ?? {};
    const item = { resource: uuid, amounts: it.amounts, perUser };
    const { offering_uuid } = scene.resource;
    const [outcome] = await Array.fromAsync(reportUsageMany(puhuri, [item], { ...options, offering_uuid }));
    if (outcome?.outcome === "failed") throw outcome.error;
    return outcome?.result;
  };
  const answer = await (how === "single" ? single() : bulk()).catch((error: unknown) => {
    if (!isPuhuriError(error)) throw error;
    const { code, maybeApplied } = error;
    return { code, maybeApplied, ...(error instanceof UsageReportError ? { reason: error.reason } : {}) };
  });
  const rows = scene.rows().map(({ component_type, plan_period_uuid, usage, description, recurring }) => ({
    component_type,
    // One that the server has made has another uuid in every world.
    plan_period_uuid: known.has(plan_period_uuid) ? plan_period_uuid : "made",
    usage,
    description,
    recurring,
  }));
  return { answer, rows };
}

describe.each(GENERATIONS)("a report by itself and in bulk on %s", (generation) => {
  test.each(Object.entries(cases))("decide alike over %s", async (_, it) => {
    const single = await decide(generation, "single", it);
    expect(await decide(generation, "bulk", it)).toEqual(single);
  });

  test("keeps the month's total over a change of plan, whether the server has a row for each plan or one for all", async () => {
    const { answer, rows } = await decide(generation, "single", cases["more after a change of plan"] ?? NONE);
    const isWhole = generation === "8.1";
    expect(answer).toMatchObject({
      stored: asKept(generation, { cpu: "10.00", gpu: "2.00", storage: "5.00" }),
      sent: isWhole
        ? { cpu: "15.00", gpu: "3.00", storage: "5.00" }
        : asKept(generation, { cpu: "5.00", gpu: "1.00", storage: "0.00" }),
      totals: asKept(generation, { cpu: "15.00", gpu: "3.00", storage: "5.00" }),
    });
    const now = (row: object) => Reflect.get(row, "plan_period_uuid") === "a".repeat(32);
    const texts = (Array.isArray(rows) ? rows : []).map(
      (row) => `${row.component_type} ${row.usage}${now(row) ? " now" : ""}`,
    );
    expect(texts.sort()).toEqual(
      isWhole
        ? ["cpu 15.00 now", "gpu 3.00 now", "storage 5.00 now"]
        : ["cpu 10.00", "cpu 5.00 now", "gpu 1.00 now", "gpu 2.00", "storage 0.00 now", "storage 5.00"],
    );
  });

  test("leaves the mark of every component that it sends", async () => {
    for (const name of ["a marked component", "beside a marked component"]) {
      const { rows } = await decide(generation, "single", cases[name] ?? NONE);
      const marked = (Array.isArray(rows) ? rows : []).filter(({ recurring }) => recurring);
      expect(marked.map(({ component_type }) => component_type)).toEqual([
        name === "a marked component" ? "cpu" : "gpu",
      ]);
    }
  });
});

const NONE: Case = { amounts: {} };

describe.each(["2021", "2024-10"] as const)("totals with a date on %s", (generation) => {
  test("are refused: they would count for the current month", async () => {
    const scene = createUsageScene({ generation, usages: STORED });
    const { usages } = scene.client();
    const [period] = scene.fake.state.planPeriods.where("resource_uuid", scene.resource.uuid);
    const request = {
      plan_period: period?.uuid ?? "",
      date: "2026-10-31T12:00:00Z",
      usages: Object.keys(STORED).map((type) => ({ type, amount: 900 })),
    };
    expect(await errorOf(usages.set(request))).toMatchObject({
      code: "unsupported-by-server",
      message: expect.stringMatching(/take no date: .* Nothing was sent\. Instead: leave date out/),
    });
    expect(scene.totals()).toEqual({ cpu: "10.00", gpu: "2.00", storage: "5.00" });
    expect(scene.reports()).toEqual([]);
  });
});
