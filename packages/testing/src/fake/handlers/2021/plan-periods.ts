import type { PlanPeriod } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import { render } from "../../http/columns.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import type { JsonObject } from "../../json.ts";
import { billingMonth } from "../../timestamps.ts";
import { periodUsageColumns } from "../../wire/2021/component-usage.ts";
import { requestedResource } from "./resources.ts";

/** Periods that are open, or ended this month, with what was reported in them this month. */
function listPlanPeriods(call: ApiCall): Reply {
  const month = billingMonth(call.world.now());
  const periods = call.store.planPeriods.where("resource_uuid", requestedResource(call).uuid);
  const shown = periods.filter((period) => period.end === null || period.end >= month);
  return ok(shown.map((period) => form(period, month, call)));
}

function form(period: PlanPeriod, month: string, call: ApiCall): JsonObject {
  const usages = call.store.componentUsages.where("resource_uuid", period.resource_uuid);
  const components = usages.filter(
    (usage) => usage.plan_period_uuid === period.uuid && usage.billing_period === month,
  );
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
  route("marketplace-resources/{uuid}/plan_periods/", {
    GET: action("resources_plan_periods_list", listPlanPeriods),
  }),
];
