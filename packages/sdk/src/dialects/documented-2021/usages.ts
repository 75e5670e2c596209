import { componentUsage2021Fields } from "@puhuri/api-types";
import { UnsupportedByServerError } from "../../errors.ts";
import { componentUsageListing } from "../common-listings.ts";
import { unsupportedListing } from "../listing.ts";
import type { OfferingsApi, ResourcesApi, UsagesApi } from "../provider-api.ts";
import type { PuhuriHttp } from "../wire.ts";
import { usageBody } from "./usage-body.ts";
import { usageReporting2021 } from "./usage-reporting.ts";

export function usages2021(http: PuhuriHttp, resources: ResourcesApi, offerings: OfferingsApi): UsagesApi {
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
    reporting: usageReporting2021(resources, offerings),

    async set(request, call) {
      const body = usageBody(request);
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-component-usages/set_usage/", { ...init, body }),
      );
    },

    async setForUser() {
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
