import { type ApiCall, urlOf } from "../http/call.ts";
import { columnsOf, render } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, unknownBefore } from "../http/generations.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { rowInPath } from "../http/route.ts";
import { placesOf } from "../resources/item.ts";
import type {
  ComponentUsage,
  ComponentUserUsage,
  OfferingComponent,
  Resource,
} from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf, resourceOf, type Stored } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { compareTexts, compareTimestamps, type JsonObject } from "../state/values.ts";
import type { Generation } from "../state/words.ts";

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

/** 2024-10 does not take the month as numbers. */
const withoutNumbers = (generation: Generation) =>
  generation === "2024-10" ? { billing_period_year: undefined, billing_period_month: undefined } : undefined;

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
  { ...placesOf<ComponentUsage>(resourceOf), resource: resourceOf },
);

const OF_PERIOD = ["uuid", "type", "name", "measured_unit", "usage", "description", "created", "date"];
const OF_PERIOD_LATER = [...OF_PERIOD, "recurring", "missing_usage_policy"];

/** As a plan period shows it. */
export function usageOfPeriod(row: ComponentUsage, call: ApiCall): JsonObject {
  const names = call.world.since("2024-10") ? OF_PERIOD_LATER : OF_PERIOD;
  return render(columns(call.world.generation), row, call, new Set(names));
}

export const usages: Listing<ComponentUsage> = {
  columns,
  filters: match.filtersOf(
    "ComponentUsage",
    columns,
    reportFilters(itself),
    before("2024-10", { billing_period: match.exact((row) => row.billing_period) }),
    withoutNumbers,
  ),
  sorted: () => byNewest,
  orderings: orderingsOf("ComponentUsage", columns, {
    usage: by(amountOf),
  }),
  selectableSince: "2024-10",
};

/** Users are numbered as they joined. */
function databaseKey(store: Store, user: User): number {
  return store.users.all().filter((one) => compareTimestamps(one.date_joined, user.date_joined) <= 0).length;
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

const itsResource = (row: ComponentUserUsage, call: ApiCall) => resourceOf(usageOf(row, call), call);

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
  { ...placesOf(itsResource), resource: itsResource },
);

export const userUsages: Listing<ComponentUserUsage> = {
  columns: userColumns,
  filters: match.filtersOf(
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
  sorted: () => (a, b, call) => byNewest(usageOf(a, call), usageOf(b, call)),
  orderings: orderingsOf("ComponentUserUsage", userColumns, {
    usage: by(amountOf),
    component_usage__billing_period: by((row, call) => usageOf(row, call).billing_period),
  }),
  selectableSince: "8.0",
};
