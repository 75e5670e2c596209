/** What happens to an order once it is placed: decided by both sides, begun by a worker, ended by the provider. */
import { change, type World } from "../http/call.ts";
import { ServerCrash } from "../http/reply.ts";
import { money, planCost } from "../money/costs.ts";
import { makeOfferingUsers } from "../offerings/offering-users-of-members.ts";
import { closePlanPeriod, openPlanPeriod, settleAtOk, switchResource } from "../resources/states.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import { BASIC, type OrderState, SLURM } from "../state/words.ts";
import { makePluginObject, scheduleUpdate } from "./plugin.ts";

/** Who an order waits for. */
type Side = "consumer" | "provider";

/** One side lets it through. */
export function approve(world: World, order: Order, side: Side, by: User): void {
  review(world, order, side, by);
  if (side === "consumer") proceed(world, order);
  else carryOut(world, order);
}

/** One side turns it down. */
export function reject(world: World, order: Order, side: Side, by: User): void {
  giveUp(world, order);
  review(world, order, side, by);
  order.state = "rejected";
}

function review(world: World, order: Order, side: Side, by: User): void {
  const reviewed_at = world.timestamp();
  change(world, order, { [`${side}_reviewed_by_uuid`]: by.uuid, [`${side}_reviewed_at`]: reviewed_at });
}

/** After the customer's approval: it waits for its project to begin, then for the provider if its type has a review. */
function proceed(world: World, order: Order): void {
  const resource = resourceOf(order, world);
  const { start_date } = projectOf(resource, world);
  const { type } = offeringOf(resource, world);
  if (start_date !== null && start_date > world.today()) {
    order.state = "pending-project";
  } else if (world.since("2024-10") && (type === BASIC || type === SLURM)) {
    order.state = "pending-provider";
  } else {
    carryOut(world, order);
  }
}

/** The state of a resource while an order for it is carried out. */
export const UNDER_WAY = {
  Create: "Creating",
  Restore: "Creating",
  Update: "Updating",
  Terminate: "Terminating",
} as const;

/** 8.x servers first wait for the start date. Then the worker takes over, after the request is answered. */
function carryOut(world: World, order: Order): void {
  if (order.start_date !== null && order.start_date > world.today()) {
    order.state = "pending-start-date";
    return;
  }
  change(world, order, { state: "executing" });
  if (world.since("2024-10")) {
    processLater(world, order);
  } else if (order.type !== "Create") {
    switchResource(world, resourceOf(order, world), UNDER_WAY[order.type]);
  }
}

/** A new day has begun: orders that waited for it go on. */
export function startDueOrders(world: World): void {
  for (const order of world.store.orders) {
    if (order.state === "pending-start-date") carryOut(world, order);
    else if (order.state === "pending-project") proceed(world, order);
  }
}

/** Tries a failed order again. */
export function beginAnew(world: World, order: Order): void {
  change(world, order, { error_message: "", error_traceback: "" });
  switchResource(world, resourceOf(order, world), UNDER_WAY[order.type]);
  carryOut(world, order);
}

/** States an order can be canceled in. */
export function cancelable(world: World): OrderState[] {
  const states: OrderState[] = ["pending-consumer", "pending-provider", "pending-start-date", "executing"];
  return states.filter((state) => state !== "pending-start-date" || world.since("8.0"));
}

/** The customer takes it back. Before 8.1 the resource stays as it is. */
export function cancel(world: World, order: Order): void {
  if (world.since("8.1")) giveUp(world, order);
  change(world, order, { state: "canceled" });
}

/** A resource that was to be created or restored ends; one that was to be changed or ended is OK again. */
function giveUp(world: World, order: Order): void {
  const resource = resourceOf(order, world);
  if (UNDER_WAY[order.type] === "Creating") switchResource(world, resource, "Terminated");
  else settleAtOk(world, resource);
}

/**
 * Gives an approved order to the server's worker. It completes orders of Basic offerings. Of others it does the first
 * half, even if the provider has already reported the end; the order stays executing until then. It writes whole rows:
 * as it read them, with its own changes.
 */
