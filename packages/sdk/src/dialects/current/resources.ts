import { providerResourcesListParameters, resourceFields } from "@puhuri/api-types";
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

// Not marketplace-resources: to a provider that path shows an empty list here, and no error.
export function resourcesCurrent(http: PuhuriHttp): ResourcesApi {
  return {
    listing: defineListing<Query<"provider_resources_list">>({
      path: "/api/marketplace-provider-resources/",
      parameters: providerResourcesListParameters,
      columns: resourceFields,
      shownBy: {
        offering_slug: "offering_slug",
        offering_shared: "offering_shared",
        parent_offering_uuid: "parent_offering_uuid",
        plan_uuid: "plan_uuid",
      },
      order: "created",
      page: (query, call) =>
        pageOf(
          http.send(call, (api, init) =>
            api.GET("/api/marketplace-provider-resources/", { ...init, params: { query } }),
          ),
        ),
      count: (query, call) =>
        headersOf(
          http.send(call, (api, init) =>
            api.HEAD("/api/marketplace-provider-resources/", { ...init, params: { query } }),
          ),
        ),
    }),

    async get(uuid, columns, call) {
      const params = { path: { uuid }, query: chosenFields(resourceFields, columns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-provider-resources/{uuid}/", { ...init, params }),
      );
      return data;
    },

    async reportFacts(uuid, call) {
      const columns = ["offering_uuid", "state", "plan"] as const;
      const params = { path: { uuid }, query: fieldQuery<"provider_resources_get">(columns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-provider-resources/{uuid}/", { ...init, params }),
      );
      const { offering_uuid = "", state = "", plan } = data;
      return { offeringUuid: offering_uuid, state, hasPlan: plan !== null };
    },

    async setBackendId(uuid, backend_id, call) {
      const request = { params: { path: { uuid } }, body: { backend_id } };
      const { data } = await http.send(call, (api, init) =>
        api.POST("/api/marketplace-provider-resources/{uuid}/set_backend_id/", { ...init, ...request }),
      );
      return statusOf(data);
    },

    async submitReport(uuid, report, call) {
      const request = { params: { path: { uuid } }, body: { report: [...report] } };
      const { data } = await http.send(call, (api, init) =>
        api.POST("/api/marketplace-provider-resources/{uuid}/submit_report/", { ...init, ...request }),
      );
      return statusOf(data);
    },

    async team(uuid, call) {
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-provider-resources/{uuid}/team/", { ...init, params: { path: { uuid } } }),
      );
      return data;
    },

    async planPeriods(uuid, call) {
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-provider-resources/{uuid}/plan_periods/", {
          ...init,
          params: { path: { uuid } },
        }),
      );
      return data;
    },
  };
}
