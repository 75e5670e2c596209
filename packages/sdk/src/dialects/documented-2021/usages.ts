import { componentUsage2021Fields } from "@puhuri/api-types";
import { InvalidArgumentError, UnsupportedByServerError, UsageReportError } from "../../errors.ts";
import { formatAmount } from "../../values/amount.ts";
import { unsupportedListing } from "../listing.ts";
import type { OfferingsApi, ResourcesApi, UsagesApi } from "../provider-api.ts";
import { componentUsageListing } from "../shared-listings.ts";
import type { UsageAmount } from "../usage-reporting.ts";
import type { PuhuriHttp } from "../wire.ts";
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

    async set({ planPeriodUuid, usages }, call) {
      if (planPeriodUuid === undefined) {
        throw new InvalidArgumentError(
          "plan_period",
          "A 2021 server takes usage by plan_period only; resources.reportUsage() finds it. Nothing was sent.",
        );
      }
      const body = { plan_period: planPeriodUuid, usages: usages.map(wholeUsage) };
      await http.send(call, (api, init) =>
        api.POST("/api/marketplace-component-usages/set_usage/", { ...init, body }),
      );
    },

    async setForUser() {
      throw noUserUsages();
    },
  };
}

const MAX_AMOUNT = 2n ** 31n;

/** This server keeps usage in an integer column: beyond it, the answer is a 500. */
function wholeUsage({ type, amount, description }: UsageAmount) {
  if (amount % 100n !== 0n || amount / 100n >= MAX_AMOUNT) {
    throw new UsageReportError(
      "bad-amount",
      `A 2021 server stores whole numbers below 2^31 only, and ${type} is ${formatAmount(amount)}. Nothing was sent.`,
      { component: type },
    );
  }
  return { type, amount: Number(amount / 100n), ...(description === undefined ? {} : { description }) };
}

function noUserUsages(): UnsupportedByServerError {
  return new UnsupportedByServerError("A 2021 server keeps no usage per user.", {
    operation: "component_usages_set_user_usage",
    instead: "report the total of the resource.",
  });
}
