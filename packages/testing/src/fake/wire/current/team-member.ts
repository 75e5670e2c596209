import type { OfferingUser, Resource, RoleAssignment } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { JsonObject } from "../../json.ts";
import { fullName } from "../full-name.ts";

/** A member of the project, with the name of his account at the offering. */
export function teamMemberForm(role: RoleAssignment, resource: Resource, call: ApiCall): JsonObject {
  const user = call.store.users.get(role.user_uuid);
  const account = accountOf(user.uuid, resource, call);
  return {
    url: urlOf(call, `users/${user.uuid}/`),
    uuid: user.uuid,
    username: user.username,
    full_name: fullName(user),
    email: user.email,
    role: role.role,
    expiration_time: role.expiration_time,
    offering_user_username: account?.username ?? null,
    ...(call.world.generation === "8.x" ? { offering_user_state: account?.state ?? null } : {}),
  };
}

function accountOf(userUuid: string, resource: Resource, call: ApiCall): OfferingUser | undefined {
  return call.store.offeringUsers
    .where("user_uuid", userUuid)
    .find(({ offering_uuid }) => offering_uuid === resource.offering_uuid);
}
