import type { ProviderApi } from "../dialects/provider-api.ts";
import type { ReportTarget } from "../dialects/usage-reporting.ts";
import type { Call, CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { Resources } from "../nouns/resources.ts";
import { formatAmount } from "../values/amount.ts";
import { type KeysOf, requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { type UsageClock, usageClock } from "../workflows/month-guard.ts";
import { isReportableState } from "../workflows/not-reportable.ts";
import {
  prepareReport,
  type ReportUsageOptions,
  type ReportUsageResult,
  reportTo,
  type UsageReport,
} from "../workflows/report-usage.ts";
import type { BulkSource } from "./bulk-options.ts";
import { perItem, untilAborted } from "./per-item.ts";
import type { ReportManyOptions, ReportOutcome, UsageItem } from "./report-many-options.ts";
import { type Found, UsageBook } from "./usage-book.ts";
import { WindowedRun } from "./windowed-run.ts";

const KEYS: KeysOf<UsageItem> = {
  resource: true,
  amounts: true,
  description: true,
  perUser: true,
  measuredAt: true,
  onDecrease: true,
  missing: true,
  tag: true,
};

/** Reports the usage of many allocations: what is stored is read from listings, and only what differs is sent. */
export function reportMany<Item extends UsageItem>(
  context: Context,
  source: BulkSource<Item>,
  options: ReportManyOptions<Item>,
): WindowedRun<Item, ReportOutcome<Item>> {
  const reporter = new Reporter(context, options);
  const task = perItem((item: Item, signal) => reporter.report(item, signal));
  return new WindowedRun({ source, counts: { changed: 0, unchanged: 0, failed: 0 }, task }, options);
}

class Reporter<Item extends UsageItem> {
  readonly #context: Context;
  readonly #options: ReportManyOptions<Item>;
  readonly #book: UsageBook;
  readonly #clock: UsageClock;
  /** Amounts are of the month in which the run began, however long it takes. */
  readonly #startedAt: Date;

  constructor(context: Context, options: ReportManyOptions<Item>) {
    const { http, billingTimeZone } = context;
    this.#context = context;
    this.#options = options;
    this.#clock = usageClock(http, billingTimeZone);
    this.#startedAt = new Date(this.#clock.date());
    this.#book = new UsageBook(context, options);
  }

  async report(item: Item, signal: AbortSignal): Promise<ReportUsageResult> {
    requireObject(item, "item");
    requireKeys(item, KEYS, "item");
    const uuid = requireUuid(item.resource, "resource");
    // At once: while it waits for its turn, the caller may use the item again for something else.
    const report = prepareReport(uuid, item.amounts, this.#optionsOf(item), this.#clock);
    return this.#context.reportTurns.run(uuid, untilAborted(signal), () =>
      this.#report(uuid, report, signal).finally(() => this.#book.forget(uuid)),
    );
  }

  async #report(uuid: string, report: UsageReport, signal: AbortSignal): Promise<ReportUsageResult> {
    const { http, provider } = this.#context;
    const { timeoutMs, retry } = this.#options;
    const callOptions: CallOptions = { signal, timeoutMs, retry };
    const api = await provider.resolve(http.begin(callOptions));
    const { usages } = api;
    const found = await this.#find(api, uuid, report.month, callOptions);
    const reportable = await found.place.reportable(callOptions);
    // Waiting for the listings does not count.
    const call = http.begin(callOptions);

    const address = usages.reporting.addressOf?.(uuid);
    if (found.stored !== undefined && address !== undefined && report.users.size === 0) {
      const listed = { address, reportable, stored: found.stored, state: found.state, hasPlan: true };
      const planned = await this.#plan(api, listed, report, call);
      if (planned.outcome === "unchanged" || planned.dryRun) return planned;
      if (found.isFresh && !resendsStored(planned, report))
        return reportTo(api, listed, report, call, this.#clock);
    }
    const stored = await usages.reporting.readStored(uuid, report.month, call);
    const target = { ...stored, reportable, state: found.state, hasPlan: true };
    if (!isReportableState(found.state)) await this.#plan(api, target, report, call);
    return reportTo(api, target, report, call, this.#clock);
  }

  /** What is known of an allocation; where its state keeps usage from being taken, that was read just now. */
  async #find(api: ProviderApi, uuid: string, month: string, options: CallOptions): Promise<Found> {
    const found = await this.#book.find(api, uuid, month, options);
    if (found.isFresh || isReportableState(found.state)) return found;
    const { state } = await new Resources(this.#context).get(uuid, { fields: ["state"] }, options);
    return { ...found, state };
  }

  /** What the item says goes before what is said of all. */
  #optionsOf(item: Item): ReportUsageOptions {
    const { description, measuredAt = this.#startedAt, onDecrease, missing, force, dryRun } = this.#options;
    return {
      description: item.description ?? description,
      perUser: item.perUser,
      measuredAt: item.measuredAt ?? measuredAt,
      onDecrease: item.onDecrease ?? onDecrease,
      missing: item.missing ?? missing,
      force,
      dryRun,
    };
  }

  /** What would be sent. */
  async #plan(
    api: ProviderApi,
    target: ReportTarget,
    report: UsageReport,
    call: Call,
  ): Promise<ReportUsageResult> {
    const { options } = report;
    const { dryRun = false } = options;
    const dry = { ...report, options: { ...options, dryRun: true } };
    const planned = await reportTo(api, target, dry, call, this.#clock);
    return { ...planned, dryRun };
  }
}

/** Whether the report holds totals or texts that are not the caller's own: others may have changed them since. */
function resendsStored({ sent }: ReportUsageResult, { wanted, options }: UsageReport): boolean {
  return sent.some(({ type, amount, description = "" }) => {
    const own = wanted.get(type);
    if (own === undefined || formatAmount(own) !== amount) return true;
    return options.description === undefined && description !== "";
  });
}
