import { demand, type Permission, providerScope } from "../access/permissions.ts";
import { seesOrder } from "../access/visibility.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { conflict, methodNotAllowed } from "../http/reply.ts";
import { rowInPath } from "../http/route.ts";
import type { Order } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import type { OrderState } from "../state/words.ts";

/** The order of the path, for either side. */
export function orderInPath(call: ApiCall): Order {
  return rowInPath(call, "Order", call.store.orders, seesOrder(call.world, callerOf(call)));
}

/** The order of the path, for those who may do the thing for its provider: 404 comes before 403. */
export function orderForProvider(call: ApiCall, permission: Permission): Order {
  const order = orderInPath(call);
  demand(call, permission, providerScope(offeringOf(resourceOf(order, call), call)));
  return order;
}

export function projectOfOrder(order: Order, call: ApiCall): Project {
  return projectOf(resourceOf(order, call), call);
}

/** Refuses with 409 what is not possible in the order's state. */
export function demandState(order: Order, ...states: OrderState[]): void {
  if (!states.includes(order.state)) {
    throw conflict(`Valid states for operation: ${states.join(", ")}.`);
  }
}

/** Refuses with 405, after the state, what offerings of other types do not have. */
export function demandType(call: ApiCall, order: Order, ...types: string[]): void {
  const { type } = offeringOf(resourceOf(order, call), call);
  if (!types.includes(type)) {
    throw methodNotAllowed(`The order's offering with ${type} type does not support this action`);
  }
}
