import { describe, expect, test } from "vitest";
import { UsageReportError } from "../../src/errors.ts";
import type { UsageRules } from "../../src/servers/server.ts";
import { areStored, planTotals } from "../../src/usage/plan-totals.ts";
import type { ReportUsageOptions } from "../../src/usage/report.ts";
import type { StoredMonth } from "../../src/usage/stored-usage.ts";
import { type AmountInput, formatAmount, parseGivenAmount } from "../../src/values/amount.ts";

const CURRENT: UsageRules = {
  address: "resource",
  filtersByMonth: true,
  decimals: 2,
  needsEveryComponent: false,
  perUser: true,
};
const OLD: UsageRules = {
  address: "plan_period",
  filtersByMonth: false,
  decimals: 0,
  needsEveryComponent: true,
  perUser: false,
};

const REPORTABLE = ["cpu", "gpu", "storage"];

function storedUsage(amount: bigint, description = "", policy = "none") {
  return { amount, description, policy, uuids: [] };
}

/** `cpu` and `gpu` are stored, `storage` is reportable too. */
const STORED: StoredMonth = {
  open: new Map([
    ["cpu", storedUsage(1000n, "until noon")],
    ["gpu", storedUsage(250n)],
  ]),
  closed: new Map(),
};

type Wanted = Record<string, AmountInput>;

function plan(wanted: Wanted, choices: ReportUsageOptions = {}, rules = CURRENT, stored = STORED) {
  const amounts = new Map(
    Object.entries(wanted).map(([type, amount]) => [type, parseGivenAmount(amount, type)]),
  );
  return planTotals(amounts, stored, REPORTABLE, choices, rules);
}

function compose(...args: Parameters<typeof plan>) {
  return plan(...args).map(({ type, amount, description, policy }) =>
    [
      type,
      formatAmount(amount),
      ...(description === undefined ? [] : [description]),
      ...(policy === "none" ? [] : [policy]),
    ].join(" "),
  );
}

function reasonOf(...args: Parameters<typeof compose>): string {
  try {
    return `composed ${compose(...args)}`;
  } catch (error) {
    if (!(error instanceof UsageReportError)) throw error;
    return `${error.reason} ${error.component}`;
  }
}

describe("a usage report", () => {
  test.each<[string, Wanted, ReportUsageOptions, string[]]>([
    ["keeps what it leaves out as it is stored", { cpu: 12 }, {}, ["cpu 12.00 until noon", "gpu 2.50"]],
    ["keeps descriptions", { cpu: 12, gpu: 3 }, {}, ["cpu 12.00 until noon", "gpu 3.00"]],
    [
      "describes only what it reports",
      { storage: 1 },
      { description: "d" },
      ["cpu 10.00 until noon", "gpu 2.50", "storage 1.00 d"],
    ],
    ["leaves out what it is told to", { cpu: 12 }, { missing: "omit" }, ["cpu 12.00 until noon"]],
    [
      "zeroes what it leaves out if that may fall",
      { cpu: 12 },
      { missing: "zero", onDecrease: "send", description: "d" },
      ["cpu 12.00 d", "gpu 0.00", "storage 0.00"],
    ],
    [
      "keeps what would fall to zero if it is to skip that",
      { cpu: 12 },
      { missing: "zero", onDecrease: "skip" },
      ["cpu 12.00 until noon", "gpu 2.50", "storage 0.00"],
    ],
    [
      "sends a lower total if it is told to",
      { cpu: 9, gpu: "2.50" },
      { onDecrease: "send" },
      ["cpu 9.00 until noon", "gpu 2.50"],
    ],
    [
      "leaves a component that would fall as it is stored, description included",
      { cpu: 9, gpu: 3 },
      { onDecrease: "skip", description: "d" },
      ["cpu 10.00 until noon", "gpu 3.00 d"],
    ],
    [
      "comes in the offering's order",
      { storage: 1, gpu: 3, cpu: 11 },
      {},
      ["cpu 11.00 until noon", "gpu 3.00", "storage 1.00"],
    ],
    [
      "may say zero of what is not stored",
      { storage: 0 },
      {},
      ["cpu 10.00 until noon", "gpu 2.50", "storage 0.00"],
    ],
  ])("%s", (_, wanted, choices, expected) => {
    expect(compose(wanted, choices)).toEqual(expected);
  });

  test.each<[string, Wanted, ReportUsageOptions, string]>([
    ["a total that falls", { cpu: "9.99" }, {}, "decrease cpu"],
    ["a total that would fall to zero", { cpu: 10 }, { missing: "zero" }, "decrease gpu"],
    ["a component the offering does not report", { setup: 1, cpu: 10 }, {}, "invalid-component setup"],
    ["a component left out, where none may be", { cpu: 10 }, { missing: "error" }, "missing-component gpu"],
  ])("is refused for %s", (_, wanted, choices, expected) => {
    expect(reasonOf(wanted, choices)).toBe(expected);
  });

  test("names every component that cannot be reported, and those that can", () => {
    expect(() => compose({ setup: 1, nope: 2, cpu: 10 })).toThrow(
      "The offering has no reportable component setup, nope. You can report (billed by usage or limit): cpu, gpu, storage.",
    );
  });
});

