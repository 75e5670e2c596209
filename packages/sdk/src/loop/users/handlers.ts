import { isText } from "../../values/arguments.ts";
import { isFilled, namedAs, wrongAnswer } from "../answers.ts";
import { type Answer, type HandlerContext, ShownToUsers } from "../handlers.ts";

/** A user at an offering, as handlers get them. */
export interface UserAtOffering {
  readonly user_uuid: string;
  /** Uuid of the offering user, which has none on a 2021 server. */
  readonly uuid?: string;
  /** The user name they have at Puhuri; `""` if none yet. */
  readonly username: string;
  /** The state of the offering user, on 8.x servers. */
  readonly state?: string;
  /** Their federated id. This and the next two are missing if an offering of an 8.x server may not see them. */
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
 * Each handler is called again until Puhuri knows that its work is done, even after a crash or a failure. So it has to
 * find what is there already. An error that it throws changes nothing at Puhuri, and the next pass calls it again. Only an
 * `OfferingUserFailed` is shown to the user. Either may return `"wait"`: the work has begun, call me again in the next
 * pass.
 */
export interface OfferingUserHandlers {
  /**
   * Gives the user a login, or finds the one it created earlier for this `idempotencyKey`, and returns its user name.
   * If the user has to link or validate something first, it returns a `PendingUser` instead, and each pass calls it again
   * until they have.
   */
  create(
    user: UserAtOffering,
    context: HandlerContext,
  ): Answer<{ readonly username: string } | PendingUser | "wait">;
  /**
   * Takes the login away, and succeeds if it is gone already, or was never there. Without this handler, users who leave
   * keep their logins. A user without a `username` may still have a login: look for their `idempotencyKey`.
   */
  remove?(user: UserAtOffering, context: HandlerContext): unknown;
}

/**
 * Throw it in a handler if the work cannot be done, for good. On 8.x servers the user reads the message.
 *
 * The offering user becomes Error creating, or Error deleting: later passes leave it alone until you set another state.
 *
 * @example
 * throw new OfferingUserFailed("Your organization has no contract with us. Write to support@hpc.example.");
 */
export class OfferingUserFailed extends ShownToUsers {
  override readonly name = "OfferingUserFailed";
}

const PENDING = ["Pending account linking", "Pending additional validation"] as const;

const MAX_USERNAME = 100;

/** @throws {InvalidArgumentError} `create` returned something else. */
export function checkLogin(answer: unknown): { readonly username: string } | PendingUser {
  const keys = ["state", "username", "comment", "commentUrl"] as const;
  const { state, username, comment, commentUrl } = namedAs("create", answer, keys);
  const pending = PENDING.find((known) => known === state);
  if (pending !== undefined && username === undefined && isTextIfAny(comment) && isTextIfAny(commentUrl)) {
    return { state: pending, comment, commentUrl };
  }
  if (state === undefined && isFilled(username, MAX_USERNAME)) return { username: username.trim() };
  throw wrongAnswer(
    "create",
    `an object with a username, which is text of 1 to ${MAX_USERNAME} characters; or one with a state, which is one of ${PENDING.join(", ")}, and perhaps comment and commentUrl, which are strings; or "wait".`,
  );
}

function isTextIfAny(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}
