/** What is checked of a report of usage before anything is stored. */
import { has } from "../access/permissions.ts";
import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import { isPaidAhead } from "../money/costs.ts";
import type { ComponentUsage, PlanPeriod, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { fromHundredths, hundredths } from "../state/values.ts";
import { componentOf, usagesOfMonth } from "./row.ts";

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
  readonly zero_when_missing: boolean;
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

/** Everything that is checked before the permission. On 2021 exactly the reportable components must be named. */
export function checkReport(world: World, report: UsageReport, by: User): void {
  const { resource, items, date } = report;
  if (!["OK", "Updating", "Terminating"].includes(resource.state)) {
    throw badRequest({ resource: ["Resource is not in valid state."] });
  }
  const given = new Set(items.map(({ type }) => type));
  const known = offeringOf(resource, world)
    .components.filter((one) => one.billing_type === "usage" || isPaidAhead(world, one))
    .map(({ type }) => type);
  refuseAny(
    "invalid",
    [...given].filter((type) => !known.includes(type)),
  );
  refuseAny("missing", world.since("2024-10") ? [] : known.filter((type) => !given.has(type)));
  if (world.since("8.0") && resource.plan_uuid === null) {
    throw badRequest({ resource: ["Resource must have a plan to report usage."] });
  }
  if (date !== undefined) {
    if (!mayReport(world, by, resource)) {
      throw badRequest({
        date: ["Only staff users and service providers can specify date for backfilling"],
      });
    }
    checkDate(world, by, date, resource, [...given]);
  }
  checkDaily(world, report, by);
}

function refuseAny(what: string, types: string[]): void {
  if (types.length > 0) {
    throw badRequest({ non_field_errors: [`These components are ${what}: ${types.sort().join(", ")}.`] });
  }
}

/**
 * The day a report is for (newest servers). It may not be in the future, and only staff may report `usage`
 * components for a month that is over.
 */
export function checkDate(world: World, by: User, date: Date, resource: Resource, types: string[]): void {
  if (date.getTime() > world.now().getTime()) {
    throw badRequest({ date: ["Cannot submit usage for future dates."] });
  }
  const isPaid = types.every((type) => {
    const component = componentOf(resource, type, world);
    return component !== undefined && isPaidAhead(world, component);
  });
  if (world.month(date) < world.month() && !by.is_staff && !isPaid) {
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
  type: string,
  amount: string,
  month: string,
): void {
  const isOld = !world.since("2024-10");
  const component = componentOf(resource, type, world);
  if (world.since("8.0") || component === undefined) return;
  const { limit_period: period, limit_amount: limit, billing_type } = component;
  if (period === null || limit === null) return;
  if (!isOld && (billing_type !== "usage" || period === "" || limit === 0)) return;
  const isCounted = (usage: ComponentUsage): boolean =>
    period === "total" ||
    (!isOld && period === "annual" && usage.billing_period.slice(0, 4) === month.slice(0, 4));
  const total = world.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === type && isCounted(usage))
    .reduce((counted, usage) => counted + hundredths(usage.usage), hundredths(amount));
  if (total <= BigInt(limit) * 100n) return;
  throw badRequest([
    isOld
      ? `Total amount exceeds exceeds limit. Total amount: ${total / 100n}, limit: ${limit}.`
      : `Total amount exceeds limit. Total amount: ${fromHundredths(total)}, limit: ${limit}.`,
  ]);
}

const MAX_DAYS = 1000;

/** Refuses what is not billed by use or lies ahead, and totals of months that have days. */
function checkDaily(world: World, { resource, days, items, date }: UsageReport, by: User): void {
  const refuse = (problem: string) => badRequest({ daily_usages: [problem] });
  if (days.length > MAX_DAYS) throw refuse(`Ensure this field has no more than ${MAX_DAYS} elements.`);
  const wrong = days.find(({ type }) => componentOf(resource, type, world)?.billing_type !== "usage");
  if (wrong !== undefined) throw refuse(`Daily amounts are for usage components only: ${wrong.type}.`);
  if (days.some((it) => it.date > world.today())) {
    throw refuse("Cannot submit usage for future dates.");
  }
  if (!by.is_staff && days.some((it) => it.date < world.month())) {
    throw refuse("Only staff can submit daily amounts for past billing periods.");
  }
  const month = world.month(date);
  const hasDays = (type: string): boolean =>
    days.some((it) => it.type === type && it.date.startsWith(month.slice(0, 7))) ||
    usagesOfMonth(world, resource, type, month).some((usage) => Object.keys(usage.days).length > 0);
  const summed = items.find(({ type }) => hasDays(type));
  if (summed !== undefined) {
    throw badRequest({
      non_field_errors: [`A month total for a month that has daily amounts is rejected: ${summed.type}.`],
    });
  }
}
