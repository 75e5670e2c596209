import type { Order, Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import type { OrderType } from "../../words.ts";
import { money, planCost } from "../costs.ts";
import { makeMemberAccounts } from "./member-accounts.ts";
import { closePlanPeriod, openPlanPeriod } from "./plan-periods.ts";
import { settleAtOk, switchResource } from "./resource-states.ts";
import { offeringOf } from "./scopes.ts";

/**
 * The executing order of a type, when there is exactly one. An order in another state is not touched, whatever
 * becomes of the resource.
 */
function executingOrder(world: World, resource: Resource, type: OrderType): Order | undefined {
  const orders = world.store.orders
    .where("resource_uuid", resource.uuid)
    .filter((order) => order.type === type && order.state === "executing");
  return orders.length === 1 ? orders[0] : undefined;
}

/** What becomes of the resource, and of its executing order of the type, when it went well. */
export function succeed(world: World, resource: Resource, type: OrderType): void {
  const order = executingOrder(world, resource, type);
  switch (type) {
    case "Create":
      settleAtOk(world, resource);
      makeMemberAccounts(world, resource);
      break;
    case "Update":
      settleAtOk(world, resource);
      if (order !== undefined) {
        takeOver(world, resource, order);
      }
      break;
    case "Terminate":
      switchResource(world, resource, "Terminated");
  }
  if (order !== undefined) {
    order.state = "done";
    order.completed_at = world.timestamp();
    order.modified = world.timestamp();
  }
}

/** The resource gets the plan and the limits of the order. */
function takeOver(world: World, resource: Resource, order: Order): void {
  if (order.plan_uuid !== null && order.plan_uuid !== resource.plan_uuid) {
    closePlanPeriod(world, resource);
    resource.plan_uuid = order.plan_uuid;
    openPlanPeriod(world, resource);
  }
  if (Object.keys(order.limits).length > 0) {
    resource.limits = order.limits;
  }
  if (resource.plan_uuid !== null) {
    const plan = world.store.plans.get(resource.plan_uuid);
    resource.cost = money(planCost(offeringOf(world.store, resource), plan, resource.limits));
  }
}

/** What becomes of them when it failed: a termination that failed leaves the resource OK. */
export function fail(world: World, resource: Resource, type: OrderType): void {
  const order = executingOrder(world, resource, type);
  switchResource(world, resource, type === "Terminate" ? "OK" : "Erred");
  if (order !== undefined) {
    order.state = "erred";
    order.modified = world.timestamp();
  }
}
