/** What stored rows belong to. */
import type { Offering, OfferingUser, Resource } from "./marketplace.ts";
import type { Organization, Project, RoleAssignment, ServiceProvider, User } from "./people.ts";
import type { Store } from "./store.ts";

/** A call or a world: both know the store. */
export interface Stored {
  readonly store: Store;
}

export function resourceOf(row: { resource_uuid: string }, { store }: Stored): Resource {
  return store.resources.get(row.resource_uuid);
}

export function offeringOf(row: { offering_uuid: string }, { store }: Stored): Offering {
  return store.offerings.get(row.offering_uuid);
}

export function projectOf(row: { project_uuid: string }, { store }: Stored): Project {
  return store.projects.get(row.project_uuid);
}

/** The provider of an offering, or the customer of a project. */
export function organizationOf(row: { organization_uuid: string }, { store }: Stored): Organization {
  return store.organizations.get(row.organization_uuid);
}

/** The service provider whose offering it is; an organization may offer something before it is registered as one. */
export function providerOf({ organization_uuid }: Offering, { store }: Stored): ServiceProvider | undefined {
  return store.serviceProviders.where("organization_uuid", organization_uuid)[0];
}

/** What links a user with the offering a resource is of. */
export function offeringUserOf(
  user: User,
  { offering_uuid }: Resource,
  { store }: Stored,
): OfferingUser | undefined {
  const rows = store.offeringUsers.where("user_uuid", user.uuid);
  return rows.find((row) => row.offering_uuid === offering_uuid);
}

export function fullName(user: User): string {
  return `${user.first_name} ${user.last_name}`.trim();
}

/** What a user may be seen as: `owner of Sample HPC centre, …`. */
export function rolesInWords(store: Store, user: User): string {
  const roles = store.roles.where("user_uuid", user.uuid).map((role) => roleInWords(store, role));
  return [...(user.is_staff ? ["staff"] : []), ...roles].join(", ") || "no role";
}

function roleInWords(store: Store, { role, scope, scope_uuid }: RoleAssignment): string {
  return `${role.replaceAll("_", " ")} of ${store[`${scope}s`].get(scope_uuid).name}`;
}
