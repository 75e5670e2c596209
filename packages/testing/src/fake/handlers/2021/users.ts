import type { User } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render } from "../../http/columns.ts";
import {
  booleanFilter,
  choicesFilter,
  containsFilter,
  exactFilter,
  type Filter,
  type Filters,
  uuidFilterOf,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { notFound, ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route, unspecified } from "../../http/route.ts";
import { visibleUsers } from "../../rules/2021/visibility.ts";
import { hasRole } from "../../rules/roles.ts";
import { parseUuid } from "../../uuids.ts";
import { meColumns, userColumns } from "../../wire/2021/user.ts";
import { fullName } from "../../wire/full-name.ts";
import type { RoleName, RoleScope } from "../../words.ts";

function memberOf(scope: RoleScope): Filter<User> {
  return uuidFilterOf((row, uuid, { store }) => hasRole(store, row, scope, uuid));
}

/** Users with one of the roles anywhere. */
function roleFilter(scope: RoleScope, roles: readonly RoleName[]): Filter<User> {
  return choicesFilter(roles, (row, { store }) =>
    store.roles.filter((role) => role.user_uuid === row.uuid && role.scope === scope).map(({ role }) => role),
  );
}

const filters: Filters<User> = {
  username: exactFilter((row) => row.username),
  full_name: containsFilter((row) => [fullName(row)]),
  user_keyword: containsFilter((row) => [fullName(row), row.native_name, row.email, row.username]),
  native_name: containsFilter((row) => [row.native_name]),
  organization: containsFilter((row) => [row.organization]),
  email: containsFilter((row) => [row.email]),
  phone_number: containsFilter((row) => [row.phone_number]),
  description: containsFilter((row) => [row.description]),
  job_title: containsFilter((row) => [row.job_title]),
  civil_number: exactFilter((row) => row.civil_number),
  registration_method: exactFilter((row) => row.registration_method),
  is_active: booleanFilter((row) => row.is_active),
  is_staff: booleanFilter((row) => row.is_staff),
  is_support: booleanFilter((row) => row.is_support),
  project_uuid: memberOf("project"),
  customer_uuid: memberOf("organization"),
  project_roles: roleFilter("project", ["admin", "manager", "member"]),
  organization_roles: roleFilter("organization", ["owner", "service_manager", "support"]),
};

const orderings: Orderings<User> = {
  username: byText((row) => row.username),
  full_name: byText(fullName),
  native_name: byText((row) => row.native_name),
  email: byText((row) => row.email),
  organization: byText((row) => row.organization),
  job_title: byText((row) => row.job_title),
  phone_number: byText((row) => row.phone_number),
  description: byText((row) => row.description),
  registration_method: byText((row) => row.registration_method),
  is_active: byText((row) => String(row.is_active)),
  is_staff: byText((row) => String(row.is_staff)),
  is_support: byText((row) => String(row.is_support)),
};

function listUsers(call: ApiCall): Reply {
  const rows = visibleUsers(call.store, callerOf(call)).sort(byText((row) => row.username));
  return list(rows, { columns: userColumns, filters, orderings }, call);
}

function getUser(call: ApiCall): Reply {
  const uuid = parseUuid(call.params.uuid ?? "");
  const user = visibleUsers(call.store, callerOf(call)).find((row) => row.uuid === uuid);
  if (user === undefined) {
    throw notFound();
  }
  return ok(render(userColumns, user, call));
}

function getMe(call: ApiCall): Reply {
  return ok(render(meColumns, callerOf(call), call));
}

export const userRoutes: readonly Route[] = [
  route("users/", { GET: action("users_list", listUsers), POST: disabled }),
  route("users/me/", { GET: unspecified(getMe) }),
  route("users/{uuid}/", { GET: unspecified(getUser), PUT: disabled, PATCH: disabled, DELETE: disabled }),
];
