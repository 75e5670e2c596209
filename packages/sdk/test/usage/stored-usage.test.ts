import type { OfferingComponent, PlanPeriod } from "@puhuri/api-types";
import { describe, expect, it, test } from "vitest";
import type { UsageRules } from "../../src/servers/server.ts";
import { reportableTypes } from "../../src/usage/report.ts";
import { reportBody } from "../../src/usage/send-report.ts";
import { openPeriod, storedMonthOf, totalOf } from "../../src/usage/stored-usage.ts";
import { createUsageScene } from "./usage-scene.ts";

const OLD: UsageRules = {
  address: "plan_period",
  filtersByMonth: false,
  decimals: 0,
  needsEveryComponent: true,
  perUser: false,
};

function periodOf(uuid: string, start: string | null, end: string | null = null): PlanPeriod {
  return { uuid, start, end, plan_name: "", plan_uuid: "", components: [] };
}

describe("the plan period usage is booked on", () => {
  it("is the open one", () => {
    const closed = periodOf("a", "2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z");
    expect(openPeriod([closed, periodOf("b", "2026-11-20T00:00:00Z")])?.uuid).toBe("b");
    expect(openPeriod([closed])).toBeUndefined();
    expect(openPeriod([])).toBeUndefined();
  });

  it("is of several open ones the one that began last, wherever it stands", () => {
    const days = ["2026-11-03", "2026-11-20", "2026-11-11"].map((day) => periodOf(day, `${day}T00:00:00Z`));
    expect(openPeriod(days)?.uuid).toBe("2026-11-20");
    expect(openPeriod([...days].reverse())?.uuid).toBe("2026-11-20");
  });
});

describe("stored usage", () => {
  const base = { description: "", policy: "none", uuids: [] };

  test("is told by component, with what has to be sent back with it", () => {
    const rows = [
      { uuid: "a", type: "cpu", usage: "10.00", description: "until noon", recurring: true },
      { type: "gpu", usage: 3, recurring: false },
      { type: "storage", usage: "1.00", description: null, missing_usage_policy: "reuse" },
      { type: "tape", usage: "1.00", missing_usage_policy: "zero", recurring: false },
      { type: "disk", usage: "1E+3", missing_usage_policy: "none" },
    ];
    expect(storedMonthOf(rows, undefined)).toStrictEqual({
      closed: new Map(),
      open: new Map([
        ["cpu", { amount: 1000n, description: "until noon", policy: "reuse", uuids: ["a"] }],
        ["gpu", { ...base, amount: 300n }],
        ["storage", { ...base, amount: 100n, policy: "reuse" }],
        ["tape", { ...base, amount: 100n, policy: "zero" }],
        ["disk", { ...base, amount: 100_000n }],
      ]),
    });
  });

  test("is apart in the plan period that is open and in others, and in none", () => {
    const component = { type: "cpu", usage: "1.00", name: "", measured_unit: "", description: "" };
    const dates = { created: "", date: "" };
    const rows = ["now", "then", "never"].map((uuid) => ({ ...component, ...dates, uuid, recurring: false }));
    const [now, then] = rows.map((row) => [row]);
    const periods: PlanPeriod[] = [
      { ...periodOf("old", "2026-11-01T00:00:00Z", "2026-11-20T00:00:00Z"), components: then ?? [] },
      { ...periodOf("new", "2026-11-20T00:00:00Z"), components: now ?? [] },
    ];
    const month = storedMonthOf(rows, periods);
    expect(month.open).toEqual(new Map([["cpu", { ...base, amount: 100n, uuids: ["now"] }]]));
    expect(month.closed).toEqual(new Map([["cpu", { ...base, amount: 200n, uuids: ["then", "never"] }]]));
    expect(totalOf(month, "cpu")).toBe(300n);
    expect(totalOf(month, "gpu")).toBeUndefined();
    for (const marked of ["then", "never"]) {
      const marks = rows.map((row) => ({ ...row, recurring: row.uuid === marked }));
      expect(storedMonthOf(marks, periods).closed.get("cpu")?.policy).toBe("reuse");
    }
  });

  test("is not told by plan periods that come without their components", async () => {
    const scene = createUsageScene({ generation: "2021", usages: { cpu: 10, gpu: 1, storage: 1 } });
    const fetch = async (...sent: Parameters<typeof globalThis.fetch>) => {
      const response = await scene.fake.fetch(...sent);
      if (!response.url.includes("plan_periods")) return response;
      const rows: object[] = await response.json();
      return Response.json(rows.map((row) => ({ ...row, components: undefined })));
    };
    const report = scene.client({ fetch }).resources.reportUsage(scene.resource.uuid, { cpu: 13 });
    await expect(report).rejects.toMatchObject({
      code: "unexpected-response",
      message: expect.stringMatching(
        /resources_plan_periods_list.* a plan period has no components\. Nothing/,
      ),
    });
    expect(scene.reports()).toEqual([]);
  });

  test.each(["many", "1,000", "", null, "12.345", "0x10", true])(
    "is never taken for nothing: %j",
    (usage) => {
      const rows = JSON.parse(JSON.stringify([{ type: "cpu", usage }]));
      expect(() => storedMonthOf(rows, undefined)).toThrow(
        expect.objectContaining({
          code: "unexpected-response",
          snippet: JSON.stringify(usage),
          message: expect.stringMatching(/the stored usage of cpu is not an exact amount/),
        }),
      );
    },
  );
});

