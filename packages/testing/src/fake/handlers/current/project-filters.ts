import type { Organization, Project } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import {
  booleanFilter,
  containsFilter,
  exactFilter,
  type Filters,
  sinceFilter,
  uuidsFilter,
} from "../../http/filters.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { monthlyInvoice } from "../../rules/current/invoices.ts";
import { hasRole } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";

function customerOf({ organization_uuid }: Project, { store }: ApiCall): Organization {
  return store.organizations.get(organization_uuid);
}

function leads({ uuid }: Project, call: ApiCall, role: "admin" | "manager"): boolean {
  return hasRole(call.store, callerOf(call), "project", uuid, role);
}

function ownsConsumer({ organization_uuid }: Project, call: ApiCall): boolean {
  return hasRole(call.store, callerOf(call), "organization", organization_uuid, "owner");
}

export const projectFilters: Filters<Project> = {
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  slug: exactFilter((row) => row.slug),
  description: containsFilter((row) => [row.description]),
  customer: uuidsFilter((row) => row.organization_uuid),
  backend_id: exactFilter(() => ""),
  customer_name: containsFilter((row, call) => [customerOf(row, call).name]),
  customer_native_name: containsFilter((row, call) => [customerOf(row, call).native_name]),
  customer_abbreviation: containsFilter((row, call) => [customerOf(row, call).abbreviation]),
  can_admin: booleanFilter((row, call) => leads(row, call, "admin")),
  can_manage: booleanFilter((row, call) => leads(row, call, "manager") || ownsConsumer(row, call)),
  conceal_finished_projects: (values) => ({
    test: ({ end_date }, { world }) =>
      values.at(-1) !== "true" || end_date === null || end_date >= world.timestamp().slice(0, 10),
  }),
  query: containsFilter((row) => [row.name, row.slug, row.uuid]),
  is_removed: booleanFilter((row) => row.is_removed),
  created: sinceFilter((row) => row.created),
  // Nobody changes projects here.
  modified: sinceFilter((row) => row.created),
};

/** Names of organizations and what they cost need other rows. */
export function projectOrderings(call: ApiCall): Orderings<Project> {
  const { store, world } = call;
  const cost = ({ uuid }: Project): number =>
    store.resources
      .where("project_uuid", uuid)
      .reduce((total, resource) => total + monthlyInvoice(world, resource), 0);
  return {
    name: byText((row) => row.name),
    created: (a, b) => compareTimestamps(a.created, b.created),
    customer_name: byText((row) => customerOf(row, call).name),
    customer_native_name: byText((row) => customerOf(row, call).native_name),
    customer_abbreviation: byText((row) => customerOf(row, call).abbreviation),
    start_date: byText((row) => row.start_date ?? "9999"),
    end_date: byText((row) => row.end_date ?? "9999"),
    estimated_cost: (a, b) => cost(a) - cost(b),
  };
}
