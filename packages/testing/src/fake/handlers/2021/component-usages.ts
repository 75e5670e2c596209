import type { ComponentUsage } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import {
  dateFilter,
  exactFilter,
  type Filters,
  numberFilter,
  urlFilter,
  uuidFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText } from "../../http/ordering.ts";
import { empty, forbidden, notFound, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route, unspecified } from "../../http/route.ts";
import { mayReportUsage } from "../../rules/2021/permissions.ts";
import { checkReport, storeReport } from "../../rules/2021/usage-report.ts";
import { boolean, integer, text } from "../../rules/field-types.ts";
import { listOf, optional, validated } from "../../rules/fields.ts";
import { uuidReference } from "../../rules/references.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { componentUsageColumns } from "../../wire/2021/component-usage.ts";

const filters: Filters<ComponentUsage> = {
  resource: urlFilter((row) => row.resource_uuid),
  resource_uuid: uuidFilter((row) => row.resource_uuid),
  offering_uuid: uuidFilter((row, { store }) => store.resources.get(row.resource_uuid).offering_uuid),
  project_uuid: uuidFilter((row, { store }) => store.resources.get(row.resource_uuid).project_uuid),
  customer_uuid: uuidFilter(
    (row, { store }) =>
      store.projects.get(store.resources.get(row.resource_uuid).project_uuid).organization_uuid,
  ),
  type: exactFilter((row) => row.component_type),
  billing_period: exactFilter((row) => row.billing_period),
  billing_period_year: numberFilter((row) => Number(row.billing_period.slice(0, 4))),
  billing_period_month: numberFilter((row) => Number(row.billing_period.slice(5, 7))),
  date_after: dateFilter((row, day) => row.date.slice(0, 10) >= day),
  date_before: dateFilter((row, day) => row.date.slice(0, 10) <= day),
};

/** Every token holder sees all usage. */
function listUsages(call: ApiCall): Reply {
  const byType = byText<ComponentUsage>((row) => row.component_type);
  const rows = call.store.componentUsages
    .all()
    .sort((a, b) => compareTimestamps(b.date, a.date) || byType(a, b));
  return list(rows, { columns: componentUsageColumns, filters }, call);
}

/** The body is checked before the permission: an outsider learns first what is wrong with it. */
function setUsage(call: ApiCall): Reply {
  const { plan_period: period, usages } = validated(
    {
      plan_period: uuidReference((uuid) => call.store.planPeriods.find(uuid)),
      usages: listOf({
        type: text(),
        amount: integer(),
        description: optional(text({ allowBlank: true }), ""),
        recurring: optional(boolean(), false),
      }),
    },
    call.body(),
  );
  checkReport(call.world, period, usages);
  const resource = call.store.resources.get(period.resource_uuid);
  if (!mayReportUsage(call.store, callerOf(call), call.store.offerings.get(resource.offering_uuid))) {
    throw forbidden(
      "Only staff, service provider owner and service manager are allowed to submit usage data for marketplace resource.",
    );
  }
  storeReport(call.world, period, usages);
  return empty(201);
}

/** One usage cannot be read: the view looks for a number where the uuid stands. */
const unreadable = unspecified(() => {
  throw notFound();
});

export const componentUsageRoutes: readonly Route[] = [
  route("marketplace-component-usages/", {
    GET: action("component_usages_list", listUsages),
    POST: disabled,
  }),
  route("marketplace-component-usages/set_usage/", { POST: action("component_usages_set_usage", setUsage) }),
  route("marketplace-component-usages/{uuid}/", {
    GET: unreadable,
    PUT: disabled,
    PATCH: disabled,
    DELETE: disabled,
  }),
];
