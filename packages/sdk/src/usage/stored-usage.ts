import type { PlanPeriod } from "@puhuri/api-types";
import { UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readAll } from "../list/listing.ts";
import { unusableRow } from "../servers/operations.ts";
import type { Server } from "../servers/server.ts";
import { type Hundredths, parseStoredAmount } from "../values/amount.ts";
import { uuidOfReference } from "../values/uuid.ts";

/** What a month gets if it is never reported: nothing, the amount of the month before, or zero. */
export type MissingUsagePolicy = "none" | "reuse" | "zero";

/** What is stored of one component: in the plan period that reports go to, or in all others of the month. */
export interface StoredUsage {
  readonly amount: Hundredths;
  readonly description: string;
  /** A `MissingUsagePolicy`, or a word of a newer server. */
  readonly policy: string;
  /** Uuids of the rows, if they are known. */
  readonly uuids: readonly string[];
}

/** What is stored of an allocation's usage for one month, by component type. */
export interface StoredMonth {
  readonly open: ReadonlyMap<string, StoredUsage>;
  /** In plan periods that have ended: no report changes it any more. */
  readonly closed: ReadonlyMap<string, StoredUsage>;
  /** The plan period that reports go to, on a 2021 server: later ones find it themselves. */
  readonly planPeriodUuid?: string;
}

/** A row of the list of usages, or of a plan period. */
export interface UsageRow {
  readonly uuid?: string;
  readonly type?: string;
  readonly usage?: string | number;
  readonly description?: string | null;
  readonly recurring?: boolean;
  readonly missing_usage_policy?: string;
  readonly billing_period?: string;
  readonly offering_uuid?: string;
}

const COLUMNS = [
  "uuid",
  "type",
  "usage",
  "description",
  "recurring",
  "missing_usage_policy",
  "offering_uuid",
] as const;

/** The month's total of a component over all plan periods; undefined while nothing is stored. */
export function totalOf({ open, closed }: StoredMonth, type: string): Hundredths | undefined {
  const [stored, settled] = [open.get(type)?.amount, closed.get(type)?.amount];
  return stored === undefined ? settled : stored + (settled ?? 0n);
}

/** Types of the components with anything stored. */
export function storedTypes({ open, closed }: StoredMonth): string[] {
  return [...new Set([...open.keys(), ...closed.keys()])];
}

/**
 * Adds up the usage rows of one month, by component.
 *
 * @param rows - Newest first.
 * @param periods - The allocation's plan periods; undefined if its plan is known not to have changed in the month.
 * @throws {UnexpectedResponseError} A stored amount cannot be read. Taken as nothing stored, it would be overwritten.
 */
export function storedMonthOf(
  rows: readonly UsageRow[],
  periods: readonly PlanPeriod[] | undefined,
): StoredMonth {
  const openUuid = periods && openPeriod(periods)?.uuid;
  const periodOf = new Map<string | undefined, string>();
  for (const { uuid, components } of periods ?? []) {
    for (const row of components satisfies UsageRow[]) periodOf.set(row.uuid, uuid);
  }
  const open = new Map<string, StoredUsage>();
  const closed = new Map<string, StoredUsage>();
  for (const { uuid, type, usage, description, ...mark } of rows) {
    const amount = parseStoredAmount(usage);
    if (type === undefined || amount === undefined) {
      const path = "/api/marketplace-component-usages/";
      const reason = `and the stored usage of ${type} is not an exact amount. Nothing was sent`;
      throw unusableRow(path, reason, usage ?? null);
    }
    // If no plan period is open or known, reports go to the rows without one.
    const isOpen = periodOf.get(uuid) === openUuid;
    const place = isOpen && !open.has(type) ? open : closed;
    const before = place.get(type);
    const { recurring = false, missing_usage_policy = "none" } = mark;
    const policy = recurring ? "reuse" : missing_usage_policy;
    place.set(type, {
      amount: amount + (before?.amount ?? 0n),
      description: description ?? "",
      policy: policy === "none" ? (before?.policy ?? policy) : policy,
      uuids: [...(before?.uuids ?? []), ...(uuid === undefined ? [] : [uuid])],
    });
  }
  return { open, closed };
}

