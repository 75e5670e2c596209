/** What a provider writes at an order, on 8.x servers. */
import { optional, validated } from "../body/fields.ts";
import { text } from "../body/types.ts";
import type { ApiCall } from "../http/call.ts";
import { conflict, ok, type Reply } from "../http/reply.ts";
import { action, type Route, route, served } from "../http/route.ts";
import { offeringOf, resourceOf } from "../state/relations.ts";
import { demandState, orderForProvider, projectOfOrder } from "./order-in-path.ts";
import { refuseBlocked } from "./placing.ts";

function setBackendId(call: ApiCall): Reply {
  const order = orderForProvider(call, "RESOURCE.SET_BACKEND_ID");
  const { backend_id } = validated({ backend_id: text({ maxLength: 255, allowBlank: true }) }, call.body());
  if (backend_id === order.backend_id) return ok({ status: "Order backend_id is not changed." });
  order.backend_id = backend_id;
  order.modified = call.world.timestamp();
  return ok({ status: "Order backend_id has been changed." });
}

/** The customer can answer only where the offering lets the two write to each other. */
function setProviderInfo(call: ApiCall): Reply {
  const order = orderForProvider(call, "ORDER.APPROVE");
  refuseBlocked(call.world, projectOfOrder(order, call));
  demandState(order, "pending-provider");
  const { plugin_options } = offeringOf(resourceOf(order, call), call);
  if (plugin_options.enable_provider_consumer_messaging !== true) {
    throw conflict("Provider-consumer messaging is not enabled for this offering.");
  }
  const fields = {
    provider_message: optional(text({ allowBlank: true }), order.provider_message),
    provider_message_url: optional(text({ allowBlank: true }), order.provider_message_url),
  };
  const message = validated(fields, call.body());
  Object.assign(order, message, { provider_message_updated_at: call.world.timestamp() });
  return ok({ detail: "Provider info has been saved." });
}

const PATH = "marketplace-orders/{uuid}";

export const providerNoteRoutes: readonly Route[] = served(
  { since: "8.0" },
  route(`${PATH}/set_backend_id/`, { POST: action("orders_set_backend_id", setBackendId) }),
  route(`${PATH}/set_provider_info/`, { POST: action("orders_set_provider_info", setProviderInfo) }),
);
