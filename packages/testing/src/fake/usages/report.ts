import type { World } from "../http/call.ts";
import { ServerCrash } from "../http/reply.ts";
import { openPlanPeriod, periodAt } from "../resources/states.ts";
import type { ComponentUsage, PlanPeriod, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { compareTexts, compareTimestamps, sumOf, timestamp } from "../state/values.ts";
import { refuseBeyondLimit, type UsageItem, type UsageReport } from "./check-report.ts";
import { componentOf, usagesOfMonth } from "./row.ts";

/** Columns of the database; a longer text is an exception nobody catches. */
const MAX_DESCRIPTION = { "2021": 2000, "2024-10": 2000, "8.0": 4096, "8.1": 4096 };
/** On 2021 the invoice counts the quantity of a usage component in a 32-bit integer. */
const MAX_QUANTITY = 2 ** 31 - 1;
/** On 2021 a price of ten digits, two of them after the point. */
const MAX_PRICE = 1e8;

/** What is stored of a component for a month. */
interface Total extends UsageItem {
  readonly date: Date;
  readonly days?: Readonly<Record<string, string>>;
}

/**
 * Stores the totals of a report. When a limit refuses one, those before it stay; a crash keeps none, but one over the
 * price (2021) all. `current_usages` then holds this report only; on newest servers the latest amount of each component.
 */
export function storeReport(world: World, report: UsageReport, by: User): void {
  const { resource } = report;
  const isOld = !world.since("2024-10");
  if (!isOld && resource.plan_uuid === null) throw new ServerCrash();
  const totals = totalsOf(world, report);
  if (totals.some((total) => !isStorable(world, resource, total))) throw new ServerCrash();
  for (const total of totals) storeTotal(world, report, total, by);
  if (world.since("8.0")) for (const { type } of totals) showLatest(world, resource, type);
  else resource.current_usages = Object.fromEntries(totals.map(({ type, amount }) => [type, amount]));
  if (!isOld) resource.modified = world.timestamp();
  if (isOld && totals.some((total) => priceOf(world, report, total) >= MAX_PRICE)) throw new ServerCrash();
}

/** Those of the report, and those that its days come to with the ones stored before. */
function totalsOf(world: World, { items, days, resource, date = world.now() }: UsageReport): Total[] {
  const months = Map.groupBy(days, (it) => `${it.type} ${it.date.slice(0, 7)}`);
  const summed = [...months.values()].flatMap((days) => {
    const [first] = days;
    if (first === undefined) return [];
    const [stored] = usagesOfMonth(world, resource, first.type, `${first.date.slice(0, 7)}-01`);
    const all = { ...stored?.days, ...Object.fromEntries(days.map((it) => [it.date, it.amount])) };
    const noon = Date.parse(`${first.date}T12:00:00Z`);
    return {
      type: first.type,
      amount: sumOf(Object.values(all)),
      days: all,
      description: "",
      recurring: false,
      zero_when_missing: false,
      date: new Date(Math.min(noon, world.now().getTime())),
    };
  });
  return [...items.map((item) => ({ ...item, date })), ...summed];
}

/** Whether the database takes it. */
function isStorable(world: World, resource: Resource, { type, amount, description }: Total): boolean {
  if ([...description].length > MAX_DESCRIPTION[world.generation]) return false;
  const isQuantity = componentOf(resource, type, world)?.billing_type === "usage";
  const isBeyond = isQuantity && (Number(amount) < 0 || Number(amount) > MAX_QUANTITY);
  return world.since("2024-10") || !(isBeyond || Math.abs(Number(amount)) >= 2 ** 63);
}

function priceOf(world: World, { period, resource }: UsageReport, { type, amount }: UsageItem): number {
  const isQuantity = componentOf(resource, type, world)?.billing_type === "usage";
  const plan = world.store.plans.find(period?.plan_uuid ?? "");
  return isQuantity ? Number(amount) * (plan?.prices[type] ?? 0) : 0;
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

/**
 * One row by resource, component, period and month, made or overwritten. Newest servers have one for all periods of the
 * month, which a report takes over to its own; others go.
 */
function storeTotal(world: World, report: UsageReport, total: Total, by: User): void {
  const { type, amount, date, ...rest } = total;
  const { resource } = report;
  const month = world.month(date);
  refuseBeyondLimit(world, resource, type, amount, month);
  const ofMonth = usagesOfMonth(world, resource, type, month);
  for (const usage of ofMonth) Object.assign(usage, { recurring: false, zero_when_missing: false });
  const plan_period_uuid = periodOf(world, report, date)?.uuid ?? null;
  const isOfMonth = world.since("8.0");
  const [row, ...others] = ofMonth.filter(
    (usage) => isOfMonth || usage.plan_period_uuid === plan_period_uuid,
  );
  for (const other of others) world.store.componentUsages.remove(other.uuid);
  const columns = {
    ...rest,
    usage: amount,
    plan_period_uuid,
    charged_before_end: isOfMonth || row === undefined ? null : chargedBeforeEnd(world, row),
    date: timestamp(date),
    modified_by_uuid: by.uuid,
    modified: world.timestamp(),
  };
  if (row !== undefined) {
    Object.assign(row, columns);
    return;
  }
  const key = { resource_uuid: resource.uuid, component_type: type, billing_period: month };
  const made = { uuid: world.newUuid(), created: world.timestamp(), ...key, ...columns };
  world.store.componentUsages.add(made);
}

/** What was reported while the plan period was open stays on the invoice. */
function chargedBeforeEnd({ store }: World, row: ComponentUsage): string | null {
  const end = store.planPeriods.find(row.plan_period_uuid ?? "")?.end ?? null;
  const isOfOpenPeriod = end === null || compareTimestamps(row.modified, end) > 0;
  return isOfOpenPeriod ? row.charged_before_end : row.usage;
}
