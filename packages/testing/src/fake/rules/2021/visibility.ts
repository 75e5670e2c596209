import type { Offering, Resource, User } from "../../entities.ts";
import type { Store } from "../../store.ts";
import { hasRole } from "../roles.ts";

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
