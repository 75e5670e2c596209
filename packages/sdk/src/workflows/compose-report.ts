import type { ReportTarget, StoredUsage, UsageAmount, UsageReporting } from "../dialects/usage-reporting.ts";
import { UsageReportError } from "../errors.ts";
import { formatAmount, type Hundredths } from "../values/amount.ts";

/** What is to be done where the amounts alone do not say it. */
export interface ReportChoices {
  /** Kept with the reported components, at most 2,000 characters. Without it, theirs is erased when their total changes. */
  readonly description?: string | undefined;
  /** A total below the stored one: refuse the report, send it, or leave that component as it is stored. Default `error`. */
  readonly onDecrease?: "error" | "send" | "skip" | undefined;
  /**
   * Reportable components the report leaves out: send their stored total again, send zero, refuse the report, or send
   * nothing for them. Default `keep`: a server shows an allocation only the components of its last report.
   * `omit` is not possible on a 2021 server.
   */
  readonly missing?: "keep" | "zero" | "error" | "omit" | undefined;
}

type Rules = Pick<UsageReporting, "wholeNumbers" | "needsEveryComponent">;

/**
 * Works out which components to send, with which totals: no request, no clock.
 *
 * @throws {UsageReportError} `invalid-component`, `missing-component`, `decrease`, `bad-amount`.
 */
export function composeReport(
  wanted: ReadonlyMap<string, Hundredths>,
  target: ReportTarget,
  choices: ReportChoices,
  rules: Rules,
): UsageAmount[] {
  requireReportable([...wanted.keys()], target.reportable);
  if (rules.wholeNumbers) for (const [type, amount] of wanted) requireWhole(type, amount);
  const { description } = choices;
  return target.reportable.flatMap((type) => {
    const amount = wanted.get(type);
    if (amount === undefined) return fillMissing(type, target, choices, rules);
    const before = target.stored.get(type);
    const isAsStored = description === undefined && before?.amount === amount;
    if (isAsStored && before.description !== "") return [keptAs(type, before)];
    const usage = { type, amount, ...(description === undefined ? {} : { description }) };
    return [settleDecrease(usage, target, choices)];
  });
}

/** @throws {UsageReportError} `invalid-component`: the server refuses a report that names any other. */
export function requireReportable(types: readonly string[], reportable: readonly string[]): void {
  const invalid = types.filter((type) => !reportable.includes(type));
  const [component] = invalid;
  if (component === undefined) return;
  throw new UsageReportError(
    "invalid-component",
    `The offering has no reportable component ${invalid.join(", ")}. Reportable (billed by usage or limit): ${
      reportable.join(", ") || "none"
    }. Nothing was sent.`,
    { component },
  );
}

function requireWhole(type: string, amount: Hundredths): void {
  if (amount % 100n === 0n) return;
  throw new UsageReportError(
    "bad-amount",
    `A 2021 server keeps whole numbers only, and ${type} is ${formatAmount(amount)}: round it as your contract says. Nothing was sent.`,
    { component: type },
  );
}

/** A month's total cannot fall unless something was measured wrongly, now or before: the caller decides. */
function settleDecrease(
  usage: UsageAmount,
  { stored }: ReportTarget,
  { onDecrease = "error" }: ReportChoices,
): UsageAmount {
  const { type, amount } = usage;
  const before = stored.get(type);
  if (before === undefined || amount >= before.amount || onDecrease === "send") return usage;
  if (onDecrease === "skip") return keptAs(type, before);
  throw new UsageReportError(
    "decrease",
    `The total of ${type} would fall from ${formatAmount(before.amount)} to ${formatAmount(amount)}. Amounts are the month's ` +
      `totals, not increments. If it is right, pass onDecrease: "send". Nothing was sent.`,
    { component: type },
  );
}

function fillMissing(
  type: string,
  target: ReportTarget,
  choices: ReportChoices,
  { needsEveryComponent }: Rules,
): UsageAmount[] {
  const { missing = "keep" } = choices;
  if (missing === "error" || (missing === "omit" && needsEveryComponent)) {
    throw new UsageReportError(
      "missing-component",
      `The report leaves out ${type}${needsEveryComponent ? ", and a 2021 server wants every reportable component" : ""}. Nothing was sent.`,
      { component: type },
    );
  }
  if (missing === "omit") return [];
  if (missing === "zero") return [settleDecrease({ type, amount: 0n }, target, choices)];
  const kept = target.stored.get(type);
  if (kept !== undefined) return [keptAs(type, kept)];
  return needsEveryComponent ? [{ type, amount: 0n }] : [];
}

/** What is stored, sent again: without its description the server would erase that. */
function keptAs(type: string, { amount, description }: StoredUsage): UsageAmount {
  return { type, amount, description };
}
