import type { OfferingUserTarget } from "../../users/set-offering-user-state.ts";
import { isText } from "../../values/arguments.ts";
import {
  type Answer,
  type HandlerContext,
  isFilled,
  namedAs,
  ToldToUsers,
  wrongAnswer,
} from "../handlers.ts";

/** A user at an offering, as handlers get them. */
export interface UserAtOffering {
  readonly user_uuid: string;
  /** Uuid of the offering user; a 2021 server gives it none. */
  readonly uuid?: string;
  /** The user name they have at Puhuri; `""` if none yet. */
  readonly username: string;
  /** How far the offering user is, on 8.x servers. */
  readonly state?: string;
  /** Their federated id. This and the next two are missing where an offering of an 8.x server is not told them. */
  readonly user_username?: string;
  readonly user_full_name?: string;
  readonly user_email?: string;
}

/** A user who has to do something before they can have a user name. */
export interface PendingUser {
  readonly state: "Pending account linking" | "Pending additional validation";
  /** What they have to do; the user reads it. */
  readonly comment?: string | undefined;
  /** Where they can do it. */
  readonly commentUrl?: string | undefined;
}

/**
 * What a provider does for users on their own side.
 *
 * Each is called again until Puhuri knows that it is done, after a crash or a failure too: so each finds out what is there
 * already. What one throws changes nothing at Puhuri, and the next pass calls it again; only an `OfferingUserFailed` is told
 * to the user. Either may return `"wait"`: it has begun and is not finished, ask again in the next pass.
 */
export interface OfferingUserHandlers {
  /**
   * Gives the user a login, or finds the one that was made for this `idempotencyKey` before, and returns its user name. It is
   * asked in each pass until then: so whoever has to link or validate something is answered with that, until they have.
   */
  create(
    user: UserAtOffering,
    context: HandlerContext,
  ): Answer<{ readonly username: string } | PendingUser | "wait">;
  /**
   * Takes the login away; what is gone already, or was never there, is a success. Without it, logins of those who left stay.
   * A user without a `username` may have a login all the same: look for their `idempotencyKey`.
   */
  remove?(user: UserAtOffering, context: HandlerContext): unknown;
}

/**
 * Thrown by a handler to say for good that it cannot be done: the message is for the user to read, on 8.x servers.
 *
 * The offering user ends as Error creating, or as Error deleting: later passes leave it alone until you set another state.
 *
 * @example
 * throw new OfferingUserFailed("Your organization has no contract with us. Write to support@hpc.example.");
 */
export class OfferingUserFailed extends ToldToUsers {
  override readonly name = "OfferingUserFailed";
}

const PENDING: readonly unknown[] = [
  "Pending account linking",
  "Pending additional validation",
] satisfies OfferingUserTarget[];

const MAX_USERNAME = 100;

/** @throws {InvalidArgumentError} A handler returned something else than what `create` may. */
export function checkAnswer(answer: unknown): { readonly username: string } | PendingUser {
  const { state, username, comment, commentUrl } = namedAs("create", answer, [
    "state",
    "username",
    "comment",
    "commentUrl",
  ]);
  if (isPending(state) && username === undefined && isTextIfAny(comment) && isTextIfAny(commentUrl)) {
    return { state, comment, commentUrl };
  }
  if (state === undefined && isFilled(username) && [...username].length <= MAX_USERNAME) {
    return { username: username.trim() };
  }
  throw wrongAnswer(
    "create",
    `an object with a username, which is text of 1 to ${MAX_USERNAME} characters; or one with a state, which is one of ${PENDING.join(", ")}, and perhaps comment and commentUrl, which are texts; or "wait".`,
  );
}

function isTextIfAny(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}

function isPending(state: unknown): state is PendingUser["state"] {
  return PENDING.includes(state);
}
