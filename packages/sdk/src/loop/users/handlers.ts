import { InvalidArgumentError } from "../../errors.ts";
import type { OfferingUserTarget } from "../../users/set-account-state.ts";
import { accountName } from "../../values/account-name.ts";
import { requireText } from "../../values/arguments.ts";
import { type Answer, messageToUsers } from "../handlers.ts";

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
  const { state, username, comment, commentUrl }: Record<string, unknown> = Object(answer);
  if (isPending(state)) {
    if (comment !== undefined) requireText(comment, "create().comment");
    if (commentUrl !== undefined) requireText(commentUrl, "create().commentUrl");
    return { state, comment, commentUrl };
  }
  if (typeof username === "string") return { username: accountName(username, { blank: false }) };
  throw new InvalidArgumentError(
    "create().username",
    `create() must return an object with a username, or with a state, which is one of ${PENDING.join(", ")}; or "wait". ` +
      "What it has returned was not told to Puhuri; the next pass calls it again.",
  );
}

function isPending(state: unknown): state is PendingUser["state"] {
  return PENDING.includes(state);
}
