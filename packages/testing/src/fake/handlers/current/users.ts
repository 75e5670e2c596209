import type { User } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  booleanFilter,
  containsFilter,
  exactFilter,
  type Filter,
  type Filters,
  sinceFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route, unspecified } from "../../http/route.ts";
import { visibleUsers } from "../../rules/current/visibility.ts";
import type { Store } from "../../store.ts";
import { parseUuid } from "../../uuids.ts";
import { roleName } from "../../wire/current/roles.ts";
import { meColumns, userColumns } from "../../wire/current/user.ts";
import { fullName } from "../../wire/full-name.ts";
import type { Generation } from "../../words.ts";
import { rowInPath } from "./in-path.ts";

/** Who has a role there, e.g. in a project. What is no uuid matches nobody. */
function memberOf(scopesOf: (uuid: string, store: Store) => readonly string[]): Filter<User> {
  return (values) => ({
    test: (row, { store }) => {
      const scopes = scopesOf(parseUuid(values.at(-1) ?? "") ?? "", store);
      return store.roles.some((role) => role.user_uuid === row.uuid && scopes.includes(role.scope_uuid));
    },
  });
}

/** An organization and its projects. */
function nested(uuid: string, store: Store): readonly string[] {
  return [uuid, ...store.projects.where("organization_uuid", uuid).map((project) => project.uuid)];
}

/** Roles by their new names, e.g. `PROJECT.ADMIN`, several with commas. */
const rolesFilter: Filter<User> = (values) => {
  const names = values.flatMap((value) => value.split(","));
  return {
    test: (row, { store }) =>
      store.roles.some((role) => role.user_uuid === row.uuid && names.includes(roleName(role.role))),
  };
};

const filters: Filters<User> = {
  full_name: containsFilter((row) => [fullName(row)]),
  user_keyword: containsFilter((row) => [fullName(row), row.native_name, row.email, row.username]),
  query: containsFilter((row) => [fullName(row), row.civil_number ?? "", row.username, row.email]),
  username: exactFilter((row) => row.username),
  native_name: containsFilter((row) => [row.native_name]),
  organization: containsFilter((row) => [row.organization]),
  job_title: containsFilter((row) => [row.job_title]),
  email: containsFilter((row) => [row.email]),
  phone_number: exactFilter((row) => row.phone_number),
  description: exactFilter((row) => row.description),
  civil_number: exactFilter((row) => row.civil_number),
  registration_method: exactFilter((row) => row.registration_method),
  is_active: booleanFilter((row) => row.is_active),
  is_staff: booleanFilter((row) => row.is_staff),
  is_support: booleanFilter((row) => row.is_support),
  project_uuid: memberOf((uuid) => [uuid]),
  customer_uuid: memberOf(nested),
};

export const userFilters: Readonly<Record<Generation, Filters<User>>> = {
  "2024-10": filters,
  "8.x": {
    ...filters,
    username_list: (values) => ({
      test: (row) => values.flatMap((value) => value.split(",")).includes(row.username),
    }),
    date_joined: sinceFilter((row) => row.date_joined),
    agreement_date: sinceFilter((row) => row.agreement_date),
    // Nobody changes users here.
    modified: sinceFilter((row) => row.date_joined),
    project_roles: rolesFilter,
    organization_roles: rolesFilter,
  },
};

export const userOrderings: Orderings<User> = {
  full_name: byText(fullName),
  username: byText((row) => row.username),
  email: byText((row) => row.email),
  organization: byText((row) => row.organization),
  job_title: byText((row) => row.job_title),
  native_name: byText((row) => row.native_name),
  phone_number: byText((row) => row.phone_number),
  description: byText((row) => row.description),
  registration_method: byText((row) => row.registration_method),
  is_active: (a, b) => Number(a.is_active) - Number(b.is_active),
  is_staff: (a, b) => Number(a.is_staff) - Number(b.is_staff),
  is_support: (a, b) => Number(a.is_support) - Number(b.is_support),
};

function listUsers(call: ApiCall): Reply {
  const { generation } = call.world;
  const rows = visibleUsers(call.store, callerOf(call)).sort(byText((row) => row.username));
  return list(
    rows,
    {
      columns: userColumns[generation],
      filters: userFilters[generation],
      orderings: userOrderings,
      selectable: true,
    },
    call,
  );
}

function getUser(call: ApiCall): Reply {
  const { store, world } = call;
  const visible = new Set(visibleUsers(store, callerOf(call)));
  const user = rowInPath(call, "User", store.users, (row) => visible.has(row));
  const columns = (user === call.caller ? meColumns : userColumns)[world.generation];
  return ok(render(columns, user, call, selectedColumns(columns, call.query)));
}

function getMe(call: ApiCall): Reply {
  const columns = meColumns[call.world.generation];
  return ok(render(columns, callerOf(call), call, selectedColumns(columns, call.query)));
}

export const userRoutes: readonly Route[] = [
  route("users/", { GET: action("users_list", listUsers), POST: disabled }),
  route("users/me/", { GET: unspecified(getMe) }),
  route("users/{uuid}/", { GET: unspecified(getUser), PUT: disabled, PATCH: disabled, DELETE: disabled }),
];
