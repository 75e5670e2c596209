import type { Call, KeyedQueue, Wait } from "../http/call.ts";
import { withinCall } from "../http/call.ts";
import type { Provider } from "../servers/detect.ts";
import type { Server } from "../servers/server.ts";
import { formatAmount } from "../values/amount.ts";
import {
  requireStill,
  runningMonth,
  serverUsageClock,
  type Times,
  type UsageClock,
  withinMonth,
} from "./month.ts";
import { fallingTypes, planParts } from "./plan-parts.ts";
import { areStored, planTotals } from "./plan-totals.ts";
import { reportableTypes, requireReportable, type Standing, type UsageReport } from "./report.ts";
import { type PlannedReport, sendReport, totalsBody } from "./send-report.ts";
import {
  readMonth,
  readStoredMonth,
  readStoredParts,
  type StoredMonth,
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
  /** The users' parts that were sent, by username and component type. */
  readonly perUser: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The month's totals before the report, by component type. */
  readonly stored: Readonly<Record<string, string>>;
  /** The month's totals after it. More than was sent, where an ended plan period holds a part of them. */
  readonly totals: Readonly<Record<string, string>>;
  /** The month, as `YYYY-MM-01`. */
  readonly month: string;
}

/** A report to one server. */
export interface Reporting {
  readonly api: Server;
  readonly report: UsageReport;
  readonly clock: UsageClock;
  /** The month the server will book it on, as `YYYY-MM-01`. */
  readonly month: string;
}

interface Reporter extends Times {
  readonly provider: Provider;
}

/**
 * Finds out which month a report is for.
 *
 * @throws {UsageReportError} `month-changed`, `month-unclear`.
 * @throws {UnsupportedByServerError} It holds users' parts, and the server keeps none.
 */
export async function beginReport(times: Reporter, report: UsageReport, call: Call): Promise<Reporting> {
  const api = await times.provider.resolve(call);
  // Throws on servers that keep no users' parts.
  if (report.parts.size > 0) void api.usages.userListing;
  const clock = await serverUsageClock(times, api, report.at, call);
  return { api, report, clock, month: runningMonth(report.at, clock) };
}

/**
 * Reports the month's totals of an allocation: reads what is stored, checks, and sends only what differs.
 *
 * Reports of one allocation wait for each other: a report also sends what was stored for components that it leaves out,
 * and nothing may change that between reading and sending.
 */
export async function reportUsage(
  times: Reporter & { readonly reportTurns: KeyedQueue },
  report: UsageReport,
  call: Call,
): Promise<ReportUsageResult> {
  const reporting = await beginReport(times, report, call);
  const wait: Wait = (before) => withinCall(call, times.http.clock.now(), SENDING, before);
  return times.reportTurns.run(report.resourceUuid, wait, () => readAndReport(reporting, call));
}

const SENDING = {
  operation: "component_usages_set_usage",
  method: "POST",
  path: "/api/marketplace-component-usages/set_usage/",
};

/**
 * Reads the month's rows first. If they show that nothing has changed, that is the only request.
 *
 * @param known - How the allocation stands, if that has been read.
 */
export async function readAndReport(
  reporting: Reporting,
  call: Call,
  known?: Standing,
): Promise<ReportUsageResult> {
  const { api, report, month } = reporting;
  const { rows, offeringUuid } = await readMonth(api, report.resourceUuid, month, call);
  const settled = settledBy(reporting, rows);
  if (settled !== undefined) return settled;
  const stored = await readStoredMonth(api, report.resourceUuid, rows, call);
  const standing = known ?? (await readStanding(api, report, offeringUuid, call));
  return sendPlanned(
    reporting,
    await planReport(reporting, stored, standing.reportable, call),
    standing,
    call,
  );
}

async function readStanding(
  { resources, offerings }: Server,
  { resourceUuid, options }: UsageReport,
  usedAt: string | undefined,
  call: Call,
): Promise<Standing> {
  // An allocation with usage has a plan.
  const isKnown = usedAt !== undefined && options.dryRun !== true;
  const { state, hasPlan, offeringUuid } = isKnown
    ? { state: undefined, hasPlan: true, offeringUuid: usedAt }
    : await resources.reportFacts(resourceUuid, call);
  return { state, hasPlan, reportable: reportableTypes(await offerings.components(offeringUuid, call)) };
}

/** Works out what to send. Reads users' parts only if some are reported, or a total falls. */
export async function planReport(
  { api, report, month }: Reporting,
  stored: StoredMonth,
  reportable: readonly string[],
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

/** Sends what was planned, if there is anything to send. */
export async function sendPlanned(
  reporting: Reporting,
  planned: PlannedReport,
  standing: Standing,
  call: Call,
): Promise<ReportUsageResult> {
  const { api, report, month, clock } = reporting;
  const result = resultOf(reporting, planned);
  if (result.outcome === "unchanged") return result;
  if (report.options.force !== true) requireReportable(standing);
  // Throws if the server cannot store it, also in a dry run.
  totalsBody(api, planned);
  if (result.dryRun) return result;
  // Reading took time, and a month may have begun.
  await requireStill(month, clock, () => readMonth(api, report.resourceUuid, month, call));
  await sendReport(api, planned, call, withinMonth(call, month, clock));
  return result;
}

/** The result, if the rows of the month alone show that there is nothing to send. */
export function settledBy(reporting: Reporting, rows: readonly UsageRow[]): ReportUsageResult | undefined {
  const { api, report, month } = reporting;
  const { wanted, parts, options, resourceUuid } = report;
  const { force, missing } = options;
  if (force === true || parts.size > 0 || missing === "zero" || missing === "error") return undefined;
  const stored = storedMonthOf(rows, undefined);
  // Two rows of a component: whether the month's total is their sum depends on the server.
  if (stored.closed.size > 0) return undefined;
  // No decrease is refused yet: first it has to be known which plan period each row is of.
  const choices = { ...options, onDecrease: "send" } as const;
  const totals = planTotals(wanted, stored, [...wanted.keys()], choices, api.usages.rules);
  if (!areStored(totals, stored)) return undefined;
  return resultOf(reporting, { resourceUuid, month, usages: [], parts: new Map(), stored });
}

function resultOf(
  { api, report }: Reporting,
  { usages, parts, stored, month }: PlannedReport,
): ReportUsageResult {
  const text = (amount = 0n) => formatAmount(amount, api.usages.rules.decimals);
  const perUser: Record<string, Record<string, string>> = {};
  for (const [type, users] of parts) {
    for (const [name, part] of users) perUser[name] = { ...perUser[name], [type]: formatAmount(part) };
  }
  const before = storedTypes(stored).map((type) => [type, text(totalOf(stored, type))] as const);
  const after = usages.map(({ type, amount }) => {
    return [type, text(amount + (stored.closed.get(type)?.amount ?? 0n))] as const;
  });
  return {
    outcome: usages.length > 0 || parts.size > 0 ? "changed" : "unchanged",
    dryRun: report.options.dryRun ?? false,
    sent: Object.fromEntries(usages.map(({ type, amount }) => [type, text(amount)])),
    perUser,
    stored: Object.fromEntries(before),
    totals: Object.fromEntries([...before, ...after]),
    month,
  };
}
