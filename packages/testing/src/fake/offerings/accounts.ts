import { rolesOn } from "../access/permissions.ts";
import { makesAccounts } from "../access/visibility.ts";
import type { World } from "../http/call.ts";
import type { OfferingUser, Resource } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { offeringUser } from "../state/rows.ts";
import { compareTexts } from "../state/values.ts";

/** Offerings of other types have no accounts. */
const TYPES_WITH_ACCOUNTS: readonly string[] = [
  "Marketplace.Basic",
  "Marketplace.Slurm",
  "Marketplace.Script",
];

/**
 * When a creation succeeds, the server makes an offering user with an empty username for every member of the
 * project who has none yet. So whoever creates one for a member gets "must make a unique set".
 */
export function makeMemberAccounts(world: World, resource: Resource): void {
  const { store } = world;
  const offering = offeringOf(resource, world);
  if (!TYPES_WITH_ACCOUNTS.includes(offering.type) || !makesAccounts(offering, world)) {
    return;
  }
  const known = new Set(
    store.offeringUsers.where("offering_uuid", offering.uuid).map(({ user_uuid }) => user_uuid),
  );
  const members = new Set(rolesOn(store, "project", resource.project_uuid).map(({ user_uuid }) => user_uuid));
  const missing = [...members].filter((uuid) => !known.has(uuid)).map((uuid) => store.users.get(uuid));
  for (const user of missing.sort((a, b) => compareTexts(a.username, b.username))) {
    store.offeringUsers.add(
      offeringUser({
        uuid: world.newUuid(),
        offering_uuid: offering.uuid,
        user_uuid: user.uuid,
        username: "",
        state: "Requested",
        propagation_date: world.timestamp(),
        created: world.timestamp(),
      }),
    );
  }
}

/** Names a user's account at an offering; makes one where there is none. */
export function nameAccount(world: World, offeringUuid: string, user: User, username: string): void {
  const rows = world.store.offeringUsers.where("offering_uuid", offeringUuid);
  const row = rows.find(({ user_uuid }) => user_uuid === user.uuid);
  if (row !== undefined) {
    rename(world, row, username);
    return;
  }
  world.store.offeringUsers.add(
    offeringUser({
      uuid: world.newUuid(),
      offering_uuid: offeringUuid,
      user_uuid: user.uuid,
      username,
      created: world.timestamp(),
    }),
  );
}

/** States on the way to an account. */
const ON_THE_WAY: readonly string[] = [
  "Requested",
  "Creating",
  "Pending account linking",
  "Pending additional validation",
  "Error creating",
];

/**
 * Gives an account a name. One that is new makes an account OK that was on its way; the same name again
 * changes nothing, and no name brings back what is being deleted.
 */
export function rename(world: World, row: OfferingUser, username: string | null | undefined): void {
  row.modified = world.timestamp();
  if (username === undefined) return;
  const isNew = username !== null && username !== "" && username !== row.username;
  row.username = username;
  if (isNew && ON_THE_WAY.includes(row.state)) row.state = "OK";
}
