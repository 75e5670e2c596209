import type { World } from "../http/call.ts";
import type { ComponentUsage, OfferingComponent, Plan, PlanPeriod, Resource } from "../state/marketplace.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import { timestamp, uuidOf } from "../state/values.ts";
import { BASIC, type BillingType } from "../state/words.ts";

/** What an invoice charges for one component of one resource, in one plan period. */
export interface InvoiceItem {
  readonly uuid: string;
  /** `2026-11` */
  readonly month: string;
  /** The customer's organization. */
  readonly organization_uuid: string;
  readonly project_uuid: string;
  readonly resource_uuid: string;
  readonly component_type: string;
  readonly billing_type: BillingType;
  readonly plan_uuid: string;
  readonly plan_period_uuid: string;
  /** What was used, the limit, or the share of the month. */
  readonly quantity: number;
  readonly unit_price: number;
  /** To the hundredth. */
  readonly price: number;
  readonly start: string;
  readonly end: string;
}

const DAY_MS = 86_400_000;

/** What the invoices of a month, `YYYY-MM-01`, come to so far for some resources, to the hundredth. */
export function monthlyCost(world: World, resources: readonly Resource[], month = world.month()): number {
  return total(resources.flatMap((resource) => itemsOf(world, resource, month)));
}

/** The sum of prices, to the hundredth. */
export function total(items: readonly InvoiceItem[]): number {
  return items.reduce((sum, { price }) => sum + Math.round(price * 100), 0) / 100;
}

/** All that the invoices of a month, `YYYY-MM-01`, charge so far. */
export function invoiceItems(world: World, month: string): InvoiceItem[] {
  return world.store.resources.all().flatMap((resource) => itemsOf(world, resource, month));
}

/**
 * By plan period: `fixed` components by its days, `limit` ones by the limit, `usage` ones by what was reported. A
 * report to a period that was closed by then is charged beside what was reported before, not in its place.
 */
function itemsOf(world: World, resource: Resource, month: string): InvoiceItem[] {
  if (!offeringOf(resource, world).billable) return [];
  // Months are those of the server's own zone, which is not that of its timestamps.
  const monthOf = (time: string) => world.month(new Date(time));
  return world.store.planPeriods
    .where("resource_uuid", resource.uuid)
    .filter(({ start }) => start === null || monthOf(start) <= month)
    .flatMap((period) => {
      const items = itemsOfPeriod(world, resource, period, month);
      if (period.end === null || monthOf(period.end) >= month) return items;
      // What is marked is repeated on its plan period, and charged, also when that has ended.
      return items.filter(({ billing_type }) => billing_type === "usage");
    });
}

function itemsOfPeriod(world: World, resource: Resource, period: PlanPeriod, month: string): InvoiceItem[] {
  const { components, type: kind } = offeringOf(resource, world);
  const plan = world.store.plans.get(period.plan_uuid);
  // Basic resources go from OK to Terminated at once, which these items do not notice.
  const isNoticed = kind !== BASIC || resource.state !== "Terminated";
  const days = invoicedDays(world, month, period.start, isNoticed ? period.end : null);
  const item = itemOf(world, resource, period, month);
  return components.flatMap((component) => {
    switch (component.billing_type) {
      case "fixed": {
        const quota = plan.quotas[component.type] ?? 0;
        return quota === 0 ? [] : [item(component, plan, (quota * shareOfMonth(month, days)) / 100, "")];
      }
      case "limit":
        return [item(component, plan, resource.limits[component.type] ?? 0, "")];
      case "usage":
        return usagesOf(world, period, component, month).flatMap(({ usage, charged_before_end: before }) => [
          ...(Number(usage) === 0 ? [] : [item(component, plan, Number(usage), "")]),
          ...(before === null ? [] : [item(component, plan, Number(before), "before the end")]),
        ]);
      default:
        return [];
    }
  });
}