describe("a usage report of a 2021 server", () => {
  test("holds every component: those left out as they are stored, or zero", () => {
    expect(compose({ cpu: 12 }, {}, OLD)).toEqual(["cpu 12.00 until noon", "gpu 2.50", "storage 0.00"]);
  });

  test.each<[string, Wanted, ReportUsageOptions, string]>([
    ["an amount that is not whole", { cpu: "12.50" }, {}, "bad-amount cpu"],
    ["leaving components out", { cpu: 12 }, { missing: "omit" }, "missing-component gpu"],
    [
      "leaving out what is not stored",
      { cpu: 12, gpu: 3 },
      { missing: "error" },
      "missing-component storage",
    ],
  ])("is refused for %s", (_, wanted, choices, expected) => {
    expect(reasonOf(wanted, choices, OLD)).toBe(expected);
  });
});

describe("the refusal of a report says what is wrong, and that nothing was sent:", () => {
  test.each<[Parameters<typeof compose>, string]>([
    [
      [{ cpu: "10.50", gpu: 3 }, {}, OLD],
      "The amount of cpu is 10.50, and this server keeps whole numbers. Round it yourself, or pass rounding:",
    ],
    [
      [{ cpu: 9 }],
      "The total of cpu would fall from 10.00 to 9.00. Amounts are the month's totals, not increments.",
    ],
    [[{ cpu: 12 }, { missing: "error" }], "The report leaves out gpu. Nothing was sent."],
    [
      [{ cpu: 12 }, { missing: "omit" }, OLD],
      "The report leaves out gpu, and a 2021 server needs every reportable component.",
    ],
    [
      [{ ram: 1, disk: 1 }],
      "no reportable component ram, disk. You can report (billed by usage or limit): cpu, gpu, storage.",
    ],
  ])("%j", (given, says) => {
    expect(() => compose(...given)).toThrow(says);
    expect(() => compose(...given)).toThrow(/Nothing was sent\.$/);
  });

  test("where nothing can be reported at all", () => {
    const wanted = new Map([["cpu", { units: 1n, decimals: 0 }]]);
    expect(() => planTotals(wanted, STORED, [], {}, CURRENT)).toThrow("(billed by usage or limit): none.");
  });
});

