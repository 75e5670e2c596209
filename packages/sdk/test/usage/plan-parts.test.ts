import { describe, expect, test } from "vitest";
import { planParts } from "../../src/usage/plan-parts.ts";
import { checkReport, type ReportUsageOptions, type UserAmounts } from "../../src/usage/report.ts";
import type { StoredMonth } from "../../src/usage/stored-usage.ts";
import { formatAmount } from "../../src/values/amount.ts";

/** 10 cpu in the open plan period; nothing of gpu. */
const STORED: StoredMonth = {
  open: new Map([["cpu", { amount: 1000n, description: "", policy: "none", uuids: ["cpu-now"] }]]),
  closed: new Map(),
};

interface Scene {
  readonly perUser: UserAmounts;
  /** The total of cpu that is reported with them. */
  readonly cpu?: bigint;
  readonly before?: Record<string, bigint>;
  /** What the users have in the closed period. */
  readonly closed?: Record<string, bigint>;
  readonly choices?: ReportUsageOptions;
}

function wantedOf(perUser: UserAmounts, choices: ReportUsageOptions) {
  return checkReport("", { cpu: 1 }, { ...choices, perUser }, 0).parts;
}

/** What is sent, such as `cpu alice 7.00`. */
function plan({ perUser, cpu, before = {}, closed, choices = {} }: Scene): string[] {
  const totals = cpu === undefined ? [] : [{ type: "cpu", amount: cpu }];
  const stored: StoredMonth = {
    ...STORED,
    closed:
      closed === undefined
        ? new Map()
        : new Map([["cpu", { amount: 1000n, description: "", policy: "none", uuids: ["cpu-then"] }]]),
  };
  const parts = new Map([
    ["cpu-now", new Map(Object.entries(before))],
    ["cpu-then", new Map(Object.entries(closed ?? {}))],
  ]);
  const planned = planParts(wantedOf(perUser, choices), totals, stored, parts, ["cpu", "gpu"], choices);
  return [...planned].flatMap(([type, users]) =>
    [...users].map(([name, part]) => `${type} ${name} ${formatAmount(part)}`),
  );
}

