import type { Listing } from "../listing.ts";
import type { OfferingsApi, ResourcesApi } from "../provider-api.ts";
import { openPeriod, reportableTypes, storedUsages, type UsageReporting } from "../usage-reporting.ts";

/** On current servers usage is reported to the resource, with two decimals, for as many components as one likes. */
export function usageReportingCurrent(
  resources: ResourcesApi,
  offerings: OfferingsApi,
  usages: Listing,
): UsageReporting {
  return {
    wholeNumbers: false,
    needsEveryComponent: false,

    async readTarget(resourceUuid, month, call) {
      const [components, periods] = await Promise.all([
        resources.offeringUuid(resourceUuid, call).then((uuid) => offerings.components(uuid, call)),
        resources.planPeriods(resourceUuid, call),
      ]);
      const period = openPeriod(periods);
      const storedRows =
        period?.components ??
        // A resource without a plan period can have usage all the same.
        (
          await usages.page(
            {
              resource_uuid: resourceUuid,
              billing_period: month,
              field: ["type", "usage", "description"],
              page_size: 300,
            },
            call,
          )
        ).rows;
      return {
        address: { resourceUuid },
        reportable: reportableTypes(components),
        stored: storedUsages(storedRows),
      };
    },
  };
}