describe("after a change of plan in the month", () => {
  /** The old plan's period holds 100 of cpu and 5 of gpu; on the new one 20 of cpu are stored. */
  const changed: StoredMonth = {
    open: new Map([["cpu", storedUsage(2000n)]]),
    closed: new Map([
      ["cpu", storedUsage(10_000n)],
      ["gpu", storedUsage(500n, "", "reuse")],
    ]),
  };
  const after = (wanted: Wanted, choices?: ReportUsageOptions, rules = CURRENT) =>
    compose(wanted, choices, rules, changed);

  test("only what the old plan's period does not hold goes on the new plan", () => {
    expect(after({ cpu: 150 })).toEqual(["cpu 50.00"]);
    expect(after({ cpu: 150, gpu: 7 })).toEqual(["cpu 50.00", "gpu 2.00 reuse"]);
    expect(after({ cpu: 150 }, {}, OLD)).toEqual(["cpu 50.00", "gpu 0.00 reuse", "storage 0.00"]);
  });

  test("what the old plan's period holds is stored without being sent", () => {
    expect(areStored(plan({ cpu: 120, gpu: 5 }, {}, CURRENT, changed), changed)).toBe(true);
    expect(areStored(plan({ cpu: 120, gpu: 6 }, {}, CURRENT, changed), changed)).toBe(false);
    expect(areStored(plan({ cpu: 120, storage: 0 }, {}, CURRENT, changed), changed)).toBe(false);
  });

  test("a total may fall to what the old plan's period holds, and no further", () => {
    expect(() => after({ cpu: 110 })).toThrow("The total of cpu would fall from 120.00 to 110.00.");
    expect(after({ cpu: 100 }, { onDecrease: "send" })).toEqual(["cpu 0.00"]);
    expect(after({ cpu: 99 }, { onDecrease: "skip" })).toEqual(["cpu 20.00"]);
    const refusal = { reason: "below-closed", component: "cpu", maybeApplied: false };
    for (const onDecrease of ["error", "send"] as const) {
      expect(() => after({ cpu: 99 }, { onDecrease })).toThrow(expect.objectContaining(refusal));
    }
    expect(() => after({ cpu: 120 }, { missing: "zero", onDecrease: "send" })).toThrow(
      "The total of gpu would be 0.00, but plan periods that ended with a change of plan this month hold 5.00",
    );
  });
});

test("a mark by which the server goes on next month is sent back with its component", () => {
  const stored = { ...STORED, open: new Map([["cpu", storedUsage(1000n, "", "reuse")]]) };
  expect(compose({ cpu: 12, gpu: 1 }, {}, CURRENT, stored)).toEqual(["cpu 12.00 reuse", "gpu 1.00"]);
  expect(compose({ gpu: 1 }, {}, CURRENT, stored)).toEqual(["cpu 10.00 reuse", "gpu 1.00"]);
  const changed = { ...stored, closed: new Map([["cpu", storedUsage(100n)]]) };
  expect(compose({ cpu: 12 }, {}, CURRENT, changed)).toEqual(["cpu 11.00 reuse"]);
});

describe("decimals that the server does not keep", () => {
  test.each<[AmountInput, ReportUsageOptions["rounding"], UsageRules, string]>([
    ["12.3456", "down", CURRENT, "12.34"],
    [12.3456, "half-even", CURRENT, "12.35"],
    ["12.345", "half-even", CURRENT, "12.34"],
    ["12.355", "half-even", CURRENT, "12.36"],
    ["12.3450001", "half-even", CURRENT, "12.35"],
    [1e-9, "half-even", CURRENT, "0.00"],
    [0.1 + 0.2, "down", CURRENT, "0.30"],
    ["12.9", "down", OLD, "12.00"],
    ["12.5", "half-even", OLD, "12.00"],
    ["13.5", "half-even", OLD, "14.00"],
  ])("%s is rounded %s", (amount, rounding, rules, expected) => {
    const [storage] = compose({ storage: amount }, { rounding, missing: "keep" }, rules).slice(-1);
    expect(storage).toBe(`storage ${expected}`);
  });

  test("are not shown where the server keeps none", () => {
    expect(() => plan({ cpu: 1 }, {}, OLD)).toThrow(/^The total of cpu would fall from 10 to 1\. /);
  });

  test("are told of by value", () => {
    expect(() => plan({ cpu: 12.3456 })).toThrow(
      "The amount of cpu is 12.3456, and servers keep two decimals at most.",
    );
  });
});

test("texts are compared as servers keep them", () => {
  const stored = { ...STORED, open: new Map([["cpu", storedUsage(1200n, " until noon")]]) };
  const is = (description?: string) =>
    areStored([{ type: "cpu", amount: 1200n, ...(description && { description }) }], stored);
  expect(is("until noon ")).toBe(true);
  expect(is("until night")).toBe(false);
  expect(is()).toBe(true);
  expect(areStored([{ type: "gpu", amount: 1200n }], stored)).toBe(false);
});

test("a component without a description is sent without one", () => {
  expect(plan({ storage: 1 }, { missing: "omit" })).toEqual([
    { type: "storage", amount: 100n, policy: "none" },
  ]);
});
