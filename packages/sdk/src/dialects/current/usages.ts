import {
  componentUsageFields,
  componentUsagesListParameters,
  componentUserUsageFields,
  componentUserUsagesListParameters,
} from "@puhuri/api-types";
import { componentUsageListing } from "../common-listings.ts";
import { defineListing } from "../listing.ts";
import type { OfferingsApi, ResourcesApi, UsagesApi } from "../provider-api.ts";
import { headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";
import { usageBody } from "./usage-body.ts";
import { usageReportingCurrent } from "./usage-reporting.ts";
import { userUsageReporting } from "./user-usage-reporting.ts";

export function usagesCurrent(http: PuhuriHttp, resources: ResourcesApi, offerings: OfferingsApi): UsagesApi {
  const listing = componentUsageListing(http, {
    parameters: componentUsagesListParameters,
    columns: componentUsageFields,
  });
  const userListing = defineListing<Query<"component_user_usages_list">>({
    path: "/api/marketplace-component-user-usages/",
    parameters: componentUserUsagesListParameters,
    columns: componentUserUsageFields,
    page: (query, call) =>
      pageOf(
        http.send(call, (api, init) =>
          api.GET("/api/marketplace-component-user-usages/", { ...init, params: { query } }),
        ),
      ),
    count: (query, call) =>
      headersOf(
        http.send(call, (api, init) =>
          api.HEAD("/api/marketplace-component-user-usages/", { ...init, params: { query } }),
        ),
      ),
  });
  return {
    listing,

    userListing,

    reporting: usageReportingCurrent(resources, offerings, listing, userUsageReporting(http, userListing)),

    async set(request, call) {
      const body = usageBody(request);
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-component-usages/set_usage/", { ...init, body }),
      );
    },

    async setForUser(uuid, { username, usage }, call) {
      const request = { params: { path: { uuid } }, body: { username, usage } };
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-component-usages/{uuid}/set_user_usage/", { ...init, ...request }),
      );
    },
  };
}
