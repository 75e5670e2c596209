import type { World } from "../http/call.ts";
import { ServerCrash } from "../http/reply.ts";
import { money, planCost } from "../money/costs.ts";
import { makeOfferingUsers } from "../offerings/offering-users-of-members.ts";
import { closePlanPeriod, openPlanPeriod, settleAtOk, switchResource } from "../resources/states.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import { offeringOf, resourceOf } from "../state/relations.ts";
import { BASIC, type OrderType, SLURM } from "../state/words.ts";
import { makePluginObject, scheduleUpdate } from "./plugin.ts";

/** States in which an order keeps the next one from being placed. */
export const OPEN: readonly Order["state"][] = [
  "pending-consumer",
  "pending-provider",
  "pending-start-date",
  "executing",
];

export function complete(world: World, order: Order): void {
  succeed(world, resourceOf(order, world), order.type);
}

/** The messages are stored whatever state the order is in; only an executing one becomes erred. */
export function failWith(
  world: World,
  order: Order,
  errors: { error_message: string; error_traceback: string },
): void {
  fail(world, resourceOf(order, world), order.type);
  Object.assign(order, errors);
  order.modified = world.timestamp();
}

/**
 * What a worker does with an order that was let through. On Basic offerings it completes it; on others the
 * order stays executing until the provider says how it ended, and what the worker begins it begins even when the
 * provider has said so before. It writes the rows as it has read them, but for what it changes.
 */
export function processLater(world: World, order: Order): void {
  const resource = resourceOf(order, world);
  if (isLeftToProvider(world, resource)) return;
  world.worker.later(() => {
    const [readOrder, readResource] = [{ ...order }, { ...resource }];
    return (writesLast) => {
      const isChanged = JSON.stringify(resource) !== JSON.stringify(readResource);
      if (isChanged && writesLast === "request" && !isCompletedByWorker(world, order)) return;
      Object.assign(resource, readResource);
      if (isCompletedByWorker(world, order)) Object.assign(order, readOrder);
      perform(world, order, resource);
    };
  });
}

/** What is made by a provider's agent, newest servers' workers leave alone. */
function isLeftToProvider(world: World, resource: Resource): boolean {
  return world.since("8.1") && offeringOf(resource, world).type === SLURM;
}

function isCompletedByWorker(world: World, order: Order): boolean {
  const isOfLimits = order.attributes.old_limits !== undefined;
  const { type } = offeringOf(resourceOf(order, world), world);
  return type === BASIC || (order.type === "Update" && !isOfLimits);
}

/** What goes wrong is noted on the order; on Basic offerings the resource is Erred then, too. */
function perform(world: World, order: Order, resource: Resource): void {
  try {
    if (isCompletedByWorker(world, order)) {
      completeByWorker(world, order, resource);
    } else {
      begin(world, order, resource);
    }
  } catch (error) {
    if (!(error instanceof ServerCrash)) {
      throw error;
    }
    order.error_message = error.message;
    order.state = "erred";
    order.modified = world.timestamp();
    if (isCompletedByWorker(world, order)) switchResource(world, resource, "Erred");
  }
}

/** An Update can be completed but once. */
function completeByWorker(world: World, order: Order, resource: Resource): void {
  if (order.type === "Create") resource.options = {};
  if (order.type === "Update" && order.state === "done") {
    throw new ServerCrash("Can't switch from state '3' using method 'complete'");
  }
  const { cost } = resource;
  succeed(world, resource, order.type);
  if (order.type === "Terminate") order.modified = world.timestamp();
  // It has read the row before what it comes to was worked out anew.
  resource.cost = cost;
}

/** The first half of what others than Basic offerings do; the provider tells of the second. */
function begin(world: World, order: Order, resource: Resource): void {
  if (order.type === "Terminate") {
    switchResource(world, resource, "Terminating");
  } else if (order.type === "Update") {
    scheduleUpdate(world, resource);
    switchResource(world, resource, "Updating");
  } else if (offeringOf(resource, world).type === SLURM) {
    makePluginObject(world, resource);
  }
}

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
function succeed(world: World, resource: Resource, type: OrderType): void {
  const order = executingOrder(world, resource, type);
  switch (type) {
    case "Create":
      settleAtOk(world, resource);
      makeOfferingUsers(world, resource);
      break;
    case "Restore":
      // From Terminated there is no way to OK.
      switchResource(world, resource, "Creating");
      settleAtOk(world, resource);
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
  resource.modified = world.timestamp();
  if (resource.plan_uuid !== null) {
    const plan = world.store.plans.get(resource.plan_uuid);
    resource.cost = money(planCost(offeringOf(resource, world), plan, resource.limits));
  }
}

/**
 * What becomes of them when it failed: a termination that failed leaves the resource OK. Newest servers take a
 * resource that has no backend id for one that was never made, and end it.
 */
function fail(world: World, resource: Resource, type: OrderType): void {
  const order = executingOrder(world, resource, type);
  const isUnmade = order?.type === "Create" && resource.state === "Creating" && resource.backend_id === "";
  const failed = isUnmade && world.since("8.1") ? "Terminated" : "Erred";
  switchResource(world, resource, type === "Terminate" ? "OK" : failed);
  if (order !== undefined) {
    order.state = "erred";
    order.modified = world.timestamp();
  }
}
