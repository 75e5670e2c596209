/** What either side decides of an order, and when one that was let through begins. */
import { change, type World } from "../http/call.ts";
import { settleAtOk, switchResource } from "../resources/states.ts";
import type { Order } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import { BASIC, type OrderState, SLURM } from "../state/words.ts";
import { processLater } from "./life.ts";

/** Who an order waits for. */
type Side = "consumer" | "provider";

/** One side lets it through. */
export function approve(world: World, order: Order, side: Side, by: User): void {
  review(world, order, side, by);
  if (side === "consumer") proceed(world, order);
  else carryOut(world, order);
}

/** One side does not. */
export function reject(world: World, order: Order, side: Side, by: User): void {
  giveUp(world, order);
  review(world, order, side, by);
  order.state = "rejected";
}

function review(world: World, order: Order, side: Side, by: User): void {
  const reviewed_at = world.timestamp();
  change(world, order, { [`${side}_reviewed_by_uuid`]: by.uuid, [`${side}_reviewed_at`]: reviewed_at });
}

/** Past the customer: it waits for its project to begin, then for the provider, where the type wants a review. */
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

/** Where a resource is while its order is carried out. */
export const UNDER_WAY = {
  Create: "Creating",
  Restore: "Creating",
  Update: "Updating",
  Terminate: "Terminating",
} as const;

/** Newest servers wait for the day it is to start on; then a worker does the rest, after the answer. */
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

/** A new day has begun: what has waited for it goes on. */
export function startDueOrders(world: World): void {
  for (const order of world.store.orders) {
    if (order.state === "pending-start-date") carryOut(world, order);
    else if (order.state === "pending-project") proceed(world, order);
  }
}

/** It failed, and is tried once more, with the resource on its way again. */
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

/** The customer takes it back. Before 8.1 nobody looks at the resource then. */
export function cancel(world: World, order: Order): void {
  if (world.since("8.1")) giveUp(world, order);
  change(world, order, { state: "canceled" });
}

/** What was to be created or had back ends; what was to be changed or ended comes out OK. */
function giveUp(world: World, order: Order): void {
  const resource = resourceOf(order, world);
  if (UNDER_WAY[order.type] === "Creating") switchResource(world, resource, "Terminated");
  else settleAtOk(world, resource);
}
