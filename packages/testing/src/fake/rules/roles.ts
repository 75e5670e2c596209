import type { Offering, RoleAssignment, User } from "../entities.ts";
import type { Store } from "../store.ts";
import type { RoleName, RoleScope } from "../words.ts";

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

/** Who has a role on the scope, in the order they were given. */
export function rolesOn(store: Store, scope: RoleScope, uuid: string): RoleAssignment[] {
  return store.roles.filter((assignment) => assignment.scope === scope && assignment.scope_uuid === uuid);
}

export function isOwnerOfProvider(store: Store, user: User, offering: Offering): boolean {
  return hasRole(store, user, "organization", offering.organization_uuid, "owner");
}

export function isOfferingManager(store: Store, offeringUuid: string, userUuid: string): boolean {
  return rolesOn(store, "offering", offeringUuid).some(({ user_uuid }) => user_uuid === userUuid);
}
