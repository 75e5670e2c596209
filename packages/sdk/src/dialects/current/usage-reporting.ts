import type { PlanPeriod } from "@puhuri/api-types";
import type { Call } from "../../http/call.ts";
import type { Listing } from "../listing.ts";
import type { OfferingsApi, ResourcesApi } from "../provider-api.ts";
import { readReportTarget } from "../report-target.ts";
import {
  openPeriod,
  storedUsages,
  type UsageReporting,
  type UsageRow,
  type UserUsageReporting,
} from "../usage-reporting.ts";
import { usageBody } from "./usage-body.ts";

/** On current servers usage is reported to the resource, with two decimals, for as many components as one likes. */
export function usageReportingCurrent(
  resources: ResourcesApi,
  offerings: OfferingsApi,
  usages: Listing,
  users: UserUsageReporting,
): UsageReporting {
  const readStored: UsageReporting["readStored"] = async (resourceUuid, month, call) => {
    const periods = await resources.planPeriods(resourceUuid, call);
    const rows =
      openPeriod(periods)?.components ??
      (await rowsWithoutPeriod(usages, resourceUuid, month, periods, call));
    return { address: { resourceUuid }, stored: storedUsages(rows) };
  };
  return {
    wholeNumbers: false,
    needsEveryComponent: false,
    addressOf: (resourceUuid) => ({ resourceUuid }),
    users,
    readStored,
    readTarget: (resourceUuid, month, call) =>
      readReportTarget(resourceUuid, resources, offerings, readStored(resourceUuid, month, call), call),
    body: usageBody,
  };
}

/** A resource without an open plan period can have usage all the same: the month's rows that belong to no period. */
async function rowsWithoutPeriod(
  usages: Listing,
  resource_uuid: string,
  billing_period: string,
  periods: readonly PlanPeriod[],
  call: Call,
): Promise<UsageRow[]> {
  const field = ["uuid", "type", "usage", "description"];
  const { rows } = await usages.page({ resource_uuid, billing_period, field, page_size: 300 }, call);
  const closed = new Set(periods.flatMap(({ components }) => components.map(({ uuid }) => uuid)));
  return rows.filter(({ uuid }: UsageRow) => uuid === undefined || !closed.has(uuid));
}
