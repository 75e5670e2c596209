import type { Counts } from "../bulk/outcomes.ts";
import type { ResourceSummary } from "../dialects/states.ts";
import type { WorkKind } from "../dialects/waiting.ts";

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

/** `decide` refused it. */
export interface RejectedAllocation extends Processed {
  readonly outcome: "rejected";
}

/** A handler wants to be asked again in the next pass. */
export interface WaitingAllocation extends Processed {
  readonly outcome: "waiting";
}

/** Nothing to do: there is no handler for it, or somebody has dealt with it meanwhile. */
export interface SkippedAllocation extends Processed {
  readonly outcome: "skipped";
  readonly reason: string;
}

/** A handler failed, and Puhuri's users can see that it did. */
export interface ErredAllocation extends Processed {
  readonly outcome: "erred";
  /** What the handler threw. */
  readonly error: unknown;
}

/** The API failed for now; the next pass goes on from here. */
export interface DeferredAllocation extends Processed {
  readonly outcome: "deferred";
  readonly error: unknown;
  /** Why a handler's failure, which `error` is then, could not be told to Puhuri. */
  readonly notMarked?: unknown;
}

/** It needs somebody to look at it; until then the next passes will fail likewise. */
export interface FailedAllocation extends Processed {
  readonly outcome: "failed";
  readonly error: unknown;
  /** Why a handler's failure, which `error` is then, could not be told to Puhuri. */
  readonly notMarked?: unknown;
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
type EndingOf<Outcome> = Outcome extends unknown ? Omit<Outcome, keyof Processed> : never;

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
