import type { OfferingComponent, PlanPeriod } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import { type Hundredths, parseStoredAmount } from "../values/amount.ts";

/** The total of one component for the month so far, ready to be sent. */
export interface UsageAmount {
  readonly type: string;
  readonly amount: Hundredths;
  readonly description?: string | undefined;
}

/** A usage report, addressed to a plan period or, on current servers, to a resource. */
export interface UsageRequest {
  readonly planPeriodUuid?: string | undefined;
  readonly resourceUuid?: string | undefined;
  /** A moment in the month reported on, on servers that take one. */
  readonly date?: string | undefined;
  readonly usages: readonly UsageAmount[];
}

/** What is stored of one component: sending it again without the description would erase that. */
export interface StoredUsage {
  readonly amount: Hundredths;
  readonly description: string;
}

/** What must be known of an allocation before its usage can be reported. */
export interface ReportTarget {
  /** Where the report goes. */
  readonly address: Pick<UsageRequest, "planPeriodUuid" | "resourceUuid">;
  /** Types of the components that can be reported: those billed by usage or by limit. */
  readonly reportable: readonly string[];
  /** What is stored for the month, by component type. */
  readonly stored: ReadonlyMap<string, StoredUsage>;
}

/** How one generation of server takes usage. */
export interface UsageReporting {
  /** 2021 keeps whole numbers only. */
  readonly wholeNumbers: boolean;
  /** 2021 refuses a report that leaves a reportable component out. */
  readonly needsEveryComponent: boolean;
  /**
   * Reads what a report needs.
   *
   * @throws {UsageReportError} `reason: "no-open-period"`.
   */
  readTarget(resourceUuid: string, month: string, call: Call): Promise<ReportTarget>;
}

/** Types of the components that can be reported; the server refuses a report that names any other. */
export function reportableTypes(components: readonly OfferingComponent[]): string[] {
  return components.filter(({ billing_type }) => REPORTABLE.includes(billing_type)).map(({ type }) => type);
}

const REPORTABLE: readonly string[] = ["usage", "limit"];

/** The period usage is booked on: the one without an end; of several, the one that began last, as the server picks. */
export function openPeriod(periods: readonly PlanPeriod[]): PlanPeriod | undefined {
  return periods
    .filter((period) => period.end === null)
    .sort((a, b) => Date.parse(b.start ?? "") - Date.parse(a.start ?? ""))[0];
}

/** Stored usage by component type; rows that cannot be read are taken for not stored. */
export function storedUsages(rows: readonly UsageRow[]): Map<string, StoredUsage> {
  const stored = new Map<string, StoredUsage>();
  for (const { type, usage, description = "" } of rows) {
    const amount = parseStoredAmount(usage);
    if (type !== undefined && amount !== undefined) stored.set(type, { amount, description });
  }
  return stored;
}

/** The columns of a usage that a report needs. */
export interface UsageRow {
  readonly type?: string;
  readonly usage?: string | number;
  readonly description?: string;
}
