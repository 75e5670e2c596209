import type { RoleAssignment } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import { ok, type Reply, ServerCrash } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import type { JsonObject } from "../../json.ts";
import { actsForProvider } from "../../rules/2021/permissions.ts";
import { rolesOn } from "../../rules/roles.ts";
import { fullName } from "../../wire/full-name.ts";
import { permittedResource } from "./resources.ts";

/** The project's members, each once with his first role. The view stumbles over a soft-deleted project. */
function listTeam(call: ApiCall): Reply {
  const project = call.store.projects.get(permittedResource(call, actsForProvider).project_uuid);
  if (project.is_removed) {
    throw new ServerCrash();
  }
  const firstRoles = new Map<string, RoleAssignment>();
  for (const assignment of rolesOn(call.store, "project", project.uuid)) {
    if (!firstRoles.has(assignment.user_uuid)) {
      firstRoles.set(assignment.user_uuid, assignment);
    }
  }
  return ok([...firstRoles.values()].map((assignment) => memberForm(assignment, call)));
}

function memberForm(assignment: RoleAssignment, call: ApiCall): JsonObject {
  const user = call.store.users.get(assignment.user_uuid);
  return {
    url: urlOf(call, `users/${user.uuid}/`),
    uuid: user.uuid,
    username: user.username,
    full_name: fullName(user),
    email: user.email,
    role: assignment.role,
    permission: urlOf(call, `project-permissions/${assignment.pk}/`),
    expiration_time: assignment.expiration_time,
  };
}

export const teamRoutes: readonly Route[] = [
  route("marketplace-resources/{uuid}/team/", { GET: action("resources_team_list", listTeam) }),
];
