import type { Provider } from "../dialects/provider.ts";
import type { ProviderApi } from "../dialects/provider-api.ts";
import type { ReportTarget, UsageReportBody } from "../dialects/usage-reporting.ts";
import { InvalidArgumentError } from "../errors.ts";
import { withinCall } from "../http/attempt.ts";
import { CALL_KEYS, type Call, type CallOptions } from "../http/call.ts";
import { type AmountInput, formatAmount, type Hundredths, parseAmount } from "../values/amount.ts";
import {
  type KeysOf,
  requireFlag,
  requireKeys,
  requireObject,
  requireOneOf,
  requireText,
} from "../values/arguments.ts";
import { composeReport, type ReportChoices } from "./compose-report.ts";
import { monthOf, requireStill, requireStillThere, type UsageClock, withinMonth } from "./month-guard.ts";
import { requirePlan, requireReportableState } from "./not-reportable.ts";
import { areStored, sendReport } from "./send-report.ts";
import { planUserUsages, sendUserUsages, type UserUsageReport } from "./send-user-usages.ts";
import type { Turns, Wait } from "./turns.ts";
import { parseUserAmounts, type UserAmounts, type UserUsages } from "./user-usages.ts";

/** How a usage report is made; every choice defaults to the careful one. */
export interface ReportUsageOptions extends ReportChoices {
  /**
   * What single users used of it, by username and component type. Their parts may not come to more than the total;
   * users left out stay as they are stored. Current servers only.
   */
  readonly perUser?: UserAmounts | undefined;
  /** When the amounts were measured: refused if that month is over by now, for they would count for the next one. */
  readonly measuredAt?: Date | undefined;
  /** Sends the report although nothing has changed. */
  readonly force?: boolean | undefined;
  /** Returns what would be sent, and writes nothing. */
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
  /** The same as the body of the request. */
  readonly request?: UsageReportBody;
  /** The users' parts that were sent. */
  readonly perUser: readonly UserUsageReport[];
  /** The stored totals before the report. */
  readonly stored: Readonly<Record<string, string>>;
  readonly planPeriodUuid?: string;
}

/** A report, checked as far as that can be done without the server. */
export interface UsageReport {
  readonly resourceUuid: string;
  readonly wanted: ReadonlyMap<string, Hundredths>;
  readonly users: UserUsages;
  /** The month the amounts are of, as `YYYY-MM-01`. */
  readonly month: string;
  readonly options: ReportUsageOptions;
}

/**
 * Reports the month's totals of an allocation: reads what is stored, checks, and sends only what differs.
 *
 * Reports of one allocation take turns: what one leaves out it sends as it was read, and that must not be what another
 * is just about to change.
 */
export async function reportUsage(
  provider: Provider,
  report: UsageReport,
  turns: Turns,
  call: Call,
  clock: UsageClock,
): Promise<ReportUsageResult> {
  const api = await provider.resolve(call);
  requireUserUsages(api, report);
  const { resourceUuid, month } = report;
  const wait: Wait = (before) => withinCall(call, clock.now(), SENDING, before);
  return turns.run(resourceUuid, wait, async () => {
    const target = await api.usages.reporting.readTarget(resourceUuid, month, call);
    return reportTo(api, target, report, call, clock);
  });
}

const KEYS: KeysOf<ReportUsageOptions & CallOptions> = {
  description: true,
  onDecrease: true,
  missing: true,
  perUser: true,
  measuredAt: true,
  force: true,
  dryRun: true,
  ...CALL_KEYS,
};

const SENDING = {
  operation: "component_usages_set_usage",
  method: "POST",
  path: "/api/marketplace-component-usages/set_usage/",
};

/**
 * Checks a report before anything is read.
 *
 * @throws {InvalidArgumentError} No amounts, an option that is not what it should be, or a description that is too long.
 * @throws {UsageReportError} `bad-amount`, `month-changed`.
 */
