/** What is checked of a report of usage before anything is stored. */
import { has } from "../access/permissions.ts";
import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import { isPaidAhead } from "../money/costs.ts";
import type { ComponentUsage, OfferingComponent, PlanPeriod, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { fromHundredths, hundredths } from "../state/values.ts";

/** The amount of one day, which servers take from 8.1.4 on: a month that has any is the sum of them. */
export interface DailyItem {
  readonly type: string;
  readonly date: string;
  readonly amount: string;
}

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

export function mayReport(world: World, user: User, resource: Resource): boolean {
  const offering = offeringOf(resource, world);
  return has(world, user, "RESOURCE.SET_USAGE", offering.uuid, offering.organization_uuid);
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
  checkDaily(world, report, by);
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

export function componentOf(world: World, resource: Resource, type: string): OfferingComponent | undefined {
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
 * Refuses an amount beyond the limit of a component, on older servers: newest ones take it. A limit over a year or for
 * ever counts what is stored for this very month as well, so the same report can fail the second time; one of a month
 * compares the amount alone.
 */
export function refuseBeyondLimit(
  world: World,
  resource: Resource,
  component: OfferingComponent,
  amount: string,
  month: string,
): void {
  const { limit_period: period, limit_amount: limit, billing_type } = component;
  const isOld = !world.since("2024-10");
  if (world.since("8.0") || period === null || limit === null) return;
  if (!isOld && (billing_type !== "usage" || period === "" || limit === 0)) return;
  const isCounted = (usage: ComponentUsage): boolean =>
    period === "total" ||
    (!isOld && period === "annual" && usage.billing_period.slice(0, 4) === month.slice(0, 4));
  const total = world.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === component.type && isCounted(usage))
    .reduce((counted, usage) => counted + hundredths(usage.usage), hundredths(amount));
  if (total <= BigInt(limit) * 100n) return;
  throw badRequest([
    isOld
      ? `Total amount exceeds exceeds limit. Total amount: ${total / 100n}, limit: ${limit}.`
      : `Total amount exceeds limit. Total amount: ${fromHundredths(total)}, limit: ${limit}.`,
  ]);
}

export const dayKey = (resource: Resource, type: string, date: string): string =>
  `${resource.uuid} ${type} ${date}`;

/** The days of a month that are stored, by component. */
export function daysOf({ store }: World, resource: Resource, type: string, month: string): string[] {
  const start = dayKey(resource, type, month.slice(0, 7));
  return [...store.dailyUsages].filter(([key]) => key.startsWith(start)).map(([, amount]) => amount);
}

const MAX_DAYS = 1000;

/** Refuses what is not billed by use or lies ahead, and totals of months that have days. */
function checkDaily(world: World, report: UsageReport, by: User): void {
  const { resource, days, items } = report;
  const month = world.month(report.date);
  if (days.length > MAX_DAYS) {
    throw badRequest({ daily_usages: [`Ensure this field has no more than ${MAX_DAYS} elements.`] });
  }
  const { components } = offeringOf(resource, world);
  const wrong = days.find(({ type }) => components.find((it) => it.type === type)?.billing_type !== "usage");
  if (wrong !== undefined) {
    throw badRequest({ daily_usages: [`Daily amounts are for usage components only: ${wrong.type}.`] });
  }
  if (days.some(({ date }) => date > world.timestamp().slice(0, 10))) {
    throw badRequest({ daily_usages: ["Cannot submit usage for future dates."] });
  }
  if (!by.is_staff && days.some(({ date }) => date < world.month())) {
    throw badRequest({ daily_usages: ["Only staff can submit daily amounts for past billing periods."] });
  }
  const summed = items.find(
    ({ type }) =>
      days.some((it) => it.type === type && it.date.startsWith(month.slice(0, 7))) ||
      daysOf(world, resource, type, month).length > 0,
  );
  if (summed !== undefined) {
    throw badRequest({
      non_field_errors: [`A month total for a month that has daily amounts is rejected: ${summed.type}.`],
    });
  }
}
