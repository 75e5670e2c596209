import { UsageReportError } from "../errors.ts";
import type { UsageRules } from "../servers/server.ts";
import {
  formatAmount,
  type GivenAmount,
  type Hundredths,
  type Rounding,
  roundAmount,
} from "../values/amount.ts";
import type { UsageAmount } from "./report-body.ts";
import { requireReportable } from "./reportable.ts";
import {
  type MissingUsagePolicy,
  markFor,
  type StoredMonth,
  type StoredUsage,
  sameMark,
  totalOf,
} from "./stored-usage.ts";

/** What is to be done where the amounts alone do not say it. */
export interface ReportChoices {
  /** Kept with the reported components, at most 2,000 characters. Default: what is stored with them stays. */
  readonly description?: string | undefined;
  /**
   * A total, or a user's part, below the stored one: refuse the report, send it, or leave that one as it is stored.
   *
   * @default "error"
   */
  readonly onDecrease?: "error" | "send" | "skip" | undefined;
  /**
   * Reportable components the report leaves out: send their stored total again, send zero, refuse the report, or send
   * nothing for them. A server shows an allocation only the components of its last report. `omit` is not possible on a
   * 2021 server.
   *
   * @default "keep"
   */
  readonly missing?: "keep" | "zero" | "error" | "omit" | undefined;
  /**
   * What the next month gets of the reported components if it is never reported: nothing, this amount again, or zero.
   * `zero` takes a server of 8.1. Default: what is stored with them stays, at first nothing.
   */
  readonly missingUsagePolicy?: MissingUsagePolicy | undefined;
  /**
   * Decimals beyond the two that servers keep (none on a 2021 server): refuse the report, cut them off, or round half to even.
   * Users' parts are always cut off, so that they never come to more than their total.
   *
   * @default "error"
   */
  readonly rounding?: Rounding | undefined;
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
  choices: ReportChoices,
  rules: UsageRules,
): UsageAmount[] {
  requireReportable(wanted.keys(), reportable);
  const { missing = "keep", rounding = "error", description } = choices;
  const told = { ...choices, decimals: rules.decimals };
  return reportable.flatMap((type) => {
    const given = wanted.get(type);
    if (given !== undefined) {
      const total = roundAmount(given, rules.decimals, rounding, type);
      return shareOf(type, total, stored, told, description);
    }
    if (missing === "error" || (missing === "omit" && rules.needsEveryComponent)) throw leftOut(type, rules);
    if (missing === "omit") return [];
    if (missing === "zero")
      return shareOf(type, 0n, stored, { ...told, missingUsagePolicy: undefined }, undefined);
    if (!stored.open.has(type) && !rules.needsEveryComponent) return [];
    return [kept(type, stored)];
  });
}

/** The part of the month's total that falls to the open plan period. */
function shareOf(
  type: string,
  total: Hundredths,
  stored: StoredMonth,
  {
    onDecrease = "error",
    missingUsagePolicy: policy,
    decimals,
  }: ReportChoices & Pick<UsageRules, "decimals">,
  description: string | undefined,
): UsageAmount {
  const before = totalOf(stored, type);
  const closed = stored.closed.get(type)?.amount ?? 0n;
  const isDecrease = before !== undefined && total < before;
  if (isDecrease && onDecrease === "skip") return kept(type, stored);
  if (total < closed) throw belowClosed(type, [total, closed], decimals);
  if (isDecrease && onDecrease === "error") throw decrease(type, [before, total], decimals);
  return {
    ...kept(type, stored),
    amount: total - closed,
    ...(description === undefined ? {} : { description }),
    ...(policy === undefined ? {} : { mark: markFor(policy), isMarkChosen: true }),
  };
}

/** What is stored, to be sent again: without its description and its mark the server would erase them. */
function kept(type: string, { open, closed }: StoredMonth): UsageAmount {
  const stored: StoredUsage | undefined = open.get(type);
  // A report takes the mark from all rows that the component has in the month.
  const mark = { ...closed.get(type)?.mark, ...stored?.mark };
  const { amount = 0n, description = "" } = stored ?? {};
  return { type, amount, mark, ...(description === "" ? {} : { description }) };
}

/** Whether nothing more has to be sent for these to be stored. Texts are compared as servers keep them: trimmed. */
export function areStored(usages: readonly UsageAmount[], stored: StoredMonth): boolean {
  return usages.every(({ type, amount, description, mark, isMarkChosen }) => {
    const usage = stored.open.get(type);
    // What closed periods hold may be all there is.
    if (usage === undefined) return amount === 0n && stored.closed.has(type);
    if (isMarkChosen === true && !sameMark(mark, usage.mark)) return false;
    return (
      usage.amount === amount &&
      (description === undefined || description.trim() === usage.description.trim())
    );
  });
}

function leftOut(type: string, { needsEveryComponent }: UsageRules): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `The report leaves out ${type}${needsEveryComponent ? ", and a 2021 server needs every reportable component" : ""}. Nothing was sent.`,
    { component: type },
  );
}

/** A month's total cannot fall unless something was measured wrongly, now or before: the caller decides. */
function decrease(type: string, amounts: readonly Hundredths[], decimals: 0 | 2): UsageReportError {
  const [before, total] = amounts.map((amount) => formatAmount(amount, decimals));
  return new UsageReportError(
    "decrease",
    `The total of ${type} would fall from ${before} to ${total}. Amounts are the month's ` +
      `totals, not increments. If the lower total is right, pass onDecrease: "send". Nothing was sent.`,
    { component: type },
  );
}

function belowClosed(type: string, amounts: readonly Hundredths[], decimals: 0 | 2): UsageReportError {
  const [total, closed] = amounts.map((amount) => formatAmount(amount, decimals));
  return new UsageReportError(
    "below-closed",
    `The total of ${type} would be ${total}, but plan periods that ended with a change of plan this month hold ${closed}, ` +
      "and amounts sent to those are charged again. Ask the server's operator to correct the invoice. Nothing was sent.",
    { component: type },
  );
}
