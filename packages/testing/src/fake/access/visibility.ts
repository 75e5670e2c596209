import type { World } from "../http/call.ts";
import type { Offering, OfferingUser, Order, Resource } from "../state/marketplace.ts";
import type { RoleAssignment, ServiceProvider, User } from "../state/people.ts";
import { offeringOf, projectOf, resourceOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { consumerScopes, rolesOn, scopesOf, seesAll } from "./permissions.ts";

/** A test of rows for one user, whose roles are looked up once. */
export type Sees<Row> = (row: Row) => boolean;

/**
 * Resources on offerings of one's organizations. A manager of the offering alone sees them on newest servers
 * only.
 */
export function seesAsProvider(world: World, user: User): Sees<Resource> {
  const own = scopesOf(world.store, user);
  return (resource) =>
    seesAll(user) ||
    (world.since("8.0") && own.has(resource.offering_uuid)) ||
    own.has(offeringOf(resource, world).organization_uuid);
}

/** Resources of one's projects and organizations. */
export function seesAsConsumer(world: World, user: User): Sees<Resource> {
  const own = scopesOf(world.store, user);
  return (resource) =>
    seesAll(user) || consumerScopes(projectOf(resource, world)).some((scope) => own.has(scope));
}

/** What shows to both sides: orders, and on 2021 resources. */
export function seesFromEitherSide(world: World, user: User): Sees<Resource> {
  const asProvider = seesAsProvider(world, user);
  const asConsumer = seesAsConsumer(world, user);
  return (resource) => asProvider(resource) || asConsumer(resource);
}

export function seesOrder(world: World, user: User): Sees<Order> {
  const sees = seesFromEitherSide(world, user);
  return (order) => sees(resourceOf(order, world));
}

/** Shared offerings on sale show to everybody. */
export function isPublic({ shared, state }: Offering): boolean {
  return shared && (state === "Active" || state === "Paused");
}

/** Offerings of one's organizations, and those one manages; on 2021 what is public, too. */
export function seesOffering(world: World, user: User | null): Sees<Offering> {
  const isOld = !world.since("2024-10");
  if (user === null) return (offering) => isOld && isPublic(offering);
  const own = scopesOf(world.store, user);
  return (offering) =>
    seesAll(user) ||
    own.has(offering.organization_uuid) ||
    (isOld ? isPublic(offering) : own.has(offering.uuid));
}

/** What one has a role on, and the organizations of one's projects. */
function visibleScopes(store: Store, user: User): ReadonlySet<string> {
  const own = scopesOf(store, user);
  const projects = [...own].map((uuid) => store.projects.find(uuid)).filter((found) => found !== undefined);
  return new Set([...own, ...projects.map(({ organization_uuid }) => organization_uuid)]);
}

/** Everyone with a role in an organization or project one sees. */
function peersOf(world: World, user: User): ReadonlySet<string> {
  const { store } = world;
  const own = [...scopesOf(store, user)];
  const scopes = new Set([
    ...visibleScopes(store, user),
    ...own.flatMap((uuid) => store.projects.where("organization_uuid", uuid)).map(({ uuid }) => uuid),
    ...(world.since("2024-10") ? [] : servedByAnyOf(store, own)),
  ]);
  const roles = [...scopes]
    .flatMap((scope) => rolesOn(store, scope))
    .filter(({ scope }) => scope !== "offering");
  return new Set(roles.map(({ user_uuid }) => user_uuid));
}

/** Everyone one shares something with, and always oneself; later servers never show staff. */
export function visibleUsers(world: World, user: User): User[] {
  const users = world.store.users.all();
  if (seesAll(user)) return users;
  const peers = peersOf(world, user);
  const isOld = !world.since("2024-10");
  return users.filter(
    ({ uuid, is_staff, is_active }) =>
      (isOld || (is_active && !is_staff)) && (uuid === user.uuid || peers.has(uuid)),
  );
}

/**
 * One's own rows, and those at offerings of organizations one belongs to. The oldest servers hide all rows of
 * offerings whose provider may not make offering users, newest ones those of users who have not consented to the terms of
 * service, where the offering has any.
 */
export function seesOfferingUser(world: World, user: User): Sees<OfferingUser> {
  const own = scopesOf(world.store, user);
  const visible = visibleScopes(world.store, user);
  const peers = peersOf(world, user);
  return (row) => {
    if (seesAll(user)) {
      return true;
    }
    const offering = offeringOf(row, world);
    const isOwn = row.user_uuid === user.uuid;
    const isShown = world.since("8.0")
      ? isOwn || row.has_consent || offering.terms_of_service === ""
      : canCreateOfferingUsers(offering, world);
    const { organization_uuid } = offering;
    const isOfOnes =
      (own.has(organization_uuid) || peers.has(row.user_uuid)) && visible.has(organization_uuid);
    return isShown && (isOwn || isOfOnes);
  };
}

/** Whether the provider may make offering users at the offering; newest servers keep the flag elsewhere. */
export function canCreateOfferingUsers(offering: Offering, world: Pick<World, "since">): boolean {
  const options = world.since("8.0") ? offering.plugin_options : offering.secret_options;
  return options.service_provider_can_create_offering_user === true;
}

/** Projects with a resource on any offering of the organizations, whatever became of it. */
function servedByAnyOf(store: Store, organizations: readonly string[]): string[] {
  return organizations
    .flatMap((uuid) => store.offerings.where("organization_uuid", uuid))
    .flatMap(({ uuid }) => store.resources.where("offering_uuid", uuid))
    .map(({ project_uuid }) => project_uuid);
}

/** Projects with a live resource on a shared offering of the provider. */
export function servedProjects(store: Store, provider: ServiceProvider): ReadonlySet<string> {
  return new Set(
    store.offerings
      .where("organization_uuid", provider.organization_uuid)
      .filter(({ shared }) => shared)
      .flatMap(({ uuid }) => store.resources.where("offering_uuid", uuid))
      .filter(({ state }) => state !== "Terminated")
      .map(({ project_uuid }) => project_uuid),
  );
}

/** Who has which role in those projects. */
export function servedRoles(store: Store, provider: ServiceProvider): RoleAssignment[] {
  const projects = servedProjects(store, provider);
  return store.roles.all().filter(({ scope_uuid }) => projects.has(scope_uuid));
}