export function prepareReport(
  resourceUuid: string,
  amounts: UsageAmounts,
  options: ReportUsageOptions,
  clock: UsageClock,
): UsageReport {
  requireObject(options, "options");
  requireKeys(options, KEYS, "options");
  const { description, perUser = {}, measuredAt, onDecrease = "error", missing = "keep" } = options;
  const { force = false, dryRun = false } = options;
  const wanted = parseAmounts(amounts);
  const users = parseUserAmounts(perUser);
  requireDescription(description);
  requireOneOf(onDecrease, ["error", "send", "skip"], "onDecrease");
  requireOneOf(missing, ["keep", "zero", "error", "omit"], "missing");
  requireFlag(force, "force");
  requireFlag(dryRun, "dryRun");
  const month = monthOf(measuredAt, clock);
  requireStill(month, clock);
  return { resourceUuid, wanted, users, month, options: { ...options } };
}

/** Makes a report of which it is known where it goes and what is stored: sends what differs from that. */
export async function reportTo(
  api: ProviderApi,
  target: ReportTarget,
  report: UsageReport,
  call: Call,
  clock: UsageClock,
): Promise<ReportUsageResult> {
  requireUserUsages(api, report);
  const { reporting } = api.usages;
  const { resourceUuid, month, options } = report;
  const { force = false, dryRun = false } = options;
  const { address, stored } = target;
  const composed = composeReport(report.wanted, target, options, reporting);
  const usages = force || !areStored(composed, target) ? composed : [];
  const users = await planUserUsages(reporting, report, composed, target, call);
  const result: ReportUsageResult = {
    outcome: usages.length > 0 || users.size > 0 ? "changed" : "unchanged",
    dryRun,
    sent: usages.map(({ type, amount, description }) => ({
      type,
      amount: formatAmount(amount),
      ...(description === undefined ? {} : { description }),
    })),
    ...(usages.length > 0 ? { request: reporting.body({ ...address, usages }) } : {}),
    perUser: [...users].map(([type, parts]) => ({
      type,
      usages: parts.map(({ username, amount }) => ({ username, usage: formatAmount(amount) })),
    })),
    stored: Object.fromEntries([...stored].map(([type, { amount }]) => [type, formatAmount(amount)])),
    ...(address.planPeriodUuid === undefined ? {} : { planPeriodUuid: address.planPeriodUuid }),
  };
  if (result.outcome === "unchanged") return result;
  if (!force) requirePlan(target.hasPlan);
  if (dryRun) {
    // A report itself leaves that to the server: the state may have changed since.
    if (!force) requireReportableState(target.state);
    return result;
  }

  // Reading took time: the amounts must not be booked on a month that has begun meanwhile.
  requireStill(month, clock);
  await requireStillThere(month, clock, () => reporting.readStored(resourceUuid, month, call));
  const inMonth = withinMonth(call, month, clock);
  const sending = { resourceUuid, month, address, usages, stored };
  if (usages.length > 0) await sendReport(api, sending, call, inMonth);
  await sendUserUsages(
    reporting,
    { resourceUuid, month, users, stored, afterTotal: usages.length > 0 },
    inMonth,
  );
  return result;
}

function parseAmounts(amounts: UsageAmounts): Map<string, Hundredths> {
  requireObject(amounts, "amounts");
  const wanted = new Map(
    Object.entries(amounts).map(([type, amount]) => [type, parseAmount(amount, type)] as const),
  );
  if (wanted.size > 0) return wanted;
  throw new InvalidArgumentError("amounts", "amounts must name at least one component. Nothing was sent.");
}

/** Beyond this, the servers' column overflows and the answer is a 500. */
const MAX_DESCRIPTION = 2000;

/** @throws {InvalidArgumentError} The description is not text, or too long. */
export function requireDescription(description: string | undefined): void {
  if (description !== undefined) requireText(description, "description", { max: MAX_DESCRIPTION });
}

/** @throws {UnsupportedByServerError} The report holds users' parts, and the server keeps none. */
function requireUserUsages({ usages }: ProviderApi, { users }: UsageReport): void {
  const missing = usages.userListing.missing?.();
  if (users.size > 0 && missing !== undefined) throw missing;
}