function processLater(world: World, order: Order): void {
  const resource = resourceOf(order, world);
  // From 8.1 on this is left to the provider's agent.
  if (world.since("8.1") && offeringOf(resource, world).type === SLURM) return;
  world.worker.later(() => {
    const [readOrder, readResource] = [{ ...order }, { ...resource }];
    return () => {
      Object.assign(resource, readResource);
      if (isCompletedByWorker(world, order)) Object.assign(order, readOrder);
      perform(world, order, resource);
    };
  });
}

function isCompletedByWorker(world: World, order: Order): boolean {
  const isOfLimits = order.attributes.old_limits !== undefined;
  const { type } = offeringOf(resourceOf(order, world), world);
  return type === BASIC || (order.type === "Update" && !isOfLimits);
}

/** An error is noted on the order; if the worker was to complete it, the resource is Erred, too. */
function perform(world: World, order: Order, resource: Resource): void {
  const isCompleted = isCompletedByWorker(world, order);
  try {
    if (isCompleted) completeByWorker(world, order, resource);
    else begin(world, order, resource);
  } catch (error) {
    if (!(error instanceof ServerCrash)) throw error;
    change(world, order, { state: "erred", error_message: error.message });
    if (isCompleted) switchResource(world, resource, "Erred");
  }
}

/** A second completion of an Update fails. */
function completeByWorker(world: World, order: Order, resource: Resource): void {
  if (order.type === "Create") resource.options = {};
  if (order.type === "Update" && order.state === "done") {
    throw new ServerCrash("Can't switch from state '3' using method 'complete'");
  }
  const { cost } = resource;
  complete(world, order);
  if (order.type === "Terminate") order.modified = world.timestamp();
  // It writes back the cost it has read.
  resource.cost = cost;
}

/** The first half, for all but Basic offerings: the provider reports the second. */
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

/** It succeeded. The resource changes in any case; the order only if it is executing. */
export function complete(world: World, order: Order): void {
  const resource = resourceOf(order, world);
  const isExecuting = order.state === "executing";
  if (order.type === "Terminate") {
    switchResource(world, resource, "Terminated");
  } else {
    // Terminated cannot become OK directly.
    if (order.type === "Restore") switchResource(world, resource, "Creating");
    settleAtOk(world, resource);
  }
  if (order.type === "Create") makeOfferingUsers(world, resource);
  if (order.type === "Update" && isExecuting) takeOver(world, resource, order);
  if (isExecuting) change(world, order, { state: "done", completed_at: world.timestamp() });
}

/** The resource gets the plan and the limits of the order. */
function takeOver(world: World, resource: Resource, order: Order): void {
  if (order.plan_uuid !== null && order.plan_uuid !== resource.plan_uuid) {
    closePlanPeriod(world, resource);
    resource.plan_uuid = order.plan_uuid;
    openPlanPeriod(world, resource);
  }
  change(world, resource, Object.keys(order.limits).length > 0 ? { limits: order.limits } : {});
  if (resource.plan_uuid !== null) {
    const plan = world.store.plans.get(resource.plan_uuid);
    resource.cost = money(planCost(offeringOf(resource, world), plan, resource.limits));
  }
}

/**
 * It failed. The messages are stored in any case; the order becomes erred only if it is executing. After a failed
 * termination the resource is OK. From 8.1 on, a resource without a backend id was never made, and ends.
 */
export function fail(
  world: World,
  order: Order,
  errors: { error_message: string; error_traceback: string },
): void {
  const resource = resourceOf(order, world);
  const isExecuting = order.state === "executing";
  const isUnmade =
    isExecuting && order.type === "Create" && resource.state === "Creating" && resource.backend_id === "";
  const failed = isUnmade && world.since("8.1") ? "Terminated" : "Erred";
  switchResource(world, resource, order.type === "Terminate" ? "OK" : failed);
  change(world, order, isExecuting ? { ...errors, state: "erred" } : errors);
}
