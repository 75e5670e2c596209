import { has, offeringScope, providerScope } from "../access/permissions.ts";
import type { World } from "../http/call.ts";
import { badRequest, Refusal, ServerCrash } from "../http/reply.ts";
import { isPaidAhead } from "../money/costs.ts";
import { openPlanPeriod, periodAt } from "../resources/states.ts";
import type { ComponentUsage, OfferingComponent, PlanPeriod, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { compareTexts, compareTimestamps, timestamp } from "../state/values.ts";
import type { DailyItem } from "./daily.ts";
import { refuseBeyondLimit } from "./limit-amounts.ts";

export interface UsageItem {
  readonly type: string;
  /** Total of the month, two decimals. */
  readonly amount: string;
  readonly description: string;
  readonly recurring: boolean;
  readonly zero_when_missing?: boolean;
}

export interface UsageReport {
  /** As given; without it the one that covers the date is looked up. */
  readonly period: PlanPeriod | undefined;
  readonly resource: Resource;
  readonly items: readonly UsageItem[];
  readonly days: readonly DailyItem[];
  /** Undefined: now. */
  readonly date: Date | undefined;
}

/** Columns of the database; a longer text is an exception nobody catches. */
const MAX_DESCRIPTION = { "2021": 2000, "2024-10": 2000, "8.0": 4096, "8.1": 4096 };
/** On 2021 the invoice counts the quantity of a usage component in a 32-bit integer. */
const MAX_QUANTITY = 2 ** 31 - 1;
/** On 2021 a price of ten digits, two of them after the point. */
const MAX_PRICE = 1e8;

export function mayReport(world: World, user: User, resource: Resource): boolean {
  const offering = offeringOf(resource, world);
  return has(world, user, "RESOURCE.SET_USAGE", offeringScope(offering), providerScope(offering));
}

export function isOver(world: World, period: { end: string | null }): boolean {
  return period.end !== null && period.end < world.month();
}

/** Everything that is checked before the permission. On 2021 exactly the reportable components must be named. */
export function checkReport(world: World, report: UsageReport, by: User): void {
  const { resource, items, period } = report;
  const isOld = !world.since("2024-10");
  if (isOld && period !== undefined && isOver(world, period)) {
    throw badRequest({ plan_period: ["Billing period is closed."] });
  }
  if (!["OK", "Updating", "Terminating"].includes(resource.state)) {
    throw badRequest({ resource: ["Resource is not in valid state."] });
  }
  const given = new Set(items.map(({ type }) => type));
  const known = reportable(world, resource).map(({ type }) => type);
  refuseAny(
    "invalid",
    [...given].filter((type) => !known.includes(type)),
  );
  refuseAny("missing", isOld ? known.filter((type) => !given.has(type)) : []);
  if (world.since("8.0") && resource.plan_uuid === null) {
    throw badRequest({ resource: ["Resource must have a plan to report usage."] });
  }
  if (report.date !== undefined) {
    const components = items.map(({ type }) => componentOf(world, resource, type));
    if (!mayReport(world, by, resource)) {
      throw badRequest({
        date: ["Only staff users and service providers can specify date for backfilling"],
      });
    }
    checkDate(world, by, report.date, components);
  }
}

function refuseAny(what: string, types: string[]): void {
  if (types.length > 0) {
    throw badRequest({ non_field_errors: [`These components are ${what}: ${types.sort().join(", ")}.`] });
  }
}

function reportable(world: World, resource: Resource): OfferingComponent[] {
  return offeringOf(resource, world).components.filter(
    (component) => component.billing_type === "usage" || isPaidAhead(world, component),
  );
}

function componentOf(world: World, resource: Resource, type: string): OfferingComponent | undefined {
  return reportable(world, resource).find((component) => component.type === type);
}

/**
 * The day a report is for (newest servers). It may not be in the future, and only staff may report `usage`
 * components for a month that is over.
 */
export function checkDate(
  world: World,
  by: User,
  date: Date,
  components: readonly (OfferingComponent | undefined)[],
): void {
  if (date.getTime() > world.now().getTime()) {
    throw badRequest({ date: ["Cannot submit usage for future dates."] });
  }
  const isPast = world.month(date) < world.month();
  if (isPast && !by.is_staff && components.some((it) => it === undefined || !isPaidAhead(world, it))) {
    throw badRequest({
      date: [
        "Service providers can only specify date for limit-based or prepaid billing components when backfilling past billing periods.",
      ],
    });
  }
}

/**
 * Stores the totals of the month. When a limit refuses one, those before it stay; a crash keeps none, but one over the
 * price (2021) all. `current_usages` then holds this report only; on newest servers the latest amount of each component.
 */
export function storeReport(world: World, report: UsageReport, by: User): void {
  const { resource, items } = report;
  if (world.since("2024-10") && resource.plan_uuid === null) {
    throw new ServerCrash();
  }
  const undo: (() => void)[] = [];
  try {
    for (const item of items) {
      undo.push(storeItem(world, report, item, by));
    }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      for (const step of undo.reverse()) {
        step();
      }
    }
    throw error;
  }
  if (world.since("8.0")) for (const { type } of items) showLatest(world, resource, type);
  else resource.current_usages = Object.fromEntries(items.map(({ type, amount }) => [type, amount]));
  if (world.since("2024-10")) resource.modified = world.timestamp();
  if (!world.since("2024-10") && items.some((item) => priceOf(world, report, item) >= MAX_PRICE)) {
    throw new ServerCrash();
  }
}

