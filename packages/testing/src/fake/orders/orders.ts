import {
  consumerScopes,
  demand,
  type Permission,
  providerScope,
  terminationScopes,
} from "../access/permissions.ts";
import { seesOrder } from "../access/visibility.ts";
import { optional, validated } from "../body/fields.ts";
import { planLink } from "../body/references.ts";
import { anything, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import { badRequest, conflict, empty, methodNotAllowed, ok, type Reply, ServerCrash } from "../http/reply.ts";
import {
  action,
  disabled,
  listAction,
  type Route,
  readOnly,
  route,
  rowInPath,
  served,
  unspecified,
} from "../http/route.ts";
import { providedResource, usedResource } from "../resources/resources.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import { compareTimestamps, isJsonObject } from "../state/values.ts";
import { BASIC, type OrderState, SLURM, SUPPORT } from "../state/words.ts";
import * as life from "./life.ts";
import { place, refuseBlocked, refuseExpired, TERMINABLE } from "./placing.ts";
import { orders } from "./row.ts";

/** The order of the path, for either side. */
function orderInPath(call: ApiCall): Order {
  return rowInPath(call, "Order", call.store.orders, seesOrder(call.world, callerOf(call)));
}

function projectOfOrder(order: Order, call: ApiCall): Project {
  return projectOf(resourceOf(order, call), call);
}

function listOrders(call: ApiCall): Reply {
  const rows = call.store.orders.all().filter(seesOrder(call.world, callerOf(call)));
  return list(
    rows.sort((a, b) => compareTimestamps(a.created, b.created)),
    orders,
    call,
  );
}

/** The order of the path, for those who may do the thing for its provider: 404 comes before 403. */
function orderForProvider(call: ApiCall, permission: Permission): Order {
  const order = orderInPath(call);
  demand(call, permission, providerScope(offeringOf(resourceOf(order, call), call)));
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
  const { type } = offeringOf(resourceOf(order, call), call);
  if (!types.includes(type)) {
    throw methodNotAllowed(`The order's offering with ${type} type does not support this action`);
  }
}

function approve(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  const project = projectOfOrder(order, call);
  refuseBlocked(call.world, project);
  refuseExpired(call.world, project);
  demandState(order, "pending-provider");
  if (!call.world.since("8.x")) {
    life.approve(call.world, order, callerOf(call));
    return empty(200);
  }
  validated({ attributes: optional(anything(), {}) }, call.body());
  life.approve(call.world, order, callerOf(call));
  return ok({ detail: "Order has been approved." });
}

/** Older servers do not read the comment. */
function reject(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.REJECT");
  refuseBlocked(call.world, projectOfOrder(order, call));
  demandState(order, "pending-provider");
  const fields = { provider_rejection_comment: optional(text({ allowBlank: true }), "") };
  const comment = call.world.since("8.x") ? validated(fields, call.body()).provider_rejection_comment : "";
  life.reject(call.world, order, callerOf(call), comment);
  return empty(200);
}

function setExecuting(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "pending-consumer", "pending-provider", "erred");
  demandType(call, order, SLURM);
  life.move(call.world, order, "executing");
  return empty(200);
}

function setDone(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "executing");
  demandType(call, order, SLURM, BASIC, SUPPORT);
  life.complete(call.world, order);
  return empty(200);
}

/** No state is wrong for it. On older servers a missing key is a KeyError nobody catches. */
function setErred(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandType(call, order, SLURM);
  const missing = call.world.since("8.x") ? "" : undefined;
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
  demand(call, "ORDER.CANCEL", ...consumerScopes(projectOfOrder(order, call)));
  demandState(order, "pending-consumer", "pending-provider", "executing");
  demandType(call, order, BASIC, SUPPORT);
  life.move(call.world, order, "canceled");
  return empty(202);
}

function terminateAs(find: (call: ApiCall) => Resource): (call: ApiCall) => Reply {
  return (call) => {
    const resource = find(call);
    demand(call, "RESOURCE.TERMINATE", ...terminationScopes(call.world, resource));
    if (!TERMINABLE.includes(resource.state)) {
      throw conflict(`Valid states for operation: ${TERMINABLE.join(", ")}.`);
    }
    const { attributes } = validated({ attributes: optional(anything(), {}) }, call.body());
    const given = isJsonObject(attributes) ? attributes : {};
    const order = place(call.world, resource, callerOf(call), { type: "Terminate", attributes: given });
    return ok({ order_uuid: order.uuid });
  };
}

/** The consumer's: the resource of the path, for an order that changes it. */
function changedResource(call: ApiCall): Resource {
  const resource = usedResource(call);
  demand(call, "RESOURCE.UPDATE", ...consumerScopes(projectOf(resource, call)));
  if (resource.state !== "OK") {
    throw conflict("Valid states for operation: OK.");
  }
  return resource;
}

function updateLimits(call: ApiCall): Reply {
  const resource = changedResource(call);
  const { limits } = validated({ limits: anything() }, call.body());
  const given = isJsonObject(limits) ? Object.entries(limits) : [];
  const order = place(call.world, resource, callerOf(call), {
    type: "Update",
    attributes: { old_limits: resource.limits },
    limits: Object.fromEntries(given.map(([type, amount]) => [type, Number(amount)])),
    plan_uuid: resource.plan_uuid,
  });
  return ok({ order_uuid: order.uuid });
}

function switchPlan(call: ApiCall): Reply {
  const resource = changedResource(call);
  const { plan } = validated({ plan: planLink(call) }, call.body());
  if (plan.offering_uuid !== resource.offering_uuid) {
    throw badRequest({ plan: ["Plan is not available for this offering."] });
  }
  const order = place(call.world, resource, callerOf(call), {
    type: "Update",
    limits: resource.limits,
    plan_uuid: plan.uuid,
    old_plan_uuid: resource.plan_uuid,
  });
  return ok({ order_uuid: order.uuid });
}

const PATH = "marketplace-orders/{uuid}";

export const orderRoutes: readonly Route[] = served(
  { since: "2024-10" },
  route("marketplace-orders/", { GET: listAction("orders_list", listOrders), POST: disabled }),
  route(`${PATH}/`, {
    GET: action("orders_get", (call) => show(orderInPath(call), orders, call)),
    ...readOnly,
  }),
  route(`${PATH}/approve_by_provider/`, { POST: action("orders_approve_by_provider", approve) }),
  route(`${PATH}/reject_by_provider/`, { POST: action("orders_reject_by_provider", reject) }),
  route(`${PATH}/set_state_executing/`, { POST: action("orders_set_state_executing", setExecuting) }),
  route(`${PATH}/set_state_done/`, { POST: action("orders_set_state_done", setDone) }),
  route(`${PATH}/set_state_erred/`, { POST: action("orders_set_state_erred", setErred) }),
  route(`${PATH}/cancel/`, { POST: action("orders_cancel", cancel) }),
  route("marketplace-provider-resources/{uuid}/terminate/", {
    POST: action("provider_resources_terminate", terminateAs(providedResource)),
  }),
  route("marketplace-resources/{uuid}/terminate/", { POST: unspecified(terminateAs(usedResource)) }),
  route("marketplace-resources/{uuid}/update_limits/", { POST: unspecified(updateLimits) }),
  route("marketplace-resources/{uuid}/switch_plan/", { POST: unspecified(switchPlan) }),
);
