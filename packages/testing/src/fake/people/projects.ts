import { hasRole, rolesOn } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { monthlyCost } from "../money/invoices.ts";
import type { Resource } from "../state/marketplace.ts";
import type { Project, RoleAssignment } from "../state/people.ts";
import { offeringOf, organizationOf } from "../state/relations.ts";
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

const columns = columnsOf<"Project", Project>(
  "Project",
  {
    url: (row, call) => urlOf(call, `projects/${row.uuid}/`),
    customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
    resources_count: (row, call) => running(row, call).length,
    billing_price_estimate(row, call) {
      const total = cost(row, call);
      return { total, current: total, tax: 0, tax_current: 0 };
    },
    marketplace_resource_count: countByCategory,
    effective_end_date: (row) => row.end_date,
    kind: () => "default",
    customer_display_billing_info_in_projects: () => true,
  },
  { customer: organizationOf },
);

function leads({ uuid }: Project, call: ApiCall, role: "admin" | "manager"): boolean {
  return hasRole(call.store, callerOf(call).uuid, uuid, role);
}

function ownsConsumer({ organization_uuid }: Project, call: ApiCall): boolean {
  return hasRole(call.store, callerOf(call).uuid, organization_uuid, "owner");
}

function rolesIn(project: string, user: string, { store }: ApiCall): RoleAssignment[] {
  return rolesOn(store, project).filter((role) => role.user_uuid === user);
}

const filters = match.filtersOf("Project", columns, {
  can_admin: match.boolean((row, call) => leads(row, call, "admin")),
  can_manage: match.boolean((row, call) => leads(row, call, "manager") || ownsConsumer(row, call)),
  conceal_finished_projects: match.that(
    ({ end_date }, value, { world }) => value !== "true" || end_date === null || end_date >= world.today(),
  ),
  query: match.contains((row) => [row.name, row.slug, row.uuid]),
  current_user_has_role: match.anyOf(({ uuid }, call) =>
    rolesIn(uuid, callerOf(call).uuid, call).map(({ role }) => roleName(role)),
  ),
  user_uuid_with_active_role: match.uuidThat(({ uuid }, user, call) => rolesIn(uuid, user, call).length > 0),
});

export const projects: Listing<Project> = {
  columns,
  filters,
  orderings: orderingsOf("Project", columns, { estimated_cost: by(cost) }),
};
