import type { Organization, Project, RoleAssignment } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import {
  booleanFilter,
  containsFilter,
  exactFilter,
  type Filters,
  sinceFilter,
  urlFilter,
  uuidFilter,
  uuidsFilter,
} from "../../http/filters.ts";
import { type Listing, list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import type { Reply } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import { servedProjects, servedRoles } from "../../rules/current/served.ts";
import { hasRole } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { projectColumns } from "../../wire/current/project.ts";
import { projectPermissionColumns } from "../../wire/current/project-permission.ts";
import { roleName, roleUuid } from "../../wire/current/roles.ts";
import { serviceProviderUserColumns } from "../../wire/current/service-provider-user.ts";
import { sshKeyColumns } from "../../wire/current/ssh-key.ts";
import { fullName } from "../../wire/full-name.ts";
import { keyFilters, keyOrderings } from "./keys.ts";
import { ownProvider } from "./service-providers.ts";
import { userFilters, userOrderings } from "./users.ts";

/** The oldest servers page these lists, but look at neither filters, `o` nor `field`. */
function answer<Row>(rows: readonly Row[], listing: Listing<Row>, call: ApiCall): Reply {
  return call.world.generation === "2024-10"
    ? list(rows, { columns: listing.columns }, call)
    : list(rows, { ...listing, selectable: true }, call);
}

/** Users of the projects that use the provider's resources; filters work on all servers here. */
function listUsers(call: ApiCall): Reply {
  const { store, world } = call;
  const provider = ownProvider(call);
  const { is_staff, is_support } = callerOf(call);
  const uuids = new Set(servedRoles(store, provider).map(({ user_uuid }) => user_uuid));
  const rows = store.users
    .all()
    .filter(({ uuid, is_active }) => uuids.has(uuid) && (is_active || is_staff || is_support));
  return list(
    rows.sort(byText(({ username }) => username)),
    {
      columns: serviceProviderUserColumns(provider, world.generation),
      filters: userFilters[world.generation],
      orderings: userOrderings,
      selectable: world.generation === "8.x",
    },
    call,
  );
}

function listKeys(call: ApiCall): Reply {
  const { store } = call;
  const roles = servedRoles(store, ownProvider(call));
  const users = new Set(
    roles.map(({ user_uuid }) => user_uuid).filter((uuid) => store.users.get(uuid).is_active),
  );
  const rows = store.sshKeys.all().filter(({ user_uuid }) => users.has(user_uuid));
  return answer(rows, { columns: sshKeyColumns, filters: keyFilters["8.x"], orderings: keyOrderings }, call);
}

function customerOf({ organization_uuid }: Project, { store }: ApiCall): Organization {
  return store.organizations.get(organization_uuid);
}

function leads({ uuid }: Project, call: ApiCall, role: "admin" | "manager"): boolean {
  return hasRole(call.store, callerOf(call), "project", uuid, role);
}

function ownsConsumer({ organization_uuid }: Project, call: ApiCall): boolean {
  return hasRole(call.store, callerOf(call), "organization", organization_uuid, "owner");
}

const projectFilters: Filters<Project> = {
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

const projectOrderings: Orderings<Project> = {
  name: byText((row) => row.name),
  created: (a, b) => compareTimestamps(a.created, b.created),
  start_date: byText((row) => row.start_date ?? "9999"),
  end_date: byText((row) => row.end_date ?? "9999"),
};

function listProjects(call: ApiCall): Reply {
  const served = servedProjects(call.store, ownProvider(call));
  const rows = call.store.projects.all().filter(({ uuid, is_removed }) => served.has(uuid) && !is_removed);
  return answer(
    rows,
    {
      columns: projectColumns[call.world.generation],
      filters: projectFilters,
      orderings: projectOrderings,
    },
    call,
  );
}

const permissionFilters: Filters<RoleAssignment> = {
  user: uuidFilter((row) => row.user_uuid),
  user_url: urlFilter((row) => row.user_uuid),
  username: exactFilter((row, { store }) => store.users.get(row.user_uuid).username),
  user_slug: containsFilter((row, { store }) => [store.users.get(row.user_uuid).slug]),
  full_name: containsFilter((row, { store }) => [fullName(store.users.get(row.user_uuid))]),
  native_name: containsFilter((row, { store }) => [store.users.get(row.user_uuid).native_name]),
  role_name: containsFilter((row) => [roleName(row.role)]),
  role_uuid: uuidFilter((row) => roleUuid(row.role)),
  scope_type: exactFilter((row) => row.scope),
  scope_uuid: uuidFilter((row) => row.scope_uuid),
  scope_name: containsFilter((row, { store }) => [store.projects.get(row.scope_uuid).name]),
  created: sinceFilter((row) => row.created),
  modified: sinceFilter((row) => row.created),
  expiration_time: sinceFilter((row) => row.expiration_time),
};

const permissionOrderings: Orderings<RoleAssignment> = {
  created: (a, b) => compareTimestamps(a.created, b.created),
  role: byText((row) => row.role),
};

function listProjectPermissions(call: ApiCall): Reply {
  const { store } = call;
  const rows = servedRoles(store, ownProvider(call)).filter(
    ({ user_uuid }) => store.users.get(user_uuid).is_active,
  );
  return answer(
    rows,
    {
      columns: projectPermissionColumns[call.world.generation],
      filters: permissionFilters,
      orderings: permissionOrderings,
    },
    call,
  );
}

const PATH = "marketplace-service-providers/{uuid}";

export const serviceProviderListRoutes: readonly Route[] = [
  route(`${PATH}/users/`, { GET: action("service_providers_users_list", listUsers) }),
  route(`${PATH}/keys/`, { GET: action("service_providers_keys_list", listKeys) }),
  route(`${PATH}/projects/`, { GET: action("service_providers_projects_list", listProjects) }),
  route(`${PATH}/project_permissions/`, {
    GET: action("service_providers_project_permissions_list", listProjectPermissions),
  }),
];
