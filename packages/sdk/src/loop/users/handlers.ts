import type { OfferingUserTarget } from "../../users/set-offering-user-state.ts";
import { isText } from "../../values/arguments.ts";
import { type Answer, messageToUsers, wrongAnswer } from "../handlers.ts";

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

/** What handlers may need besides the user. */
export interface OfferingUserContext {
  /**
   * The same for every attempt at this user, at all offerings, and for no other user: their uuid. Whatever is created
   * under it, at the cluster or in a directory, is found again after a crash.
   */
  readonly idempotencyKey: string;
  /** Aborted when the pass is stopped, which waits for you: finish soon, or throw; then the next pass goes on from here. */
  readonly signal: AbortSignal;
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
 * What a provider does for users at their own side.
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
    context: OfferingUserContext,
  ): Answer<{ readonly username: string } | PendingUser | "wait">;
  /**
   * Takes the login away; what is gone already, or was never there, is a success. Without it, logins of those who left stay.
   * A user without a `username` may have a login all the same: look for their `idempotencyKey`.
   */
  remove?(user: UserAtOffering, context: OfferingUserContext): unknown;
}

/**
 * Thrown by a handler to say for good that it cannot be done: the message is for the user to read, on 8.x servers.
 *
 * The offering user ends as Error creating, or as Error deleting: later passes leave it alone until you set another state.
 *
 * @example
 * throw new OfferingUserFailed("Your organization has no contract with us. Write to support@hpc.example.");
 */
export class OfferingUserFailed extends Error {
  override readonly name = "OfferingUserFailed";

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(messageToUsers(message), options);
  }
}

const PENDING: readonly unknown[] = [
  "Pending account linking",
  "Pending additional validation",
] satisfies OfferingUserTarget[];

/** @throws {InvalidArgumentError} A handler returned something else than what `create` may. */
export function checkAnswer(answer: unknown): { readonly username: string } | PendingUser {
  const { state, username, comment, commentUrl, ...others }: Record<string, unknown> = Object(answer);
  if (isPending(state)) {
    // Else users would never read what was only misnamed.
    const isPlain = username === undefined && Object.keys(others).length === 0;
    if (isPlain && isTextIfAny(comment) && isTextIfAny(commentUrl)) return { state, comment, commentUrl };
    throw wrongAnswer(
      "create",
      "besides a state only a comment and a commentUrl, which are texts.",
      ".state",
    );
  }
  if (isText(username) && username.trim() !== "" && [...username].length <= MAX_USERNAME) {
    return { username: username.trim() };
  }
  throw wrongAnswer(
    "create",
    `an object with a username, which is text of 1 to ${MAX_USERNAME} characters, or with a state, which is one of ${PENDING.join(", ")}; or "wait".`,
    ".username",
  );
}

const MAX_USERNAME = 100;

function isTextIfAny(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}

function isPending(state: unknown): state is PendingUser["state"] {
  return PENDING.includes(state);
}
