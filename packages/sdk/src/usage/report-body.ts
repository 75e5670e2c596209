import type { SetUsageRequest, UsageItem } from "@puhuri/api-types";
import { InvalidArgumentError, UsageReportError } from "../errors.ts";
import type { UsageRules } from "../servers/server.ts";
import { formatAmount, type Hundredths } from "../values/amount.ts";
import type { UsageMark } from "./stored-usage.ts";

/** The total of one component for the month so far, ready to be sent. */
export interface UsageAmount {
  readonly type: string;
  readonly amount: Hundredths;
  readonly description?: string | undefined;
  readonly mark?: UsageMark;
  /** The caller has said so, and not only what was read. */
  readonly isMarkChosen?: boolean;
}

/** A usage report, addressed to a plan period or, on current servers, to a resource. */
export interface UsageRequest {
  readonly planPeriodUuid?: string | undefined;
  readonly resourceUuid?: string | undefined;
  /** A moment in the month reported on, on servers that take one. */
  readonly date?: string | undefined;
  readonly usages: readonly UsageAmount[];
}

/** A report in the form in which a server takes it: whole numbers on a 2021 server, decimal text since. */
export interface UsageReportBody extends SetUsageRequest {}

/**
 * Puts a report into the server's form.
 *
 * @throws {InvalidArgumentError} A 2021 server takes no report by resource.
 * @throws {UsageReportError} `reason: "bad-amount"`.
 */
export function reportBody({ address, decimals }: UsageRules, request: UsageRequest): UsageReportBody {
  const { resourceUuid, planPeriodUuid, date, usages } = request;
  if (address === "plan_period" && planPeriodUuid === undefined) {
    throw new InvalidArgumentError(
      "plan_period",
      "A 2021 server takes usage by plan_period only; resources.reportUsage() finds it. Nothing was sent.",
    );
  }
  return {
    ...(resourceUuid === undefined ? {} : { resource: resourceUuid }),
    ...(planPeriodUuid === undefined ? {} : { plan_period: planPeriodUuid }),
    ...(date === undefined ? {} : { date }),
    usages: usages.map(({ type, amount, description, mark }) => ({
      type,
      // As text: a number such as 0.1 + 0.2 is refused.
      amount: decimals === 0 ? wholeAmount(type, amount) : formatAmount(amount),
      ...(description === undefined ? {} : { description }),
      // A policy that was read goes back as it came, even one that the spec does not know.
      ...(mark as Pick<UsageItem, keyof UsageMark>),
    })),
  };
}

const LARGEST_WHOLE = 2n ** 31n;

/** A 2021 server keeps usage in an integer column: beyond it, the answer is a 500. */
function wholeAmount(type: string, amount: Hundredths): number {
  if (amount % 100n === 0n && amount / 100n < LARGEST_WHOLE) return Number(amount / 100n);
  throw new UsageReportError(
    "bad-amount",
    `A 2021 server stores only whole numbers below 2^31, and ${type} is ${formatAmount(amount)}. Nothing was sent.`,
    { component: type },
  );
}
