import { orderFields, ordersListParameters } from "@puhuri/api-types";
import type { Call } from "../../http/call.ts";
import { defineListing } from "../listing.ts";
import type { OrdersApi } from "../provider-api.ts";
import { chosenFields, fieldQuery, headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";
import { isServersTurn, mayBeServersTurn } from "./order-states.ts";
import { unchangedForMs } from "./unchanged-for.ts";

export function ordersCurrent(http: PuhuriHttp): OrdersApi {
  return {
    listing: defineListing<Query<"orders_list">>({
      path: "/api/marketplace-orders/",
      parameters: ordersListParameters,
      columns: orderFields,
      order: "created",
      page: (query, call) =>
        pageOf(
          http.send(call, (api, init) => api.GET("/api/marketplace-orders/", { ...init, params: { query } })),
        ),
      count: (query, call) =>
        headersOf(
          http.send(call, (api, init) =>
            api.HEAD("/api/marketplace-orders/", { ...init, params: { query } }),
          ),
        ),
    }),

    async get(uuid, columns, call) {
      const params = { path: { uuid }, query: chosenFields(orderFields, columns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-orders/{uuid}/", { ...init, params }),
      );
      return data;
    },

    async toClose(uuid, step, executingForMs, call) {
      const columns = [
        "uuid",
        "type",
        "state",
        "modified",
        "offering_type",
        "marketplace_resource_uuid",
      ] as const;
      const params = { path: { uuid }, query: fieldQuery<"orders_get">(columns) };
      const { data, response } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-orders/{uuid}/", { ...init, params }),
      );
      const { type = "", state = "", modified, offering_type = "", marketplace_resource_uuid } = data;
      const order = { uuid, type, state };
      // Only of an executing order its last change tells since when it is.
      if (state !== "executing") return { order, isServersTurn: false };
      const standing = { ...order, unchangedForMs: unchangedForMs(modified, response) };
      const mayBe = mayBeServersTurn(step, standing, offering_type, executingForMs(standing));
      if (!mayBe || marketplace_resource_uuid === undefined) return { order, isServersTurn: false };
      const resourceState = await stateOf(http, marketplace_resource_uuid, call);
      // Reading took time.
      const forMs = executingForMs(standing);
      return { order, isServersTurn: isServersTurn(order, resourceState, offering_type, forMs) };
    },

    async approve(uuid, call) {
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-orders/{uuid}/approve_by_provider/", {
          ...init,
          params: { path: { uuid } },
        }),
      );
    },

    async reject(uuid, comment, call) {
      const body = comment === undefined ? {} : { provider_rejection_comment: comment };
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-orders/{uuid}/reject_by_provider/", {
          ...init,
          params: { path: { uuid } },
          body,
        }),
      );
    },

    async setExecuting(uuid, call) {
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-orders/{uuid}/set_state_executing/", {
          ...init,
          params: { path: { uuid } },
        }),
      );
    },

    async setDone(uuid, call) {
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-orders/{uuid}/set_state_done/", { ...init, params: { path: { uuid } } }),
      );
    },

    async setErred(uuid, { message, traceback }, call) {
      // Both keys always: without one, a 2024-10 server answers 500.
      const body = { error_message: message, error_traceback: traceback };
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-orders/{uuid}/set_state_erred/", {
          ...init,
          params: { path: { uuid } },
          body,
        }),
      );
    },
  };
}

async function stateOf(http: PuhuriHttp, uuid: string, call: Call): Promise<string> {
  const params = { path: { uuid }, query: fieldQuery<"provider_resources_get">(["state"]) };
  const { data } = await http.send(call, (api, init) =>
    api.GET("/api/marketplace-provider-resources/{uuid}/", { ...init, params }),
  );
  return data.state ?? "";
}
