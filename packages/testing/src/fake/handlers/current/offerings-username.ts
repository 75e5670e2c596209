import type { ServiceProvider, User } from "../../entities.ts";
import type { ApiCall, World } from "../../http/api-call.ts";
import { badRequest, created, empty, type Reply } from "../../http/reply.ts";
import { action, type Route, route } from "../../http/route.ts";
import { offeringUser } from "../../rows.ts";
import { named } from "../../rules/current/named-account.ts";
import { connected } from "../../rules/current/visibility.ts";
import { text, uuid } from "../../rules/field-types.ts";
import { validated } from "../../rules/fields.ts";
import { ownProvider } from "./service-providers.ts";

/** Gives a user the same account name at every offering of the provider that a project of his uses. */
function setOfferingsUsername(call: ApiCall): Reply {
  const provider = ownProvider(call);
  const { user_uuid, username } = validated({ user_uuid: uuid(), username: text() }, call.body());
  const user = call.store.users.find(user_uuid);
  if (user === undefined) {
    throw badRequest([`A user with the uuid [${dashed(user_uuid)}] is not found.`]);
  }
  for (const offering of usedOfferings(call.world, provider, user)) {
    nameAccount(call.world, offering, user, username);
  }
  return call.world.generation === "2024-10"
    ? created({ detail: "Offering users have been set." })
    : empty(201);
}

function usedOfferings({ store }: World, provider: ServiceProvider, user: User): ReadonlySet<string> {
  const projects = connected(store, user, "project");
  const resources = store.offerings
    .where("organization_uuid", provider.organization_uuid)
    .flatMap(({ uuid }) => store.resources.where("offering_uuid", uuid));
  return new Set(
    resources
      .filter(({ state, project_uuid }) => state !== "Terminated" && projects.has(project_uuid))
      .map(({ offering_uuid }) => offering_uuid),
  );
}

function nameAccount(world: World, offeringUuid: string, user: User, username: string): void {
  const rows = world.store.offeringUsers.where("offering_uuid", offeringUuid);
  const row = rows.find(({ user_uuid }) => user_uuid === user.uuid);
  if (row !== undefined) {
    Object.assign(row, { ...named(row, username), modified: world.timestamp() });
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

/** As Python prints a uuid. */
function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export const offeringsUsernameRoutes: readonly Route[] = [
  route("marketplace-service-providers/{uuid}/set_offerings_username/", {
    POST: action("service_providers_set_offerings_username", setOfferingsUsername),
  }),
];
