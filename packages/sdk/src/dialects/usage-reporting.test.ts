import type { OfferingComponent, PlanPeriod } from "@puhuri/api-types";
import { describe, expect, it, test } from "vitest";
import { usageBody } from "./documented-2021/usage-body.ts";
import { openPeriod, reportableTypes, storedUsages } from "./usage-reporting.ts";

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
  it("is told by component: amount, description, and the uuid where there is one", () => {
    const rows = [
      { uuid: "a", type: "cpu", usage: "10.00", description: "until noon" },
      { type: "gpu", usage: 3 },
      { type: "storage", usage: "1.00", description: null },
    ];
    expect(storedUsages(rows)).toStrictEqual(
      new Map([
        ["cpu", { amount: 1000n, description: "until noon", uuid: "a" }],
        ["gpu", { amount: 300n, description: "" }],
        ["storage", { amount: 100n, description: "" }],
      ]),
    );
  });

  it("is of several rows the first that can be read", () => {
    const rows = [
      { type: "cpu", usage: "many" },
      { usage: "1" },
      { type: "cpu", usage: 2 },
      { type: "cpu", usage: 3 },
    ];
    expect(storedUsages(rows)).toStrictEqual(new Map([["cpu", { amount: 200n, description: "" }]]));
  });
});

test("components billed by usage or by limit can be reported", () => {
  const components = ["usage", "limit", "fixed", "one", "few"].map(
    (billing_type): OfferingComponent => ({
      type: `by ${billing_type}`,
      billing_type,
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
    }),
  );
  expect(reportableTypes(components)).toEqual(["by usage", "by limit"]);
});

describe("a report to a 2021 server", () => {
  it("holds whole numbers, and a description where there is one", () => {
    const usages = [
      { type: "cpu", amount: 1200n, description: "until noon" },
      { type: "gpu", amount: (2n ** 31n - 1n) * 100n },
    ];
    expect(usageBody({ planPeriodUuid: "p", usages })).toStrictEqual({
      plan_period: "p",
      usages: [
        { type: "cpu", amount: 12, description: "until noon" },
        { type: "gpu", amount: 2_147_483_647 },
      ],
    });
  });

  it.each([1250n, 2n ** 31n * 100n])("does not hold %s hundredths", (amount) => {
    expect(() => usageBody({ planPeriodUuid: "p", usages: [{ type: "cpu", amount }] })).toThrow(
      expect.objectContaining({
        reason: "bad-amount",
        component: "cpu",
        message: expect.stringMatching(
          /whole numbers below 2\^31 only, and cpu is \d+\.\d\d\. Nothing was sent\.$/,
        ),
      }),
    );
  });

  it("goes to a plan period only", () => {
    expect(() => usageBody({ resourceUuid: "r", usages: [] })).toThrow(
      expect.objectContaining({
        code: "invalid-argument",
        argument: "plan_period",
        message: expect.stringMatching(/by plan_period only; resources\.reportUsage\(\) finds it/),
      }),
    );
  });
});
