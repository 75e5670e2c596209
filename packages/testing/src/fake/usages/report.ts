import type { World } from "../http/call.ts";
import { Refusal, ServerCrash } from "../http/reply.ts";
import { openPlanPeriod, periodAt } from "../resources/states.ts";
import type { ComponentUsage, OfferingComponent, PlanPeriod, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { compareTexts, compareTimestamps, sumOf, timestamp } from "../state/values.ts";
import {
  componentOf,
  dayKey,
  daysOf,
  refuseBeyondLimit,
  type UsageItem,
  type UsageReport,
} from "./check-report.ts";

/** Columns of the database; a longer text is an exception nobody catches. */
const MAX_DESCRIPTION = { "2021": 2000, "2024-10": 2000, "8.0": 4096, "8.1": 4096 };
/** On 2021 the invoice counts the quantity of a usage component in a 32-bit integer. */
const MAX_QUANTITY = 2 ** 31 - 1;
/** On 2021 a price of ten digits, two of them after the point. */
const MAX_PRICE = 1e8;

/** Stores the totals of a report, and the days; each month with days is what they come to. */
export function storeReport(world: World, report: UsageReport, by: User): void {
  const { resource, days } = report;
  storeTotals(world, report, by);
  for (const { type, date, amount } of days)
    world.store.dailyUsages.set(dayKey(resource, type, date), amount);
  const months = new Map(days.map((it) => [`${it.type} ${it.date.slice(0, 7)}`, it]));
  for (const { type, date } of months.values()) {
    const amount = sumOf(daysOf(world, resource, type, `${date.slice(0, 7)}-01`));
    const items = [{ type, amount, description: "", recurring: false }];
    const at = new Date(Math.min(Date.parse(`${date}T12:00:00Z`), world.now().getTime()));
    storeTotals(world, { ...report, items, date: at }, by);
  }
}

/**
 * Stores the totals of the month. When a limit refuses one, those before it stay; a crash keeps none, but one over the
 * price (2021) all. `current_usages` then holds this report only; on newest servers the latest amount of each component.
 */
function storeTotals(world: World, report: UsageReport, by: User): void {
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
