import type { ComponentUsage, User } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { ServerCrash } from "../../http/reply.ts";
import { billingMonth, timestamp } from "../../timestamps.ts";
import { sum } from "../hundredths.ts";
import { periodAt } from "./plan-periods.ts";
import { checkDate } from "./usage-dates.ts";

export interface UserUsageItem {
  readonly username: string;
  readonly usage: string | undefined;
  readonly offeringUserUuid: string | null;
  /** Undefined: the month of the component usage. */
  readonly date: Date | undefined;
}

export function checkUserUsage(world: World, usage: ComponentUsage, item: UserUsageItem, by: User): void {
  if (item.date !== undefined) {
    const resource = world.store.resources.get(usage.resource_uuid);
    const { components } = world.store.offerings.get(resource.offering_uuid);
    const component = components.find(({ type }) => type === usage.component_type);
    checkDate(world, by, item.date, [component]);
  }
}

/** One row per username; the second report changes the amount only, and crashes without one. */
export function storeUserUsage(world: World, reported: ComponentUsage, item: UserUsageItem, by: User): void {
  const usage = item.date === undefined ? reported : usageOfMonth(world, reported, item.date, by);
  const rows = world.store.componentUserUsages.where("component_usage_uuid", usage.uuid);
  const row = rows.find(({ username }) => username === item.username);
  if (row === undefined) {
    world.store.componentUserUsages.add({
      uuid: world.newUuid(),
      component_usage_uuid: usage.uuid,
      username: item.username,
      offering_user_uuid: item.offeringUserUuid,
      usage: item.usage ?? "0.00",
      description: "",
      date: usage.date,
      created: world.timestamp(),
      modified: world.timestamp(),
    });
  } else if (item.usage === undefined) {
    throw new ServerCrash();
  } else {
    row.usage = item.usage;
    row.modified = world.timestamp();
  }
}

/** Newest servers: as long as nothing was reported for the whole, it is what the users' rows come to. */
export function fillEmptyTotal(world: World, usage: ComponentUsage): void {
  const rows = world.store.componentUserUsages.where("component_usage_uuid", usage.uuid);
  if (world.generation === "8.x" && usage.usage === "0.00") {
    usage.usage = sum(rows.map((row) => row.usage));
  }
}

/** The component's usage in the month of a date, made when there is none. */
function usageOfMonth(world: World, like: ComponentUsage, date: Date, by: User): ComponentUsage {
  const month = billingMonth(date);
  const usages = world.store.componentUsages;
  const isOfMonth = (usage: ComponentUsage): boolean =>
    usage.component_type === like.component_type && usage.billing_period === month;
  if (isOfMonth(like)) {
    return like;
  }
  const resource = world.store.resources.get(like.resource_uuid);
  const found = usages.where("resource_uuid", like.resource_uuid).find(isOfMonth);
  return (
    found ??
    usages.add({
      uuid: world.newUuid(),
      resource_uuid: like.resource_uuid,
      component_type: like.component_type,
      plan_period_uuid: periodAt(world, resource, date)?.uuid ?? null,
      billing_period: month,
      usage: "0.00",
      description: "",
      recurring: false,
      date: timestamp(date),
      modified_by_uuid: by.uuid,
      created: world.timestamp(),
      modified: world.timestamp(),
    })
  );
}
