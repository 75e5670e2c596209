import type { Context } from "../nouns/context.ts";
import { Usages } from "../nouns/usages.ts";
import type { KeysOf } from "../values/arguments.ts";
import type { BulkOptions, BulkSource, OnlyKnown } from "./bulk-options.ts";
import type { BulkRun } from "./bulk-run.ts";
import { checkBulk } from "./check-bulk.ts";
import { LazyRun } from "./lazy-run.ts";
import type { ReportManyOptions, ReportOutcome, UsageItem } from "./report-many-options.ts";

const OWN_OPTIONS: KeysOf<Omit<ReportManyOptions, keyof BulkOptions<ReportOutcome>>> = {
  description: true,
  onDecrease: true,
  missing: true,
  measuredAt: true,
  force: true,
  dryRun: true,
  offering_uuid: true,
};

/** Stored usage, and reporting it in bulk: `puhuri.usages`. */
export class BulkUsages extends Usages {
  readonly #context: Context;

  /** @internal */
  constructor(context: Context) {
    super(context);
    this.#context = context;
  }

  /**
   * Reports what many allocations used, as `resources.reportUsage` does for one: totals of the month so far.
   *
   * Yields what became of each item as it is done; one failure never stops the rest. Safe to run again after a crash,
   * an abort or failures: only what differs is sent. What is stored is read from listings of the offerings, where that
   * takes fewer requests than asking for each allocation, so a report that changes nothing costs no request of its own;
   * on a 2021 server it costs one. A total the caller does not name is read anew before it is sent again.
   *
   * @param source - An array, a generator, or anything else to iterate over. Read no further ahead than `concurrency`.
   * @throws {InvalidArgumentError} The source is not iterable, or an option is not what it should be. Nothing was sent.
   * @throws The signal's `reason` while iterating, when the caller aborted; or what the source throws.
   * @example
   * const items = [{ resource: resourceUuid, amounts: { cpu: 10, gpu: "3.50" } }];
   * const run = puhuri.usages.reportMany(items, { offering_uuid: offeringUuid });
   * for await (const outcome of run) {
   *   if (outcome.outcome === "failed") console.error(outcome.input.resource, outcome.error);
   * }
   * console.log(run.summary());
   * @see component_usages_set_usage; guide: "Reporting usage for a resource allocation"
   */
  reportMany<Item extends UsageItem>(
    source: BulkSource<OnlyKnown<Item, UsageItem>>,
    options: ReportManyOptions<Item> = {},
  ): BulkRun<ReportOutcome<Item>> {
    checkBulk(this.#context, source, options, OWN_OPTIONS);
    return new LazyRun<ReportOutcome<Item>>({ changed: 0, unchanged: 0, failed: 0 }, async () => {
      const { reportMany } = await import("./report-many.ts");
      return reportMany(this.#context, source, options);
    });
  }
}
