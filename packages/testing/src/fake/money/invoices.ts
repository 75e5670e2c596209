import type { World } from "../http/call.ts";
import type { PlanPeriod, Resource } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { BASIC } from "../state/words.ts";

const DAY_MS = 86_400_000;

/** What the invoices of this month come to so far for some resources, to the hundredth. */
export function monthlyCost(world: World, resources: readonly Resource[]): number {
  return resources.reduce((total, resource) => total + monthlyInvoice(world, resource), 0) / 100;
}

/**
 * What the invoices of this month come to so far for a resource, in hundredths: `fixed` components by the days
 * of the plan period, `limit` ones by the limit, `usage` ones by what was reported.
 */
function monthlyInvoice(world: World, resource: Resource): number {
  const month = world.month();
  return world.store.planPeriods
    .where("resource_uuid", resource.uuid)
    .filter(({ end }) => end === null || end >= month)
    .reduce((total, period) => total + periodInvoice(world, resource, period), 0);
}

function periodInvoice(world: World, resource: Resource, period: PlanPeriod): number {
  const offering = offeringOf(resource, world);
  const plan = world.store.plans.get(period.plan_uuid);
  // Basic resources go from OK to Terminated at once, which the invoices do not notice.
  const end = offering.type === BASIC ? null : period.end;
  const days = invoicedDays(world, period.start, end);
  return offering.components.reduce((total, { type, billing_type }) => {
    const price = plan.prices[type] ?? 0;
    switch (billing_type) {
      case "fixed":
        return total + Math.round(price * (plan.quotas[type] ?? 0) * shareOfMonth(world.now(), days));
      case "limit":
        return total + Math.round(price * (resource.limits[type] ?? 0) * 100);
      case "usage":
        return total + Math.round(price * reported(world, period, type) * 100);
      default:
        return total;
    }
  }, 0);
}

/** Days begun, from the start of the period or the month to the end of either. */
function invoicedDays(world: World, start: string | null, end: string | null): number {
  const first = Date.parse(`${world.month()}T00:00:00Z`);
  const from = Math.max(first, start === null ? first : Date.parse(start));
  const to = end === null ? first + daysOfMonth(world.now()) * DAY_MS - 1 : Date.parse(end);
  return Math.floor((to - from) / DAY_MS) + 1;
}

/** In hundredths, rounded up. */
function shareOfMonth(now: Date, days: number): number {
  return Math.ceil((days / daysOfMonth(now)) * 100);
}

function daysOfMonth(now: Date): number {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0)).getUTCDate();
}

function reported(world: World, period: PlanPeriod, type: string): number {
  const month = world.month();
  return world.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.plan_period_uuid === period.uuid && usage.component_type === type)
    .filter((usage) => usage.billing_period === month)
    .reduce((total, usage) => total + Number(usage.usage), 0);
}
