import { describe, expect, test } from "vitest";
import type { ReportTarget } from "../dialects/usage-reporting.ts";
import { UsageReportError } from "../errors.ts";
import { formatAmount, parseAmount } from "../values/amount.ts";
import { composeReport, type ReportChoices } from "./compose-report.ts";

const CURRENT = { wholeNumbers: false, needsEveryComponent: false };
const OLD = { wholeNumbers: true, needsEveryComponent: true };

/** `cpu` and `gpu` are stored, `storage` is reportable too. */
const TARGET: ReportTarget = {
  address: { resourceUuid: "r" },
  reportable: ["cpu", "gpu", "storage"],
  state: "OK",
  hasPlan: true,
  stored: new Map([
    ["cpu", { amount: 1000n, description: "until noon" }],
    ["gpu", { amount: 250n, description: "" }],
  ]),
};

function compose(wanted: Record<string, number | string>, choices: ReportChoices = {}, rules = CURRENT) {
  const amounts = new Map(Object.entries(wanted).map(([type, amount]) => [type, parseAmount(amount, type)]));
  return composeReport(amounts, TARGET, choices, rules).map(({ type, amount, description }) =>
    [type, formatAmount(amount), ...(description === undefined ? [] : [description])].join(" "),
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
  test.each<[string, Record<string, number | string>, ReportChoices, string[]]>([
    ["keeps what it leaves out as it is stored", { cpu: 12 }, {}, ["cpu 12.00", "gpu 2.50 "]],
    ["keeps descriptions of what it keeps", { gpu: 3 }, {}, ["cpu 10.00 until noon", "gpu 3.00"]],
    [
      "describes only what it reports",
      { storage: 1 },
      { description: "d" },
      ["cpu 10.00 until noon", "gpu 2.50 ", "storage 1.00 d"],
    ],
    ["leaves out what it is told to", { cpu: 12 }, { missing: "omit" }, ["cpu 12.00"]],
    [
      "zeroes what it leaves out if that may fall",
      { cpu: 12 },
      { missing: "zero", onDecrease: "send" },
      ["cpu 12.00", "gpu 0.00", "storage 0.00"],
    ],
    [
      "keeps what would fall to zero if it is to skip that",
      { cpu: 12 },
      { missing: "zero", onDecrease: "skip" },
      ["cpu 12.00", "gpu 2.50 ", "storage 0.00"],
    ],
    [
      "sends a lower total if it is told to",
      { cpu: 9, gpu: "2.50" },
      { onDecrease: "send" },
      ["cpu 9.00", "gpu 2.50"],
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
      ["cpu 11.00", "gpu 3.00", "storage 1.00"],
    ],
    [
      "may say zero of what is not stored",
      { storage: 0 },
      {},
      ["cpu 10.00 until noon", "gpu 2.50 ", "storage 0.00"],
    ],
  ])("%s", (_, wanted, choices, expected) => {
    expect(compose(wanted, choices)).toEqual(expected);
  });

  test.each<[string, Record<string, number | string>, ReportChoices, string]>([
    ["a total that falls", { cpu: "9.99" }, {}, "decrease cpu"],
    ["a total that would fall to zero", { cpu: 10 }, { missing: "zero" }, "decrease gpu"],
    ["a component the offering does not report", { setup: 1, cpu: 10 }, {}, "invalid-component setup"],
    ["a component left out, where none may be", { cpu: 10 }, { missing: "error" }, "missing-component gpu"],
  ])("is refused for %s", (_, wanted, choices, expected) => {
    expect(reasonOf(wanted, choices)).toBe(expected);
  });

  test("names every component that cannot be reported, and those that can", () => {
    expect(() => compose({ setup: 1, nope: 2, cpu: 10 })).toThrow(
      "The offering has no reportable component setup, nope. Reportable (billed by usage or limit): cpu, gpu, storage.",
    );
  });
});

describe("a usage report of a 2021 server", () => {
  test("holds every component: those left out as they are stored, or zero", () => {
    expect(compose({ cpu: 12 }, {}, OLD)).toEqual(["cpu 12.00", "gpu 2.50 ", "storage 0.00"]);
  });

  test.each<[string, Record<string, number | string>, ReportChoices, string]>([
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
      "A 2021 server keeps whole numbers only, and cpu is 10.50: round it",
    ],
    [
      [{ cpu: 9 }],
      "The total of cpu would fall from 10.00 to 9.00. Amounts are the month's totals, not increments.",
    ],
    [[{ cpu: 12 }, { missing: "error" }], "The report leaves out gpu. Nothing was sent."],
    [
      [{ cpu: 12 }, { missing: "omit" }, OLD],
      "The report leaves out gpu, and a 2021 server wants every reportable component.",
    ],
    [
      [{ ram: 1, disk: 1 }],
      "no reportable component ram, disk. Reportable (billed by usage or limit): cpu, gpu, storage.",
    ],
  ])("%j", (given, says) => {
    expect(() => compose(...given)).toThrow(says);
    expect(() => compose(...given)).toThrow(/Nothing was sent\.$/);
  });

  test("where nothing can be reported at all", () => {
    const target = { ...TARGET, reportable: [] };
    expect(() => composeReport(new Map([["cpu", 100n]]), target, {}, CURRENT)).toThrow(
      "(billed by usage or limit): none.",
    );
  });
});

test("a component without a description is sent without the key", () => {
  expect(composeReport(new Map([["storage", 100n]]), TARGET, { missing: "omit" }, CURRENT)).toStrictEqual([
    { type: "storage", amount: 100n },
  ]);
});
