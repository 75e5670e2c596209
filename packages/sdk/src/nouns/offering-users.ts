import type { OfferingUser } from "@puhuri/api-types";
import { type CallOptions, callOptionsOf, KeyedQueue, type Wait, withinCall } from "../http/call.ts";
import { createList, type List } from "../list/methods.ts";
import type { OfferingUserRequest } from "../servers/server.ts";
import { type EnsuredOfferingUser, ensureOfferingUser } from "../users/ensure-offering-user.ts";
import type {
  OfferingUserStateResult,
  OfferingUserTarget,
  SetOfferingUserStateOptions,
} from "../users/set-offering-user-state.ts";
import type { OfferingUserChanges } from "../users/update-offering-user.ts";
import { requireKeys, requireObject, userName } from "../values/arguments.ts";
import { uuidOfReference } from "../values/uuid.ts";
import { about, CONTEXT, calling, type Filters, Noun } from "./context.ts";

/** Filters for offering users. */
export interface OfferingUserFilters extends Filters<"offering_users_list"> {}

/** A user name to give to a user at an offering. */
export interface OfferingUserInput {
  /** Uuid or URL of the offering. */
  readonly offering: string;
  /** Uuid or URL of the user. */
  readonly user: string;
  /** At most 100 characters; the servers have no other rule for it. */
  readonly username?: string | undefined;
}

/** User names at a provider's offerings: `puhuri.offeringUsers`. */
export class OfferingUsers extends Noun {
  readonly #queue = new KeyedQueue();

  /**
   * Lists offering users, oldest first. Those of offerings that do not let their provider create any are not shown.
   *
   * @throws {InvalidArgumentError} On first use: a filter this server does not know; nothing is sent.
   * @example
   * const offeringUsers = await puhuri.offeringUsers.list({ offering_uuid: offeringUuid }).toArray();
   * @see offering_users_list
   */
  readonly list: List<OfferingUser, OfferingUserFilters> = createList(
    this[CONTEXT],
    (api) => api.offeringUsers.listing,
  );

  /**
   * Gives a user access to an offering by creating an offering user: the guide's `create_remote_offering_user`.
   *
   * Not safe to repeat: a 2021 server creates a second offering user, a current server answers 400. Use `ensure` instead.
   *
   * @throws {BadRequestError} The offering user exists (current), or the offering does not let its provider create any.
   * @example
   * await puhuri.offeringUsers.create({ offering: offeringUuid, user: userUuid, username: "abc" });
   * @see offering_users_create; guide: "Granting user access to resource"
   */
  async create(input: OfferingUserInput, options?: CallOptions): Promise<OfferingUser> {
    const request = requestOf(input, { blank: true });
    return calling(this, options, (api, call) => api.offeringUsers.create(request, call));
  }

  /**
   * Brings an offering user to a state step by step, and resolves when it is there. For 8.x servers.
   *
   * Safe to repeat: if the offering user is in the state already, the outcome is `unchanged`. On the way it passes only
   * through Creating, Requested deletion and Deleting. Once its deletion was requested, it can become OK only from Error
   * deleting. If the user has become a member again, the server has restored the offering user, and it is not deleted.
   *
   * @throws {InvalidTransitionError} It cannot get there from its current state, or the user has come back.
   * @throws {UnsupportedByServerError} The server has no states of offering users: 2021 and 2024-10.
   * @throws Any other error of a request. If `maybeApplied` is true, a step was taken, or may have been: call again.
   * @example
   * const comment = "Confirm your user name at the portal.";
   * await puhuri.offeringUsers.setState(offeringUserUuid, "Pending account linking", { comment });
   * @see offering_users_get, offering_users_begin_creating, offering_users_set_deleting
   */
  async setState(
    uuid: string,
    state: OfferingUserTarget,
    options: SetOfferingUserStateOptions & CallOptions = {},
  ): Promise<OfferingUserStateResult> {
    const { checkUserState, setOfferingUserState } = await import("../users/set-offering-user-state.ts");
    checkUserState(state, options);
    const { comment, commentUrl } = options;
    return about(this, uuid, callOptionsOf(options), (api, id, call) =>
      setOfferingUserState(api, id, state, { comment, commentUrl }, this[CONTEXT], call),
    );
  }

  /**
   * Changes an offering user: the user name, whether the user is kept out, and whether they can use it now.
   *
   * Safe to repeat, and retried automatically. Each change is a request: if one fails, those before it are done.
   *
   * @throws {InvalidArgumentError} No change is given, or a value is not allowed; nothing was sent.
   * @throws {UnsupportedByServerError} On a 2021 server.
   * @throws {NotFoundError} There is no such offering user, or the server is older than 8.x, where only the user name can be changed.
   * @example
   * await puhuri.offeringUsers.update(offeringUserUuid, { is_restricted: true });
   * @see offering_users_update, offering_users_update_restricted, offering_users_update_runtime_state
   */
  async update(uuid: string, changes: OfferingUserChanges, options?: CallOptions): Promise<void> {
    const { checkChanges, updateOfferingUser } = await import("../users/update-offering-user.ts");
    const checked = checkChanges(changes);
    return about(this, uuid, options, (api, id, call) => updateOfferingUser(api, id, checked, call));
  }

  /**
   * Makes sure that a user has this user name at the offering: finds, renames or creates the offering user.
   *
   * Safe to repeat, and to call several times at once: the calls of one client end in one offering user. After a lost
   * answer the SDK checks whether it exists. If not, it creates it again on current servers, which refuse a second one.
   *
   * @throws {UnsupportedByServerError} A 2021 server has the offering user under another user name and cannot rename it.
   * @example
   * const { outcome } = await puhuri.offeringUsers.ensure({ offering: offeringUuid, user: userUuid, username: "abc" });
   * @see offering_users_list, offering_users_create, offering_users_update
   */
  async ensure(input: OfferingUserInput, options?: CallOptions): Promise<EnsuredOfferingUser> {
    const request = requestOf(input, { blank: false });
    const { http, provider } = this[CONTEXT];
    const call = http.begin(options);
    // A 2021 server would create an offering user for each call that finds none.
    const key = `${request.offeringUuid} ${request.userUuid}`;
    const wait: Wait = (before) => withinCall(call, http.clock.now(), LOOKING, before);
    return this.#queue.run(key, wait, () => ensureOfferingUser(provider, request, this[CONTEXT], call));
  }
}

const LOOKING = {
  operation: "offering_users_list",
  method: "GET",
  path: "/api/marketplace-offering-users/",
};

/** A blank username means "none yet", and would take away the one that an offering user has. */
function requestOf(input: OfferingUserInput, limits: { readonly blank: boolean }): OfferingUserRequest {
  requireObject(input, "input");
  requireKeys(input, { offering: true, user: true, username: true }, "input");
  const { offering, user, username } = input;
  return {
    offeringUuid: uuidOfReference(offering, "offering"),
    userUuid: uuidOfReference(user, "user"),
    username: username === undefined ? undefined : userName(username, limits),
  };
}
