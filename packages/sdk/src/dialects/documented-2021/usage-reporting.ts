import { UsageReportError } from "../../errors.ts";
import type { OfferingsApi, ResourcesApi } from "../provider-api.ts";
import { readReportTarget } from "../report-target.ts";
import { openPeriod, storedUsages, type UsageReporting } from "../usage-reporting.ts";
import { usageBody } from "./usage-body.ts";

/** In 2021 usage is reported to the open plan period, as whole numbers, for every reportable component at once. */
export function usageReporting2021(resources: ResourcesApi, offerings: OfferingsApi): UsageReporting {
  const readStored: UsageReporting["readStored"] = async (resourceUuid, _month, call) => {
    const period = openPeriod(await resources.planPeriods(resourceUuid, call));
    if (period === undefined) throw noOpenPeriod();
    // A plan period shows the current month's rows only.
    return { address: { planPeriodUuid: period.uuid }, stored: storedUsages(period.components) };
  };
  return {
    wholeNumbers: true,
    needsEveryComponent: true,
    users: undefined,
    readStored,
    readTarget: (resourceUuid, month, call) =>
      readReportTarget(resourceUuid, resources, offerings, readStored(resourceUuid, month, call), call),
    body: usageBody,
  };
}

function noOpenPeriod(): UsageReportError {
  return new UsageReportError(
    "no-open-period",
    "The resource has no open plan period, so no usage can be booked on it. Nothing was sent. A resource that a provider " +
      "set to ok on a 2021 server never gets one: the server opens it only when it completes the order itself.",
  );
}
