import type { Order, User } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { fail, succeed } from "./order-outcomes.ts";
import { processLater } from "./order-processing.ts";
import { settleAtOk, switchResource } from "./resource-states.ts";

/** States in which an order keeps the next one from being placed. */
export const OPEN: readonly Order["state"][] = ["pending-consumer", "pending-provider", "executing"];

/** The provider lets it through; a worker does the rest after the answer. */
export function approve(world: World, order: Order, by: User): void {
  review(world, order, by);
  order.state = "executing";
  processLater(world, order);
}

/** A rejected creation ends the resource; of a rejected change or termination it comes out OK. */
export function reject(world: World, order: Order, by: User, comment: string): void {
  const resource = world.store.resources.get(order.resource_uuid);
  if (order.type === "Create") {
    switchResource(world, resource, "Terminated");
  } else {
    settleAtOk(world, resource);
  }
  review(world, order, by);
  order.state = "rejected";
  order.provider_rejection_comment = comment;
}

/** Nobody looks at the resource. */
export function cancel(world: World, order: Order): void {
  order.state = "canceled";
  order.modified = world.timestamp();
}

/** An erred order, or one that waits, is executing (again); the resource stays as it is. */
export function execute(world: World, order: Order): void {
  order.state = "executing";
  order.modified = world.timestamp();
}

export function complete(world: World, order: Order): void {
  succeed(world, world.store.resources.get(order.resource_uuid), order.type);
}

/** The messages are stored whatever state the order is in; only an executing one becomes erred. */
export function failWith(
  world: World,
  order: Order,
  errors: { error_message: string; error_traceback: string },
): void {
  fail(world, world.store.resources.get(order.resource_uuid), order.type);
  Object.assign(order, errors);
  order.modified = world.timestamp();
}

function review(world: World, order: Order, by: User): void {
  order.provider_reviewed_by_uuid = by.uuid;
  order.provider_reviewed_at = world.timestamp();
  order.modified = world.timestamp();
}
