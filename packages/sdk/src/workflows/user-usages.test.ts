import { describe, expect, test } from "vitest";
import type { ReportTarget } from "../dialects/usage-reporting.ts";
import { changedParts, parseUserAmounts, requireWithinTotals, type UserAmounts } from "./user-usages.ts";

const TARGET: ReportTarget = {
  address: { resourceUuid: "r" },
  reportable: ["cpu", "gpu"],
  state: "OK",
  hasPlan: true,
  stored: new Map([["cpu", { amount: 1000n, description: "", uuid: "usage-of-cpu" }]]),
};

function check(perUser: UserAmounts, cpu?: bigint): void {
  const usages = cpu === undefined ? [] : [{ type: "cpu", amount: cpu }];
  requireWithinTotals(parseUserAmounts(perUser), usages, TARGET);
}

describe("what single users used", () => {
  test("is read by component, with usernames trimmed", () => {
    expect(parseUserAmounts({ " alice ": { cpu: 1.5, gpu: "2" }, bob: { cpu: 0n } })).toEqual(
      new Map([
        [
          "cpu",
          [
            { username: "alice", amount: 150n },
            { username: "bob", amount: 0n },
          ],
        ],
        ["gpu", [{ username: "alice", amount: 200n }]],
      ]),
    );
  });

  test.each<[string, UserAmounts, object]>([
    ["a username twice", { alice: { cpu: 1 }, "alice ": { cpu: 2 } }, { code: "invalid-argument" }],
    ["a blank username", { " ": { cpu: 1 } }, { code: "invalid-argument" }],
    ["a username of 101 characters", { ["a".repeat(101)]: { cpu: 1 } }, { code: "invalid-argument" }],
    ["a negative amount", { alice: { cpu: -1 } }, { reason: "bad-amount", component: "cpu" }],
    ["three decimals", { alice: { cpu: "1.005" } }, { reason: "bad-amount", component: "cpu" }],
  ])("is refused for %s", (_, perUser, expected) => {
    expect(() => parseUserAmounts(perUser)).toThrow(expect.objectContaining(expected));
  });

  test("may come to the total, the reported one before the stored one", () => {
    check({ alice: { cpu: 7 }, bob: { cpu: "3.00" } });
    check({ alice: { cpu: 7 }, bob: { cpu: 5 } }, 1200n);
  });

  test.each<[string, UserAmounts, object, bigint?]>([
    ["more than the stored total", { a: { cpu: 10 }, b: { cpu: "0.01" } }, { reason: "above-total" }],
    ["more than the reported total", { a: { cpu: 9 } }, { reason: "above-total", component: "cpu" }, 899n],
    ["a component without a total", { a: { gpu: 1 } }, { reason: "missing-component", component: "gpu" }],
    ["a component that cannot be reported", { a: { setup: 1 } }, { reason: "invalid-component" }],
  ])("is refused for %s", (_, perUser, expected, total) => {
    expect(() => check(perUser, total)).toThrow(expect.objectContaining(expected));
  });

  test("is sent where it differs from what is stored, or is not stored", () => {
    const users = parseUserAmounts({ alice: { cpu: 7 }, bob: { cpu: 2 }, carol: { cpu: 1, gpu: 1 } });
    const stored = new Map([
      [
        "usage-of-cpu",
        new Map([
          ["alice", 700n],
          ["bob", 100n],
          ["dave", 100n],
        ]),
      ],
    ]);
    expect(changedParts(users, TARGET.stored, stored)).toEqual(
      new Map([
        [
          "cpu",
          [
            { username: "bob", amount: 200n },
            { username: "carol", amount: 100n },
          ],
        ],
        ["gpu", [{ username: "carol", amount: 100n }]],
      ]),
    );
  });
});
