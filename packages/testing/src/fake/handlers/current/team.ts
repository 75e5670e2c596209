import type { RoleAssignment } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import { byText } from "../../http/ordering.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import { rolesOn } from "../../rules/roles.ts";
import { teamMemberForm } from "../../wire/current/team-member.ts";
import { providedResource } from "./resources.ts";

/** The project's members by username, each once with his first role; whoever sees the resource sees them. */
function listTeam(call: ApiCall): Reply {
  const resource = providedResource(call);
  const firstRoles = new Map<string, RoleAssignment>();
  for (const role of rolesOn(call.store, "project", resource.project_uuid)) {
    if (!firstRoles.has(role.user_uuid)) {
      firstRoles.set(role.user_uuid, role);
    }
  }
  const byUsername = byText<RoleAssignment>(({ user_uuid }) => call.store.users.get(user_uuid).username);
  return ok([...firstRoles.values()].sort(byUsername).map((role) => teamMemberForm(role, resource, call)));
}

export const teamRoutes: readonly Route[] = [
  route("marketplace-provider-resources/{uuid}/team/", {
    GET: action("provider_resources_team_list", listTeam),
  }),
];
