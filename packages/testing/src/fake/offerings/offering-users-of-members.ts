import { rolesOn } from "../access/permissions.ts";
import { canCreateOfferingUsers } from "../access/visibility.ts";
import { change, type World } from "../http/call.ts";
import type { Offering, OfferingUser, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { compareTexts } from "../state/values.ts";
import type { OfferingUserState } from "../state/words.ts";

/** Offerings of other types have no offering users. */
const TYPES_WITH_OFFERING_USERS: readonly string[] = [
  "Marketplace.Basic",
  "Marketplace.Slurm",
  "Marketplace.Script",
];

/**
 * When a creation succeeds, the server makes an offering user with an empty username for every member of the
 * project who has none yet. So creating one for a member is answered with "must make a unique set".
 */
export function makeOfferingUsers(world: World, resource: Resource): void {
  const uuids = new Set(rolesOn(world.store, resource.project_uuid).map(({ user_uuid }) => user_uuid));
  const members = [...uuids].map((uuid) => world.store.users.get(uuid));
  for (const { uuid } of members.sort((a, b) => compareTexts(a.username, b.username))) {
    admit(world, offeringOf(resource, world), uuid);
  }
}

/** Those who join a project get an offering user at each offering that it uses, or get theirs back. */
export function memberJoined(world: World, projectUuid: string, userUuid: string): void {
  if (!world.since("2024-10")) return;
  const resources = world.store.resources.where("project_uuid", projectUuid);
  const used = new Set(resources.filter(({ state }) => state === "OK").map((row) => offeringOf(row, world)));
  for (const offering of used) admit(world, offering, userUuid);
}

/** Sees to it that a member has an offering user: one without a name, which the provider is asked for, or theirs back. */
function admit(world: World, offering: Offering, user_uuid: string): void {
  if (!TYPES_WITH_OFFERING_USERS.includes(offering.type) || !canCreateOfferingUsers(offering, world)) return;
  const rows = world.store.offeringUsers.where("user_uuid", user_uuid);
  const row = rows.find(({ offering_uuid }) => offering_uuid === offering.uuid);
  if (row !== undefined) restore(world, row, offering);
  else addOfferingUser(world, offering.uuid, user_uuid, "").propagation_date = world.timestamp();
}

/** Adds an offering user: one with a name is there, one without is asked for. */
export function addOfferingUser(
  world: World,
  offering_uuid: string,
  user_uuid: string,
  username: string | null,
): OfferingUser {
  const state = username === null || username === "" ? "Requested" : "OK";
  return world.store.offeringUsers.add({
    uuid: world.newUuid(),
    offering_uuid,
    user_uuid,
    username,
    state,
    created: world.timestamp(),
  });
}

/** Restores an offering user that was being deleted; of a Deleted one the provider has to make another, unless its name is the server's choice. */
function restore(world: World, row: OfferingUser, { plugin_options }: Offering): void {
  const isDeleted = row.state === "Deleted";
  if (!isDeleted && !BEING_DELETED.includes(row.state)) return;
  const { username_generation_policy: policy = BY_PROVIDER } = plugin_options;
  const hasName = row.username !== null && row.username !== "";
  const state = hasName && !(isDeleted && policy === BY_PROVIDER) ? "OK" : "Requested";
  change(world, row, { state, is_restored: true });
}

const BEING_DELETED: readonly OfferingUserState[] = ["Requested deletion", "Deleting", "Error deleting"];

/** Who chooses user names where the offering does not say. */
const BY_PROVIDER = "service_provider";

/**
 * Those who have left their last project with something of an offering lose their offering user there, if the offering has that
 * option: the provider is asked to delete it, unless they never made it.
 */
export function memberLeft(world: World, userUuid: string): void {
  const { store } = world;
  if (!world.since("8.0")) return;
  const projects = new Set(store.roles.where("user_uuid", userUuid).map(({ scope_uuid }) => scope_uuid));
  for (const row of store.offeringUsers.where("user_uuid", userUuid)) {
    const isMember = store.resources
      .where("offering_uuid", row.offering_uuid)
      .some(({ state, project_uuid }) => state !== "Terminated" && projects.has(project_uuid));
    const isLive = row.state === "OK" || ON_THE_WAY.includes(row.state);
    const { offering_user_auto_deletion: isAutomatic } = offeringOf(row, world).plugin_options;
    if (isMember || !isLive || isAutomatic !== true) continue;
    const state = row.state === "Requested" ? "Deleted" : "Requested deletion";
    change(world, row, { state, is_restored: false });
  }
}

/** Gives a user a user name at an offering; makes the offering user where there is none. */
export function nameOfferingUser(world: World, offeringUuid: string, user: User, username: string): void {
  const rows = world.store.offeringUsers.where("offering_uuid", offeringUuid);
  const row = rows.find(({ user_uuid }) => user_uuid === user.uuid);
  if (row !== undefined) rename(world, row, username);
  else addOfferingUser(world, offeringUuid, user.uuid, username);
}

/** States on the way to a user name in use. */
const ON_THE_WAY: readonly OfferingUserState[] = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
  "Error creating",
];

/**
 * Gives an offering user a name. A new name makes one OK that was on its way; the same name again changes nothing, and
 * no name brings back what is being deleted.
 */
export function rename(world: World, row: OfferingUser, username = row.username): void {
  const isNew = username !== null && username !== "" && username !== row.username;
  const isThere = isNew && ON_THE_WAY.includes(row.state);
  change(world, row, { username, ...(isThere && { ...NO_COMMENTS, state: "OK" }) });
}

/** The user has done what the comments asked of them. */
export const NO_COMMENTS = { service_provider_comment: "", service_provider_comment_url: "" } as const;
