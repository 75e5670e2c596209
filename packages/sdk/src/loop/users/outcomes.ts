import type { Counts } from "../../bulk/outcomes.ts";
import type { OfferingUserFailed, UserAtOffering } from "./handlers.ts";

/** What a pass did with a user, in this order. */
export type OfferingUserStep =
  | "request"
  | "begin"
  | "create"
  | "tell-user"
  | "set-username"
  | "set-ok"
  | "begin-deleting"
  | "remove"
  | "set-deleted"
  | "delete"
  | "mark-erred";

/** How it ended with a user. */
export type UserEnding =
  /** They have their login, or have lost it, and Puhuri knows. */
  | { readonly outcome: "done" }
  /** A handler wants to be asked again in the next pass, or the user has to do something first. */
  | { readonly outcome: "waiting" }
  /** Nothing to do: there is no handler for it, or somebody has dealt with it meanwhile. */
  | { readonly outcome: "skipped"; readonly reason: string }
  /** A handler gave it up, and the user can read why. */
  | { readonly outcome: "erred"; readonly error: OfferingUserFailed }
  /**
   * `deferred`: Puhuri failed for now; the next pass goes on from here. `failed`: a handler threw, or something is wrong
   * that somebody has to look at; the next pass tries again.
   */
  | {
      readonly outcome: "deferred" | "failed";
      readonly error: unknown;
      /** Why `error`, which is an `OfferingUserFailed` then, could not be told to Puhuri. */
      readonly notMarked?: unknown;
    };

/** What became of a user in one pass. */
export type OfferingUserOutcome = UserEnding & {
  /** What was wanted. */
  readonly kind: "create" | "remove";
  /** As they were read last. */
  readonly user: UserAtOffering;
  /** What was done, or in a dry run would be. */
  readonly steps: readonly OfferingUserStep[];
  readonly dryRun: boolean;
};

/** Every outcome there is. */
export const noUserOutcomes: Counts<OfferingUserOutcome> = {
  done: 0,
  waiting: 0,
  skipped: 0,
  erred: 0,
  deferred: 0,
  failed: 0,
};
