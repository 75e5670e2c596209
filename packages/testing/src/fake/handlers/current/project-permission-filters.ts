import type { RoleAssignment, User } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import {
  containsFilter,
  exactFilter,
  type Filters,
  sinceFilter,
  urlFilter,
  uuidFilter,
} from "../../http/filters.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { roleName, roleUuid } from "../../wire/current/roles.ts";
import { fullName } from "../../wire/full-name.ts";

export const permissionFilters: Filters<RoleAssignment> = {
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

/** Columns of the user need the user. */
export function permissionOrderings({ store }: ApiCall): Orderings<RoleAssignment> {
  const byUser = (column: (user: User) => string) =>
    byText<RoleAssignment>((row) => column(store.users.get(row.user_uuid)));
  return {
    created: (a, b) => compareTimestamps(a.created, b.created),
    role: byText((row) => row.role),
    expiration_time: byText((row) => row.expiration_time ?? "9999"),
    username: byUser((user) => user.username),
    full_name: byUser(fullName),
    native_name: byUser((user) => user.native_name),
    email: byUser((user) => user.email),
  };
}