/** The plan period that reports go to: the one without an end. Of several, the server takes the one that began last. */
export function openPeriod(periods: readonly PlanPeriod[]): PlanPeriod | undefined {
  return periods
    .filter((period) => period.end === null)
    .sort((a, b) => Date.parse(b.start ?? "") - Date.parse(a.start ?? ""))[0];
}

const DAY_MS = 86_400_000;

/** Reads the rows of the month, and their offering; on a 2021 server, a row of the month before shows it too. */
export async function readMonth(
  { usages }: Server,
  resource_uuid: string,
  month: string,
  call: Call,
): Promise<{ rows: readonly UsageRow[]; offeringUuid: string | undefined }> {
  const { filtersByMonth } = usages.rules;
  // The month before has at most 31 days.
  const since = new Date(Date.parse(month) - 32 * DAY_MS).toISOString().slice(0, 10);
  const filters = { resource_uuid, ...(filtersByMonth ? { billing_period: month } : { date_after: since }) };
  const columns = filtersByMonth ? COLUMNS : undefined;
  const rows: UsageRow[] = await readAll(usages.listing, { filters, columns }, call);
  const offeringUuid = rows[0]?.offering_uuid;
  return {
    rows: filtersByMonth ? rows : rows.filter(({ billing_period }) => billing_period === month),
    offeringUuid,
  };
}

/**
 * Finds out which plan period each row belongs to, and which one a report goes to.
 *
 * @throws {UsageReportError} `no-open-period`.
 */
export async function readStoredMonth(
  api: Server,
  resourceUuid: string,
  rows: readonly UsageRow[],
  call: Call,
): Promise<StoredMonth> {
  // Current servers find the plan period themselves. One that was read before may have ended.
  const isFound = api.usages.rules.address === "resource";
  if (isFound && rows.length === 0) return storedMonthOf(rows, undefined);
  const periods = await api.resources.planPeriods(resourceUuid, call);
  // Without its components, usage of the open period would count as closed.
  if (periods.some(({ components }: Partial<PlanPeriod>) => !Array.isArray(components))) {
    throw unusableRow(
      `${api.resources.listing.path}{uuid}/plan_periods/`,
      "and a plan period has no components. Nothing was sent",
    );
  }
  const stored = storedMonthOf(rows, periods);
  if (!isFound) {
    const open = openPeriod(periods);
    if (open === undefined) throw noOpenPeriod();
    return { ...stored, planPeriodUuid: open.uuid };
  }
  if (stored.closed.size === 0 || (await api.release(call)) !== "8.x") return stored;
  // 8.x keeps and charges one total for the month, whatever plan the allocation had when. The next report replaces it.
  return { open: storedMonthOf(rows, undefined).open, closed: new Map() };
}

/** Stored parts of users, by the uuid of the usage, then by username. */
export type StoredParts = ReadonlyMap<string, ReadonlyMap<string, Hundredths>>;

interface PartRow {
  readonly username?: string;
  readonly usage?: string;
  /** The URL of the usage it is part of. */
  readonly component_usage?: string;
}

/** @throws {UnexpectedResponseError} A stored part cannot be read. */
export async function readStoredParts(
  { usages }: Server,
  resource_uuid: string,
  month: string,
  call: Call,
): Promise<StoredParts> {
  const columns = ["uuid", "username", "usage", "component_usage"];
  const filters = { resource_uuid, component_usage__billing_period: month };
  const rows: PartRow[] = await readAll(usages.userListing, { filters, columns }, call);
  const stored = new Map<string, Map<string, Hundredths>>();
  for (const { username, usage, component_usage } of rows) {
    const amount = parseStoredAmount(usage);
    if (username === undefined || component_usage === undefined || amount === undefined) {
      const reason = `and the stored part of ${username} is not an exact amount. Nothing was sent`;
      throw unusableRow(usages.userListing.path, reason, usage ?? null);
    }
    const uuid = uuidOfReference(component_usage, "component_usage");
    stored.set(uuid, (stored.get(uuid) ?? new Map<string, Hundredths>()).set(username, amount));
  }
  return stored;
}

function noOpenPeriod(): UsageReportError {
  return new UsageReportError(
    "no-open-period",
    "The allocation has no open plan period, so no usage can be booked on it. Nothing was sent. If a provider has set an " +
      "allocation to OK on a 2021 server, it never gets one: the server opens it only when it completes the order itself.",
  );
}
