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

/** A report in the form in which a server takes it: whole numbers in 2021, decimal text since. */
export interface UsageReportBody {
  readonly plan_period?: string;
  readonly resource?: string;
  readonly date?: string;
  readonly usages: readonly {
    readonly type: string;
    readonly amount: number | string;
    readonly description?: string;
  }[];
}

/** What is stored of one component: sending it again without the description would erase that. */
export interface StoredUsage {
  readonly amount: Hundredths;
  readonly description: string;
  /** The usage's own uuid, where it is known. */
  readonly uuid?: string;
}

/** What is stored of an allocation's usage for the month, by component type, and where a report goes. */
export interface StoredReport {
  readonly address: Pick<UsageRequest, "planPeriodUuid" | "resourceUuid">;
  readonly stored: ReadonlyMap<string, StoredUsage>;
}

/** What must be known of an allocation before its usage can be reported. */
export interface ReportTarget extends StoredReport {
  /** Types of the components that can be reported: those billed by usage or by limit. */
  readonly reportable: readonly string[];
  /** The state it was in when it was read. */
  readonly state: string;
  /** False only where it is known to have none. */
  readonly hasPlan: boolean;
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
  /** The part of it that reports change. */
  readStored(resourceUuid: string, month: string, call: Call): Promise<StoredReport>;
  /**
   * Puts a report into the server's form.
   *
   * @throws {UsageReportError} `reason: "bad-amount"`.
   */
  body(request: UsageRequest): UsageReportBody;
  /** Where reports go, without asking the server; missing where only the plan periods of each resource tell. */
  addressOf?(resourceUuid: string): StoredReport["address"];
  /** Usage by user; undefined on servers that keep none. */
  readonly users: UserUsageReporting | undefined;
}

/** What one user used of one component, ready to be sent. */
export interface UserUsageAmount {
  readonly username: string;
  readonly amount: Hundredths;
}

/** How usage by user is read and stored: totals of the month, like the usage they are part of. */
export interface UserUsageReporting {
  /** What is stored for the month: by the uuid of the usage it is part of, then by username. */
  readStored(resourceUuid: string, month: string, call: Call): Promise<StoredUserUsages>;
  /** Stores the users' parts of one usage, in one request or in several; tells of each that was carried out. */
  send(
    usageUuid: string,
    usages: readonly UserUsageAmount[],
    call: Call,
    onStored: () => void,
  ): Promise<void>;
}

export type StoredUserUsages = ReadonlyMap<string, ReadonlyMap<string, Hundredths>>;

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

/** Stored usage by component type; of several rows the first, and one that cannot be read is taken for not stored. */
export function storedUsages(rows: readonly UsageRow[]): Map<string, StoredUsage> {
  const stored = new Map<string, StoredUsage>();
  for (const { uuid, type, usage, description } of rows) {
    const amount = parseStoredAmount(usage);
    if (type === undefined || amount === undefined || stored.has(type)) continue;
    stored.set(type, { amount, description: description ?? "", ...(uuid === undefined ? {} : { uuid }) });
  }
  return stored;
}

/** The columns of a usage that a report needs. */
export interface UsageRow {
  readonly uuid?: string;
  readonly type?: string;
  readonly usage?: string | number;
  /** Empty where there is none; null would mean the same. */
  readonly description?: string | null;
}
