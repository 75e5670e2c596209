import type { ComponentUsage, OfferingComponent, PlanPeriod, Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { badRequest, Refusal, ServerCrash } from "../../http/reply.ts";
import { billingMonth } from "../../timestamps.ts";

export interface UsageItem {
  readonly type: string;
  readonly amount: number;
  readonly description: string;
  readonly recurring: boolean;
}

const MAX_DESCRIPTION = 2000;
/** The invoice counts the quantity of a usage component in a 32-bit integer. */
const MAX_QUANTITY = 2 ** 31 - 1;
/** A price of ten digits, two of them after the point. */
const MAX_PRICE = 1e8;

/** The checks before permissions: the period, the state, and that exactly the reportable components are named. */
export function checkReport(world: World, period: PlanPeriod, items: readonly UsageItem[]): void {
  if (period.end !== null && period.end < billingMonth(world.now())) {
    throw badRequest({ plan_period: ["Billing period is closed."] });
  }
  const resource = world.store.resources.get(period.resource_uuid);
  if (!["OK", "Updating", "Terminating"].includes(resource.state)) {
    throw badRequest({ resource: ["Resource is not in valid state."] });
  }
  const reportable = reportableTypes(world, resource);
  const given = new Set(items.map((item) => item.type));
  refuseAny(
    "invalid",
    [...given].filter((type) => !reportable.includes(type)),
  );
  refuseAny(
    "missing",
    reportable.filter((type) => !given.has(type)),
  );
}

function reportableTypes(world: World, resource: Resource): string[] {
  return world.store.offerings
    .get(resource.offering_uuid)
    .components.filter(
      (component) => component.billing_type === "usage" || component.billing_type === "limit",
    )
    .map((component) => component.type);
}

function refuseAny(what: string, types: string[]): void {
  if (types.length > 0) {
    throw badRequest({ non_field_errors: [`These components are ${what}: ${types.sort().join(", ")}.`] });
  }
}

/**
 * Stores the totals of the month. Nothing is stored when the server crashes on a value, but a component over
 * its limit is refused with those before it stored; and a price too large crashes after all is stored.
 */
export function storeReport(world: World, period: PlanPeriod, items: readonly UsageItem[]): void {
  const resource = world.store.resources.get(period.resource_uuid);
  const { components } = world.store.offerings.get(resource.offering_uuid);
  const writes: (() => void)[] = [];
  const commit = (): void => {
    for (const write of writes) {
      write();
    }
  };
  for (const item of items) {
    const component = components.find(({ type }) => type === item.type);
    try {
      refuseUnstorable(world, period, component, item);
    } catch (error) {
      if (error instanceof Refusal) {
        commit();
      }
      throw error;
    }
    writes.push(() => upsert(world, period, item));
  }
  commit();
  resource.current_usages = Object.fromEntries(items.map((item) => [item.type, decimalOf(item.amount)]));
  resource.modified = world.timestamp();
  if (items.some((item) => priceOf(world, period, item) >= MAX_PRICE)) {
    throw new ServerCrash();
  }
}

function refuseUnstorable(
  world: World,
  period: PlanPeriod,
  component: OfferingComponent | undefined,
  item: UsageItem,
): void {
  const isQuantity = component?.billing_type === "usage";
  const limit = component?.limit_period === null ? null : (component?.limit_amount ?? null);
  const stored = component?.limit_period === "total" ? storedTotal(world, period, item.type) : 0;
  if (limit !== null && stored + item.amount > limit) {
    const total = stored + item.amount;
    throw badRequest([`Total amount exceeds exceeds limit. Total amount: ${total}, limit: ${limit}.`]);
  }
  if (
    item.description.length > MAX_DESCRIPTION ||
    Math.abs(item.amount) >= 2 ** 63 ||
    (isQuantity && (item.amount < 0 || item.amount > MAX_QUANTITY))
  ) {
    throw new ServerCrash();
  }
}

/** What all months hold, this very one included: reporting the same total twice can exceed a total limit. */
function storedTotal(world: World, period: PlanPeriod, type: string): number {
  return world.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.component_type === type)
    .reduce((sum, usage) => sum + Number(usage.usage), 0);
}

function priceOf(world: World, period: PlanPeriod, item: UsageItem): number {
  const { components } = world.store.offerings.get(
    world.store.resources.get(period.resource_uuid).offering_uuid,
  );
  const isQuantity = components.some(
    ({ type, billing_type }) => type === item.type && billing_type === "usage",
  );
  return isQuantity ? item.amount * (world.store.plans.get(period.plan_uuid).prices[item.type] ?? 0) : 0;
}

/** One row by resource, component, period and month; a new report overwrites it and drops old `recurring` marks. */
function upsert(world: World, period: PlanPeriod, item: UsageItem): void {
  const month = billingMonth(world.now());
  const ofComponent = world.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.component_type === item.type && usage.billing_period === month);
  for (const usage of ofComponent) {
    usage.recurring = false;
  }
  const told = {
    usage: decimalOf(item.amount),
    description: item.description,
    recurring: item.recurring,
    date: world.timestamp(),
    modified: world.timestamp(),
  } satisfies Partial<ComponentUsage>;
  const row = ofComponent.find((usage) => usage.plan_period_uuid === period.uuid);
  if (row !== undefined) {
    Object.assign(row, told);
    return;
  }
  world.store.componentUsages.add({
    uuid: world.newUuid(),
    resource_uuid: period.resource_uuid,
    component_type: item.type,
    plan_period_uuid: period.uuid,
    billing_period: month,
    modified_by_uuid: null,
    created: world.timestamp(),
    ...told,
  });
}

/** Amounts are stored with two places, as later servers do. */
function decimalOf(amount: number): string {
  return `${BigInt(amount)}.00`;
}
