import type { Provider } from "../dialects/provider.ts";
import type { ProviderApi } from "../dialects/provider-api.ts";
import type { ReportTarget, UsageAmount } from "../dialects/usage-reporting.ts";
import { BadRequestError, ExchangeError, InvalidArgumentError, UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { type AmountInput, formatAmount, type Hundredths, parseAmount } from "../values/amount.ts";
import { billingMonth } from "../values/billing-month.ts";
import { composeReport } from "./compose-report.ts";

/** How a usage report is made; every choice defaults to the careful one. */
export interface ReportUsageOptions {
  /** Kept with the reported components, at most 2,000 characters. */
  readonly description?: string | undefined;
  /** A total below the stored one: refuse the report, send it, or keep the stored total of that component. Default `error`. */
  readonly onDecrease?: "error" | "send" | "skip" | undefined;
  /**
   * Reportable components the report leaves out: send their stored total again, send zero, refuse the report, or send
   * nothing for them. Default `keep`: a server shows an allocation only the components of its last report.
   * `omit` is not possible on a 2021 server.
   */
  readonly missing?: "keep" | "zero" | "error" | "omit" | undefined;
  /** When the amounts were measured: refused if that month is over by now, for they would count for the next one. */
  readonly measuredAt?: Date | undefined;
  /** Sends the report although nothing has changed. */
  readonly force?: boolean | undefined;
  /** Returns what would be sent, and sends nothing. */
  readonly dryRun?: boolean | undefined;
}

/** The month's totals by component type, such as `{ cpu: 10, gpu: "3.50" }`. */
export type UsageAmounts = Readonly<Record<string, AmountInput>>;

/** What a report did, or with `dryRun` would do. */
export interface ReportUsageResult {
  readonly outcome: "changed" | "unchanged";
  readonly dryRun: boolean;
  /** The components that were sent; none when nothing has changed. */
  readonly sent: readonly { readonly type: string; readonly amount: string; readonly description?: string }[];
  /** The stored totals before the report. */
  readonly stored: Readonly<Record<string, string>>;
  readonly planPeriodUuid?: string;
}

/** What the workflow needs to know of time. */
export interface UsageClock {
  now(): number;
  readonly billingTimeZone: string;
}

/** A report, checked as far as that can be done without the server. */
export interface UsageReport {
  readonly resourceUuid: string;
  readonly wanted: ReadonlyMap<string, Hundredths>;
  /** The month the amounts are of, as `YYYY-MM-01`. */
  readonly month: string;
  readonly options: ReportUsageOptions;
}

/** Reports the month's totals of an allocation: reads what is stored, checks, and sends only what differs. */
export async function reportUsage(
  provider: Provider,
  resourceUuid: string,
  amounts: UsageAmounts,
  options: ReportUsageOptions,
  call: Call,
  clock: UsageClock,
): Promise<ReportUsageResult> {
  const report = prepareReport(resourceUuid, amounts, options, clock);
  const api = await provider.resolve(call);
  const target = await api.usages.reporting.readTarget(resourceUuid, report.month, call);
  return reportTo(api, target, report, call, clock);
}

/**
 * Checks a report before anything is read.
 *
 * @throws {InvalidArgumentError} No amounts, or a description that is too long.
 * @throws {UsageReportError} `bad-amount`, `month-changed`.
 */
export function prepareReport(
  resourceUuid: string,
  amounts: UsageAmounts,
  options: ReportUsageOptions,
  clock: UsageClock,
): UsageReport {
  const wanted = parseAmounts(amounts);
  requireDescription(options.description);
  const month = billingMonth(options.measuredAt ?? clock.now(), clock.billingTimeZone);
  requireStill(month, clock);
  return { resourceUuid, wanted, month, options };
}

/** Makes a report of which it is known where it goes and what is stored: sends it, if it differs from that. */
export async function reportTo(
  api: ProviderApi,
  target: ReportTarget,
  report: UsageReport,
  call: Call,
  clock: UsageClock,
): Promise<ReportUsageResult> {
  const { resourceUuid, wanted, month, options } = report;
  const usages = composeReport(wanted, target, options, api.usages.reporting);
  if (options.force !== true && areStored(usages, target)) return resultOf(target, [], options);
  if (options.dryRun !== true) {
    // Reading took time: the amounts must not be booked on a month that has begun meanwhile.
    requireStill(month, clock);
    await sendReport(api, resourceUuid, target, usages, month, call);
  }
  return resultOf(target, usages, options);
}

function parseAmounts(amounts: UsageAmounts): Map<string, Hundredths> {
  const wanted = new Map(
    Object.entries(amounts).map(([type, amount]) => [type, parseAmount(amount, type)] as const),
  );
  if (wanted.size > 0) return wanted;
  throw new InvalidArgumentError("amounts", "amounts must name at least one component. Nothing was sent.");
}

/** Beyond this, the servers' column overflows and the answer is a 500. */
const MAX_DESCRIPTION = 2000;

export function requireDescription(description: string | undefined): void {
  if ((description?.length ?? 0) > MAX_DESCRIPTION) {
    throw new InvalidArgumentError(
      "description",
      `description must not be longer than ${MAX_DESCRIPTION} characters. Nothing was sent.`,
    );
  }
}

function requireStill(month: string, { now, billingTimeZone }: UsageClock): void {
  if (billingMonth(now(), billingTimeZone) === month) return;
  throw new UsageReportError(
    "month-changed",
    `The amounts are those of ${month.slice(0, 7)}, and that month is over: sent now they would count for the next one. Nothing was sent.`,
  );
}

/**
 * Sends the report. After a lost answer only what is stored tells whether it arrived; totals may be sent again.
 *
 * @throws {UsageReportError} `not-reportable`, `over-limit`: the server's refusals, in the sdk's words.
 */
async function sendReport(
  api: ProviderApi,
  resourceUuid: string,
  target: ReportTarget,
  usages: readonly UsageAmount[],
  month: string,
  call: Call,
): Promise<void> {
  try {
    await api.usages.set({ ...target.address, usages }, call);
  } catch (error) {
    if (error instanceof BadRequestError) throw refusalOf(error);
    if (!(error instanceof ExchangeError) || !error.maybeApplied) throw error;
    const now = await api.usages.reporting.readTarget(resourceUuid, month, call).catch(() => {
      throw error;
    });
    if (!areStored(usages, now)) throw error;
  }
}

function areStored(usages: readonly UsageAmount[], { stored }: ReportTarget): boolean {
  return usages.every(({ type, amount }) => stored.get(type)?.amount === amount);
}

function refusalOf(error: BadRequestError): BadRequestError | UsageReportError {
  if ("resource" in error.fieldErrors) {
    return new UsageReportError(
      "not-reportable",
      "Usage can be reported for a resource that is OK, Updating or Terminating only, and this one is not.",
      { cause: error },
    );
  }
  // The check of the offering's limits runs while the components are being stored, one after the other.
  if (Array.isArray(error.body)) {
    return new UsageReportError(
      "over-limit",
      `${error.body.join(" ")} Components of this report may have been stored all the same: read them back (usages.list).`,
      { cause: error },
    );
  }
  return error;
}

function resultOf(
  { address, stored }: ReportTarget,
  usages: readonly UsageAmount[],
  { dryRun = false }: ReportUsageOptions,
): ReportUsageResult {
  return {
    outcome: usages.length === 0 ? "unchanged" : "changed",
    dryRun,
    sent: usages.map(({ type, amount, description }) => ({
      type,
      amount: formatAmount(amount),
      ...(description === undefined ? {} : { description }),
    })),
    stored: Object.fromEntries([...stored].map(([type, { amount }]) => [type, formatAmount(amount)])),
    ...(address.planPeriodUuid === undefined ? {} : { planPeriodUuid: address.planPeriodUuid }),
  };
}
