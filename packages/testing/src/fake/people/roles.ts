/** Roles: what they are called, who has which, and how they are given and taken in a project. */
import { consumerScopes, demand, isOfConsumer, type Permission, rolesOn } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf, type World } from "../http/call.ts";
import { columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { badRequest, created, empty, type Reply } from "../http/reply.ts";
import { type Route, routes, rowInPath } from "../http/route.ts";
import { grantIn } from "../kept/roles.ts";
import { memberJoined, memberLeft } from "../offerings/offering-users-of-members.ts";
import type { Project, RoleAssignment, User } from "../state/people.ts";
import { fullName, organizationOf } from "../state/relations.ts";
import { type JsonObject, parseUuid, uuidOf } from "../state/values.ts";
import { ROLES as ROLE_NAMES, type RoleName } from "../state/words.ts";

/** Roles have an old name, which `role` shows, and a new one, which `role_name` shows. */
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

function roleUuid(role: RoleName): string {
  return uuidOf("role", ROLES[role].name);
}

/** A role as a user's own list of permissions shows it. */
export function permissionForm(
  { role, scope, scope_uuid, ...given }: RoleAssignment,
  call: ApiCall,
): JsonObject {
  const { users, projects, offerings } = call.store;
  const user = users.get(given.user_uuid);
  const below = { organization: undefined, project: projects, offering: offerings }[scope]?.get(scope_uuid);
  const organization = call.store.organizations.get(below?.organization_uuid ?? scope_uuid);
  return {
    user_uuid: user.uuid,
    user_name: fullName(user),
    user_slug: user.slug,
    created: given.created,
    expiration_time: given.expiration_time,
    role_name: roleName(role),
    role_description: ROLES[role].description,
    role_uuid: roleUuid(role),
    scope_type: scope === "organization" ? "customer" : scope,
    scope_uuid,
    scope_name: (below ?? organization).name,
    ...(below === undefined ? {} : { customer_uuid: organization.uuid, customer_name: organization.name }),
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

/** Roles in projects. */
export const projectPermissions: Listing<RoleAssignment> = {
  columns,
  filters: match.filtersOf("ProjectPermission", columns, {
    user_url: match.url((row) => row.user_uuid),
    username: match.exact((row, call) => userOf(row, call).username),
    user_slug: match.contains((row, call) => userOf(row, call).slug),
    full_name: match.contains((row, call) => fullName(userOf(row, call))),
    native_name: match.contains((row, call) => userOf(row, call).native_name),
    role_uuid: match.uuid((row) => roleUuid(row.role)),
    scope_type: match.exact((row) => row.scope),
    scope_name: match.contains((row, call) => projectOf(row, call).name),
    is_active: match.boolean(() => true),
  }),
  orderings: orderingsOf("ProjectPermission", columns, {
    username: by((row, call) => userOf(row, call).username),
    full_name: by((row, call) => fullName(userOf(row, call))),
    native_name: by((row, call) => userOf(row, call).native_name),
    email: by((row, call) => userOf(row, call).email),
  }),
};

/** Roles on a project. */
const PROJECT_ROLES = ["admin", "manager", "member"] as const;
/** What a member of a project may be. */
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** Gives a user a role in a project, unless they have it. Servers then make the offering users that belong to it. */
export function addMember(
  world: World,
  project: Project,
  user: User,
  role: RoleName,
  expiration_time: string | null = null,
): RoleAssignment {
  const { store } = world;
  const held = rolesOn(store, project.uuid).find(
    (given) => given.user_uuid === user.uuid && given.role === role,
  );
  if (held !== undefined) return held;
  const given = store.roles.add({
    pk: Math.max(0, ...store.roles.all().map(({ pk }) => pk)) + 1,
    user_uuid: user.uuid,
    role,
    scope: "project",
    scope_uuid: project.uuid,
    created: world.timestamp(),
    expiration_time,
  });
  memberJoined(world, project.uuid, user.uuid);
  return given;
}

/** Takes a role in the project from a user, or all of them. After the last one, offering users may go. */
export function removeMember(world: World, project: Project, user: User, role?: RoleName): void {
  const { store } = world;
  for (const held of rolesOn(store, project.uuid)) {
    if (held.user_uuid === user.uuid && held.role === (role ?? held.role)) store.roles.remove(held.uuid);
  }
  memberLeft(world, user.uuid);
}

/** The project of the path, and the user and role of the body, if the caller has the permission. */
function membership(call: ApiCall, permission: Permission) {
  const { store } = call;
  const caller = callerOf(call);
  const sees = (project: Project): boolean => isOfConsumer(store, caller, project);
  const project = rowInPath(call, "Project", store.projects, sees);
  demand(call, permission, ...consumerScopes(project));
  const { user, role: named, expiration_time } = grantIn(call);
  const uuid = parseUuid(named);
  const role = roleNamed(named) ?? PROJECT_ROLES.find((each) => roleUuid(each) === uuid);
  if (role === undefined) {
    throw badRequest({ role: [`Object with uuid=${named} does not exist.`] });
  }
  return { project, user, role, expiration_time };
}

function addUser(call: ApiCall): Reply {
  const { project, user, role, expiration_time: until } = membership(call, "PROJECT.CREATE_PERMISSION");
  const { expiration_time } = addMember(call.world, project, user, role, until);
  return created({ expiration_time });
}

function deleteUser(call: ApiCall): Reply {
  const { project, user, role } = membership(call, "PROJECT.DELETE_PERMISSION");
  removeMember(call.world, project, user, role);
  return empty(200);
}

export const memberRoutes: readonly Route[] = routes(
  "projects",
  { "POST {uuid}/add_user/": addUser, "POST {uuid}/delete_user/": deleteUser },
  { since: "2024-10" },
);
