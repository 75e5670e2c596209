/** Users, and their SSH keys. */
import { hasRole, seesAll } from "../access/permissions.ts";
import { visibleUsers } from "../access/visibility.ts";
import { validated } from "../body/fields.ts";
import { text } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Column, columnsOf, stored } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, unknownBefore } from "../http/generations.ts";
import { by, type Listing, list, orderingsOf, show } from "../http/list.ts";
import { ok, Refusal, type Reply } from "../http/reply.ts";
import { described, type Route, routes, rowInPath } from "../http/route.ts";
import type { RoleAssignment, SshKey, User } from "../state/people.ts";
import { fullName } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { parseUuid } from "../state/values.ts";
import type { RoleName, RoleScope } from "../state/words.ts";
import { customerPermission, permissionForm, projectPermission, roleName } from "./roles.ts";

function rolesOf(user: User, { store }: ApiCall, scope?: RoleScope): RoleAssignment[] {
  return store.roles
    .where("user_uuid", user.uuid)
    .filter((role) => scope === undefined || role.scope === scope);
}

/** A column that only staff and support see. */
export function forStaff(name: "description" | "is_staff" | "is_active" | "is_support"): Column<User> {
  return (row, call) => (seesAll(callerOf(call)) ? row[name] : undefined);
}

const columns = columnsOf<"User", User>("User", {
  url: (row, call) => urlOf(call, `users/${row.uuid}/`),
  full_name: fullName,
  description: forStaff("description"),
  is_staff: forStaff("is_staff"),
  is_active: forStaff("is_active"),
  is_support: forStaff("is_support"),
  customer_permissions: (row, call) =>
    rolesOf(row, call, "organization").map((role) => customerPermission(role, call)),
  project_permissions: (row, call) =>
    rolesOf(row, call, "project").map((role) => projectPermission(role, call)),
  permissions: (row, call) => rolesOf(row, call).map((role) => permissionForm(role, call)),
  identity_provider_name: () => "Local DB",
  identity_provider_label: () => "Local DB",
  token: (row, call) => (callerOf(call).uuid === row.uuid ? row.token : undefined),
  has_usable_password: () => true,
  can_use_personal_access_tokens: () => true,
  notifications_enabled: () => true,
});

/** Users with one of the roles anywhere. */
function roleFilter(scope: RoleScope, roles: readonly RoleName[]): match.Filter<User> {
  return match.choice(roles, (row, call) => rolesOf(row, call, scope).map(({ role }) => role));
}

/** Who has a role there, e.g. in a project. What is no uuid matches nobody. */
function memberOf(scopesOf: (uuid: string, store: Store) => readonly string[]): match.Filter<User> {
  return match.that((row, value, { store }) => {
    const scopes = scopesOf(parseUuid(value) ?? "", store);
    return scopes.some((scope) => hasRole(store, row.uuid, scope));
  });
}

/** An organization and its projects. */
function nested(uuid: string, store: Store): readonly string[] {
  return [uuid, ...store.projects.where("organization_uuid", uuid).map((project) => project.uuid)];
}

/** Roles by their new names, e.g. `PROJECT.ADMIN`. */
const newRoleFilter: match.Filter<User> = match.anyOf((row, call) =>
  rolesOf(row, call).map(({ role }) => roleName(role)),
);

const filters = match.filtersOf(
  "User",
  columns,
  {
    full_name: match.contains(fullName),
    description: match.exact((row) => row.description),
    user_keyword: match.contains((row) => [fullName(row), row.native_name, row.email, row.username]),
    query: match.contains((row) => [fullName(row), row.civil_number ?? "", row.username, row.email]),
    username_list: match.anyOf((row) => row.username),
    project_uuid: memberOf((uuid) => [uuid]),
    customer_uuid: memberOf(nested),
    project_roles: newRoleFilter,
    organization_roles: newRoleFilter,
    // Nobody changes users here.
    modified: match.since((row) => row.date_joined),
  },
  unknownBefore("8.0", "date_joined", "agreement_date", "modified", "project_roles", "organization_roles"),
  before("2024-10", {
    phone_number: match.contains((row) => row.phone_number),
    description: match.contains((row) => row.description),
    query: undefined,
    project_uuid: match.uuidThat((row, uuid, { store }) => hasRole(store, row.uuid, uuid)),
    customer_uuid: match.uuidThat((row, uuid, { store }) => hasRole(store, row.uuid, uuid)),
    project_roles: roleFilter("project", ["admin", "manager", "member"]),
    organization_roles: roleFilter("organization", ["owner", "service_manager", "support"]),
  }),
);

export const users: Listing<User> = {
  columns,
  filters,
  sorted: () => by((row) => row.username),
  orderings: orderingsOf("User", columns),
  selectableSince: "2024-10",
};

/** With the token: for oneself only. On 2021 a page of nobody else has it, too. */
const oneself: Listing<User> = {
  ...users,
  columns: (generation) => ({
    ...columns(generation),
    ...stored("token", "token_lifetime"),
  }),
};

function getUser(call: ApiCall): Reply {
  const visible = new Set(visibleUsers(call.world, callerOf(call)));
  const user = rowInPath(call, "User", call.store.users, (row) => visible.has(row));
  return show(user, user === call.caller && call.world.since("2024-10") ? oneself : users, call);
}

/** Gives a user's token for their password. */
function logIn(call: ApiCall): Reply {
  const { username, password } = validated({ username: text(), password: text() }, call.body());
  const user = call.store.userNamed(username);
  if (user === undefined || !user.is_active || user.password !== password) {
    throw new Refusal(401, { detail: "Invalid username/password." });
  }
  return ok({ token: user.token });
}

function listUsers(call: ApiCall): Reply {
  const rows = visibleUsers(call.world, callerOf(call));
  const isAlone = !call.world.since("2024-10") && rows.length === 1 && rows[0] === call.caller;
  return list(rows, isAlone ? oneself : users, call);
}

const keyColumns = columnsOf<"SshKey", SshKey>("SshKey", {
  url: (row, call) => urlOf(call, `keys/${row.uuid}/`),
  fingerprint_md5: (row) => row.fingerprint,
  type: (row) => row.public_key.split(" ")[0] ?? "",
});

export const keys: Listing<SshKey> = {
  columns: keyColumns,
  filters: match.filtersOf(
    "SshKey",
    keyColumns,
    {},
    unknownBefore("8.0", "created", "modified"),
    unknownBefore("2024-10", "fingerprint_md5", "fingerprint_sha256", "fingerprint_sha512"),
    before("2024-10", { fingerprint: match.exact((row) => row.fingerprint) }),
  ),
  sorted: before(
    "2024-10",
    by<SshKey>((row) => row.name),
  ),
  orderings: orderingsOf("SshKey", keyColumns),
  selectableSince: "8.0",
};

/** One's own keys and the shared ones; staff, and later support, see all. */
function listKeys(call: ApiCall): Reply {
  const caller = callerOf(call);
  const isOld = !call.world.since("2024-10");
  const rows = call.store.sshKeys
    .all()
    .filter(
      (key) => (isOld ? caller.is_staff : seesAll(caller)) || key.is_shared || key.user_uuid === caller.uuid,
    );
  return list(rows, keys, call);
}

export const userRoutes: readonly Route[] = [
  ...routes("users", {
    OPTIONS: described("User List"),
    GET: listUsers,
    "GET me/": (call) => show(callerOf(call), oneself, call),
    "GET {uuid}/": getUser,
  }),
  ...routes("keys", { GET: listKeys }),
  ...routes("/api-auth/password", { POST: logIn }, { isPublic: true }),
];
