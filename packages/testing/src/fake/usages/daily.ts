/** Amounts by day, which servers take from 8.1.4 on: a month that has any is the sum of them. */
import { listOf, optional } from "../body/fields.ts";
import { day, decimal, text } from "../body/types.ts";
import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import type { Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { sumOf } from "../state/values.ts";

export interface DailyItem {
  readonly type: string;
  readonly date: string;
  readonly amount: string;
}

const MOST = 1000;

/** The field of a report. */
export const dailyField = optional(
  listOf({ type: text(), date: day(), amount: decimal({ maxDigits: 20, places: 2 }) }),
  [],
);

const keyOf = (resource: Resource, type: string, date: string): string => `${resource.uuid} ${type} ${date}`;

/** The days of a month that are stored, by component. */
function daysOf({ store }: World, resource: Resource, type: string, month: string): string[] {
  const start = keyOf(resource, type, month.slice(0, 7));
  return [...store.dailyUsages].filter(([key]) => key.startsWith(start)).map(([, amount]) => amount);
}

/** Refuses what is not billed by use or lies ahead, and totals of months that have days. */
export function checkDaily(
  world: World,
  resource: Resource,
  days: readonly DailyItem[],
  totals: readonly { readonly type: string }[],
  { month, by }: { readonly month: string; readonly by: User },
): void {
  if (days.length > MOST) {
    throw badRequest({ daily_usages: [`Ensure this field has no more than ${MOST} elements.`] });
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
  const summed = totals.find(
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

/** Stores the days; returns what each month and component comes to now. */
export function storeDaily(world: World, resource: Resource, days: readonly DailyItem[]): DailyItem[] {
  for (const { type, date, amount } of days) {
    world.store.dailyUsages.set(keyOf(resource, type, date), amount);
  }
  const months = new Map(days.map((it) => [`${it.type} ${it.date.slice(0, 7)}`, it]));
  return [...months.values()].map(({ type, date }) => ({
    type,
    date,
    amount: sumOf(daysOf(world, resource, type, `${date.slice(0, 7)}-01`)),
  }));
}
