import type { ReportUsageOptions, ReportUsageResult, UsageAmounts } from "../workflows/report-usage.ts";
import type { BulkItem, BulkOptions } from "./bulk-options.ts";
import type { BulkOutcome } from "./outcome.ts";

/** What one allocation used. What is said here goes before what the options say of all. */
export interface UsageItem
  extends Pick<ReportUsageOptions, "description" | "perUser" | "measuredAt" | "onDecrease" | "missing">,
    BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  /** The month's totals so far, by component type. */
  readonly amounts: UsageAmounts;
}

/** How usage is reported in bulk. Without `measuredAt`, the amounts are of the month in which the run began. */
export interface ReportManyOptions<Item extends UsageItem = UsageItem>
  extends BulkOptions<ReportOutcome<Item>>,
    Omit<ReportUsageOptions, "perUser"> {
  /** The offering that most of the allocations are of: its listings are then read at once, not after some items. */
  readonly offering_uuid?: string | undefined;
}

/** What became of one allocation's report. */
export type ReportOutcome<Item extends UsageItem = UsageItem> = BulkOutcome<Item, ReportUsageResult>;
