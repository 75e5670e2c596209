import type { PuhuriClient } from "../client.ts";
import type { Call, CallOptions } from "../http/call.ts";
import { type Context, contextOf } from "../nouns/context.ts";
import {
  checkReport,
  type ReportUsageOptions,
  type UsageAmounts,
  type UsageReport,
} from "../usage/check-report.ts";
import { usageClock } from "../usage/month.ts";
import {
  beginReport,
  type KnownUsage,
  type Reporting,
  type ReportUsageResult,
  readAndReport,
  reportKnown,
  settledBy,
} from "../usage/report-usage.ts";
import { isReportableState, reportableTypes } from "../usage/reportable.ts";
import { storedMonthOf } from "../usage/stored-usage.ts";
import type { KeysOf } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { convergeMany, type Known } from "./converge-many.ts";
import type { BulkItem, BulkOptions, BulkSource, OnlyKnown } from "./items.ts";
import { type ListedAllocation, listAllocationUsages } from "./listed-usages.ts";
import type { BulkOutcome, BulkRun } from "./outcomes.ts";

/** What one allocation used. What is said here goes before what the options say of all. */
export interface UsageItem extends Omit<ReportUsageOptions, "force" | "dryRun">, BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  /** The month's totals so far, by component type. */
  readonly amounts: UsageAmounts;
}

/** How usage is reported in bulk. Without `measuredAt`, the amounts are of the month in which the run began. */
export interface ReportUsageManyOptions<Item extends UsageItem = UsageItem>
  extends BulkOptions<UsageOutcome<Item>>,
    Omit<ReportUsageOptions, "perUser"> {
  /** The offering that most of the allocations are of: its listings are then read at once, not after some items. */
  readonly offering_uuid?: string | undefined;
}

/** What became of one allocation's report. */
export type UsageOutcome<Item extends UsageItem = UsageItem> = BulkOutcome<Item, ReportUsageResult>;

/** Those that not all bulk operations have. */
type OwnOptions = Omit<ReportUsageManyOptions, keyof BulkOptions<UsageOutcome>>;

const OWN: KeysOf<OwnOptions> = {
  description: true,
  onDecrease: true,
  missing: true,
  missingUsers: true,
  missingUsagePolicy: true,
  rounding: true,
  measuredAt: true,
  force: true,
  dryRun: true,
  offering_uuid: true,
};

const KEYS: KeysOf<UsageItem> = {
  resource: true,
  amounts: true,
  description: true,
  perUser: true,
  measuredAt: true,
  onDecrease: true,
  missing: true,
  missingUsers: true,
  missingUsagePolicy: true,
  rounding: true,
  tag: true,
};

/**
 * Reports what many allocations used, as `resources.reportUsage` does for one: totals of the month so far.
 *
 * Yields what became of each item as it is done; one failure never stops the rest. Safe to run again after a crash,
 * an abort or failures: only what differs is sent. What is stored is read from listings, where that takes fewer requests
 * than asking for each allocation, so a report that changes nothing costs no request of its own. A total the caller does not name is read anew before it is sent again.
 *
 * @param source - An array, a generator, or anything else to iterate over. Read no further ahead than `concurrency`.
 * @throws {InvalidArgumentError} The source is not iterable, or an option is wrong. Nothing was sent.
 * @throws The signal's `reason` while iterating, when the caller aborted; or what the source throws.
 * @example
 * const items = [{ resource: resourceUuid, amounts: { cpu: 10, gpu: "3.50" } }];
 * const run = reportUsageMany(puhuri, items, { offering_uuid: offeringUuid });
 * for await (const outcome of run) {
 *   if (outcome.outcome === "failed") console.error(outcome.input.resource, outcome.error);
 * }
 * console.log(run.summary());
 * @see component_usages_set_usage; guide: "Reporting usage for a resource allocation"
 */
