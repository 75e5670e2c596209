import type { Offering, Project, User } from "../entities.ts";
import type { Store } from "../store.ts";
import type { RoleName, RoleScope } from "../words.ts";

/** Whether the user has one of the roles (any, when none is named) on the scope. Expired roles count for nothing. */
export function hasRole(
  store: Store,
  user: User,
  scope: RoleScope,
  uuid: string,
  ...roles: RoleName[]
): boolean {
  return store.roles.some(
    (assignment) =>
      assignment.user_uuid === user.uuid &&
      assignment.scope === scope &&
      assignment.scope_uuid === uuid &&
      (roles.length === 0 || roles.includes(assignment.role)),
  );
}

export function isOwnerOfProvider(store: Store, user: User, offering: Offering): boolean {
  return hasRole(store, user, "organization", offering.organization_uuid, "owner");
}

/** The organization a project belongs to: the consumer. */
export function consumerOf(store: Store, project: Project): string {
  return store.organizations.get(project.organization_uuid).uuid;
}
