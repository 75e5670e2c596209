import { UsageReportError } from "../errors.ts";
import type { UsageRules } from "../servers/server.ts";
import { formatAmount, type GivenAmount, type Hundredths, roundAmount } from "../values/amount.ts";
import type { ReportUsageOptions } from "./report.ts";
import { type StoredMonth, totalOf } from "./stored-usage.ts";

/** The total of one component for the month so far, ready to be sent. */
export interface UsageAmount {
  readonly type: string;
  readonly amount: Hundredths;
  readonly description?: string | undefined;
  /** What the next month gets if it is never reported: a `MissingUsagePolicy`, or a word of a newer server. */
  readonly policy?: string | undefined;
}

/**
 * Works out which components to send, with which amounts: no request, no clock. What closed plan periods of the month
 * hold is subtracted, and descriptions and policies stay unless the options change them.
 *
 * @throws {UsageReportError} `invalid-component`, `missing-component`, `decrease`, `below-closed`, `bad-amount`.
 */
export function planTotals(
  wanted: ReadonlyMap<string, GivenAmount>,
  stored: StoredMonth,
  reportable: readonly string[],
  options: ReportUsageOptions,
  { decimals, needsEveryComponent }: UsageRules,
): UsageAmount[] {
  requireComponents(wanted.keys(), reportable);
  const { missing = "keep", rounding = "error" } = options;
  return reportable.flatMap((type) => {
    const given = wanted.get(type);
    const kept = keptOf(type, stored);
    if (given === undefined) {
      if (missing === "error" || (missing === "omit" && needsEveryComponent))
        throw leftOut(type, needsEveryComponent);
      if (missing === "omit") return [];
      if (missing === "keep") return stored.open.has(type) || needsEveryComponent ? [kept] : [];
    }
    const amount = shareOf(`The total of ${type}`, type, options, decimals, {
      total: given === undefined ? 0n : roundAmount(given, decimals, rounding, type),
      before: totalOf(stored, type),
      closed: stored.closed.get(type)?.amount ?? 0n,
    });
    if (amount === undefined) return [kept];
    if (given === undefined) return [{ ...kept, amount }];
    const { description = kept.description, missingUsagePolicy: policy = kept.policy } = options;
    return [{ type, amount, description, policy }];
  });
}

/** Amounts of the month so far. */
interface Amounts {
  readonly total: Hundredths;
  /** What is stored; undefined if nothing is. */
  readonly before: Hundredths | undefined;
  /** What closed plan periods of the month hold of it. */
  readonly closed: Hundredths;
}

/**
 * What the open plan period is to hold; undefined for a decrease that is to be skipped.
 *
 * @param what - Names the amount in errors.
 * @throws {UsageReportError} `decrease`, `below-closed`.
 */
export function shareOf(
  what: string,
  component: string,
  { onDecrease = "error" }: ReportUsageOptions,
  decimals: 0 | 2,
  { total, before, closed }: Amounts,
): Hundredths | undefined {
  const isDecrease = before !== undefined && total < before;
  if (isDecrease && onDecrease === "skip") return undefined;
  const text = (amount: Hundredths) => formatAmount(amount, decimals);
  if (total < closed) {
    throw new UsageReportError(
      "below-closed",
      `${what} would be ${text(total)}, but plan periods that ended with a change of plan this month hold ${text(closed)}, ` +
        "and amounts sent to those are charged again. Ask the server's operator to correct the invoice. Nothing was sent.",
      { component },
    );
  }
  if (isDecrease && onDecrease === "error") {
    throw new UsageReportError(
      "decrease",
      `${what} would fall from ${text(before)} to ${text(total)}. Amounts are the month's totals, not increments. ` +
        'If the lower total is right, pass onDecrease: "send". Nothing was sent.',
      { component },
    );
  }
  return total - closed;
}

/** What is stored, to be sent again. If it came without its description and policy, the server would erase them. */
function keptOf(type: string, { open, closed }: StoredMonth): UsageAmount {
  const { amount = 0n, description = "", policy = "none" } = open.get(type) ?? {};
  // A report without it would erase the policy of the component's closed rows too.
  const keptPolicy = policy === "none" ? (closed.get(type)?.policy ?? policy) : policy;
  return { type, amount, policy: keptPolicy, description: description || undefined };
}

/** Whether all of this is stored. Texts are compared as servers keep them: trimmed. */
export function areStored(usages: readonly UsageAmount[], { open, closed }: StoredMonth): boolean {
  return usages.every(({ type, amount, description, policy }) => {
    const usage = open.get(type);
    // Closed periods may hold all of the total.
    if (usage === undefined) return amount === 0n && closed.has(type);
    return (
      usage.amount === amount &&
      (description === undefined || description.trim() === usage.description.trim()) &&
      (policy === undefined || policy === usage.policy)
    );
  });
}

/** @throws {UsageReportError} `invalid-component`: the server would refuse the report. */
export function requireComponents(types: Iterable<string>, reportable: readonly string[]): void {
  const invalid = [...types].filter((type) => !reportable.includes(type));
  const [component] = invalid;
  if (component === undefined) return;
  throw new UsageReportError(
    "invalid-component",
    `The offering has no reportable component ${invalid.join(", ")}. You can report (billed by usage or limit): ${
      reportable.join(", ") || "none"
    }. Nothing was sent.`,
    { component },
  );
}

function leftOut(component: string, isNeeded: boolean): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `The report leaves out ${component}${isNeeded ? ", and a 2021 server needs every reportable component" : ""}. Nothing was sent.`,
    { component },
  );
}
