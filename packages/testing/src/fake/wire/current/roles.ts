import type { RoleAssignment } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import type { JsonObject } from "../../json.ts";
import { uuidOf } from "../../uuids.ts";
import type { RoleName } from "../../words.ts";
import { fullName } from "../full-name.ts";

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
  const roles: RoleName[] = [
    "owner",
    "service_manager",
    "support",
    "admin",
    "manager",
    "member",
    "offering_manager",
  ];
  return roles.find((role) => ROLES[role].name === name);
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
  const table = role.scope === "project" ? store.projects : store.offerings;
  const { name, organization_uuid } = table.get(role.scope_uuid);
  return {
    scope_name: name,
    customer_uuid: organization_uuid,
    customer_name: store.organizations.get(organization_uuid).name,
  };
}
