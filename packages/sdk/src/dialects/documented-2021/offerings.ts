import { offering2021Fields, offeringsListParameters } from "@puhuri/api-types";
import { defineListing } from "../listing.ts";
import type { OfferingsApi } from "../provider-api.ts";
import { chosenFields, fieldQuery, headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";

export function offerings2021(http: PuhuriHttp): OfferingsApi {
  return {
    listing: defineListing<Query<"offerings_list">>({
      path: "/api/marketplace-offerings/",
      parameters: offeringsListParameters,
      columns: offering2021Fields,
      order: "created",
      page: (query, call) =>
        pageOf(
          http.send(call, (api, init) =>
            api.GET("/api/marketplace-offerings/", { ...init, params: { query } }),
          ),
        ),
      count: (query, call) =>
        headersOf(
          http.send(call, (api, init) =>
            api.HEAD("/api/marketplace-offerings/", { ...init, params: { query } }),
          ),
        ),
    }),

    async get(uuid, columns, call) {
      const params = { path: { uuid }, query: chosenFields(offering2021Fields, columns) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-offerings/{uuid}/", { ...init, params }),
      );
      return data;
    },

    async components(uuid, call) {
      const params = { path: { uuid }, query: fieldQuery<"offerings_get">(["components"]) };
      const { data } = await http.send(call, (api, init) =>
        api.GET("/api/marketplace-offerings/{uuid}/", { ...init, params }),
      );
      return data.components ?? [];
    },
  };
}
