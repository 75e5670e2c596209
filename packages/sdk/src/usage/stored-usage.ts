import type { PlanPeriod } from "@puhuri/api-types";
import { UnexpectedResponseError, UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { readAll } from "../list/listing.ts";
import { operationOf } from "../servers/operations.ts";
import type { Server } from "../servers/server.ts";
import { type Hundredths, parseStoredAmount } from "../values/amount.ts";
import { uuidOfReference } from "../values/uuid.ts";

/** By what a stored usage makes the server go on with it in the next month. Sent back with it, or it is erased. */
export interface UsageMark {
  readonly recurring?: boolean;
  /** Since 8.1: zero, where it is not repeated. */
  readonly missing_usage_policy?: string;
}

/** What a month gets that is never reported: nothing, the amount of the month before, or zero. */
export type MissingUsagePolicy = "none" | "reuse" | "zero";

/** The mark of a policy: what is repeated goes by its old name, which all servers know. */
export function markFor(policy: string): UsageMark {
  if (policy === "reuse") return { recurring: true };
  return policy === "none" ? {} : { missing_usage_policy: policy };
}

export function sameMark(a: UsageMark = {}, b: UsageMark = {}): boolean {
  return a.recurring === b.recurring && a.missing_usage_policy === b.missing_usage_policy;
}

/** What is stored of one component in the plan period that reports go to. */
export interface StoredUsage {
  readonly amount: Hundredths;
  readonly description: string;
  readonly mark: UsageMark;
  /** The usage's own uuid, where it is known. */
  readonly uuid: string | undefined;
}

/** What other plan periods of the month hold of one component: no report changes that any more. */
export interface ClosedUsage {
  readonly amount: Hundredths;
  readonly mark: UsageMark;
  readonly uuids: readonly string[];
}

/** What is stored of an allocation's usage for one month, by component type. Rows come newest first. */
export interface StoredMonth {
  readonly open: ReadonlyMap<string, StoredUsage>;
  readonly closed: ReadonlyMap<string, ClosedUsage>;
  /** The plan period that reports go to, on servers that do not find it themselves. */
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

/** The columns of a usage that a report needs. */
export const usageColumns = [
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

/** The types of which anything is stored. */
export function storedTypes({ open, closed }: StoredMonth): string[] {
  return [...new Set([...open.keys(), ...closed.keys()])];
}

/**
 * Puts usage rows of one month in order.
 *
 * @param periods - The allocation's plan periods; undefined where it is known that its plan did not change in the month.
 * @throws {UnexpectedResponseError} A stored amount cannot be read: taken for nothing, it would be reported over.
 */
export function storedMonthOf(
  rows: readonly UsageRow[],
  periods: readonly PlanPeriod[] | undefined,
): StoredMonth {
  const openUuid = periods && openPeriod(periods)?.uuid;
  const periodOf = new Map(
    (periods ?? []).flatMap(({ uuid, components }) =>
      components.map((it: UsageRow) => [it.uuid ?? "", uuid] as const),
    ),
  );
  const open = new Map<string, StoredUsage>();
  const closed = new Map<string, ClosedUsage>();
  for (const row of rows) {
    const { uuid, type, description } = row;
    const amount = parseStoredAmount(row.usage);
    if (type === undefined || amount === undefined) {
      throw unreadable(
        "component_usages_list",
        "/api/marketplace-component-usages/",
        `the stored usage of ${type} is no exact amount`,
        row.usage,
      );
    }
    const isOpen = periods === undefined || periodOf.get(uuid ?? "") === openUuid;
    if (isOpen && !open.has(type)) {
      open.set(type, { amount, description: description ?? "", mark: markOf(row), uuid });
      continue;
    }
    const before = closed.get(type);
    closed.set(type, {
      amount: (before?.amount ?? 0n) + amount,
      mark: { ...before?.mark, ...markOf(row) },
      uuids: [...(before?.uuids ?? []), ...(uuid === undefined ? [] : [uuid])],
    });
  }
  return { open, closed };
}

function markOf({ recurring, missing_usage_policy: policy = "none" }: UsageRow): UsageMark {
  return markFor(recurring === true ? "reuse" : policy);
}

/** The period usage is booked on: the one without an end; of several, the one that began last, as the server picks. */
export function openPeriod(periods: readonly PlanPeriod[]): PlanPeriod | undefined {
  return periods
    .filter((period) => period.end === null)
    .sort((a, b) => Date.parse(b.start ?? "") - Date.parse(a.start ?? ""))[0];
}

/** Reads the rows of the month: one request in nearly all cases. */
export async function readMonth(
  { usages }: Server,
  resource_uuid: string,
  month: string,
  call: Call,
): Promise<UsageRow[]> {
  const { filtersByMonth } = usages.rules;
  const since = { date_after: new Date(Date.parse(month) - DAY_MS).toISOString().slice(0, 10) };
  const filters = { resource_uuid, ...(filtersByMonth ? { billing_period: month } : since) };
  const columns = filtersByMonth ? usageColumns : undefined;
  const rows: UsageRow[] = await readAll(usages.listing, { filters, columns }, call);
  return filtersByMonth ? rows : rows.filter(({ billing_period }) => billing_period === month);
}

const DAY_MS = 86_400_000;

/**
 * Finds out which plan period each row is of, and where a report goes.
 *
 * @throws {UsageReportError} `no-open-period`.
 */
export async function readStoredMonth(
  api: Server,
  resourceUuid: string,
  month: string,
  call: Call,
  given?: readonly UsageRow[],
): Promise<StoredMonth & { readonly offeringUuid: string | undefined }> {
  const rows = given ?? (await readMonth(api, resourceUuid, month, call));
  const offering = { offeringUuid: rows[0]?.offering_uuid };
  // Servers that find the plan period themselves are not told: it may have ended since it was read.
  const isFound = api.usages.rules.address === "resource";
  if (isFound && rows.length === 0) return { ...storedMonthOf(rows, undefined), ...offering };
  const periods = await api.resources.planPeriods(resourceUuid, call);
  // Without them, what is stored would be taken for that of an ended plan period.
  if (periods.some(({ components }: Partial<PlanPeriod>) => !Array.isArray(components))) {
    const path = `${api.resources.listing.path}{uuid}/plan_periods/`;
    throw unreadable(operationOf("GET", path)?.id ?? "", path, "a plan period has no components");
  }
  const open = openPeriod(periods);
  if (!isFound && open === undefined) throw noOpenPeriod();
  const address = isFound || open === undefined ? {} : { planPeriodUuid: open.uuid };
  const stored = storedMonthOf(rows, periods);
  if (stored.closed.size === 0 || (await api.release(call)) !== "8.x")
    return { ...stored, ...address, ...offering };
  // 8.x keeps and charges one total of the month, whatever plan the allocation had when: the next report takes its place.
  return { open: storedMonthOf(rows, undefined).open, closed: new Map(), ...offering };
}

/** Users' parts as they are stored: by the uuid of the usage they are part of, then by username. */
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
      throw unreadable(
        "component_user_usages_list",
        usages.userListing.path,
        `the stored part of ${username} is no exact amount`,
        usage,
      );
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

function unreadable(
  operation: string,
  path: string,
  what: string,
  usage?: string | number,
): UnexpectedResponseError {
  return new UnexpectedResponseError({
    operation,
    method: "GET",
    path,
    attempts: 1,
    maybeApplied: false,
    status: 200,
    contentType: "application/json",
    snippet: JSON.stringify(usage ?? null),
    reason: `and ${what}. Nothing was sent`,
  });
}
