import { hasRole } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, fixed, stored } from "../http/columns.ts";
import {
  anyOfFilter,
  booleanFilter,
  containsFilter,
  exactFilter,
  type Filters,
  filterOf,
  sinceFilter,
  untilFilter,
  uuidFilter,
  uuidFilterOf,
  uuidsFilter,
} from "../http/filters.ts";
import { since, table } from "../http/generations.ts";
import { byNumber, byText, type Listing, type Orderings } from "../http/list.ts";
import { monthlyCost } from "../money/invoices.ts";
import type { Resource } from "../state/marketplace.ts";
import type { Project, RoleAssignment } from "../state/people.ts";
import { offeringOf, organizationOf } from "../state/relations.ts";
import { compareTimestamps } from "../state/values.ts";
import { roleName } from "./roles.ts";

/** Resources that run, of whichever provider. */
function running(row: Project, { store }: ApiCall): Resource[] {
  return store.resources
    .where("project_uuid", row.uuid)
    .filter(({ state }) => state === "OK" || state === "Updating");
}

function countByCategory(row: Project, call: ApiCall): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const resource of running(row, call)) {
    const { category_uuid } = offeringOf(resource, call);
    counts[category_uuid] = (counts[category_uuid] ?? 0) + 1;
  }
  return counts;
}

function cost({ uuid }: Project, { store, world }: ApiCall): number {
  return monthlyCost(world, store.resources.where("project_uuid", uuid));
}

const columns = table<Columns<Project>>(
  {
    url: (row, call) => urlOf(call, `projects/${row.uuid}/`),
    ...stored("uuid", "name", "slug", "description", "created", "start_date", "end_date"),
    customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
    customer_uuid: (row) => row.organization_uuid,
    customer_name: (row, call) => organizationOf(row, call).name,
    customer_slug: (row, call) => organizationOf(row, call).slug,
    customer_native_name: (row, call) => organizationOf(row, call).native_name,
    customer_abbreviation: (row, call) => organizationOf(row, call).abbreviation,
    resources_count: (row, call) => running(row, call).length,
    billing_price_estimate: (row, call) => {
      const total = cost(row, call);
      return { total, current: total, tax: 0, tax_current: 0 };
    },
    marketplace_resource_count: countByCategory,
    ...fixed(null, "type", "end_date_requested_by", "oecd_fos_2007_code", "oecd_fos_2007_label", "image"),
    ...fixed("", "backend_id"),
    ...fixed(false, "is_industry"),
  },
  since("8.0", {
    ...stored("is_removed"),
    effective_end_date: (row) => row.end_date,
    ...fixed(null, "type_name", "type_uuid", "project_credit", "termination_metadata", "grace_period_days"),
    ...fixed(null, "max_service_accounts", "end_date_updated_at", "customer_grace_period_days"),
    ...fixed(null, "affiliation", "affiliation_uuid", "science_sub_domain"),
    ...fixed("default", "kind"),
    ...fixed("", "staff_notes"),
    ...fixed(true, "customer_display_billing_info_in_projects"),
    ...fixed([], "project_metadata", "user_affiliations", "user_email_patterns", "user_identity_sources"),
    ...fixed(false, "is_in_grace_period", "has_metrics"),
  }),
);

function leads({ uuid }: Project, call: ApiCall, role: "admin" | "manager"): boolean {
  return hasRole(call.store, callerOf(call), "project", uuid, role);
}

function ownsConsumer({ organization_uuid }: Project, call: ApiCall): boolean {
  return hasRole(call.store, callerOf(call), "organization", organization_uuid, "owner");
}

function rolesIn(project: string, user: string, { store }: ApiCall): RoleAssignment[] {
  return store.roles.filter((role) => role.scope_uuid === project && role.user_uuid === user);
}

const filters = table<Filters<Project>>({
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  slug: exactFilter((row) => row.slug),
  description: containsFilter((row) => [row.description]),
  customer: uuidsFilter((row) => row.organization_uuid),
  backend_id: exactFilter(() => ""),
  customer_name: containsFilter((row, call) => [organizationOf(row, call).name]),
  customer_native_name: containsFilter((row, call) => [organizationOf(row, call).native_name]),
  customer_abbreviation: containsFilter((row, call) => [organizationOf(row, call).abbreviation]),
  can_admin: booleanFilter((row, call) => leads(row, call, "admin")),
  can_manage: booleanFilter((row, call) => leads(row, call, "manager") || ownsConsumer(row, call)),
  conceal_finished_projects: filterOf(
    ({ end_date }, value, { world }) =>
      value !== "true" || end_date === null || end_date >= world.timestamp().slice(0, 10),
  ),
  query: containsFilter((row) => [row.name, row.slug, row.uuid]),
  is_removed: booleanFilter((row) => row.is_removed),
  created: sinceFilter((row) => row.created),
  created_before: untilFilter((row) => row.created),
  // Nobody changes projects here.
  modified: sinceFilter((row) => row.created),
  modified_before: untilFilter((row) => row.created),
  current_user_has_role: anyOfFilter(({ uuid }, call) =>
    rolesIn(uuid, callerOf(call).uuid, call).map(({ role }) => roleName(role)),
  ),
  user_uuid_with_active_role: uuidFilterOf(({ uuid }, user, call) => rolesIn(uuid, user, call).length > 0),
  // Neither affiliations nor fields of science.
  has_affiliation: booleanFilter(() => false),
  affiliation_name: filterOf(() => false),
  affiliation_uuid: uuidFilter(() => null),
  science_domain_uuid: uuidFilter(() => null),
  science_sub_domain_uuid: uuidFilter(() => null),
});

const orderings = table<Orderings<Project>>({
  name: byText((row) => row.name),
  created: (a, b) => compareTimestamps(a.created, b.created),
  customer_name: byText((row, call) => organizationOf(row, call).name),
  customer_native_name: byText((row, call) => organizationOf(row, call).native_name),
  customer_abbreviation: byText((row, call) => organizationOf(row, call).abbreviation),
  start_date: byText((row) => row.start_date ?? "9999"),
  end_date: byText((row) => row.end_date ?? "9999"),
  estimated_cost: byNumber(cost),
});

export const projects: Listing<Project> = { columns, filters, orderings };
