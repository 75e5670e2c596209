import { type ApiCall, callerOf, type World } from "../http/call.ts";
import { before, table } from "../http/generations.ts";
import { forbidden } from "../http/reply.ts";
import type { Resource } from "../state/marketplace.ts";
import type { Project, RoleAssignment, User } from "../state/people.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import type { RoleName } from "../state/words.ts";

/** Both sides of a project: itself, and the organization it belongs to. */
export function consumerScopes({ uuid, organization_uuid }: Project): string[] {
  return [uuid, organization_uuid];
}

/** Both sides of a resource: those of the consumer, and the organization that offers. */
export function scopesOfBothSides(world: World, resource: Resource): string[] {
  return [...consumerScopes(projectOf(resource, world)), offeringOf(resource, world).organization_uuid];
}

/** Roles on an organization, a project or an offering, in the order they were given. */
export function rolesOn(store: Store, scope: string): RoleAssignment[] {
  return store.roles.where("scope_uuid", scope);
}

/** What the user has any role on. */
export function scopesOf(store: Store, user: User): ReadonlySet<string> {
  return new Set(store.roles.where("user_uuid", user.uuid).map(({ scope_uuid }) => scope_uuid));
}

/** Whether the user of a uuid has one of the roles (any, when none is named) on the scope. */
export function hasRole(store: Store, user: string, scope: string, ...roles: RoleName[]): boolean {
  return rolesOn(store, scope).some(
    (held) => held.user_uuid === user && (roles.length === 0 || roles.includes(held.role)),
  );
}

/** Whether somebody belongs to the project or its organization; staff counts as if. */
export function isOfConsumer(store: Store, user: User, project: Project): boolean {
  return user.is_staff || consumerScopes(project).some((scope) => hasRole(store, user.uuid, scope));
}

/** Who orders for a project: an owner of its organization, whose orders need nobody's consent, or else a member. */
export function buyerOf(store: Store, project: Project): User | undefined {
  const role =
    rolesOn(store, project.organization_uuid).find(({ role }) => role === "owner") ??
    rolesOn(store, project.uuid)[0];
  return role === undefined ? undefined : store.users.get(role.user_uuid);
}

/** Permissions by the server's names; the ones the operations here ask for. */
export type Permission = keyof typeof HOLDERS;

/** What the stock roles may do on what they are held on. */
const HOLDERS = {
  "PROJECT.CREATE_PERMISSION": ["owner", "manager"],
  "PROJECT.DELETE_PERMISSION": ["owner", "manager"],
  "ORDER.APPROVE": ["owner"],
  "ORDER.REJECT": ["owner"],
  "ORDER.CANCEL": ["owner", "admin", "manager"],
  "RESOURCE.LIST_TEAM": ["owner", "service_manager"],
  "RESOURCE.SET_BACKEND_ID": ["owner", "service_manager", "offering_manager"],
  "RESOURCE.SET_BACKEND_METADATA": ["owner", "offering_manager"],
  "RESOURCE.UPDATE_OPTIONS": ["owner"],
  "RESOURCE.SET_END_DATE": ["owner", "offering_manager"],
  "RESOURCE.SET_STATE": ["owner"],
  "RESOURCE.SET_PLUGIN_STATE": ["owner", "service_manager", "offering_manager"],
  "RESOURCE.SET_USAGE": ["owner", "offering_manager"],
  "RESOURCE.SUBMIT_REPORT": ["owner", "service_manager"],
  "RESOURCE.CREATE_PERMISSION": ["owner", "offering_manager"],
  "RESOURCE.UPDATE_PERMISSION": ["owner", "offering_manager"],
  "RESOURCE.DELETE_PERMISSION": ["owner", "offering_manager"],
  "RESOURCE.TERMINATE": ["owner", "admin", "manager"],
  "RESOURCE.UPDATE": ["owner", "admin", "manager"],
  "RESOURCE.CONSUMPTION_LIMITATION": ["owner", "manager"],
  "OFFERING.UPDATE": ["owner"],
  "OFFERING.PAUSE": ["owner"],
  "OFFERING.UNPAUSE": ["owner"],
  "OFFERING.UPDATE_COMPONENTS": ["owner"],
  "OFFERING.MANAGE_AGENT": ["owner", "offering_manager"],
  "OFFERING.CREATE_USER": ["owner"],
  "OFFERING.UPDATE_USER": ["owner"],
  "OFFERING.DELETE_USER": ["owner"],
} satisfies Record<string, readonly RoleName[]>;

/** All of them. */
export const PERMISSIONS: readonly string[] = Object.keys(HOLDERS);

const holders = table<Readonly<Record<Permission, readonly RoleName[]>>>(
  () => HOLDERS,
  before("2024-10", { "RESOURCE.SET_STATE": ["owner", "service_manager"] }),
);

/** Whether a role of the user on one of the scopes gives the permission. Staff may do everything. */
export function has(world: World, user: User, permission: Permission, ...scopes: string[]): boolean {
  const roles = holders(world.generation)[permission];
  return user.is_staff || scopes.some((scope) => hasRole(world.store, user.uuid, scope, ...roles));
}

/** Refuses with 403 who has the permission on none of the scopes. */
export function demand(call: ApiCall, permission: Permission, ...scopes: string[]): void {
  if (!has(call.world, callerOf(call), permission, ...scopes)) {
    throw forbidden();
  }
}

export function demandStaff(call: ApiCall): void {
  if (!callerOf(call).is_staff) {
    throw forbidden();
  }
}

/** Whether the caller may see what only staff and support see. */
export function seesAll({ is_staff, is_support }: User): boolean {
  return is_staff || is_support;
}
