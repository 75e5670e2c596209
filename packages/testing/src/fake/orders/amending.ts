/** What is changed at an order that waits, and one that failed begun anew, on 8.x servers. */
import { consumerScopes, demand, providerScope } from "../access/permissions.ts";
import { nullable, optional, validated } from "../body/fields.ts";
import { day, limits, object } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import { empty, ok, type Reply } from "../http/reply.ts";
import { action, type Route, route, served } from "../http/route.ts";
import { showResource } from "../resources/row.ts";
import type { Order } from "../state/marketplace.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import type { OrderState } from "../state/words.ts";
import { demandState, orderForProvider, orderInPath } from "./order-in-path.ts";
import { oneOrder } from "./orders.ts";
import { costOf } from "./placing.ts";
import { beginAnew } from "./review.ts";

const WAITING: readonly OrderState[] = [
  "pending-consumer",
  "pending-provider",
  "pending-project",
  "pending-start-date",
];

/** The order of the path, while it waits, for those of either side who may let it through. */
function waitingOrder(call: ApiCall): Order {
  const order = orderInPath(call);
  const resource = resourceOf(order, call);
  const scopes = [...consumerScopes(projectOf(resource, call)), providerScope(offeringOf(resource, call))];
  demand(call, "ORDER.APPROVE", ...scopes);
  demandState(order, ...WAITING);
  return order;
}

/** What is not sent stays. A resource that is to come changes with its order. */
function update(call: ApiCall): Reply {
  const order = waitingOrder(call);
  const resource = resourceOf(order, call);
  const fields = {
    limits: optional(limits(), order.limits),
    attributes: optional(object(), order.attributes),
    start_date: optional(nullable(day()), order.start_date),
  };
  const given = validated(fields, call.body());
  Object.assign(order, given, { modified: call.world.timestamp() });
  order.cost = costOf(call.world, resource, order);
  if (order.type === "Create")
    Object.assign(resource, { limits: given.limits, attributes: given.attributes });
  return ok(given);
}

function retry(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "erred");
  beginAnew(call.world, order);
  return empty(200);
}

/** Nothing is ever attached here. */
function deleteAttachment(call: ApiCall): Reply {
  waitingOrder(call);
  return empty(204);
}

const PATH = "marketplace-orders/{uuid}";

export const amendingRoutes: readonly Route[] = served(
  { since: "8.0" },
  route(`${PATH}/`, { ...oneOrder, PATCH: action("orders_update", update) }),
  route(`${PATH}/resource/`, {
    GET: action("orders_resource_get", (call) => showResource(resourceOf(orderInPath(call), call), call)),
  }),
  route(`${PATH}/retry/`, { POST: action("orders_retry", retry) }),
  route(`${PATH}/delete_attachment/`, { POST: action("orders_delete_attachment", deleteAttachment) }),
);
