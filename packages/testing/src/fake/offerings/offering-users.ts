import { demand, has, rolesOn, seesAll } from "../access/permissions.ts";
import { canCreateOfferingUsers, seesOfferingUser } from "../access/visibility.ts";
import { nullable, optional, REQUIRED, validated } from "../body/fields.ts";
import { hyperlink } from "../body/references.ts";
import { boolean, choice, text, uuid } from "../body/types.ts";
import { type ApiCall, callerOf, change, urlOf } from "../http/call.ts";
import { render } from "../http/columns.ts";
import { list, show } from "../http/list.ts";
import { badRequest, conflict, created, empty, forbidden, ok, type Reply } from "../http/reply.ts";
import { crashes, type Route, routes } from "../http/route.ts";
import type { Offering, OfferingUser } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { offeringOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { type OfferingUserState, RUNTIME_STATES } from "../state/words.ts";
import { offeringUserColumns, offeringUserInPath, offeringUsers, userOf } from "./offering-user-row.ts";
import { addOfferingUser, NO_COMMENTS, rename } from "./offering-users-of-members.ts";

const PATH = "marketplace-offering-users";

/**
 * On 2021 one's own rows, and those of offerings of an organization one has a role in. The server joins the
 * organization's permissions without removing doubles, so an own row comes once for each of them.
 */
function visibleRows2021(call: ApiCall): OfferingUser[] {
  const caller = callerOf(call);
  const rows = call.store.offeringUsers.all();
  if (seesAll(caller)) return rows;
  return rows.flatMap((row) => {
    const holders = rolesOn(call.store, offeringOf(row, call).organization_uuid).map(
      (role) => role.user_uuid,
    );
    return row.user_uuid === caller.uuid
      ? (holders.length > 0 ? holders : [caller.uuid]).map(() => row)
      : holders.filter((uuid) => uuid === caller.uuid).map(() => row);
  });
}

function listOfferingUsers(call: ApiCall): Reply {
  const rows = call.world.since("2024-10")
    ? call.store.offeringUsers.all().filter(seesOfferingUser(call.world, callerOf(call)))
    : visibleRows2021(call);
  return list(rows, offeringUsers, call);
}

/** The offering and the user are named by URL. */
function linkFields({ store, world }: ApiCall) {
  const kind = world.since("2024-10") ? "marketplace-provider-offerings" : "marketplace-offerings";
  return {
    user: hyperlink("users", world.generation, (id) => store.users.find(id)),
    offering: hyperlink(kind, world.generation, (id) => store.offerings.find(id)),
    username: optional(nullable(text({ maxLength: 100, allowBlank: true })), undefined),
  };
}

/** Newest servers take uuids in fields of their own, too. */
function readPair(call: ApiCall) {
  const fields = linkFields(call);
  if (!call.world.since("8.0")) return validated(fields, call.body());
  const byUuid = { user_uuid: optional(uuid(), ""), offering_uuid: optional(uuid(), "") };
  const links = { user: optional(fields.user, undefined), offering: optional(fields.offering, undefined) };
  const { username, ...given } = validated({ ...fields, ...links, ...byUuid }, call.body());
  const user = given.user ?? call.store.users.find(given.user_uuid);
  const offering = given.offering ?? call.store.offerings.find(given.offering_uuid);
  if (user !== undefined && offering !== undefined) return { user, offering, username };
  throw badRequest({
    ...(user === undefined ? { user: [REQUIRED] } : {}),
    ...(offering === undefined ? { offering: [REQUIRED] } : {}),
  });
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
  const { user, offering, username = null } = readPair(call);
  const isOld = !world.since("2024-10");
  if (!isOld) {
    refuseSecond(store, offering, user);
    demand(call, "OFFERING.CREATE_USER", offering.organization_uuid);
  } else if (!has(world, callerOf(call), "OFFERING.CREATE_USER", offering.organization_uuid)) {
    throw badRequest(["You do not have permission to create offering user."]);
  }
  if (!canCreateOfferingUsers(offering, world)) {
    throw badRequest(["It is not allowed to create users for current offering."]);
  }
  const row = addOfferingUser(world, offering.uuid, user.uuid, username);
  const headers = isOld ? {} : { Location: urlOf(call, `${PATH}/${row.uuid}/`) };
  return created(render(offeringUserColumns(world.generation), row, call), headers);
}

/** Moving the row to another user or offering is possible, but for who has one. */
function changeOfferingUser(call: ApiCall, extent: "whole" | "partly"): Reply {
  const { store, world } = call;
  const row = offeringUserInPath(call);
  const fields = linkFields(call);
  const [of, at] = [offeringOf(row, call), userOf(row, call)];
  const known = { user: optional(fields.user, at), offering: optional(fields.offering, of) };
  const given = validated(extent === "whole" ? fields : { ...fields, ...known }, call.body());
  refuseSecond(store, given.offering, given.user, row);
  demand(call, "OFFERING.UPDATE_USER", of.organization_uuid);
  rename(world, row, given.username);
  if (given.offering !== of || given.user !== at) {
    // Lookups go by both columns: the row is stored anew.
    store.offeringUsers.remove(row.uuid);
    Object.assign(row, { offering_uuid: given.offering.uuid, user_uuid: given.user.uuid });
    store.offeringUsers.add(row);
  }
  return ok(render(offeringUserColumns(world.generation), row, call));
}

function deleteOfferingUser(call: ApiCall): Reply {
  const row = offeringUserInPath(call);
  if (!has(call.world, callerOf(call), "OFFERING.DELETE_USER", offeringOf(row, call).organization_uuid)) {
    throw forbidden("You do not have permission to delete this user.");
  }
  call.store.offeringUsers.remove(row.uuid);
  return empty(204);
}

/** A way from one state to another. */
interface Way {
  readonly from: readonly OfferingUserState[];
  readonly to: OfferingUserState;
}

const PENDING: readonly OfferingUserState[] = ["Pending account linking", "Pending additional validation"];

const WAYS: Readonly<Record<string, Way>> = {
  begin_creating: { from: ["Requested", "Error creating"], to: "Creating" },
  set_pending_account_linking: {
    from: ["Creating", "Error creating", "Pending additional validation"],
    to: "Pending account linking",
  },
  set_pending_additional_validation: {
    from: ["Creating", "Error creating", "Pending account linking"],
    to: "Pending additional validation",
  },
  set_validation_complete: { from: PENDING, to: "OK" },
  set_ok: { from: ["Requested", "Creating", ...PENDING, "Error creating", "Error deleting"], to: "OK" },
  set_error_creating: { from: ["Requested", "Creating", ...PENDING], to: "Error creating" },
  request_deletion: { from: ["OK"], to: "Requested deletion" },
  set_deleting: { from: ["Requested deletion", "Error deleting"], to: "Deleting" },
  set_deleted: { from: ["Deleting"], to: "Deleted" },
  set_error_deleting: { from: ["Requested deletion", "Deleting"], to: "Error deleting" },
};

/** The offering user of the path, for those who may change offering users of its offering. */
function changedOfferingUser(call: ApiCall): OfferingUser {
  const row = offeringUserInPath(call);
  demand(call, "OFFERING.UPDATE_USER", offeringOf(row, call).organization_uuid);
  return row;
}

/** An offering user that was being deleted while its user came back is restored, and not deleted any further. */
function move(call: ApiCall, { from, to }: Way): Reply {
  const row = changedOfferingUser(call);
  const comments = PENDING.includes(to) ? commentsIn(call, row, "comment") : {};
  if (!from.includes(row.state)) {
    const isOfDeletion = ["Deleting", "Deleted", "Error deleting"].includes(to);
    throw isOfDeletion && row.is_restored
      ? conflict("The user has regained access to the project, and the offering user was restored.")
      : badRequest({ detail: `Cannot transition to ${to}.` });
  }
  change(call.world, row, { ...comments, ...(to === "OK" && NO_COMMENTS), state: to, is_restored: false });
  return empty(200);
}

/** The comments for the user; what a body leaves out stays. */
function commentsIn(
  call: ApiCall,
  row: OfferingUser,
  comment = "service_provider_comment",
): Pick<OfferingUser, "service_provider_comment" | "service_provider_comment_url"> {
  const url = `${comment}_url`;
  const words = text({ allowBlank: true });
  const given = validated(
    {
      [comment]: optional(words, row.service_provider_comment),
      [url]: optional(words, row.service_provider_comment_url),
    },
    call.body(),
  );
  return {
    service_provider_comment: given[comment] ?? "",
    service_provider_comment_url: given[url] ?? "",
  };
}

function updateComments(call: ApiCall): Reply {
  const row = changedOfferingUser(call);
  const comments = commentsIn(call, row);
  change(call.world, row, comments);
  return ok(comments);
}

function updateRestricted(call: ApiCall): Reply {
  const row = changedOfferingUser(call);
  change(call.world, row, validated({ is_restricted: boolean() }, call.body()));
  return empty(200);
}

function updateRuntimeState(call: ApiCall): Reply {
  const row = changedOfferingUser(call);
  const { runtime_state } = validated({ runtime_state: choice(RUNTIME_STATES) }, call.body());
  const comments = commentsIn(call, row);
  if (row.state === "Deleted") throw badRequest({ detail: "The offering user is deleted." });
  change(call.world, row, { ...comments, runtime_state });
  return empty(200);
}

/** What the life of an offering user is changed by, which only newest servers follow. */
const moves = Object.fromEntries(
  Object.entries(WAYS).map(([name, way]) => [`POST {uuid}/${name}/`, (call: ApiCall) => move(call, way)]),
);

export const offeringUserRoutes: readonly Route[] = [
  ...routes(PATH, {
    GET: listOfferingUsers,
    POST: createOfferingUser,
    "GET {uuid}/": (call) => show(offeringUserInPath(call), offeringUsers, call),
    "PATCH {uuid}/": (call) => changeOfferingUser(call, "partly"),
    "DELETE {uuid}/": deleteOfferingUser,
    ...moves,
    "POST {uuid}/update_restricted/": updateRestricted,
    "POST {uuid}/update_runtime_state/": updateRuntimeState,
    "PATCH {uuid}/update_comments/": updateComments,
  }),
  ...routes(PATH, { "GET {uuid}/": crashes }, { before: "2024-10", allow: "GET, HEAD, OPTIONS" }),
  ...routes(PATH, { "PUT {uuid}/": (call) => changeOfferingUser(call, "whole") }, { since: "2024-10" }),
];
