import { consumerScopes, demand, isOfConsumer, type Permission, rolesOn } from "../access/permissions.ts";
import { type ApiCall, callerOf, type World } from "../http/call.ts";
import { badRequest, created, empty, type Reply } from "../http/reply.ts";
import { type Route, routes, rowInPath, unspecified } from "../http/route.ts";
import { grantIn } from "../kept/roles.ts";
import { memberJoined, memberLeft } from "../offerings/offering-users-of-members.ts";
import type { Project, RoleAssignment, User } from "../state/people.ts";
import { role as newRole } from "../state/rows.ts";
import { parseUuid } from "../state/values.ts";
import type { RoleName } from "../state/words.ts";
import { roleNamed, roleUuid } from "./roles.ts";

/** Roles on a project. */
const PROJECT_ROLES = ["admin", "manager", "member"] as const;
/** What a member of a project may be. */
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** Takes a user into a project; who has the role already keeps it. Offering users come with it. */
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
  const given = store.roles.add(
    newRole({
      pk: Math.max(0, ...store.roles.all().map(({ pk }) => pk)) + 1,
      user_uuid: user.uuid,
      role,
      scope: "project",
      scope_uuid: project.uuid,
      created: world.timestamp(),
      expiration_time,
    }),
  );
  memberJoined(world, project.uuid, user.uuid);
  return given;
}

/** Takes a role in the project from a user, or all of them. Offering users go with the last one, where they do. */
export function removeMember(world: World, project: Project, user: User, role?: RoleName): void {
  const { store } = world;
  for (const held of rolesOn(store, project.uuid)) {
    if (held.user_uuid === user.uuid && held.role === (role ?? held.role)) store.roles.remove(held.uuid);
  }
  memberLeft(world, user.uuid);
}

/** The project of the path, and whom it is about, for those who may. */
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
  { "POST {uuid}/add_user/": unspecified(addUser), "POST {uuid}/delete_user/": unspecified(deleteUser) },
  { since: "2024-10" },
);
