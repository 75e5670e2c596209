import type { PlanPeriod } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import { render } from "../../http/columns.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import type { JsonObject } from "../../json.ts";
import { billingMonth } from "../../timestamps.ts";
import { periodUsageColumns } from "../../wire/current/component-usage.ts";
import { providedResource } from "./resources.ts";

/** Periods that are open, or ended this month, with what was reported in them this month. */
function listPlanPeriods(call: ApiCall): Reply {
  const month = billingMonth(call.world.now());
  const periods = call.store.planPeriods.where("resource_uuid", providedResource(call).uuid);
  const shown = periods.filter(({ end }) => end === null || end >= month);
  return ok(shown.map((period) => form(period, month, call)));
}

function form(period: PlanPeriod, month: string, call: ApiCall): JsonObject {
  const components = call.store.componentUsages
    .where("resource_uuid", period.resource_uuid)
    .filter((usage) => usage.plan_period_uuid === period.uuid && usage.billing_period === month);
  return {
    uuid: period.uuid,
    plan_name: call.store.plans.get(period.plan_uuid).name,
    plan_uuid: period.plan_uuid,
    start: period.start,
    end: period.end,
    components: components.map((usage) => render(periodUsageColumns, usage, call)),
  };
}

export const planPeriodRoutes: readonly Route[] = [
  route("marketplace-provider-resources/{uuid}/plan_periods/", {
    GET: action("provider_resources_plan_periods_list", listPlanPeriods),
  }),
];
