import { seesOrder } from "../access/visibility.ts";
import { optional, validated } from "../body/fields.ts";
import { anything, text } from "../body/types.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import { empty, ok, type Reply, ServerCrash } from "../http/reply.ts";
import { action, listAction, type Route, readOnly, route, served, unspecified } from "../http/route.ts";
import { compareTimestamps } from "../state/values.ts";
import { BASIC, SLURM, SUPPORT } from "../state/words.ts";
import { createOrder } from "./customer-orders.ts";
import * as life from "./life.ts";
import { demandState, demandType, orderForProvider, orderInPath, projectOfOrder } from "./order-in-path.ts";
import { refuseBlocked, refuseExpired } from "./placing.ts";
import * as review from "./review.ts";
import { orders } from "./row.ts";

function listOrders(call: ApiCall): Reply {
  const rows = call.store.orders.all().filter(seesOrder(call.world, callerOf(call)));
  return list(
    rows.sort((a, b) => compareTimestamps(a.created, b.created)),
    orders,
    call,
  );
}

function approve(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  const project = projectOfOrder(order, call);
  refuseBlocked(call.world, project);
  refuseExpired(call.world, project);
  demandState(order, "pending-provider");
  if (!call.world.since("8.0")) {
    review.approve(call.world, order, callerOf(call));
    return empty(200);
  }
  validated({ attributes: optional(anything(), {}) }, call.body());
  review.approve(call.world, order, callerOf(call));
  return ok({
    detail:
      order.state === "pending-start-date"
        ? "Order is pending start date."
        : "Order has been approved and is being processed.",
  });
}

/** Older servers do not read the comment. */
function reject(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.REJECT");
  refuseBlocked(call.world, projectOfOrder(order, call));
  demandState(order, "pending-provider");
  const fields = { provider_rejection_comment: optional(text({ allowBlank: true }), "") };
  const comment = call.world.since("8.0") ? validated(fields, call.body()).provider_rejection_comment : "";
  review.reject(call.world, order, callerOf(call), comment);
  return empty(200);
}

function setExecuting(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  demandState(order, "pending-consumer", "pending-provider", "erred");
  demandType(call, order, SLURM);
  order.state = "executing";
  order.modified = call.world.timestamp();
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
  const missing = call.world.since("8.0") ? "" : undefined;
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

const PATH = "marketplace-orders/{uuid}";

export const oneOrder = {
  GET: action("orders_get", (call) => show(orderInPath(call), orders, call)),
  ...readOnly,
};

export const orderRoutes: readonly Route[] = served(
  { since: "2024-10" },
  route("marketplace-orders/", {
    GET: listAction("orders_list", listOrders),
    POST: unspecified(createOrder),
  }),
  route(`${PATH}/`, oneOrder, { before: "8.0" }),
  route(`${PATH}/approve_by_provider/`, { POST: action("orders_approve_by_provider", approve) }),
  route(`${PATH}/reject_by_provider/`, { POST: action("orders_reject_by_provider", reject) }),
  route(`${PATH}/set_state_executing/`, { POST: action("orders_set_state_executing", setExecuting) }),
  route(`${PATH}/set_state_done/`, { POST: action("orders_set_state_done", setDone) }),
  route(`${PATH}/set_state_erred/`, { POST: action("orders_set_state_erred", setErred) }),
);
