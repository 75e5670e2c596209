import type {
  ReportTarget,
  StoredUserUsages,
  UsageAmount,
  UserUsageAmount,
} from "../dialects/usage-reporting.ts";
import { InvalidArgumentError, UsageReportError } from "../errors.ts";
import { accountName } from "../values/account-name.ts";
import { type AmountInput, formatAmount, type Hundredths, parseAmount } from "../values/amount.ts";
import { requireObject } from "../values/arguments.ts";
import { requireReportable } from "./compose-report.ts";

/** What each user used, by username and component type: `{ alice: { cpu: 7 }, bob: { cpu: "3.50" } }`. */
export type UserAmounts = Readonly<Record<string, Readonly<Record<string, AmountInput>>>>;

/** Totals of single users by component type, read and checked. */
export type UserUsages = ReadonlyMap<string, readonly UserUsageAmount[]>;

/**
 * Reads what a caller says of single users.
 *
 * @throws {InvalidArgumentError} A username is blank, too long, or there twice.
 * @throws {UsageReportError} `bad-amount`.
 */
export function parseUserAmounts(perUser: UserAmounts): UserUsages {
  requireObject(perUser, "perUser");
  const byType = new Map<string, UserUsageAmount[]>();
  const names = new Set<string>();
  for (const [name, amounts] of Object.entries(perUser)) {
    const username = accountName(name, { blank: false });
    if (names.has(username)) {
      throw new InvalidArgumentError("perUser", `perUser holds "${username}" twice. Nothing was sent.`);
    }
    names.add(username);
    requireObject(amounts, `perUser.${username}`);
    for (const [type, input] of Object.entries(amounts)) {
      const users = byType.get(type) ?? [];
      byType.set(type, users);
      users.push({ username, amount: parseAmount(input, type) });
    }
  }
  return byType;
}

/**
 * Checks the users' parts against the totals they are part of.
 *
 * @throws {UsageReportError} `invalid-component`, `missing-component`, `above-total`.
 */
export function requireWithinTotals(
  users: UserUsages,
  usages: readonly UsageAmount[],
  { reportable, stored }: ReportTarget,
): void {
  requireReportable([...users.keys()], reportable);
  for (const [type, parts] of users) {
    const total = usages.find((usage) => usage.type === type)?.amount ?? stored.get(type)?.amount;
    if (total === undefined) {
      throw new UsageReportError(
        "missing-component",
        `perUser names ${type}, of which no total is stored or reported. Nothing was sent.`,
        { component: type },
      );
    }
    const sum = parts.reduce((before, { amount }) => before + amount, 0n);
    if (sum <= total) continue;
    throw new UsageReportError(
      "above-total",
      `The users' parts of ${type} come to ${formatAmount(sum)}, more than its total of ${formatAmount(total)}. Nothing was sent.`,
      { component: type },
    );
  }
}

/** What of it has to be sent: the parts that are stored otherwise, or not at all. */
export function changedParts(
  users: UserUsages,
  stored: ReportTarget["stored"],
  known: StoredUserUsages,
): UserUsages {
  const changed = new Map<string, readonly UserUsageAmount[]>();
  for (const [type, parts] of users) {
    const before: ReadonlyMap<string, Hundredths> | undefined = known.get(stored.get(type)?.uuid ?? "");
    const differing = parts.filter(({ username, amount }) => before?.get(username) !== amount);
    if (differing.length > 0) changed.set(type, differing);
  }
  return changed;
}
