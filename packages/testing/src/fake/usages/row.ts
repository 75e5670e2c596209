import type { ApiCall } from "../http/call.ts";
import { type Columns, related, stored, via } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { byNumber, byText, type Listing, type Orderings } from "../http/list.ts";
import type { ComponentUsage, OfferingComponent, Resource } from "../state/marketplace.ts";
import type { Project, User } from "../state/people.ts";
import { offeringOf, organizationOf, projectOf, resourceOf, type Stored } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { compareTimestamps } from "../state/values.ts";

function projectOfUsage(row: ComponentUsage, call: ApiCall): Project {
  return projectOf(resourceOf(row, call), call);
}

/** What a resource counts under a name. */
export function componentOf(resource: Resource, type: string, stored: Stored): OfferingComponent | undefined {
  return offeringOf(resource, stored).components.find((component) => component.type === type);
}

export function componentOfUsage(row: ComponentUsage, call: ApiCall): OfferingComponent | undefined {
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

/** As a plan period shows it: usage is an integer on 2021, later text with two decimals. */
export const periodUsageColumns = table<Columns<ComponentUsage>>(
  {
    ...stored("uuid", "created", "description", "date"),
    type: (row) => row.component_type,
    name: (row, call) => componentOfUsage(row, call)?.name,
    measured_unit: (row, call) => componentOfUsage(row, call)?.measured_unit,
  },
  before("2024-10", { usage: (row) => Number(row.usage) }),
  since("2024-10", stored("usage", "recurring")),
  since("8.0", { missing_usage_policy: policyOf }),
);

/** What the next month begins with: the mark of a row by its newest name. */
function policyOf({ recurring, zero_when_missing }: ComponentUsage): string {
  return recurring ? "reuse" : zero_when_missing ? "zero" : "none";
}

/** Where the usage was: of the resource, its offering, its project and the consumer. */
export const placeColumns: Columns<ComponentUsage> = {
  ...related("resource", resourceOf, "name", "uuid"),
  ...related("offering", (row, call) => offeringOf(resourceOf(row, call), call), "name", "uuid"),
  ...related("project", projectOfUsage, "name", "uuid"),
  ...related("customer", (row, call) => organizationOf(projectOfUsage(row, call), call), "name", "uuid"),
};

/** Filters by where it was, for what points to a usage. */
export function placeFilters<Row>(usageOf: (row: Row, call: ApiCall) => ComponentUsage): match.Filters<Row> {
  const on = match.on<Row>(() => via(usageOf, placeColumns));
  return {
    ...on(match.uuid, "resource_uuid", "offering_uuid", "project_uuid", "customer_uuid"),
    resource: match.url((row, call) => usageOf(row, call).resource_uuid),
    type: match.exact((row, call) => usageOf(row, call).component_type),
    date_after: match.date((row, day, call) => usageOf(row, call).date.slice(0, 10) >= day),
    date_before: match.date((row, day, call) => usageOf(row, call).date.slice(0, 10) <= day),
  };
}

/** Filters by the month as numbers, for what points to a usage. */
export function monthFilters<Row>(usageOf: (row: Row, call: ApiCall) => ComponentUsage): match.Filters<Row> {
  return {
    billing_period_year: match.number((row, call) => Number(usageOf(row, call).billing_period.slice(0, 4))),
    billing_period_month: match.number((row, call) => Number(usageOf(row, call).billing_period.slice(5, 7))),
  };
}

const itself = (row: ComponentUsage): ComponentUsage => row;

const filters = table<match.Filters<ComponentUsage>>(
  placeFilters(itself),
  before("2024-10", { billing_period: match.exact((row) => row.billing_period), ...monthFilters(itself) }),
  since("2024-10", { billing_period: match.date((row, day) => row.billing_period === day) }),
  since("8.0", {
    ...monthFilters(itself),
    missing_usage_policy: match.choice(["none", "reuse", "zero"], policyOf),
  }),
);

/** Only newest servers look at `o`. */
export const usageListing: Listing<ComponentUsage> = {
  columns: table<Columns<ComponentUsage>>(
    periodUsageColumns,
    { ...placeColumns, ...stored("billing_period", "recurring") },
    since("2024-10", {
      modified_by: (row, { store }) =>
        row.modified_by_uuid === null ? null : databaseKey(store, store.users.get(row.modified_by_uuid)),
    }),
  ),
  filters,
  orderings: table<Orderings<ComponentUsage>>({
    billing_period: byText((row) => row.billing_period),
    usage: byNumber((row) => Number(row.usage)),
  }),
  orderedSince: "8.0",
  selectableSince: "2024-10",
};

/** Users are numbered as they joined. */
function databaseKey(store: Store, user: User): number {
  return store.users.all().filter((one) => compareTimestamps(one.date_joined, user.date_joined) <= 0).length;
}
