import { formatAmount } from "../../values/amount.ts";
import type { UsageRequest } from "../usage-reporting.ts";

/** A report as current servers take it. Amounts go out as text: a number such as 0.1 + 0.2 is refused. */
export function usageBody({ resourceUuid, planPeriodUuid, date, usages }: UsageRequest) {
  return {
    ...(resourceUuid === undefined ? {} : { resource: resourceUuid }),
    ...(planPeriodUuid === undefined ? {} : { plan_period: planPeriodUuid }),
    ...(date === undefined ? {} : { date }),
    usages: usages.map(({ type, amount, description }) => ({
      type,
      amount: formatAmount(amount),
      ...(description === undefined ? {} : { description }),
    })),
  };
}
