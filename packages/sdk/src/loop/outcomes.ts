import type { Counts } from "../bulk/outcomes.ts";
import { isPuhuriError } from "../errors.ts";
import type { ResourceSummary } from "../servers/states.ts";
import type { WorkKind } from "../servers/waiting.ts";
import { mayPass } from "../set-state/poller.ts";
import type { AllocationFailed } from "./handlers.ts";

/** What a pass did with an allocation, in this order. */
export type AllocationStep =
  | "approve"
  | "reject"
  | "create"
  | "set-backend-id"
  | "submit-report"
  | "update"
  | "terminate"
  | "complete"
  | "mark-erred";

interface Processed {
  /** What was wanted; undefined for an order of a type this sdk does not know. */
  readonly kind: WorkKind | undefined;
  /** The allocation as it was read last. */
  readonly resource: ResourceSummary;
  readonly orderUuid?: string;
  /** What was done, or in a dry run would be. */
  readonly steps: readonly AllocationStep[];
  readonly dryRun: boolean;
}

/** It is as it was ordered, and Puhuri knows. */
export interface DoneAllocation extends Processed {
  readonly outcome: "done";
}

/** `decide` refused it, or a handler did before its order was approved. */
export interface RejectedAllocation extends Processed {
  readonly outcome: "rejected";
}

/** A handler wants to be asked again in the next pass, or its time has not come. */
export interface WaitingAllocation extends Processed {
  readonly outcome: "waiting";
  /** The date from which on it is to be carried out, as the server has it. */
  readonly until?: string;
}

/** Nothing to do: there is no handler for it, or somebody has dealt with it meanwhile. */
export interface SkippedAllocation extends Processed {
  readonly outcome: "skipped";
  readonly reason: string;
}

/** A handler gave it up, and Puhuri's users can read why. */
export interface ErredAllocation extends Processed {
  readonly outcome: "erred";
  readonly error: AllocationFailed;
}

/** How long an allocation has been failing: within a watch, for nothing is remembered elsewhere. */
interface Failing extends Processed {
  readonly error: unknown;
  /** How many passes in a row it has failed in, this one included. */
  readonly failures: number;
  readonly failingSince: Date;
  /** Why `error`, which is an `AllocationFailed` then, could not be told to Puhuri. */
  readonly notMarked?: unknown;
}

/** Puhuri failed for now, or its own worker has not got to it; the next pass goes on from here. */
export interface DeferredAllocation extends Failing {
  readonly outcome: "deferred";
}

/** A handler failed, or something is wrong that somebody has to look at. The next pass tries again. */
export interface FailedAllocation extends Failing {
  readonly outcome: "failed";
}

/** What became of an allocation in one pass. */
export type AllocationOutcome =
  | DoneAllocation
  | RejectedAllocation
  | WaitingAllocation
  | SkippedAllocation
  | ErredAllocation
  | DeferredAllocation
  | FailedAllocation;

/** The part of an outcome that tells how it ended. */
export type Ending = EndingOf<AllocationOutcome>;
type EndingOf<Outcome> = Outcome extends unknown
  ? Omit<Outcome, keyof Processed | "failures" | "failingSince">
  : never;

/** Every outcome there is. */
export const noOutcomes: Counts<AllocationOutcome> = {
  done: 0,
  rejected: 0,
  waiting: 0,
  skipped: 0,
  erred: 0,
  deferred: 0,
  failed: 0,
};

/** How work that threw has ended. What was broken off says nothing of what it was about: that is thrown. */
export function failureOf(error: unknown, signal: AbortSignal) {
  if (signal.aborted) throw error;
  return { outcome: mayPassByItself(error) ? "deferred" : "failed", error } as const;
}

/** Tells users what a handler has said for good, if that can be told. */
export async function giveUp<Failure, Told>(
  error: Failure,
  signal: AbortSignal,
  tell: (error: Failure) => Promise<Told>,
) {
  try {
    return await tell(error);
  } catch (notMarked) {
    return { ...failureOf(notMarked, signal), error, notMarked };
  }
}

/** Whether the same may well succeed in the next pass: the server, or the way to it, was in trouble. */
export function mayPassByItself(error: unknown): boolean {
  return partsOf(error).some(mayPass);
}

/** An error and what it was made of, for handlers wrap what they catch. What one of the sdk was made of is in its code. */
function partsOf(error: unknown): readonly unknown[] {
  const parts = new Set([error]);
  for (const part of parts) {
    if (typeof part !== "object" || part === null || isPuhuriError(part)) continue;
    if ("cause" in part) parts.add(part.cause);
    // As `Promise.any` throws them.
    if ("errors" in part && Array.isArray(part.errors)) for (const error of part.errors) parts.add(error);
  }
  return [...parts];
}
