import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { type Listing, list } from "../../http/listing.ts";
import { byText } from "../../http/ordering.ts";
import type { Reply } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import { servedProjects, servedRoles } from "../../rules/current/served.ts";
import { projectColumns } from "../../wire/current/project.ts";
import { projectPermissionColumns } from "../../wire/current/project-permission.ts";
import { serviceProviderUserColumns } from "../../wire/current/service-provider-user.ts";
import { sshKeyColumns } from "../../wire/current/ssh-key.ts";
import { keyFilters, keyOrderings } from "./keys.ts";
import { projectFilters, projectOrderings } from "./project-filters.ts";
import { permissionFilters, permissionOrderings } from "./project-permission-filters.ts";
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

function listProjects(call: ApiCall): Reply {
  const served = servedProjects(call.store, ownProvider(call));
  const rows = call.store.projects.all().filter(({ uuid, is_removed }) => served.has(uuid) && !is_removed);
  return answer(
    rows,
    {
      columns: projectColumns[call.world.generation],
      filters: projectFilters,
      orderings: projectOrderings(call),
    },
    call,
  );
}

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
      orderings: permissionOrderings(call),
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
