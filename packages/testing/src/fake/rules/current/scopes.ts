import type { Offering, Project, Resource } from "../../entities.ts";
import type { Store } from "../../store.ts";
import type { RoleScope } from "../../words.ts";

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

export function offeringOf(store: Store, resource: Resource): Offering {
  return store.offerings.get(resource.offering_uuid);
}

export function projectOf(store: Store, resource: Resource): Project {
  return store.projects.get(resource.project_uuid);
}