/** Shows at the resource what was used of a component in the last month that has a report. */
export function showLatest(world: World, resource: Resource, type: string): void {
  const [latest] = world.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter(({ component_type }) => component_type === type)
    .sort(
      (a, b) => compareTexts(b.billing_period, a.billing_period) || compareTimestamps(b.modified, a.modified),
    );
  if (latest !== undefined) resource.current_usages[type] = latest.usage;
}

/**
 * The plan period a report counts for. Newest servers take one that begins later in the month, too, and make one for
 * the current month where there is none.
 */
function periodOf(world: World, { resource, period }: UsageReport, date: Date): PlanPeriod | undefined {
  const found = period ?? periodAt(world, resource, date);
  if (found !== undefined || !world.since("8.0")) return found;
  const month = world.month(date);
  const periods = () => world.store.planPeriods.where("resource_uuid", resource.uuid);
  const later = periods().find(
    ({ start, end }) =>
      start !== null &&
      world.month(new Date(start)) === month &&
      (end === null || Date.parse(end) > date.getTime()),
  );
  if (later !== undefined || month !== world.month()) return later;
  openPlanPeriod(world, resource);
  return periods().at(-1);
}

function priceOf(world: World, { period, resource }: UsageReport, { type, amount }: UsageItem): number {
  const isQuantity = componentOf(world, resource, type)?.billing_type === "usage";
  const plan = world.store.plans.find(period?.plan_uuid ?? "");
  return isQuantity ? Number(amount) * (plan?.prices[type] ?? 0) : 0;
}

/**
 * One row by resource, component, period and month, made or overwritten. Newest servers have one for all periods of the
 * month, which a report takes over to its own; older ones go. Returns what undoes it.
 */
function storeItem(world: World, report: UsageReport, item: UsageItem, by: User): () => void {
  const { resource } = report;
  const date = report.date ?? world.now();
  const month = world.month(date);
  const component = componentOf(world, resource, item.type);
  if (component !== undefined) {
    refuseBeyondLimit(world, resource, component, item.amount, month);
    crashIfUnstorable(world, component, item);
  }
  const usages = world.store.componentUsages;
  const ofMonth = usages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === item.type && usage.billing_period === month);
  const before = ofMonth.map((usage) => ({ usage, columns: { ...usage } }));
  for (const usage of ofMonth) {
    usage.recurring = false;
    usage.zero_when_missing = false;
  }
  const period = periodOf(world, report, date)?.uuid ?? null;
  const told = {
    usage: item.amount,
    description: item.description,
    recurring: item.recurring,
    zero_when_missing: item.zero_when_missing === true,
    date: timestamp(date),
    modified_by_uuid: by.uuid,
    modified: world.timestamp(),
  };
  const isOfMonth = world.since("8.0");
  const row = ofMonth.find((usage) => isOfMonth || usage.plan_period_uuid === period);
  if (row !== undefined) {
    const charged_before_end = isOfMonth ? null : chargedBeforeEnd(world, row);
    Object.assign(row, told, { charged_before_end, plan_period_uuid: period });
    if (isOfMonth) for (const other of ofMonth) if (other !== row) usages.remove(other.uuid);
    return () => {
      for (const { usage, columns } of before) Object.assign(usage, columns);
    };
  }
  const made = usages.add({
    uuid: world.newUuid(),
    resource_uuid: resource.uuid,
    component_type: item.type,
    plan_period_uuid: period,
    billing_period: month,
    charged_before_end: null,
    created: world.timestamp(),
    ...told,
  });
  return () => usages.remove(made.uuid);
}

/** What was reported while the plan period was open stays on the invoice. */
function chargedBeforeEnd({ store }: World, row: ComponentUsage): string | null {
  const end = store.planPeriods.find(row.plan_period_uuid ?? "")?.end ?? null;
  const isOfOpenPeriod = end === null || compareTimestamps(row.modified, end) > 0;
  return isOfOpenPeriod ? row.charged_before_end : row.usage;
}

/** What the database does not take. */
function crashIfUnstorable(world: World, component: OfferingComponent, item: UsageItem): void {
  const amount = Number(item.amount);
  const isTooBig =
    Math.abs(amount) >= 2 ** 63 ||
    (component.billing_type === "usage" && (amount < 0 || amount > MAX_QUANTITY));
  if (
    [...item.description].length > MAX_DESCRIPTION[world.generation] ||
    (isTooBig && !world.since("2024-10"))
  ) {
    throw new ServerCrash();
  }
}
