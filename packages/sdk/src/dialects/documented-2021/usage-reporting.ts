import { UsageReportError } from "../../errors.ts";
import type { OfferingsApi, ResourcesApi } from "../provider-api.ts";
import { openPeriod, reportableTypes, storedUsages, type UsageReporting } from "../usage-reporting.ts";

/** In 2021 usage is reported to the open plan period, as whole numbers, for every reportable component at once. */
export function usageReporting2021(resources: ResourcesApi, offerings: OfferingsApi): UsageReporting {
  return {
    wholeNumbers: true,
    needsEveryComponent: true,

    async readTarget(resourceUuid, _month, call) {
      const [components, periods] = await Promise.all([
        resources.offeringUuid(resourceUuid, call).then((uuid) => offerings.components(uuid, call)),
        resources.planPeriods(resourceUuid, call),
      ]);
      const period = openPeriod(periods);
      if (period === undefined) throw noOpenPeriod();
      return {
        address: { planPeriodUuid: period.uuid },
        reportable: reportableTypes(components),
        // A plan period shows the current month's rows only.
        stored: storedUsages(period.components),
      };
    },
  };
}

function noOpenPeriod(): UsageReportError {
  return new UsageReportError(
    "no-open-period",
    "The resource has no open plan period, so no usage can be booked on it. Nothing was sent. A resource that a provider " +
      "set to ok on a 2021 server never gets one: the server opens it only when it completes the order itself.",
  );
}
