import type { Offering, OfferingUser, User } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import { render } from "../../http/columns.ts";
import { badRequest, created, empty, forbidden, ok, type Reply } from "../../http/reply.ts";
import { offeringUser } from "../../rows.ts";
import { named } from "../../rules/current/named-account.ts";
import { demand, has } from "../../rules/current/permissions.ts";
import { providerScope } from "../../rules/current/scopes.ts";
import { makesAccounts } from "../../rules/current/visibility.ts";
import { text, uuid } from "../../rules/field-types.ts";
import { nullable, optional, REQUIRED, validated } from "../../rules/fields.ts";
import { hyperlink } from "../../rules/references.ts";
import type { Store } from "../../store.ts";
import { offeringUserColumns } from "../../wire/current/offering-user.ts";
import { ROOT_NAMES } from "../../wire/current/root-names.ts";

function userLink(store: Store) {
  return hyperlink("users", ROOT_NAMES, (id) => store.users.find(id));
}

function offeringLink(store: Store) {
  return hyperlink("marketplace-provider-offerings", ROOT_NAMES, (id) => store.offerings.find(id));
}

const username = optional(nullable(text({ maxLength: 100, allowBlank: true })), undefined);

/** The offering and the user, by URL; newest servers take uuids in fields of their own, too. */
function readPair(call: ApiCall): { offering: Offering; user: User; username: string | null } {
  const { store, world } = call;
  if (world.generation === "2024-10") {
    const fields = { user: userLink(store), offering: offeringLink(store), username };
    const given = validated(fields, call.body());
    return { ...given, username: given.username ?? null };
  }
  const given = validated(
    {
      user: optional(userLink(store), undefined),
      offering: optional(offeringLink(store), undefined),
      user_uuid: optional(uuid(), undefined),
      offering_uuid: optional(uuid(), undefined),
      username,
    },
    call.body(),
  );
  const user = given.user ?? store.users.find(given.user_uuid ?? "");
  const offering = given.offering ?? store.offerings.find(given.offering_uuid ?? "");
  if (user === undefined || offering === undefined) {
    throw badRequest({
      ...(user === undefined ? { user: [REQUIRED] } : {}),
      ...(offering === undefined ? { offering: [REQUIRED] } : {}),
    });
  }
  return { user, offering, username: given.username ?? null };
}

/** Checked before the permission, so that anybody learns who has an account. */
function refuseSecond(store: Store, offering: Offering, user: User, self?: OfferingUser): void {
  const rows = store.offeringUsers.where("offering_uuid", offering.uuid);
  if (rows.some((row) => row.user_uuid === user.uuid && row !== self)) {
    throw badRequest({ non_field_errors: ["The fields offering, user must make a unique set."] });
  }
}

export function createOfferingUser(call: ApiCall): Reply {
  const { store, world } = call;
  const pair = readPair(call);
  refuseSecond(store, pair.offering, pair.user);
  demand(call, "OFFERING.CREATE_USER", providerScope(pair.offering));
  if (!makesAccounts(pair.offering, world.generation)) {
    throw badRequest(["It is not allowed to create users for current offering."]);
  }
  const row = store.offeringUsers.add(
    offeringUser({
      uuid: world.newUuid(),
      offering_uuid: pair.offering.uuid,
      user_uuid: pair.user.uuid,
      username: pair.username,
      state: pair.username === null || pair.username === "" ? "Requested" : "OK",
      created: world.timestamp(),
    }),
  );
  return created(render(offeringUserColumns[world.generation], row, call), {
    Location: urlOf(call, `marketplace-offering-users/${row.uuid}/`),
  });
}

/** Moving the row to another user or offering is possible, but for who has one. */
export function changeOfferingUser(call: ApiCall, row: OfferingUser, extent: "whole" | "partly"): Reply {
  const { store, world } = call;
  const links = { user: userLink(store), offering: offeringLink(store) };
  const given =
    extent === "whole"
      ? validated({ ...links, username }, call.body())
      : validated(
          { user: optional(links.user, undefined), offering: optional(links.offering, undefined), username },
          call.body(),
        );
  const offering = given.offering ?? store.offerings.get(row.offering_uuid);
  const user = given.user ?? store.users.get(row.user_uuid);
  refuseSecond(store, offering, user, row);
  demand(call, "OFFERING.UPDATE_USER", providerScope(store.offerings.get(row.offering_uuid)));
  Object.assign(row, {
    ...named(row, given.username),
    modified: world.timestamp(),
  });
  const changed = moved(store, row, offering, user);
  return ok(render(offeringUserColumns[world.generation], changed, call));
}

/** Lookups go by both columns, so that a row that changes them is stored anew. */
function moved(store: Store, row: OfferingUser, offering: Offering, user: User): OfferingUser {
  if (row.offering_uuid === offering.uuid && row.user_uuid === user.uuid) {
    return row;
  }
  store.offeringUsers.remove(row.uuid);
  return store.offeringUsers.add({ ...row, offering_uuid: offering.uuid, user_uuid: user.uuid });
}

export function deleteOfferingUser(call: ApiCall, row: OfferingUser): Reply {
  const offering = call.store.offerings.get(row.offering_uuid);
  if (!has(call.store, callerOf(call), "OFFERING.DELETE_USER", providerScope(offering))) {
    throw forbidden("You do not have permission to delete this user.");
  }
  call.store.offeringUsers.remove(row.uuid);
  return empty(204);
}
