import type { Call, KeyedQueue, Wait } from "../http/call.ts";
import { withinCall } from "../http/call.ts";
import type { Provider } from "../servers/detect.ts";
import type { Server } from "../servers/server.ts";
import { formatAmount, roundAmount } from "../values/amount.ts";
import type { ReportUsageOptions, UsageReport } from "./check-report.ts";
import {
  requireStill,
  requireStillThere,
  runningMonth,
  serverUsageClock,
  type UsageClock,
  withinMonth,
} from "./month.ts";
import { fallingTypes, planParts } from "./plan-parts.ts";
import { areStored, planTotals } from "./plan-totals.ts";
import type { UsageReportBody } from "./report-body.ts";
import { reportableTypes, requirePlan, requireReportableState } from "./reportable.ts";
import { type PlannedReport, sendReport, totalsBody } from "./send-report.ts";
import {
  markFor,
  readMonth,
  readStoredMonth,
  readStoredParts,
  type StoredMonth,
  sameMark,
  storedMonthOf,
  storedTypes,
  totalOf,
  type UsageRow,
} from "./stored-usage.ts";

/** What a report did, or with `dryRun` would do. */
export interface ReportUsageResult {
  readonly outcome: "changed" | "unchanged";
  readonly dryRun: boolean;
  /** The amounts that were sent, by component type; none when nothing has changed. */
  readonly sent: Readonly<Record<string, string>>;
  /** The same as the body of the request. */
  readonly request?: UsageReportBody;
  /** The users' parts that were sent, by username and component type. */
  readonly perUser: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The month's totals before the report, by component type. */
  readonly stored: Readonly<Record<string, string>>;
  /** The month's totals after it. More than was sent, where an ended plan period holds a part of them. */
  readonly totals: Readonly<Record<string, string>>;
  /** The month, as `YYYY-MM-01`. */
  readonly month: string;
  readonly planPeriodUuid?: string;
}

/** What is known of an allocation before its usage is reported. */
export interface KnownUsage {
  readonly stored: StoredMonth;
  /** Types of the components that can be reported. */
  readonly reportable: readonly string[];
  /** The state it was in when it was read; undefined where that was not asked for. */
  readonly state: string | undefined;
  /** False only where it is known to have none. */
  readonly hasPlan: boolean;
}

/** A report to one server. */
export interface Reporting {
  readonly api: Server;
  readonly report: UsageReport;
  readonly clock: UsageClock;
  /** The month the server will book it on, as `YYYY-MM-01`. */
  readonly month: string;
}

/**
 * Finds out which month a report is for.
 *
 * @throws {UsageReportError} `month-changed`, `month-unclear`.
 * @throws {UnsupportedByServerError} It holds users' parts, and the server keeps none.
 */
export async function beginReport(times: Times, report: UsageReport, call: Call): Promise<Reporting> {
  const api = await times.provider.resolve(call);
  // Throws where there is none.
  if (report.parts.size > 0) void api.usages.userListing;
  const clock = await serverUsageClock(times, api, report.at, call);
  return { api, report, clock, month: runningMonth(report.at, clock) };
}

/**
 * Reports the month's totals of an allocation: reads what is stored, checks, and sends only what differs.
 *
 * Reports of one allocation take turns: what one leaves out it sends as it was read, and that must not be what another
 * is just about to change.
 */
export async function reportUsage(
  times: Times & { readonly reportTurns: KeyedQueue },
  report: UsageReport,
  call: Call,
): Promise<ReportUsageResult> {
  const reporting = await beginReport(times, report, call);
  const wait: Wait = (before) => withinCall(call, reporting.clock.now(), SENDING, before);
  return times.reportTurns.run(report.resourceUuid, wait, () => readAndReport(reporting, call));
}

type Times = Parameters<typeof serverUsageClock>[0] & { readonly provider: Provider };

/**
 * Reads first as little as tells whether anything has changed: one request, where nothing has.
 *
 * @param known - What was read of the allocation before.
 */
export async function readAndReport(
  reporting: Reporting,
  call: Call,
  known: Partial<Omit<KnownUsage, "stored">> = {},
): Promise<ReportUsageResult> {
  const { api, report, month } = reporting;
  const { resourceUuid } = report;
  const rows = await readMonth(api, resourceUuid, month, call);
  const settled = settledBy(reporting, rows);
  if (settled !== undefined) return settled;
  const stored = await readStoredMonth(api, resourceUuid, month, call, rows);
  const facts = await readFacts(api, report, stored.offeringUuid, call, known);
  return reportKnown(reporting, { ...facts, stored }, call);
}

