/** Orders: what both sides see and change, and what the provider does with them. */
import { demand, type Permission, scopesOfBothSides } from "../access/permissions.ts";
import { seesOrder } from "../access/visibility.ts";
import { nullable, optional, validated } from "../body/fields.ts";
import { day, limits, object, text } from "../body/types.ts";
import { type ApiCall, callerOf, change } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import { badRequest, conflict, empty, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import { showResource } from "../resources/row.ts";
import { demandState } from "../resources/states.ts";
import type { Order } from "../state/marketplace.ts";
import { offeringOf, organizationOf, resourceOf } from "../state/relations.ts";
import { BASIC, SLURM, SUPPORT } from "../state/words.ts";
import { createOrder } from "./customer-orders.ts";
import * as life from "./life.ts";
import { costOf, refuseBlocked, refuseLimits } from "./placing.ts";
import { demandType, orderForProvider, orderInPath, orders, projectOfOrder } from "./row.ts";

const words = <Missing>(missing: Missing) => optional(text({ allowBlank: true }), missing);

/** The order of the path, if it waits for its provider and the caller has the permission. */
function pendingOrder(call: ApiCall, permission: Permission): Order {
  const order = orderForProvider(call, permission);
  const project = projectOfOrder(order, call);
  const { name, end_date } = project;
  refuseBlocked(call.world, project);
  // A project ends on its last day. 8.x servers do not check it.
  const isOver = end_date !== null && end_date <= call.world.today();
  if (permission === "ORDER.APPROVE" && isOver && !call.world.since("8.0")) {
    throw badRequest([`Project '${name} | ${organizationOf(project, call).name}' is expired.`]);
  }
  demandState(order, "pending-provider");
  return order;
}

function approve(call: ApiCall): Reply {
  const order = pendingOrder(call, "ORDER.APPROVE");
  const answersInWords = call.world.since("8.0");
  if (answersInWords) {
    const { attributes } = validated({ attributes: optional(object(), {}) }, call.body());
    order.attributes = { ...order.attributes, ...attributes };
  }
  life.approve(call.world, order, "provider", callerOf(call));
  if (!answersInWords) return empty(200);
  const waits = order.state === "pending-start-date";
  return ok({
    detail: waits ? "Order is pending start date." : "Order has been approved and is being processed.",
  });
}

/** 2024-10 ignores the comment. */
function reject(call: ApiCall): Reply {
  const order = pendingOrder(call, "ORDER.REJECT");
  const body = call.world.since("8.0") ? call.body() : {};
  Object.assign(order, validated({ provider_rejection_comment: words("") }, body));
  life.reject(call.world, order, "provider", callerOf(call));
  return empty(200);
}

function setExecuting(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "pending-consumer", "pending-provider", "erred");
  demandType(call, order, SLURM);
  change(call.world, order, { state: "executing" });
  return empty(200);
}

function setDone(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "executing");
  demandType(call, order, SLURM, BASIC, SUPPORT);
  life.complete(call.world, order);
  return empty(200);
}

/** Allowed in every state. 2024-10 crashes if a key is missing. */
function setErred(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandType(call, order, SLURM);
  const missing = call.world.since("8.0") ? "" : undefined;
  const fields = { error_message: words(missing), error_traceback: words(missing) };
  const { error_message, error_traceback } = validated(fields, call.body());
  if (error_message === undefined || error_traceback === undefined) {
    throw new ServerCrash();
  }
  life.fail(call.world, order, { error_message, error_traceback });
  return empty(200);
}

function setBackendId(call: ApiCall): Reply {
  const order = orderForProvider(call, "RESOURCE.SET_BACKEND_ID");
  const { backend_id } = validated({ backend_id: text({ maxLength: 255, allowBlank: true }) }, call.body());
  if (backend_id === order.backend_id) return ok({ status: "Order backend_id is not changed." });
  change(call.world, order, { backend_id });
  return ok({ status: "Order backend_id has been changed." });
}

/** Refused unless the offering lets both sides write to each other. */
function setProviderInfo(call: ApiCall): Reply {
  const order = pendingOrder(call, "ORDER.APPROVE");
  const { plugin_options } = offeringOf(resourceOf(order, call), call);
  if (plugin_options.enable_provider_consumer_messaging !== true) {
    throw conflict("Provider-consumer messaging is not enabled for this offering.");
  }
  const fields = {
    provider_message: words(order.provider_message),
    provider_message_url: words(order.provider_message_url),
  };
  const message = validated(fields, call.body());
  Object.assign(order, message, { provider_message_updated_at: call.world.timestamp() });
  return ok({ detail: "Provider info has been saved." });
}

/** The order of the path, if it waits and the caller may approve it for either side. */
function waitingOrder(call: ApiCall): Order {
  const order = orderInPath(call);
  demand(call, "ORDER.APPROVE", ...scopesOfBothSides(call.world, resourceOf(order, call)));
  demandState(order, "pending-consumer", "pending-provider", "pending-project", "pending-start-date");
  return order;
}

/** Keys that are not sent stay. If the order creates its resource, that changes with it. */
function update(call: ApiCall): Reply {
  const order = waitingOrder(call);
  const resource = resourceOf(order, call);
  const fields = {
    limits: optional(limits(), order.limits),
    attributes: optional(object(), order.attributes),
    start_date: optional(nullable(day()), order.start_date),
  };
  const given = validated(fields, call.body());
  if (given.limits !== order.limits) refuseLimits(call.world, offeringOf(resource, call), given.limits);
  change(call.world, order, given);
  order.cost = costOf(call.world, resource, order);
  if (order.type === "Create") {
    Object.assign(resource, { limits: given.limits, attributes: given.attributes });
  }
  return ok(given);
}

function retry(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "erred");
  life.beginAnew(call.world, order);
  return empty(200);
}

/** The fake stores no attachments. */
function deleteAttachment(call: ApiCall): Reply {
  waitingOrder(call);
  return empty(204);
}

const ORDERS = "marketplace-orders";

export const orderRoutes: readonly Route[] = [
  ...routes(ORDERS, {
    GET: (call) => list(call.store.orders.all().filter(seesOrder(call.world, callerOf(call))), orders, call),
    "GET {uuid}/": (call) => show(orderInPath(call), orders, call),
    "POST {uuid}/approve_by_provider/": approve,
    "POST {uuid}/reject_by_provider/": reject,
    "POST {uuid}/set_state_executing/": setExecuting,
    "POST {uuid}/set_state_done/": setDone,
    "POST {uuid}/set_state_erred/": setErred,
    "PATCH {uuid}/": update,
    "GET {uuid}/resource/": (call) => showResource(resourceOf(orderInPath(call), call), call),
    "POST {uuid}/set_backend_id/": setBackendId,
    "POST {uuid}/set_provider_info/": setProviderInfo,
    "POST {uuid}/retry/": retry,
    "POST {uuid}/delete_attachment/": deleteAttachment,
  }),
  ...routes(ORDERS, { POST: createOrder }, { since: "2024-10" }),
];
