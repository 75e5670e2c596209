import type { PuhuriClient } from "../client.ts";
import type { CallOptions } from "../http/call.ts";
import type { ListOptions } from "../list/methods.ts";
import { contextOf } from "../nouns/context.ts";
import type { UsageRules } from "../servers/server.ts";
import { liveStates } from "../servers/states.ts";
import {
  checkReport,
  isReportableState,
  type ReportUsageOptions,
  reportableTypes,
  reportOptions,
  type UsageAmounts,
  type UsageReport,
} from "../usage/report.ts";
import {
  beginReport,
  planReport,
  type Reporting,
  type ReportUsageResult,
  readAndReport,
  sendPlanned,
  settledBy,
} from "../usage/report-usage.ts";
import type { PlannedReport } from "../usage/send-report.ts";
import { storedMonthOf, type UsageRow } from "../usage/stored-usage.ts";
import { requireUuid } from "../values/uuid.ts";
import type {
  AllocationBulkOptions,
  BulkItem,
  BulkOutcome,
  BulkRun,
  BulkSource,
  OnlyKnown,
} from "./bulk-run.ts";
import { convergeMany, type FactListing, type Known } from "./converge-many.ts";

/** What one allocation used. Options given here take precedence over those of the whole run. */
export interface UsageItem extends Omit<ReportUsageOptions, "force" | "dryRun">, BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  /** The month's totals so far, by component type. */
  readonly amounts: UsageAmounts;
}

/** How usage is reported in bulk. Without `measuredAt`, the amounts are of the month in which the run began. */
export interface ReportUsageManyOptions<Item extends UsageItem = UsageItem>
  extends AllocationBulkOptions<BulkOutcome<Item, ReportUsageResult>>,
    Omit<ReportUsageOptions, "perUser"> {}

const { perUser: _perUser, ...ofAll } = reportOptions;
const { force: _force, dryRun: _dryRun, ...ofItem } = reportOptions;

/**
 * Reports what many allocations used, as `resources.reportUsage` does for one: totals of the month so far.
 *
 * A report that changes nothing costs no request of its own, once the SDK has read listings. It reads a total that you
 * do not name once more before it sends it again.
 *
 * @throws {InvalidArgumentError} The source is not iterable, or an option is wrong. Nothing was sent.
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
): BulkRun<BulkOutcome<Item, ReportUsageResult>> {
  const context = contextOf(puhuri);
  const startedAt = context.http.date();
  /** Types of the components that can be reported, by offering. */
  const reportable = new Map<string, Promise<readonly string[]>>();

  /** Read once for each offering, and again only after a failure. */
  function reportableOf(uuid: string, callOptions: CallOptions): Promise<readonly string[]> {
    const known = reportable.get(uuid);
    if (known !== undefined) return known;
    const types = puhuri.offerings
      .get(uuid, { fields: ["components"] }, callOptions)
      .then(({ components }) => reportableTypes(components ?? []))
      .catch((error: unknown) => {
        reportable.delete(uuid);
        throw error;
      });
    reportable.set(uuid, types);
    return types;
  }

  async function report(
    reporting: Reporting,
    known: Known<ListedAllocation> | undefined,
    callOptions: CallOptions,
  ): Promise<ReportUsageResult> {
    const types = known && (await reportableOf(known.fact.offering_uuid, callOptions));
    // Its time begins now: waiting for listings does not count.
    const call = context.http.begin(callOptions);
    // A state in which no usage is taken may have changed since.
    const holds = known !== undefined && (known.isFresh || isReportableState(known.fact.state));
    if (types === undefined || !holds) return readAndReport(reporting, call);
    const { state, plan, usages } = known.fact;
    const standing = { reportable: types, state, hasPlan: plan !== null };
    if (usages !== undefined) {
      const settled = settledBy(reporting, usages);
      if (settled !== undefined) return settled;
      // A 2021 server needs the plan period, which is not listed.
      if (reporting.api.usages.rules.address === "resource" && reporting.report.parts.size === 0) {
        const planned = await planReport(reporting, storedMonthOf(usages, undefined), types, call);
        if (planned.usages.length === 0 || (known.isFresh && isOnlyNew(planned, reporting.report)))
          return sendPlanned(reporting, planned, standing, call);
      }
    }
    return readAndReport(reporting, call, standing);
  }

  return convergeMany<Item, Reporting, ListedAllocation, ReportUsageResult>(
    puhuri,
    {
      counts: { changed: 0, unchanged: 0, failed: 0 },
      keys: { resource: true, amounts: true, ...ofItem, tag: true },
      check(item, callOptions) {
        const uuid = requireUuid(item.resource, "resource");
        // Amounts are of the month in which the run began, however long it takes.
        const choices = { ...chosen(options, ofAll), ...chosen(item, ofItem) };
        const checked = checkReport(uuid, item.amounts, choices, startedAt);
        return beginReport(context, checked, context.http.begin(callOptions));
      },
      keyOf: (reporting) => reporting.report.resourceUuid,
      listingOf: ({ month }) => month,
      list: ({ month }, { usages }, listOptions) =>
        listAllocationUsages(
          puhuri,
          { month, offering_uuid: options.offering_uuid },
          usages.rules,
          listOptions,
        ),
      converge: report,
    },
    source,
    options,
    { ...ofAll, offering_uuid: true },
    context.reportTurns,
  );
}

