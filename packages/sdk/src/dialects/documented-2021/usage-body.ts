import { InvalidArgumentError, UsageReportError } from "../../errors.ts";
import { formatAmount } from "../../values/amount.ts";
import type { UsageAmount, UsageRequest } from "../usage-reporting.ts";

/** A report as a 2021 server takes it: to a plan period, in whole numbers. */
export function usageBody({ planPeriodUuid, usages }: UsageRequest) {
  if (planPeriodUuid === undefined) {
    throw new InvalidArgumentError(
      "plan_period",
      "A 2021 server takes usage by plan_period only; resources.reportUsage() finds it. Nothing was sent.",
    );
  }
  return { plan_period: planPeriodUuid, usages: usages.map(wholeUsage) };
}

const MAX_AMOUNT = 2n ** 31n;

/** This server keeps usage in an integer column: beyond it, the answer is a 500. */
function wholeUsage({ type, amount, description }: UsageAmount) {
  if (amount % 100n !== 0n || amount / 100n >= MAX_AMOUNT) {
    throw new UsageReportError(
      "bad-amount",
      `A 2021 server stores whole numbers below 2^31 only, and ${type} is ${formatAmount(amount)}. Nothing was sent.`,
      { component: type },
    );
  }
  return { type, amount: Number(amount / 100n), ...(description === undefined ? {} : { description }) };
}