async function readFacts(
  { resources, offerings, usages }: Server,
  { resourceUuid, options }: UsageReport,
  offeringUuid: string | undefined,
  call: Call,
  known: Partial<Omit<KnownUsage, "stored">>,
): Promise<Omit<KnownUsage, "stored">> {
  // What has usage has a plan, or a plan period.
  const {
    reportable,
    state,
    hasPlan = usages.rules.address === "plan_period" || offeringUuid !== undefined,
  } = known;
  const isKnown =
    hasPlan && (reportable ?? offeringUuid) !== undefined && (state !== undefined || options.dryRun !== true);
  const facts = isKnown ? undefined : await resources.reportFacts(resourceUuid, call);
  return {
    state: facts?.state ?? state,
    hasPlan: facts?.hasPlan ?? hasPlan,
    reportable:
      reportable ??
      reportableTypes(await offerings.components(facts?.offeringUuid ?? offeringUuid ?? "", call)),
  };
}

/** Makes a report of an allocation of which all is known that it takes. */
export async function reportKnown(
  reporting: Reporting,
  known: KnownUsage,
  call: Call,
): Promise<ReportUsageResult> {
  const { api, report, month, clock } = reporting;
  const { resourceUuid, options } = report;
  const planned = await planReport(reporting, known, call);
  const result = resultOf(api, planned, options);
  if (result.outcome === "unchanged") return result;
  if (options.force !== true) {
    requirePlan(known.hasPlan);
    if (known.state !== undefined) requireReportableState(known.state);
  }
  if (result.dryRun) return result;

  // Reading took time: the amounts must not be booked on a month that has begun meanwhile.
  requireStill(month, clock);
  await requireStillThere(month, clock, () => readMonth(api, resourceUuid, month, call));
  await sendReport(api, planned, call, withinMonth(call, month, clock));
  return result;
}

/** What would be sent. Reads users' parts, where there are any to be compared. */
async function planReport(
  { api, report, month }: Reporting,
  { stored, reportable }: KnownUsage,
  call: Call,
): Promise<PlannedReport> {
  const { resourceUuid, wanted, parts, options } = report;
  const { rules } = api.usages;
  const totals = planTotals(wanted, stored, reportable, options, rules);
  const needsParts = parts.size > 0 || fallingTypes(totals, stored).length > 0;
  const storedParts =
    needsParts && rules.perUser && storedTypes(stored).length > 0
      ? await readStoredParts(api, resourceUuid, month, call)
      : new Map();
  return {
    resourceUuid,
    month,
    stored,
    usages: options.force === true || !areStored(totals, stored) ? totals : [],
    parts: planParts(parts, totals, stored, storedParts, reportable, options),
  };
}

/** The result, where the rows of the month alone show that there is nothing to send. */
export function settledBy(
  { api, report, month }: Reporting,
  rows: readonly UsageRow[],
): ReportUsageResult | undefined {
  const { wanted, parts, options, resourceUuid } = report;
  const { missing = "keep", rounding = "error", force, description, missingUsagePolicy: policy } = options;
  if (force === true || parts.size > 0 || missing === "zero" || missing === "error") return undefined;
  const stored = storedMonthOf(rows, undefined);
  // Two rows of a component: whether the month's total is their sum depends on the server.
  if (stored.closed.size > 0) return undefined;
  const isStored = [...wanted].every(([type, given]) => {
    const usage = stored.open.get(type);
    if (description !== undefined && usage?.description.trim() !== description.trim()) return false;
    if (policy !== undefined && !sameMark(markFor(policy), usage?.mark)) return false;
    return totalOf(stored, type) === roundAmount(given, api.usages.rules.decimals, rounding, type);
  });
  return isStored
    ? resultOf(api, { resourceUuid, month, usages: [], parts: new Map(), stored }, options)
    : undefined;
}

function resultOf(
  api: Server,
  planned: PlannedReport,
  { dryRun = false }: ReportUsageOptions,
): ReportUsageResult {
  const { usages, parts, stored, month } = planned;
  const { planPeriodUuid } = stored;
  const text = (amount: bigint) => formatAmount(amount, api.usages.rules.decimals);
  const perUser: Record<string, Record<string, string>> = {};
  for (const [type, users] of parts) {
    for (const [username, part] of users) {
      perUser[username] = { ...perUser[username], [type]: formatAmount(part) };
    }
  }
  const before = Object.fromEntries(
    storedTypes(stored).map((type) => [type, text(totalOf(stored, type) ?? 0n)]),
  );
  const after = usages.map(({ type, amount }) => [
    type,
    text(amount + (stored.closed.get(type)?.amount ?? 0n)),
  ]);
  return {
    outcome: usages.length > 0 || parts.size > 0 ? "changed" : "unchanged",
    dryRun,
    sent: Object.fromEntries(usages.map(({ type, amount }) => [type, text(amount)])),
    ...(usages.length > 0 ? { request: totalsBody(api, planned) } : {}),
    perUser,
    stored: before,
    totals: { ...before, ...Object.fromEntries(after) },
    month,
    ...(planPeriodUuid === undefined ? {} : { planPeriodUuid }),
  };
}

const SENDING = {
  operation: "component_usages_set_usage",
  method: "POST",
  path: "/api/marketplace-component-usages/set_usage/",
};
