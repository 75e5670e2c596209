import { type ApiCall, urlOf } from "../http/call.ts";
import * as match from "../http/filters.ts";
import { table } from "../http/generations.ts";
import { byText, type Listing, type Orderings, orderingsOn } from "../http/list.ts";
import { columnsOf } from "../http/spec-columns.ts";
import type { RoleAssignment, User } from "../state/people.ts";
import { fullName, organizationOf } from "../state/relations.ts";
import { type JsonObject, uuidOf } from "../state/values.ts";
import { ROLES as ROLE_NAMES, type RoleName } from "../state/words.ts";

/** Roles have had two names; `role` still shows the old one, `role_name` the new. */
const ROLES: Readonly<Record<RoleName, { name: string; description: string }>> = {
  owner: { name: "CUSTOMER.OWNER", description: "Organization owner" },
  service_manager: { name: "CUSTOMER.MANAGER", description: "Organization manager" },
  support: { name: "CUSTOMER.SUPPORT", description: "Organization support" },
  admin: { name: "PROJECT.ADMIN", description: "Project administrator" },
  manager: { name: "PROJECT.MANAGER", description: "Project manager" },
  member: { name: "PROJECT.MEMBER", description: "" },
  offering_manager: { name: "OFFERING.MANAGER", description: "Offering manager" },
};

export function roleName(role: RoleName): string {
  return ROLES[role].name;
}

/** The stored role of a new name. */
export function roleNamed(name: string): RoleName | undefined {
  return ROLE_NAMES.find((role) => ROLES[role].name === name);
}

export function roleUuid(role: RoleName): string {
  return uuidOf("role", ROLES[role].name);
}

/** A role as a user's own list of permissions shows it. */
export function permissionForm(role: RoleAssignment, call: ApiCall): JsonObject {
  const user = call.store.users.get(role.user_uuid);
  return {
    user_uuid: user.uuid,
    user_name: fullName(user),
    user_slug: user.slug,
    created: role.created,
    expiration_time: role.expiration_time,
    role_name: ROLES[role.role].name,
    role_description: ROLES[role.role].description,
    role_uuid: roleUuid(role.role),
    scope_type: role.scope === "organization" ? "customer" : role.scope,
    scope_uuid: role.scope_uuid,
    ...scopeForm(role, call),
  };
}

function scopeForm(role: RoleAssignment, { store }: ApiCall): JsonObject {
  if (role.scope === "organization") {
    return { scope_name: store.organizations.get(role.scope_uuid).name };
  }
  const rows = role.scope === "project" ? store.projects : store.offerings;
  const { name, organization_uuid } = rows.get(role.scope_uuid);
  return {
    scope_name: name,
    customer_uuid: organization_uuid,
    customer_name: store.organizations.get(organization_uuid).name,
  };
}

/** Permissions of 2021, by their number. */
export function customerPermission(role: RoleAssignment, call: ApiCall): JsonObject {
  const organization = call.store.organizations.get(role.scope_uuid);
  return {
    url: urlOf(call, `customer-permissions/${role.pk}/`),
    pk: role.pk,
    role: role.role,
    customer_uuid: organization.uuid,
    customer_name: organization.name,
    customer_native_name: organization.native_name,
    customer_abbreviation: organization.abbreviation,
  };
}

export function projectPermission(role: RoleAssignment, call: ApiCall): JsonObject {
  const project = call.store.projects.get(role.scope_uuid);
  return {
    url: urlOf(call, `project-permissions/${role.pk}/`),
    pk: role.pk,
    role: role.role,
    project_uuid: project.uuid,
    project_name: project.name,
    customer_name: organizationOf(project, call).name,
  };
}

const userOf = (row: RoleAssignment, { store }: ApiCall): User => store.users.get(row.user_uuid);
const projectOf = (row: RoleAssignment, { store }: ApiCall) => store.projects.get(row.scope_uuid);
const customerOf = (row: RoleAssignment, call: ApiCall) => organizationOf(projectOf(row, call), call);

const columns = columnsOf<"ProjectPermission", RoleAssignment>(
  "ProjectPermission",
  {
    project: (row, call) => urlOf(call, `projects/${row.scope_uuid}/`),
    // Newest servers leave it out of a project without an end.
    project_end_date: (row, call) =>
      projectOf(row, call).end_date ?? (call.world.since("8.0") ? undefined : null),
    user: (row, call) => urlOf(call, `users/${row.user_uuid}/`),
    user_full_name: (row, call) => fullName(userOf(row, call)),
    role_name: (row) => roleName(row.role),
  },
  { project: projectOf, customer: customerOf, user: userOf },
);

const on = match.on(columns);

/** Roles in projects. */
export const projectPermissions: Listing<RoleAssignment> = {
  columns,
  filters: table<match.Filters<RoleAssignment>>({
    ...on(match.contains, "role_name"),
    ...on(match.uuid, "customer_uuid"),
    ...on(match.since, "expiration_time"),
    ...match.times(),
    user: match.uuid((row) => row.user_uuid),
    user_url: match.url((row) => row.user_uuid),
    username: match.exact((row, call) => userOf(row, call).username),
    user_slug: match.contains((row, call) => userOf(row, call).slug),
    full_name: match.contains((row, call) => fullName(userOf(row, call))),
    native_name: match.contains((row, call) => userOf(row, call).native_name),
    role_uuid: match.uuid((row) => roleUuid(row.role)),
    scope_type: match.exact((row) => row.scope),
    scope_uuid: match.uuid((row) => row.scope_uuid),
    scope_name: match.contains((row, call) => projectOf(row, call).name),
    is_active: match.boolean(() => true),
  }),
  orderings: table<Orderings<RoleAssignment>>({
    ...orderingsOn(columns, "created", "role", "expiration_time"),
    username: byText((row, call) => userOf(row, call).username),
    full_name: byText((row, call) => fullName(userOf(row, call))),
    native_name: byText((row, call) => userOf(row, call).native_name),
    email: byText((row, call) => userOf(row, call).email),
  }),
};