function itemOf(world: World, resource: Resource, period: PlanPeriod, month: string) {
  const first = timestamp(new Date(begins(world, month)));
  const lastSecond = new Date(begins(world, nextMonth(month)) - 1000);
  const last = timestamp(lastSecond).replace("Z", ".999999Z");
  const { organization_uuid, uuid: project_uuid } = projectOf(resource, world);
  return (
    { type, billing_type }: OfferingComponent,
    plan: Plan,
    quantity: number,
    what: string,
  ): InvoiceItem => {
    const unit_price = plan.prices[type] ?? 0;
    return {
      uuid: uuidOf("invoice item", period.uuid, type, month, what),
      month: month.slice(0, 7),
      organization_uuid,
      project_uuid,
      resource_uuid: resource.uuid,
      component_type: type,
      billing_type,
      plan_uuid: plan.uuid,
      plan_period_uuid: period.uuid,
      quantity,
      unit_price,
      price: Math.round(unit_price * quantity * 100) / 100,
      start: period.start === null || period.start < first ? first : period.start,
      end: period.end === null || period.end > last ? last : period.end,
    };
  };
}

function usagesOf(
  world: World,
  period: PlanPeriod,
  { type }: OfferingComponent,
  month: string,
): ComponentUsage[] {
  return world.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.plan_period_uuid === period.uuid && usage.component_type === type)
    .filter(({ billing_period }) => billing_period === month);
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

const QUARTER_MS = 900_000;
const WIDEST_MS = 128 * QUARTER_MS;

/** When a month begins on the server: zones are quarters of an hour from UTC, and less than 16 hours. */
function begins(world: World, month: string): number {
  let before = Date.parse(month) - WIDEST_MS / 2;
  let after = before + WIDEST_MS;
  while (after - before > QUARTER_MS) {
    const middle = (before + after) / 2;
    if (world.month(new Date(middle)) < month) before = middle;
    else after = middle;
  }
  return after;
}

function daysIn(month: string): number {
  return (Date.parse(nextMonth(month)) - Date.parse(month)) / DAY_MS;
}

/** Days begun, from the start of the period or the month to the end of either; an hour that clocks are put back adds none. */
function invoicedDays(world: World, month: string, start: string | null, end: string | null): number {
  const first = begins(world, month);
  const from = Math.max(first, start === null ? first : Date.parse(start));
  const to = Math.min(
    begins(world, nextMonth(month)) - 1,
    end === null ? Number.POSITIVE_INFINITY : Date.parse(end),
  );
  return Math.min(Math.floor((to - from) / DAY_MS) + 1, daysIn(month));
}

/** In hundredths, rounded up. */
function shareOfMonth(month: string, days: number): number {
  return Math.ceil((days / daysIn(month)) * 100);
}

/** Makes the months that have begun since the last time: what is marked as recurring is reported for each anew. */
export function turnMonths(world: World, last: string): string {
  const now = world.month();
  let month = last;
  while (month < now) {
    const before = month;
    month = nextMonth(month);
    for (const usage of world.store.componentUsages.all().reverse()) {
      if (usage.recurring && usage.billing_period === before) repeat(world, usage, month);
    }
  }
  return now;
}

function repeat(world: World, usage: ComponentUsage, month: string): void {
  const isOfMonth = world.since("8.0");
  const isThere = world.store.componentUsages
    .where("resource_uuid", usage.resource_uuid)
    .some(
      (other) =>
        other.component_type === usage.component_type &&
        (isOfMonth || other.plan_period_uuid === usage.plan_period_uuid) &&
        other.billing_period === month,
    );
  if (isThere || resourceOf(usage, world).state === "Terminated") return;
  const time = world.timestamp();
  world.store.componentUsages.add({
    ...usage,
    uuid: world.newUuid(),
    billing_period: month,
    charged_before_end: null,
    date: time,
    created: time,
    modified: time,
  });
}