export function reportUsageMany<Item extends UsageItem>(
  puhuri: PuhuriClient,
  source: BulkSource<OnlyKnown<Item, UsageItem>>,
  options: ReportUsageManyOptions<Item> = {},
): BulkRun<UsageOutcome<Item>> {
  const context = contextOf(puhuri);
  const clock = usageClock(context);
  const startedAt = new Date(clock.date());
  const reporter = new Reporter(puhuri, context);
  return convergeMany<Item, Reporting, string, ListedAllocation, ReportUsageResult>(
    puhuri,
    {
      counts: { changed: 0, unchanged: 0, failed: 0 },
      keys: KEYS,
      check(item, callOptions) {
        const uuid = requireUuid(item.resource, "resource");
        const { force, dryRun } = options;
        const choices: ReportUsageOptions = {
          description: item.description ?? options.description,
          perUser: item.perUser,
          // Amounts are of the month in which the run began, however long it takes.
          measuredAt: item.measuredAt ?? options.measuredAt ?? startedAt,
          onDecrease: item.onDecrease ?? options.onDecrease,
          missing: item.missing ?? options.missing,
          missingUsers: item.missingUsers ?? options.missingUsers,
          missingUsagePolicy: item.missingUsagePolicy ?? options.missingUsagePolicy,
          rounding: item.rounding ?? options.rounding,
          force,
          dryRun,
        };
        const report = checkReport(uuid, item.amounts, choices, clock);
        return beginReport(context, report, context.http.begin(callOptions));
      },
      keyOf: ({ report }) => report.resourceUuid,
      listingOf: ({ month }) => month,
      list: (month, api, listOptions) => {
        const { offering_uuid } = options;
        return listAllocationUsages(puhuri, { month, offering_uuid }, api.usages.rules, listOptions);
      },
      converge: (reporting, known, callOptions) => reporter.report(reporting, known, callOptions),
    },
    source,
    options,
    OWN,
    context.reportTurns,
  );
}

class Reporter {
  readonly #puhuri: PuhuriClient;
  readonly #context: Context;
  /** Types of the components that can be reported, by offering. */
  readonly #reportable = new Map<string, Promise<readonly string[]>>();

  constructor(puhuri: PuhuriClient, context: Context) {
    this.#puhuri = puhuri;
    this.#context = context;
  }

  async report(
    reporting: Reporting,
    known: Known<ListedAllocation> | undefined,
    options: CallOptions,
  ): Promise<ReportUsageResult> {
    const reportable = known && (await this.#reportableOf(known.fact.offering_uuid, options));
    // Waiting for the listings does not count.
    const call = this.#context.http.begin(options);
    // A state that keeps usage from being taken may have changed since it was listed.
    const holds = known && (known.isFresh || isReportableState(known.fact.state));
    if (known === undefined || reportable === undefined || !holds) return readAndReport(reporting, call);
    const { state, plan, usages } = known.fact;
    const standing = { reportable, state, hasPlan: plan !== null };
    const { report, api } = reporting;
    const settled = usages && settledBy(reporting, usages);
    if (settled !== undefined) return settled;
    // Others have to be told which plan period it is.
    if (usages !== undefined && api.usages.rules.address === "resource" && report.parts.size === 0) {
      const listed: KnownUsage = { ...standing, stored: storedMonthOf(usages, undefined) };
      const planned = await this.#plan(reporting, listed, call);
      if (planned.outcome === "unchanged" || planned.dryRun) return planned;
      if (known.isFresh && isOnlyNew(planned, report)) return reportKnown(reporting, listed, call);
    }
    return readAndReport(reporting, call, standing);
  }

  /** Asked for once, and again if that failed. */
  #reportableOf(offeringUuid: string, options: CallOptions): Promise<readonly string[]> {
    const known = this.#reportable.get(offeringUuid);
    if (known !== undefined) return known;
    const types = this.#puhuri.offerings
      .get(offeringUuid, { fields: ["components"] }, options)
      .then(({ components }) => reportableTypes(components ?? []))
      .catch((error: unknown) => {
        this.#reportable.delete(offeringUuid);
        throw error;
      });
    this.#reportable.set(offeringUuid, types);
    return types;
  }

  /** What would be sent. */
  async #plan(reporting: Reporting, known: KnownUsage, call: Call): Promise<ReportUsageResult> {
    const { report } = reporting;
    const dry = { ...report, options: { ...report.options, dryRun: true } };
    const planned = await reportKnown({ ...reporting, report: dry }, known, call);
    return { ...planned, dryRun: report.options.dryRun ?? false };
  }
}

/** Whether the report holds nothing that others may have changed since, and lowers nothing that users have parts of. */
function isOnlyNew({ request, stored }: ReportUsageResult, { wanted, options }: UsageReport): boolean {
  // What is skipped is sent as it was read.
  if (options.onDecrease === "skip") return false;
  return (request?.usages ?? []).every(({ type, amount, description = "" }) => {
    if (!wanted.has(type) || Number(amount) < Number(stored[type] ?? 0)) return false;
    return options.description !== undefined || description === "";
  });
}
