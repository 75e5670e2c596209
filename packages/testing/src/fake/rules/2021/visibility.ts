import type { Offering, Resource, User } from "../../entities.ts";
import type { Store } from "../../store.ts";
import { hasRole, rolesOn } from "../roles.ts";

function seesAll(user: User): boolean {
  return user.is_staff || user.is_support;
}

/** Members of the project, of the consumer's organization or of the provider's see a resource. */
export function seesResource(store: Store, user: User, resource: Resource): boolean {
  const project = store.projects.get(resource.project_uuid);
  const offering = store.offerings.get(resource.offering_uuid);
  return (
    seesAll(user) ||
    hasRole(store, user, "project", project.uuid) ||
    hasRole(store, user, "organization", project.organization_uuid) ||
    hasRole(store, user, "organization", offering.organization_uuid)
  );
}

export function visibleResources(store: Store, user: User): Resource[] {
  return store.resources.all().filter((resource) => seesResource(store, user, resource));
}

/** Shared offerings on sale are public; the rest shows to the provider's people only. */
export function seesOffering(store: Store, user: User | null, offering: Offering): boolean {
  return (
    (offering.shared && (offering.state === "Active" || offering.state === "Paused")) ||
    (user !== null && (seesAll(user) || hasRole(store, user, "organization", offering.organization_uuid)))
  );
}

/** Everyone one shares an organization or a project with, and the members of projects that use one's offerings. */
export function visibleUsers(store: Store, user: User): User[] {
  if (seesAll(user)) {
    return store.users.all();
  }
  const organizations = store.organizations
    .all()
    .filter(({ uuid }) => hasRole(store, user, "organization", uuid));
  const uuids = new Set(organizations.map(({ uuid }) => uuid));
  const served = new Set(
    store.resources
      .all()
      .filter((resource) => uuids.has(store.offerings.get(resource.offering_uuid).organization_uuid))
      .map((resource) => resource.project_uuid),
  );
  const projects = store.projects
    .all()
    .filter(
      ({ uuid, organization_uuid }) =>
        uuids.has(organization_uuid) || served.has(uuid) || hasRole(store, user, "project", uuid),
    );
  const seen = new Set([
    user.uuid,
    ...organizations
      .flatMap(({ uuid }) => rolesOn(store, "organization", uuid))
      .map(({ user_uuid }) => user_uuid),
    ...projects.flatMap(({ uuid }) => rolesOn(store, "project", uuid)).map(({ user_uuid }) => user_uuid),
  ]);
  return store.users.all().filter(({ uuid }) => seen.has(uuid));
}
