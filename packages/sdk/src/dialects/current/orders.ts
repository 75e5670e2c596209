import { orderFields, ordersListParameters } from "@puhuri/api-types";
import { defineListing } from "../listing.ts";
import type { OrdersApi } from "../provider-api.ts";
import { chosenFields, headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";

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
