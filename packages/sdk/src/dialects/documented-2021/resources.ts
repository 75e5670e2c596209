import { resource2021Fields, resourcesListParameters } from "@puhuri/api-types";
import { defineListing } from "../listing.ts";
import type { ResourcesApi } from "../provider-api.ts";
import {
  chosenFields,
  fieldQuery,
  headersOf,
  type PuhuriHttp,
  pageOf,
  type Query,
  statusOf,
} from "../wire.ts";

export function resources2021(http: PuhuriHttp): ResourcesApi {
  return {
    listing: defineListing<Query<"resources_list">>({
      path: "/api/marketplace-resources/",
      parameters: resourcesListParameters,
      columns: resource2021Fields,
      // Without an order this server repeats rows on one page and leaves them out of another.
      order: "created",
      page: (query, call) =>
        pageOf(
          http.send(call, (api, init) =>
            api.GET("/api/marketplace-resources/", { ...init, params: { query } }),
          ),
        ),
      count: (query, call) =>
        headersOf(
          http.send(call, (api, init) =>
            api.HEAD("/api/marketplace-resources/", { ...init, params: { query } }),
          ),
        ),
    }),

    async get(uuid, columns, call) {
      const params = { path: { uuid }, query: chosenFields(resource2021Fields, columns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-resources/{uuid}/", { ...init, params }),
      );
      return data;
    },

    async reportFacts(uuid, call) {
      const params = { path: { uuid }, query: fieldQuery<"resources_get">(["offering_uuid", "state"]) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-resources/{uuid}/", { ...init, params }),
      );
      // Usage is booked on a plan period here: its absence says more than that of a plan.
      return { offeringUuid: data.offering_uuid ?? "", state: data.state ?? "", hasPlan: true };
    },

    async setBackendId(uuid, backend_id, call) {
      const request = { params: { path: { uuid } }, body: { backend_id } };
      const { data } = await http.send(call, (api, init) =>
        api.POST("/api/marketplace-resources/{uuid}/set_backend_id/", { ...init, ...request }),
      );
      return statusOf(data);
    },

    async submitReport(uuid, report, call) {
      const request = { params: { path: { uuid } }, body: { report: [...report] } };
      const { data } = await http.send(call, (api, init) =>
        api.POST("/api/marketplace-resources/{uuid}/submit_report/", { ...init, ...request }),
      );
      return statusOf(data);
    },

    async team(uuid, call) {
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-resources/{uuid}/team/", { ...init, params: { path: { uuid } } }),
      );
      return data;
    },

    async planPeriods(uuid, call) {
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-resources/{uuid}/plan_periods/", { ...init, params: { path: { uuid } } }),
      );
      return data;
    },
  };
}
