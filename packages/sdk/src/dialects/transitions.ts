import type { PuhuriError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** Where a provider can bring an allocation. */
export type TargetState = "ok" | "erred" | "terminated";

/** What the sdk needs to know of an allocation to move it: columns that cost the server next to nothing. */
export interface ResourceSummary {
  readonly uuid: string;
  readonly name: string;
  readonly state: string;
  readonly backend_id: string;
}

/** The order that moves a resource, on servers that have orders. */
export interface OrderSummary {
  readonly uuid: string;
  readonly type: string;
  readonly state: string;
}

/** Where an allocation stands. */
export interface Situation {
  readonly resource: ResourceSummary;
  /** The open order; without one, the one that failed last, which some servers let a provider reopen. */
  readonly order?: OrderSummary;
}

/** What the caller wants to be told or asked on the way. */
export interface TransitionWishes {
  readonly message: string;
  readonly traceback: string;
  readonly onPending: "approve" | "reject" | undefined;
}

/** The next thing to do on the way to the target. */
export type Move =
  /** It is as wanted. */
  | { readonly kind: "reached" }
  /** There is no way on from here, or the caller must choose it. */
  | { readonly kind: "refused"; readonly error: PuhuriError }
  /** Sends one request. Resolves with the new situation where the answer makes it certain, else it must be read. */
  | {
      readonly kind: "act";
      act(call: Call): Promise<Situation | undefined>;
      /** The caller chose this end: what it leads to is the result, whatever the target was. */
      readonly last?: boolean;
    };

/** How one generation of server moves an allocation from state to state: rules as data, no loop, no retry. */
export interface Transitions {
  read(resourceUuid: string, call: Call): Promise<Situation>;
  next(situation: Situation, target: TargetState, wishes: TransitionWishes): Move;
}

export const reached: Move = { kind: "reached" };

export function refused(error: PuhuriError): Move {
  return { kind: "refused", error };
}

/** The same situation with the resource in another state and no open order. */
export function inState(situation: Situation, state: string): Situation {
  return { resource: { ...situation.resource, state } };
}
