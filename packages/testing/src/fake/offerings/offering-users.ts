import { demand, has, providerScope, rolesOn, seesAll } from "../access/permissions.ts";
import { makesAccounts, seesOfferingUser } from "../access/visibility.ts";
import { nullable, optional, REQUIRED, validated } from "../body/fields.ts";
import { hyperlink } from "../body/references.ts";
import { text, uuid } from "../body/types.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { render } from "../http/columns.ts";
import { list, show } from "../http/list.ts";
import { badRequest, created, empty, forbidden, ok, type Reply } from "../http/reply.ts";
import { action, crashes, listAction, type Route, route, unspecified } from "../http/route.ts";
import type { Offering, OfferingUser } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import { offeringUser } from "../state/rows.ts";
import type { Store } from "../state/store.ts";
import { accountLifeRoutes } from "./account-life.ts";
import { offeringUserInPath, rename } from "./accounts.ts";
import { accountColumns, accounts, byUsername, userOf } from "./offering-user-row.ts";

/**
 * On 2021 one's own rows, and those of offerings of an organization one has a role in. The server joins the
 * organization's permissions without removing doubles, so an own row comes once for each of them.
 */
function visibleRows2021(call: ApiCall): OfferingUser[] {
  const caller = callerOf(call);
  const rows = call.store.offeringUsers.all();
  if (seesAll(caller)) {
    return rows;
  }
  return rows.flatMap((row) => {
    const permissions = rolesOn(call.store, "organization", offeringOf(row, call).organization_uuid);
    const isOwn = row.user_uuid === caller.uuid;
    const matching = isOwn ? permissions : permissions.filter(({ user_uuid }) => user_uuid === caller.uuid);
    return Array.from({ length: isOwn ? Math.max(1, matching.length) : matching.length }, () => row);
  });
}

function listOfferingUsers(call: ApiCall): Reply {
  if (!call.world.since("2024-10")) return list(visibleRows2021(call), accounts, call);
  const rows = call.store.offeringUsers.all().filter(seesOfferingUser(call.world, callerOf(call)));
  return list(
    rows.sort((a, b) => byUsername(a, b, call)),
    accounts,
    call,
  );
}

function userLink({ store, world }: ApiCall) {
  return hyperlink("users", world.generation, (id) => store.users.find(id));
}

function offeringLink({ store, world }: ApiCall) {
  const kind = world.since("2024-10") ? "marketplace-provider-offerings" : "marketplace-offerings";
  return hyperlink(kind, world.generation, (id) => store.offerings.find(id));
}

const username = optional(nullable(text({ maxLength: 100, allowBlank: true })), undefined);

/** The offering and the user, by URL; newest servers take uuids in fields of their own, too. */
function readPair(call: ApiCall): { offering: Offering; user: User; username: string | null } {
  const links = { user: userLink(call), offering: offeringLink(call) };
  if (!call.world.since("8.0")) {
    const given = validated({ ...links, username }, call.body());
    return { ...given, username: given.username ?? null };
  }
  const given = validated(
    {
      user: optional(links.user, undefined),
      offering: optional(links.offering, undefined),
      user_uuid: optional(uuid(), undefined),
      offering_uuid: optional(uuid(), undefined),
      username,
    },
    call.body(),
  );
  const user = given.user ?? call.store.users.find(given.user_uuid ?? "");
  const offering = given.offering ?? call.store.offerings.find(given.offering_uuid ?? "");
  if (user === undefined || offering === undefined) {
    throw badRequest({
      ...(user === undefined ? { user: [REQUIRED] } : {}),
      ...(offering === undefined ? { offering: [REQUIRED] } : {}),
    });
  }
  return { user, offering, username: given.username ?? null };
}

/** Checked before the permission, so that anybody learns who has a user name. On a 2021 server nothing is unique. */
function refuseSecond(store: Store, offering: Offering, user: User, self?: OfferingUser): void {
  const rows = store.offeringUsers.where("offering_uuid", offering.uuid);
  if (rows.some((row) => row.user_uuid === user.uuid && row !== self)) {
    throw badRequest({ non_field_errors: ["The fields offering, user must make a unique set."] });
  }
}

function createOfferingUser(call: ApiCall): Reply {
  const { store, world } = call;
  const pair = readPair(call);
  if (world.since("2024-10")) {
    refuseSecond(store, pair.offering, pair.user);
    demand(call, "OFFERING.CREATE_USER", providerScope(pair.offering));
  } else if (!has(world, callerOf(call), "OFFERING.CREATE_USER", providerScope(pair.offering))) {
    throw badRequest(["You do not have permission to create offering user."]);
  }
  if (!makesAccounts(pair.offering, world)) {
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
  const headers = world.since("2024-10")
    ? { Location: urlOf(call, `marketplace-offering-users/${row.uuid}/`) }
    : {};
  return created(render(accountColumns(world.generation), row, call), headers);
}

/** Moving the row to another user or offering is possible, but for who has one. */
function changeOfferingUser(call: ApiCall, extent: "whole" | "partly"): Reply {
  const { store, world } = call;
  const row = offeringUserInPath(call);
  const links = { user: userLink(call), offering: offeringLink(call) };
  const given =
    extent === "whole"
      ? validated({ ...links, username }, call.body())
      : validated(
          { user: optional(links.user, undefined), offering: optional(links.offering, undefined), username },
          call.body(),
        );
  const offering = given.offering ?? offeringOf(row, call);
  const user = given.user ?? userOf(row, call);
  refuseSecond(store, offering, user, row);
  demand(call, "OFFERING.UPDATE_USER", providerScope(offeringOf(row, call)));
  rename(world, row, given.username);
  return ok(render(accountColumns(world.generation), moved(store, row, offering, user), call));
}

/** Lookups go by both columns, so that a row that changes them is stored anew. */
function moved(store: Store, row: OfferingUser, offering: Offering, user: User): OfferingUser {
  if (row.offering_uuid === offering.uuid && row.user_uuid === user.uuid) {
    return row;
  }
  store.offeringUsers.remove(row.uuid);
  return store.offeringUsers.add({ ...row, offering_uuid: offering.uuid, user_uuid: user.uuid });
}

function deleteOfferingUser(call: ApiCall): Reply {
  const row = offeringUserInPath(call);
  if (!has(call.world, callerOf(call), "OFFERING.DELETE_USER", providerScope(offeringOf(row, call)))) {
    throw forbidden("You do not have permission to delete this user.");
  }
  call.store.offeringUsers.remove(row.uuid);
  return empty(204);
}

const PATH = "marketplace-offering-users";

export const offeringUserRoutes: readonly Route[] = [
  ...accountLifeRoutes,
  route(`${PATH}/`, {
    GET: listAction("offering_users_list", listOfferingUsers),
    POST: action("offering_users_create", createOfferingUser),
  }),
  route(`${PATH}/{uuid}/`, { GET: crashes }, { before: "2024-10" }),
  route(
    `${PATH}/{uuid}/`,
    {
      GET: action("offering_users_get", (call) => show(offeringUserInPath(call), accounts, call)),
      PUT: unspecified((call) => changeOfferingUser(call, "whole")),
      PATCH: action("offering_users_update", (call) => changeOfferingUser(call, "partly")),
      DELETE: action("offering_users_delete", deleteOfferingUser),
    },
    { since: "2024-10" },
  ),
];
