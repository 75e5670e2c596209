import type { Call } from "../http/call.ts";
import type { OfferingsApi, ResourcesApi } from "./provider-api.ts";
import { type ReportTarget, reportableTypes, type StoredReport } from "./usage-reporting.ts";

/** What can be reported, and what is stored. */
export async function readReportTarget(
  resourceUuid: string,
  resources: ResourcesApi,
  offerings: OfferingsApi,
  stored: Promise<StoredReport>,
  call: Call,
): Promise<ReportTarget> {
  const [components, report] = await Promise.all([
    resources.offeringUuid(resourceUuid, call).then((uuid) => offerings.components(uuid, call)),
    stored,
  ]);
  return { ...report, reportable: reportableTypes(components) };
}
