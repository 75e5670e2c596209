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
  const [facts, report] = await Promise.all([
    resources.reportFacts(resourceUuid, call).then(async ({ offeringUuid, state, hasPlan }) => {
      const components = await offerings.components(offeringUuid, call);
      return { state, hasPlan, reportable: reportableTypes(components) };
    }),
    stored,
  ]);
  return { ...report, ...facts };
}
