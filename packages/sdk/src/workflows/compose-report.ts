import type { ReportTarget, UsageAmount, UsageReporting } from "../dialects/usage-reporting.ts";
import { UsageReportError } from "../errors.ts";
import { formatAmount, type Hundredths } from "../values/amount.ts";
import type { ReportUsageOptions } from "./report-usage.ts";

/**
 * Works out which components to send, with which totals: no request, no clock.
 *
 * @throws {UsageReportError} `invalid-component`, `missing-component`, `decrease`, `bad-amount`.
 */
export function composeReport(
  wanted: ReadonlyMap<string, Hundredths>,
  target: ReportTarget,
  options: ReportUsageOptions,
  rules: Pick<UsageReporting, "wholeNumbers" | "needsEveryComponent">,
): UsageAmount[] {
  requireReportable([...wanted.keys()], target.reportable);
  if (rules.wholeNumbers) for (const [type, amount] of wanted) requireWhole(type, amount);
  const reported = new Map(
    [...wanted].map(([type, amount]) => [type, settleDecrease(type, amount, target, options)]),
  );
  const { description } = options;
  return target.reportable.flatMap((type) => {
    const amount = reported.get(type);
    if (amount !== undefined)
      return [{ type, amount, ...(description === undefined ? {} : { description }) }];
    return fillMissing(type, target, options, rules);
  });
}

function requireReportable(types: readonly string[], reportable: readonly string[]): void {
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
  type: string,
  amount: Hundredths,
  { stored }: ReportTarget,
  { onDecrease = "error" }: ReportUsageOptions,
): Hundredths {
  const before = stored.get(type)?.amount;
  if (before === undefined || amount >= before || onDecrease === "send") return amount;
  if (onDecrease === "skip") return before;
  throw new UsageReportError(
    "decrease",
    `The total of ${type} would fall from ${formatAmount(before)} to ${formatAmount(amount)}. Amounts are the month's totals, ` +
      `not increments. If it is right, pass onDecrease: "send". Nothing was sent.`,
    { component: type },
  );
}

function fillMissing(
  type: string,
  { stored }: ReportTarget,
  { missing = "keep" }: ReportUsageOptions,
  { needsEveryComponent }: Pick<UsageReporting, "needsEveryComponent">,
): UsageAmount[] {
  if (missing === "error" || (missing === "omit" && needsEveryComponent)) {
    throw new UsageReportError(
      "missing-component",
      `The report leaves out ${type}${needsEveryComponent ? ", and a 2021 server wants every reportable component" : ""}. Nothing was sent.`,
      { component: type },
    );
  }
  if (missing === "omit") return [];
  const kept = stored.get(type);
  if (missing === "keep" && kept !== undefined) return [{ type, ...kept }];
  return missing === "zero" || needsEveryComponent ? [{ type, amount: 0n }] : [];
}
