import type { Project, RoleAssignment, User } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Generation } from "../../words.ts";
import { fullName } from "../full-name.ts";
import { roleName } from "./roles.ts";

function projectOf(row: RoleAssignment, call: ApiCall): Project {
  return call.store.projects.get(row.scope_uuid);
}

function userOf(row: RoleAssignment, call: ApiCall): User {
  return call.store.users.get(row.user_uuid);
}

const columns: Columns<RoleAssignment> = {
  role: (row) => row.role,
  created: (row) => row.created,
  expiration_time: (row) => row.expiration_time,
  created_by: () => null,
  project: (row, call) => urlOf(call, `projects/${row.scope_uuid}/`),
  project_uuid: (row) => row.scope_uuid,
  project_name: (row, call) => projectOf(row, call).name,
  project_created: (row, call) => projectOf(row, call).created,
  project_end_date: (row, call) => projectOf(row, call).end_date,
  customer_uuid: (row, call) => projectOf(row, call).organization_uuid,
  customer_name: (row, call) => call.store.organizations.get(projectOf(row, call).organization_uuid).name,
  user: (row, call) => urlOf(call, `users/${row.user_uuid}/`),
  user_full_name: (row, call) => fullName(userOf(row, call)),
  user_native_name: (row, call) => userOf(row, call).native_name,
  user_username: (row, call) => userOf(row, call).username,
  user_uuid: (row) => row.user_uuid,
  user_email: (row, call) => userOf(row, call).email,
};

export const projectPermissionColumns: Readonly<Record<Generation, Columns<RoleAssignment>>> = {
  "2024-10": columns,
  "8.x": {
    ...columns,
    role_name: (row) => roleName(row.role),
    created_by_full_name: () => null,
    created_by_username: () => null,
  },
};
