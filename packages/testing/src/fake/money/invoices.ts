import type { World } from "../http/call.ts";
import type { ComponentUsage, OfferingComponent, PlanPeriod, Resource } from "../state/marketplace.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import { timestamp, uuidOf } from "../state/values.ts";
import { BASIC, type BillingType } from "../state/words.ts";
import { usagesOfMonth } from "../usages/row.ts";

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

/** A month on the server's clock. */
interface Month {
  /** `YYYY-MM-01` */
  readonly name: string;
  /** Its first millisecond, and its last. */
  readonly first: number;
  readonly last: number;
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** What the invoices of this month come to so far for some resources, to the hundredth. */
export function monthlyCost(world: World, resources: readonly Resource[]): number {
  const month = monthNamed(world, world.month());
  const items = resources.flatMap((resource) => itemsOf(world, resource, month));
  return items.reduce((sum, { price }) => sum + Math.round(price * 100), 0) / 100;
}

/** All that the invoices of a month, `YYYY-MM-01`, charge so far. */
export function invoiceItems(world: World, name: string): InvoiceItem[] {
  const month = monthNamed(world, name);
  return world.store.resources.all().flatMap((resource) => itemsOf(world, resource, month));
}

function monthNamed(world: World, name: string): Month {
  const next = nextMonth(name);
  const days = (Date.parse(next) - Date.parse(name)) / DAY_MS;
  return { name, first: beginOf(world, name), last: beginOf(world, next) - 1, days };
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

const QUARTER_MS = 900_000;

/** When a month begins on the server, whose zone is at most 14 hours before UTC, and some quarters of an hour from it. */
function beginOf(world: World, month: string): number {
  let time = Date.parse(month) - 56 * QUARTER_MS;
  while (world.month(new Date(time)) < month) time += QUARTER_MS;
  return time;
}

/**
 * By plan period: `fixed` components by its days, `limit` ones by the limit, `usage` ones by what was reported. A
 * report to a period that was closed by then is charged beside what was reported before, not in its place.
 */
function itemsOf(world: World, resource: Resource, month: Month): InvoiceItem[] {
  const { billable, components } = offeringOf(resource, world);
  if (!billable) return [];
  const { organization_uuid, uuid: project_uuid } = projectOf(resource, world);
  const first = timestamp(new Date(month.first));
  const last = timestamp(new Date(month.last - 999)).replace("Z", ".999999Z");
  return world.store.planPeriods
    .where("resource_uuid", resource.uuid)
    .filter(({ start }) => start === null || Date.parse(start) <= month.last)
    .flatMap((period) => {
      const plan = world.store.plans.get(period.plan_uuid);
      return components.flatMap((component) =>
        quantitiesOf(world, resource, period, component, month).map((quantity, index): InvoiceItem => {
          const { type, billing_type } = component;
          const unit_price = plan.prices[type] ?? 0;
          return {
            uuid: uuidOf("invoice item", period.uuid, type, month.name, String(index)),
            month: month.name.slice(0, 7),
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
        }),
      );
    });
}

/** How much of a component a month charges in a plan period, item by item. */
function quantitiesOf(
  world: World,
  resource: Resource,
  period: PlanPeriod,
  { type, billing_type }: OfferingComponent,
  month: Month,
): number[] {
  if (billing_type === "usage") {
    return usagesOfMonth(world, resource, type, month.name)
      .filter(({ plan_period_uuid }) => plan_period_uuid === period.uuid)
      .flatMap(({ usage, charged_before_end: before }) => [Number(usage), Number(before)])
      .filter((amount) => amount !== 0);
  }
  // What is marked is repeated on its plan period, and charged, also when that has ended; all else ends with it.
  if (period.end !== null && Date.parse(period.end) < month.first) return [];
  if (billing_type === "limit") return [resource.limits[type] ?? 0];
  const quota = billing_type === "fixed" ? (world.store.plans.get(period.plan_uuid).quotas[type] ?? 0) : 0;
  return quota === 0 ? [] : [(quota * shareOf(month, resource, period, world)) / 100];
}

/**
 * The share of a month, in hundredths and rounded up, that a plan period has of its days: those begun, of which an hour
 * that clocks are put back adds none. Basic resources go from OK to Terminated at once, which invoices do not notice.
 */
function shareOf(month: Month, resource: Resource, { start, end }: PlanPeriod, world: World): number {
  const isUnnoticed = offeringOf(resource, world).type === BASIC && resource.state === "Terminated";
  const from = Math.max(month.first, start === null ? month.first : Date.parse(start));
  const to = Math.min(month.last, end === null || isUnnoticed ? month.last : Date.parse(end));
  const days = Math.min(Math.floor((to - from) / DAY_MS) + 1, month.days);
  return Math.ceil((days / month.days) * 100);
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
  const resource = resourceOf(usage, world);
  const isThere = usagesOfMonth(world, resource, usage.component_type, month).some(
    (other) => world.since("8.0") || other.plan_period_uuid === usage.plan_period_uuid,
  );
  if (isThere || resource.state === "Terminated") return;
  const time = world.timestamp();
  world.store.componentUsages.add({
    ...usage,
    uuid: world.newUuid(),
    billing_period: month,
    charged_before_end: null,
    days: {},
    date: time,
    created: time,
    modified: time,
  });
}