/** The options under these keys that are given. */
function chosen(options: ReportUsageOptions, keys: object): ReportUsageOptions {
  const entries = Object.entries(options).filter(([key, value]) => key in keys && value !== undefined);
  return Object.fromEntries(entries);
}

/** Whether all that is sent is the caller's own, and no total falls: then nothing need be read again. */
function isOnlyNew({ usages, stored }: PlannedReport, { wanted, options }: UsageReport): boolean {
  // A skipped total is sent as it was read.
  if (options.onDecrease === "skip") return false;
  return usages.every(({ type, amount, description = "" }) => {
    const isLess = amount < (stored.open.get(type)?.amount ?? 0n);
    return wanted.has(type) && !isLess && (options.description !== undefined || description === "");
  });
}

/** What listings show of an allocation. */
interface ListedAllocation {
  readonly state: string;
  readonly offering_uuid: string;
  readonly plan: string | null;
  /**
   * What is stored for the month; undefined if its plan periods must be read to know which row belongs to which.
   */
  usages: UsageRow[] | undefined;
}

const DAY_MS = 86_400_000;

/** Lists allocations with their states, and what is stored of their usage in a month. */
function listAllocationUsages(
  { resources, usages, orders }: PuhuriClient,
  { month, offering_uuid }: { readonly month: string; readonly offering_uuid: string | undefined },
  { filtersByMonth }: UsageRules,
  options: ListOptions,
): FactListing<ListedAllocation> {
  const dayBefore = new Date(Date.parse(month) - DAY_MS).toISOString();
  const allocations = resources.list(
    { offering_uuid, state: liveStates, fields: ["uuid", "state", "offering_uuid", "plan"] },
    options,
  );
  const marks = ["recurring", "missing_usage_policy"] as const;
  const fields = ["resource_uuid", "type", "usage", "description", ...marks] as const;
  const rows = filtersByMonth
    ? usages.list({ offering_uuid, billing_period: month, fields }, options)
    : usages.list({ offering_uuid, date_after: dayBefore.slice(0, 10) }, options);
  // No row of usage shows its plan period, but plans change only by orders. Not filtered by type: 2024-10 refuses some
  // types that may change a plan on other servers.
  const changes = orders.list(
    { offering_uuid, modified: dayBefore, fields: ["marketplace_resource_uuid", "type"] },
    options,
  );
  return {
    // The allocation and its offering, and its plan periods.
    savedPerItem: 3,
    lists: [allocations, rows],
    async read() {
      const listed = new Map<string, ListedAllocation>();
      for await (const { uuid, ...allocation } of allocations) {
        listed.set(uuid, { ...allocation, usages: [] });
      }
      for await (const { resource_uuid = "", ...row } of rows) {
        const { billing_period = month }: UsageRow = row;
        const allocation = listed.get(resource_uuid);
        if (billing_period !== month || allocation === undefined) continue;
        // Two rows of one type belong to two plan periods.
        const isSecond = allocation.usages?.some(({ type }) => type === row.type) === true;
        if (isSecond && filtersByMonth) allocation.usages = undefined;
        allocation.usages?.push(row);
      }
      // On a 2021 server a report asks for the plan periods in any case.
      if (!filtersByMonth) return listed;
      for await (const { marketplace_resource_uuid, type } of changes) {
        const allocation = listed.get(marketplace_resource_uuid);
        if (allocation !== undefined && type !== "Create" && type !== "Terminate")
          allocation.usages = undefined;
      }
      return listed;
    },
  };
}
