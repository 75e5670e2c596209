import { type ApiCall, urlOf } from "../http/call.ts";
import { columnsOf, type Relations, render } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, between, unknownBefore } from "../http/generations.ts";
import { by, type Listing, list, orderingsOf, show } from "../http/list.ts";
import type { Reply } from "../http/reply.ts";
import { rowInPath } from "../http/route.ts";
import type {
  ComponentUsage,
  ComponentUserUsage,
  OfferingComponent,
  Resource,
} from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf, organizationOf, projectOf, resourceOf, type Stored } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { compareTexts, compareTimestamps, type JsonObject } from "../state/values.ts";

/** What a resource counts under a name. */
export function componentOf(resource: Resource, type: string, stored: Stored): OfferingComponent | undefined {
  return offeringOf(resource, stored).components.find((component) => component.type === type);
}

function componentOfUsage(row: ComponentUsage, call: ApiCall): OfferingComponent | undefined {
  return componentOf(resourceOf(row, call), row.component_type, call);
}

/** What is stored of a component for a month; several rows only where plan periods have their own. */
export function usagesOfMonth(
  { store }: Stored,
  resource: Resource,
  type: string,
  month: string,
): ComponentUsage[] {
  return store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === type && usage.billing_period === month);
}

/** The usage of the path; anyone may see it. */
export function usageInPath(call: ApiCall): ComponentUsage {
  return rowInPath(call, "ComponentUsage", call.store.componentUsages);
}

/** The newest first. */
function byNewest(a: ComponentUsage, b: ComponentUsage): number {
  return compareTimestamps(b.date, a.date) || compareTexts(a.component_type, b.component_type);
}

/** What the next month begins with: the mark of a row by its newest name. */
function policyOf({ recurring, zero_when_missing }: ComponentUsage): string {
  return recurring ? "reuse" : zero_when_missing ? "zero" : "none";
}

type UsageOf<Row> = (row: Row, call: ApiCall) => ComponentUsage;

/** Where the usage was that a row points to. */
function placesOf<Row>(usageOf: UsageOf<Row>): Relations<Row> {
  const resource = (row: Row, call: ApiCall) => resourceOf(usageOf(row, call), call);
  const project = (row: Row, call: ApiCall) => projectOf(resource(row, call), call);
  return {
    resource,
    offering: (row, call) => offeringOf(resource(row, call), call),
    project,
    customer: (row, call) => organizationOf(project(row, call), call),
  };
}

/** Filters by when it was reported, and by what. */
function reportFilters<Row>(usageOf: UsageOf<Row>): match.Filters<Row> {
  return {
    type: match.exact((row, call) => usageOf(row, call).component_type),
    date_after: match.date((row, day, call) => usageOf(row, call).date.slice(0, 10) >= day),
    date_before: match.date((row, day, call) => usageOf(row, call).date.slice(0, 10) <= day),
    billing_period_year: match.number((row, call) => Number(usageOf(row, call).billing_period.slice(0, 4))),
    billing_period_month: match.number((row, call) => Number(usageOf(row, call).billing_period.slice(5, 7))),
  };
}

/** These servers do not take the month as numbers. */
const withoutNumbers = between<match.Filters<object>>("2024-10", "8.0", {
  billing_period_year: undefined,
  billing_period_month: undefined,
});

/** Text in the store, which would put 10.00 before 9.00. */
const amountOf = ({ usage }: { usage: string }): number => Number(usage);

const itself = (row: ComponentUsage): ComponentUsage => row;

/** Usage is an integer on 2021, later text with two decimals. */
const columns = columnsOf<"ComponentUsage", ComponentUsage>(
  "ComponentUsage",
  {
    type: (row) => row.component_type,
    name: (row, call) => componentOfUsage(row, call)?.name,
    measured_unit: (row, call) => componentOfUsage(row, call)?.measured_unit,
    usage: (row, { world }) => (world.since("2024-10") ? row.usage : Number(row.usage)),
    missing_usage_policy: policyOf,
    modified_by: (row, { store }) =>
      row.modified_by_uuid === null ? null : databaseKey(store, store.users.get(row.modified_by_uuid)),
  },
  placesOf(itself),
);

const OF_PERIOD = ["uuid", "type", "name", "measured_unit", "usage", "description", "created", "date"];
const OF_PERIOD_LATER = [...OF_PERIOD, "recurring", "missing_usage_policy"];

/** As a plan period shows it. */
export function usageOfPeriod(row: ComponentUsage, call: ApiCall): JsonObject {
  const names = call.world.since("2024-10") ? OF_PERIOD_LATER : OF_PERIOD;
  return render(columns(call.world.generation), row, call, new Set(names));
}

const usageListing: Listing<ComponentUsage> = {
  columns,
  filters: match.filtersOf<ComponentUsage>(
    "ComponentUsage",
    columns,
    reportFilters(itself),
    before("2024-10", { billing_period: match.exact((row) => row.billing_period) }),
    withoutNumbers,
  ),
  orderings: orderingsOf<ComponentUsage>("ComponentUsage", columns, { usage: by(amountOf) }),
  selectableSince: "2024-10",
};

/** Users are numbered as they joined. */
function databaseKey(store: Store, user: User): number {
  return store.users.all().filter((one) => compareTimestamps(one.date_joined, user.date_joined) <= 0).length;
}

/** Every token holder sees all usage. */
export function listUsages(call: ApiCall): Reply {
  return list(call.store.componentUsages.all().sort(byNewest), usageListing, call);
}

export function showUsage(call: ApiCall): Reply {
  return show(usageInPath(call), usageListing, call);
}

function usageOf(row: ComponentUserUsage, { store }: ApiCall): ComponentUsage {
  return store.componentUsages.get(row.component_usage_uuid);
}

function accountUrl(row: ComponentUserUsage, call: ApiCall): string | null {
  const uuid = row.offering_user_uuid;
  return uuid === null || call.store.offeringUsers.find(uuid) === undefined
    ? null
    : urlOf(call, `marketplace-offering-users/${uuid}/`);
}

const userColumns = columnsOf<"ComponentUserUsage", ComponentUserUsage>(
  "ComponentUserUsage",
  {
    user: accountUrl,
    component_usage: (row, call) => urlOf(call, `marketplace-component-usages/${row.component_usage_uuid}/`),
    measured_unit: (row, call) => componentOfUsage(usageOf(row, call), call)?.measured_unit,
    component_type: (row, call) => usageOf(row, call).component_type,
    date: (row, call) => usageOf(row, call).date,
    billing_period: (row, call) => usageOf(row, call).billing_period,
  },
  placesOf(usageOf),
);

const userUsages: Listing<ComponentUserUsage> = {
  columns: userColumns,
  filters: match.filtersOf<ComponentUserUsage>(
    "ComponentUserUsage",
    userColumns,
    {
      ...reportFilters(usageOf),
      component_usage__billing_period: match.date(
        (row, day, call) => usageOf(row, call).billing_period === day,
      ),
    },
    withoutNumbers,
    unknownBefore("8.0", "username"),
  ),
  orderings: orderingsOf<ComponentUserUsage>("ComponentUserUsage", userColumns, {
    usage: by(amountOf),
    component_usage__billing_period: by((row, call) => usageOf(row, call).billing_period),
  }),
  selectableSince: "8.0",
};

/** Every token holder sees all of it. */
export function listUserUsages(call: ApiCall): Reply {
  const rows = call.store.componentUserUsages.all();
  return list(
    rows.sort((a, b) => byNewest(usageOf(a, call), usageOf(b, call))),
    userUsages,
    call,
  );
}
