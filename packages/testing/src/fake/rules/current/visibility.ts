import type { Offering, OfferingUser, Order, Resource, User } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import type { Store } from "../../store.ts";
import type { RoleScope } from "../../words.ts";

export function seesAll(user: User): boolean {
  return user.is_staff || user.is_support;
}

/** What the user has any role on. */
export function connected(store: Store, user: User, kind: RoleScope): ReadonlySet<string> {
  return new Set(
    store.roles
      .filter((role) => role.user_uuid === user.uuid && role.scope === kind)
      .map((role) => role.scope_uuid),
  );
}

/** A test of rows for one user; his roles are looked up once. */
export type Sees<Row> = (row: Row) => boolean;

/**
 * Resources on offerings of one's organizations. A manager of the offering alone sees them on newest servers
 * only.
 */
export function seesAsProvider({ store, generation }: World, user: User): Sees<Resource> {
  const organizations = connected(store, user, "organization");
  const offerings = generation === "8.x" ? connected(store, user, "offering") : new Set<string>();
  return (resource) =>
    seesAll(user) ||
    offerings.has(resource.offering_uuid) ||
    organizations.has(store.offerings.get(resource.offering_uuid).organization_uuid);
}

/** Resources of one's projects and organizations. */
export function seesAsConsumer(store: Store, user: User): Sees<Resource> {
  const organizations = connected(store, user, "organization");
  const projects = connected(store, user, "project");
  return (resource) =>
    seesAll(user) ||
    projects.has(resource.project_uuid) ||
    organizations.has(store.projects.get(resource.project_uuid).organization_uuid);
}

/** Orders show to both sides. */
export function seesOrder(world: World, user: User): Sees<Order> {
  const asProvider = seesAsProvider(world, user);
  const asConsumer = seesAsConsumer(world.store, user);
  return (order) => {
    const resource = world.store.resources.get(order.resource_uuid);
    return asProvider(resource) || asConsumer(resource);
  };
}

export function seesOffering(store: Store, user: User): Sees<Offering> {
  const organizations = connected(store, user, "organization");
  const offerings = connected(store, user, "offering");
  return (offering) =>
    seesAll(user) || offerings.has(offering.uuid) || organizations.has(offering.organization_uuid);
}

/** Organizations one has a role in, or in one of whose projects. */
function visibleOrganizations(store: Store, user: User): ReadonlySet<string> {
  const projects = [...connected(store, user, "project")];
  return new Set([
    ...connected(store, user, "organization"),
    ...projects.map((uuid) => store.projects.get(uuid).organization_uuid),
  ]);
}

/** Everyone with a role in an organization or project one sees; never staff, but always oneself. */
export function visibleUsers(store: Store, user: User): User[] {
  if (seesAll(user)) {
    return store.users.all();
  }
  const peers = peersOf(store, user);
  return store.users
    .all()
    .filter(
      ({ uuid, is_staff, is_active }) => is_active && !is_staff && (uuid === user.uuid || peers.has(uuid)),
    );
}

function peersOf(store: Store, user: User): ReadonlySet<string> {
  const own = connected(store, user, "organization");
  const projects = store.projects
    .all()
    .filter(({ organization_uuid }) => own.has(organization_uuid))
    .map(({ uuid }) => uuid);
  const scopes = new Set([
    ...visibleOrganizations(store, user),
    ...connected(store, user, "project"),
    ...projects,
  ]);
  return new Set(store.roles.filter((role) => scopes.has(role.scope_uuid)).map(({ user_uuid }) => user_uuid));
}

/**
 * One's own rows, and those at offerings of organizations one belongs to. The oldest servers hide all rows of
 * offerings whose provider may not make accounts, newest ones those of users who have not consented.
 */
export function seesOfferingUser({ store, generation }: World, user: User): Sees<OfferingUser> {
  const organizations = connected(store, user, "organization");
  const visible = visibleOrganizations(store, user);
  const peers = peersOf(store, user);
  return (row) => {
    if (seesAll(user)) {
      return true;
    }
    const offering = store.offerings.get(row.offering_uuid);
    const isOwn = row.user_uuid === user.uuid;
    const isShown = generation === "8.x" ? row.has_consent || isOwn : makesAccounts(offering, generation);
    const { organization_uuid } = offering;
    const isOfOnes =
      (organizations.has(organization_uuid) || peers.has(row.user_uuid)) && visible.has(organization_uuid);
    return isShown && (isOwn || isOfOnes);
  };
}

/** Whether the provider may make accounts at the offering; newest servers keep the flag elsewhere. */
export function makesAccounts(offering: Offering, generation: World["generation"]): boolean {
  const options = generation === "8.x" ? offering.plugin_options : offering.secret_options;
  return options.service_provider_can_create_offering_user === true;
}
