import { offeringFields, providerOfferingsListParameters } from "@puhuri/api-types";
import { defineListing } from "../listing.ts";
import type { OfferingsApi } from "../provider-api.ts";
import { chosenFields, fieldQuery, headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";

export function offeringsCurrent(http: PuhuriHttp): OfferingsApi {
  return {
    listing: defineListing<Query<"provider_offerings_list">>({
      path: "/api/marketplace-provider-offerings/",
      parameters: providerOfferingsListParameters,
      columns: offeringFields,
      shownBy: { uuid_list: "uuid" },
      order: "created",
      page: (query, call) =>
        pageOf(
          http.send(call, (api, init) =>
            api.GET("/api/marketplace-provider-offerings/", { ...init, params: { query } }),
          ),
        ),
      count: (query, call) =>
        headersOf(
          http.send(call, (api, init) =>
            api.HEAD("/api/marketplace-provider-offerings/", { ...init, params: { query } }),
          ),
        ),
    }),

    async get(uuid, columns, call) {
      const params = { path: { uuid }, query: chosenFields(offeringFields, columns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-provider-offerings/{uuid}/", { ...init, params }),
      );
      return data;
    },

    async components(uuid, call) {
      const params = { path: { uuid }, query: fieldQuery<"provider_offerings_get">(["components"]) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-provider-offerings/{uuid}/", { ...init, params }),
      );
      return data.components ?? [];
    },
  };
}
