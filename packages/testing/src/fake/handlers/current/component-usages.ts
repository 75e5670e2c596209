import type { ComponentUsage } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  dateFilter,
  exactFilter,
  type Filters,
  numberFilter,
  urlFilter,
  uuidFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { badRequest, empty, ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route, unspecified } from "../../http/route.ts";
import { demand } from "../../rules/current/permissions.ts";
import { offeringOf, offeringScope, providerScope } from "../../rules/current/scopes.ts";
import { checkReport, isOver, storeReport, type UsageReport } from "../../rules/current/usage-report.ts";
import { boolean, dateTime, decimal, text } from "../../rules/field-types.ts";
import { type Field, listOf, optional, validated } from "../../rules/fields.ts";
import { uuidReference } from "../../rules/references.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { componentUsageColumns } from "../../wire/current/component-usage.ts";
import type { Generation } from "../../words.ts";
import { rowInPath } from "./in-path.ts";

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
  billing_period: dateFilter((row, day) => row.billing_period === day),
  date_after: dateFilter((row, day) => row.date.slice(0, 10) >= day),
  date_before: dateFilter((row, day) => row.date.slice(0, 10) <= day),
};

const filtersOf: Readonly<Record<Generation, Filters<ComponentUsage>>> = {
  "2024-10": filters,
  "8.x": {
    ...filters,
    billing_period_year: numberFilter((row) => Number(row.billing_period.slice(0, 4))),
    billing_period_month: numberFilter((row) => Number(row.billing_period.slice(5, 7))),
  },
};

const orderings: Orderings<ComponentUsage> = {
  billing_period: byText((row) => row.billing_period),
  usage: (a, b) => Number(a.usage) - Number(b.usage),
};

/** Every token holder sees all usage, the newest first. */
function listUsages(call: ApiCall): Reply {
  const { generation } = call.world;
  const byType = byText<ComponentUsage>((row) => row.component_type);
  const rows = call.store.componentUsages
    .all()
    .sort((a, b) => compareTimestamps(b.date, a.date) || byType(a, b));
  const listing = { columns: componentUsageColumns, filters: filtersOf[generation], selectable: true };
  return list(rows, generation === "8.x" ? { ...listing, orderings } : listing, call);
}

/** The usage of the path; anyone may see it. */
export function usageInPath(call: ApiCall): ComponentUsage {
  return rowInPath(call, "ComponentUsage", call.store.componentUsages, () => true);
}

function getUsage(call: ApiCall): Reply {
  const only = selectedColumns(componentUsageColumns, call.query);
  return ok(render(componentUsageColumns, usageInPath(call), call, only));
}

/** Who reports for an offering: its managers, and the provider's owners. */
export function demandReporter(call: ApiCall, resourceUuid: string): void {
  const offering = offeringOf(call.store, call.store.resources.get(resourceUuid));
  demand(call, "RESOURCE.SET_USAGE", offeringScope(offering), providerScope(offering));
}

/** The day a report is for: newest servers only, the others do not look at it. */
export function dateField(generation: Generation): Field<Date | undefined> {
  return generation === "8.x"
    ? optional(dateTime(), undefined)
    : { missing: { value: undefined }, null: { value: undefined }, read: () => ({ value: undefined }) };
}

/** The body is checked before the permission: an outsider learns first what is wrong with it. */
function setUsage(call: ApiCall): Reply {
  const report = readReport(call);
  checkReport(call.world, report, callerOf(call));
  demandReporter(call, report.resource.uuid);
  storeReport(call.world, report, callerOf(call));
  return empty(201);
}

function readReport(call: ApiCall): UsageReport {
  const { store, world } = call;
  const given = validated(
    {
      usages: listOf({
        type: text(),
        amount: decimal({ maxDigits: 20, places: 2 }),
        description: optional(text({ allowBlank: true }), ""),
        recurring: optional(boolean(), false),
      }),
      plan_period: optional(openPeriod(call), undefined),
      resource: optional(
        uuidReference((uuid) => store.resources.find(uuid)),
        undefined,
      ),
      date: dateField(world.generation),
    },
    call.body(),
  );
  const period = given.plan_period;
  const resource = period === undefined ? given.resource : store.resources.get(period.resource_uuid);
  if (resource === undefined) {
    throw badRequest({ non_field_errors: ["Either plan_period or resource should be provided."] });
  }
  return { period, resource, items: given.usages, date: given.date };
}

/** A plan period that is not over. */
function openPeriod({ store, world }: ApiCall) {
  const reference = uuidReference((uuid) => store.planPeriods.find(uuid));
  return {
    ...reference,
    read: (json: Parameters<typeof reference.read>[0]): ReturnType<typeof reference.read> => {
      const read = reference.read(json);
      return "value" in read && isOver(world, read.value) ? { errors: ["Billing period is closed."] } : read;
    },
  };
}

export const componentUsageRoutes: readonly Route[] = [
  route("marketplace-component-usages/", {
    GET: action("component_usages_list", listUsages),
    POST: disabled,
  }),
  route("marketplace-component-usages/set_usage/", { POST: action("component_usages_set_usage", setUsage) }),
  route("marketplace-component-usages/{uuid}/", {
    GET: unspecified(getUsage),
    PUT: disabled,
    PATCH: disabled,
    DELETE: disabled,
  }),
];
