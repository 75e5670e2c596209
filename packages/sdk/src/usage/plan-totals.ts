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
  /** What the server is to do with it in the next month. */
  readonly policy?: string | undefined;
}

/**
 * Works out which components to send, with which amounts: no request, no clock. What closed plan periods of the month
 * hold is not sent again, and what a row shows besides its amount stays.
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
  /** What plan periods hold of it that ended in the month. */
  readonly closed: Hundredths;
}

/**
 * What falls to the open plan period; undefined for a decrease that is to be skipped.
 *
 * @param what - What it is the amount of, for the error.
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

/** What is stored, to be sent again: without its description and its mark the server would erase them. */
function keptOf(type: string, { open, closed }: StoredMonth): UsageAmount {
  const { amount = 0n, description = "", policy = "none" } = open.get(type) ?? {};
  // A report takes the mark from all rows that the component has in the month.
  const mark = policy === "none" ? (closed.get(type)?.policy ?? policy) : policy;
  return { type, amount, policy: mark, description: description || undefined };
}

/** Whether nothing more has to be sent for these to be stored. Texts are compared as servers keep them: trimmed. */
export function areStored(usages: readonly UsageAmount[], { open, closed }: StoredMonth): boolean {
  return usages.every(({ type, amount, description, policy }) => {
    const usage = open.get(type);
    // What closed periods hold may be all there is.
    if (usage === undefined) return amount === 0n && closed.has(type);
    return (
      usage.amount === amount &&
      (description === undefined || description.trim() === usage.description.trim()) &&
      (policy === undefined || policy === usage.policy)
    );
  });
}

/** @throws {UsageReportError} `invalid-component`: the server refuses a report that names any other. */
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
