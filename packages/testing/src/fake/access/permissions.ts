import { type ApiCall, callerOf, type World } from "../http/call.ts";
import { before, table } from "../http/generations.ts";
import { forbidden } from "../http/reply.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import type { Project, RoleAssignment, User } from "../state/people.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import type { RoleName, RoleScope } from "../state/words.ts";

/** What a role is held on. */
export interface Scope {
  readonly kind: RoleScope;
  readonly uuid: string;
}

export function offeringScope(offering: Offering): Scope {
  return { kind: "offering", uuid: offering.uuid };
}

/** The organization that offers. */
export function providerScope(offering: Offering): Scope {
  return { kind: "organization", uuid: offering.organization_uuid };
}

/** The project, and the organization it belongs to. */
export function consumerScopes(project: Project): Scope[] {
  return [
    { kind: "project", uuid: project.uuid },
    { kind: "organization", uuid: project.organization_uuid },
  ];
}

/** Both sides of a resource: those of the consumer, and the organization that offers. */
export function scopesOfBothSides(world: World, resource: Resource): Scope[] {
  return [...consumerScopes(projectOf(resource, world)), providerScope(offeringOf(resource, world))];
}

/** Who has a role on the scope, in the order they were given. */
export function rolesOn(store: Store, scope: RoleScope, uuid: string): RoleAssignment[] {
  return store.roles.filter((assignment) => assignment.scope === scope && assignment.scope_uuid === uuid);
}

/** Whether the user has one of the roles (any, when none is named) on the scope. */
export function hasRole(
  store: Store,
  user: User,
  scope: RoleScope,
  uuid: string,
  ...roles: RoleName[]
): boolean {
  return rolesOn(store, scope, uuid).some(
    (assignment) =>
      assignment.user_uuid === user.uuid && (roles.length === 0 || roles.includes(assignment.role)),
  );
}

/** Whether somebody belongs to the project or its organization; staff counts as if. */
export function isOfConsumer(store: Store, user: User, project: Project): boolean {
  return user.is_staff || consumerScopes(project).some(({ kind, uuid }) => hasRole(store, user, kind, uuid));
}

/** Whether the user of a uuid manages an offering. */
export function managesOffering(store: Store, userUuid: string, offeringUuid: string): boolean {
  const user = store.users.find(userUuid);
  return user !== undefined && hasRole(store, user, "offering", offeringUuid);
}

/** Who orders for a project: an owner of its organization, whose orders need nobody's consent, or else a member. */
export function buyerOf(store: Store, project: Project): User | undefined {
  const role =
    store.roles.find((given) => given.role === "owner" && given.scope_uuid === project.organization_uuid) ??
    store.roles.find((given) => given.scope_uuid === project.uuid);
  return role === undefined ? undefined : store.users.get(role.user_uuid);
}

export function isOwnerOfProvider(store: Store, user: User, offering: Offering): boolean {
  return hasRole(store, user, "organization", offering.organization_uuid, "owner");
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
  HOLDERS,
  before("2024-10", { ...HOLDERS, "RESOURCE.SET_STATE": ["owner", "service_manager"] }),
);

/** Whether a role of the user on one of the scopes gives the permission. Staff may do everything. */
export function has(world: World, user: User, permission: Permission, ...scopes: Scope[]): boolean {
  const roles = holders(world.generation)[permission];
  return user.is_staff || scopes.some(({ kind, uuid }) => hasRole(world.store, user, kind, uuid, ...roles));
}

/** Refuses with 403 who has the permission on none of the scopes. */
export function demand(call: ApiCall, permission: Permission, ...scopes: Scope[]): void {
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
