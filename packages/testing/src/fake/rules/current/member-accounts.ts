import type { Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { byText } from "../../http/ordering.ts";
import { offeringUser } from "../../rows.ts";
import { rolesOn } from "../roles.ts";
import { offeringOf } from "./scopes.ts";
import { makesAccounts } from "./visibility.ts";

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
  const offering = offeringOf(store, resource);
  if (!TYPES_WITH_ACCOUNTS.includes(offering.type) || !makesAccounts(offering, world.generation)) {
    return;
  }
  const known = new Set(
    store.offeringUsers.where("offering_uuid", offering.uuid).map(({ user_uuid }) => user_uuid),
  );
  const members = new Set(rolesOn(store, "project", resource.project_uuid).map(({ user_uuid }) => user_uuid));
  const missing = [...members].filter((uuid) => !known.has(uuid)).map((uuid) => store.users.get(uuid));
  for (const user of missing.sort(byText(({ username }) => username))) {
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
