import { componentUsage2021Fields } from "@puhuri/api-types";
import { UnsupportedByServerError } from "../../errors.ts";
import { componentUsageListing } from "../common-listings.ts";
import { unsupportedListing } from "../listing.ts";
import type { UsagesApi } from "../provider-api.ts";
import type { PuhuriHttp } from "../wire.ts";

export function usages2021(http: PuhuriHttp): UsagesApi {
  return {
    listing: componentUsageListing(http, {
      parameters: [
        "field",
        "resource",
        "resource_uuid",
        "offering_uuid",
        "customer_uuid",
        "project_uuid",
        "type",
        "date_after",
        "date_before",
        "page",
        "page_size",
      ],
      columns: componentUsage2021Fields,
      selectable: false,
    }),
    userListing: unsupportedListing(noUserUsages),
    rules: { address: "plan_period", decimals: 0, needsEveryComponent: true, perUser: false },

    async set(body, call) {
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-component-usages/set_usage/", { ...init, body }),
      );
    },

    async setForUser() {
      throw noUserUsages();
    },

    async setForUsers() {
      throw noUserUsages();
    },
  };
}

function noUserUsages(): UnsupportedByServerError {
  return new UnsupportedByServerError("A 2021 server keeps no usage per user.", {
    operation: "component_usages_set_user_usage",
    instead: "report the total of the resource.",
  });
}
