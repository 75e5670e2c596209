import {
  componentUsageFields,
  componentUsagesListParameters,
  componentUserUsageFields,
  componentUserUsagesListParameters,
} from "@puhuri/api-types";
import { formatAmount } from "../../values/amount.ts";
import { defineListing } from "../listing.ts";
import type { OfferingsApi, ResourcesApi, UsagesApi } from "../provider-api.ts";
import { componentUsageListing } from "../shared-listings.ts";
import type { UsageRequest } from "../usage-reporting.ts";
import { headersOf, type PuhuriHttp, pageOf, type Query } from "../wire.ts";
import { usageReportingCurrent } from "./usage-reporting.ts";

export function usagesCurrent(http: PuhuriHttp, resources: ResourcesApi, offerings: OfferingsApi): UsagesApi {
  const listing = componentUsageListing(http, {
    parameters: componentUsagesListParameters,
    columns: componentUsageFields,
  });
  return {
    listing,

    userListing: defineListing<Query<"component_user_usages_list">>({
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
    }),

    reporting: usageReportingCurrent(resources, offerings, listing),

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

/** Amounts go out as text: a number such as 0.1 + 0.2 is refused. */
function usageBody({ resourceUuid, planPeriodUuid, date, usages }: UsageRequest) {
  return {
    ...(resourceUuid === undefined ? {} : { resource: resourceUuid }),
    ...(planPeriodUuid === undefined ? {} : { plan_period: planPeriodUuid }),
    ...(date === undefined ? {} : { date }),
    usages: usages.map(({ type, amount, description }) => ({
      type,
      amount: formatAmount(amount),
      ...(description === undefined ? {} : { description }),
    })),
  };
}