describe("what single users used", () => {
  test("is read by component, with usernames trimmed", () => {
    expect(plan({ perUser: { " alice ": { cpu: 1.5 }, bob: { cpu: 0n } } })).toEqual([
      "cpu alice 1.50",
      "cpu bob 0.00",
    ]);
  });

  test.each<[string, UserAmounts, object]>([
    ["a username twice", { alice: { cpu: 1 }, "alice ": { cpu: 2 } }, { code: "invalid-argument" }],
    ["a blank username", { " ": { cpu: 1 } }, { code: "invalid-argument" }],
    ["a username of 101 characters", { ["a".repeat(101)]: { cpu: 1 } }, { code: "invalid-argument" }],
    ["a negative amount", { alice: { cpu: -1 } }, { reason: "bad-amount", component: "cpu" }],
    ["three decimals", { alice: { cpu: "1.005" } }, { reason: "bad-amount", component: "cpu" }],
  ])("is refused for %s", (_, perUser, expected) => {
    expect(() => plan({ perUser })).toThrow(expect.objectContaining(expected));
  });

  test("is refused with the name of the user whose amount is wrong", () => {
    const perUser = { alice: { cpu: 1 }, bob: { cpu: -1 } };
    expect(() => plan({ perUser })).toThrow("The amount of cpu of bob must be 0 or more");
  });

  test("may come to the total, the reported one before the stored one", () => {
    expect(plan({ perUser: { alice: { cpu: 7 }, bob: { cpu: "3.00" } } })).toHaveLength(2);
    expect(plan({ perUser: { alice: { cpu: 7 }, bob: { cpu: 5 } }, cpu: 1200n })).toHaveLength(2);
  });

  test.each<[string, Scene, object]>([
    [
      "more than the stored total",
      { perUser: { a: { cpu: 10 }, b: { cpu: "0.01" } } },
      {
        reason: "above-total",
        message: "The users' parts of cpu add up to 10.01, more than its total of 10.00. Nothing was sent.",
      },
    ],
    [
      "more than the reported total",
      { perUser: { a: { cpu: 9 } }, cpu: 899n },
      { reason: "above-total", component: "cpu" },
    ],
    [
      "more than the total, with those of users who are not named",
      { perUser: { bob: { cpu: 5 } }, before: { alice: 800n, bob: 100n } },
      {
        reason: "above-total",
        message: expect.stringMatching(
          /^The users' parts of cpu add up to 13\.00, with those stored for alice, more than its total of 10\.00\. missingUsers: "zero" sends/,
        ),
      },
    ],
    [
      "a total that falls below the stored parts",
      { perUser: {}, cpu: 500n, before: { alice: 800n } },
      { reason: "above-total" },
    ],
    ["a part that falls", { perUser: { a: { cpu: 6 } }, before: { a: 700n } }, { reason: "decrease" }],
    [
      "a component without a total",
      { perUser: { a: { gpu: 1 } } },
      { reason: "missing-component", component: "gpu" },
    ],
    [
      "a component that cannot be reported",
      { perUser: { a: { setup: 1 } } },
      { reason: "invalid-component" },
    ],
  ])("is refused for %s", (_, scene, expected) => {
    expect(() => plan(scene)).toThrow(expect.objectContaining(expected));
  });

  test("is sent where it differs from what is stored, or is not stored", () => {
    const before = { alice: 700n, bob: 100n, dave: 0n };
    const perUser = { alice: { cpu: 7 }, bob: { cpu: 2 }, carol: { cpu: 1 } };
    expect(plan({ perUser, before })).toEqual(["cpu bob 2.00", "cpu carol 1.00"]);
  });

  test("may fall with the caller's consent, or stay as it is stored", () => {
    const scene = { perUser: { alice: { cpu: 6 }, bob: { cpu: 3 } }, before: { alice: 700n } };
    expect(plan({ ...scene, choices: { onDecrease: "send" } })).toEqual(["cpu alice 6.00", "cpu bob 3.00"]);
    expect(plan({ ...scene, choices: { onDecrease: "skip" } })).toEqual(["cpu bob 3.00"]);
  });

  test("leaves others their parts, or takes them away", () => {
    const scene = { perUser: { björn: { cpu: 20 } }, cpu: 2000n, before: { björn: 1200n, bob: 800n } };
    expect(() => plan(scene)).toThrow(expect.objectContaining({ reason: "above-total" }));
    expect(plan({ ...scene, choices: { missingUsers: "zero" } })).toEqual([
      "cpu björn 20.00",
      "cpu bob 0.00",
    ]);
  });

  test("is cut off where that was asked for, so that the parts never exceed the total", () => {
    const perUser = { alice: { cpu: 3.336 }, bob: { cpu: 3.336 }, carol: { cpu: 3.336 } };
    for (const rounding of ["down", "half-even"] as const) {
      const sent = plan({ perUser, choices: { rounding } });
      expect(sent).toEqual(["cpu alice 3.33", "cpu bob 3.33", "cpu carol 3.33"]);
    }
  });

  test("goes on the new plan without what the old plan's period holds of it", () => {
    const scene = { cpu: 500n, closed: { alice: 600n, bob: 400n } };
    const perUser = { alice: { cpu: 8 }, bob: { cpu: 4 }, carol: { cpu: 3 } };
    expect(plan({ ...scene, perUser })).toEqual(["cpu alice 2.00", "cpu carol 3.00"]);
    expect(() => plan({ ...scene, perUser: { alice: { cpu: 12 } } })).toThrow(
      "add up to 6.00, more than its total of 5.00 on the current plan.",
    );
    const falling = { ...scene, before: { alice: 200n }, perUser: { alice: { cpu: 7 } } };
    expect(() => plan(falling)).toThrow("The part of alice in cpu would fall from 8.00 to 7.00.");
    expect(() => plan({ ...scene, perUser: { alice: { cpu: 5 } }, choices: { onDecrease: "send" } })).toThrow(
      expect.objectContaining({
        reason: "below-closed",
        message: expect.stringMatching(/alice in cpu would be 5\.00, but .* hold 6\.00/),
      }),
    );
  });
});
