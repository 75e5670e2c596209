import type { Order } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { conflict, empty, methodNotAllowed, ok, type Reply, ServerCrash } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import { refuseBlocked, refuseExpired } from "../../rules/current/consumers.ts";
import * as life from "../../rules/current/order-life.ts";
import { BASIC, SLURM, SUPPORT } from "../../rules/current/order-processing.ts";
import { demand, type Permission } from "../../rules/current/permissions.ts";
import { consumerScopes, offeringOf, projectOf, providerScope } from "../../rules/current/scopes.ts";
import { anything, text } from "../../rules/field-types.ts";
import { optional, validated } from "../../rules/fields.ts";
import type { OrderState } from "../../words.ts";
import { orderInPath } from "./orders.ts";

/** The order of the path, for those who may do the thing for its provider: 404 comes before 403. */
function orderForProvider(call: ApiCall, permission: Permission): Order {
  const order = orderInPath(call);
  const resource = call.store.resources.get(order.resource_uuid);
  demand(call, permission, providerScope(offeringOf(call.store, resource)));
  return order;
}

/** Refuses with 409 what is not possible in the order's state. */
function demandState(order: Order, ...states: OrderState[]): void {
  if (!states.includes(order.state)) {
    throw conflict(`Valid states for operation: ${states.join(", ")}.`);
  }
}

/** Refuses with 405, after the state, what offerings of other types do not have. */
function demandType(call: ApiCall, order: Order, ...types: string[]): void {
  const { type } = offeringOf(call.store, call.store.resources.get(order.resource_uuid));
  if (!types.includes(type)) {
    throw methodNotAllowed(`The order's offering with ${type} type does not support this action`);
  }
}

function approve(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  const project = projectOf(call.store, call.store.resources.get(order.resource_uuid));
  refuseBlocked(call.world, project);
  refuseExpired(call.world, project);
  demandState(order, "pending-provider");
  if (call.world.generation === "2024-10") {
    life.approve(call.world, order, callerOf(call));
    return empty(200);
  }
  validated({ attributes: optional(anything(), {}) }, call.body());
  life.approve(call.world, order, callerOf(call));
  return ok({ detail: "Order has been approved." });
}

/** The oldest servers do not read the comment. */
function reject(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.REJECT");
  refuseBlocked(call.world, projectOf(call.store, call.store.resources.get(order.resource_uuid)));
  demandState(order, "pending-provider");
  const fields = { provider_rejection_comment: optional(text({ allowBlank: true }), "") };
  const comment =
    call.world.generation === "2024-10" ? "" : validated(fields, call.body()).provider_rejection_comment;
  life.reject(call.world, order, callerOf(call), comment);
  return empty(200);
}

function setExecuting(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "pending-consumer", "pending-provider", "erred");
  demandType(call, order, SLURM);
  life.execute(call.world, order);
  return empty(200);
}

function setDone(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "executing");
  demandType(call, order, SLURM, BASIC, SUPPORT);
  life.complete(call.world, order);
  return empty(200);
}

/** No state is wrong for it. On the oldest servers a missing key is a KeyError nobody catches. */
function setErred(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandType(call, order, SLURM);
  const missing = call.world.generation === "8.x" ? "" : undefined;
  const fields = {
    error_message: optional(text({ allowBlank: true }), missing),
    error_traceback: optional(text({ allowBlank: true }), missing),
  };
  const { error_message, error_traceback } = validated(fields, call.body());
  if (error_message === undefined || error_traceback === undefined) {
    throw new ServerCrash();
  }
  life.failWith(call.world, order, { error_message, error_traceback });
  return empty(200);
}

/** The consumer's action. */
function cancel(call: ApiCall): Reply {
  const order = orderInPath(call);
  const project = projectOf(call.store, call.store.resources.get(order.resource_uuid));
  demand(call, "ORDER.CANCEL", ...consumerScopes(project));
  demandState(order, "pending-consumer", "pending-provider", "executing");
  demandType(call, order, BASIC, SUPPORT);
  life.cancel(call.world, order);
  return empty(202);
}

const ACTIONS = {
  approve_by_provider: approve,
  reject_by_provider: reject,
  set_state_executing: setExecuting,
  set_state_done: setDone,
  set_state_erred: setErred,
  cancel,
};

export const orderActionRoutes: readonly Route[] = Object.entries(ACTIONS).map(([name, handle]) =>
  route(`marketplace-orders/{uuid}/${name}/`, { POST: action(`orders_${name}`, handle) }),
);