test("a row of stored usage that does not say of what is not left out", () => {
  expect(() => storedMonthOf([{ usage: "1.00" }], undefined)).toThrow(/stored usage of undefined/);
});

test("components billed by usage, by limit or in advance can be reported", () => {
  const billings = [
    "usage",
    "limit",
    "fixed",
    "one",
    "few",
    "few in advance",
    "one in advance",
    "one before 8.1",
  ];
  const components = billings.map((billing): OfferingComponent & { is_prepaid?: boolean } => ({
    type: `by ${billing}`,
    billing_type: billing.split(" ")[0] ?? "",
    // Older servers do not say.
    ...(billing.endsWith("8.1") ? {} : { is_prepaid: billing.endsWith("in advance") }),
    name: "",
    description: "",
    measured_unit: "",
    article_code: "",
    default_limit: null,
    factor: 1,
    is_boolean: false,
    is_builtin: false,
    limit_amount: null,
    limit_period: null,
    max_value: null,
    min_value: null,
  }));
  expect(reportableTypes(components)).toEqual(["by usage", "by limit", "by one in advance"]);
});

describe("a report to a 2021 server", () => {
  it("holds whole numbers, and a description where there is one", () => {
    const usages = [
      { type: "cpu", amount: 1200n, description: "until noon" },
      { type: "gpu", amount: (2n ** 31n - 1n) * 100n },
    ];
    expect(reportBody(OLD, { plan_period: "p" }, usages)).toStrictEqual({
      plan_period: "p",
      usages: [
        { type: "cpu", amount: 12, description: "until noon" },
        { type: "gpu", amount: 2_147_483_647 },
      ],
    });
  });

  it.each([1250n, 2n ** 31n * 100n])("does not hold %s hundredths", (amount) => {
    expect(() => reportBody(OLD, { plan_period: "p" }, [{ type: "cpu", amount }])).toThrow(
      expect.objectContaining({
        reason: "bad-amount",
        component: "cpu",
        message: expect.stringMatching(
          /only whole numbers below 2\^31, and cpu is \d+\.\d\d\. Nothing was sent\.$/,
        ),
      }),
    );
  });

  it("carries the mark of what is stored in the words that all servers know, or in those of 8.1", () => {
    const marked = (policy: string) =>
      reportBody(OLD, { plan_period: "p" }, [{ type: "cpu", amount: 0n, policy }]).usages;
    expect(marked("none")).toStrictEqual([{ type: "cpu", amount: 0 }]);
    expect(marked("reuse")).toStrictEqual([{ type: "cpu", amount: 0, recurring: true }]);
    expect(marked("zero")).toStrictEqual([{ type: "cpu", amount: 0, missing_usage_policy: "zero" }]);
  });

  it("goes to a plan period only", () => {
    expect(() => reportBody(OLD, { resource: "r" }, [])).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        argument: "plan_period",
        message: expect.stringMatching(/by plan_period only; resources\.reportUsage\(\) finds it/),
      }),
    );
  });
});
