import type { Move, OrderStanding, Situation, Step, TargetState } from "../../src/servers/states.ts";
import { nextToErred, nextToOk, nextToTerminated } from "../../src/set-state/next-step.ts";
import type { CurrentFacts } from "../../src/set-state/rules.ts";

export const SLURM = "Marketplace.Slurm";
export const BASIC = "Marketplace.Basic";
export const SUPPORT = "Support.OfferingTemplate";
export const BOOKING = "Marketplace.Booking";

const NEXT = { OK: nextToOk, Erred: nextToErred, Terminated: nextToTerminated };

export interface Circumstances {
  readonly type?: string;
  readonly onPending?: "approve" | "reject";
  readonly setsStates?: boolean | undefined;
  /** Each with an error as its refusal, whose message is the step. */
  readonly ruledOut?: readonly Step[];
  /** How long its executing order has been so. */
  readonly forMs?: number;
  /** Default 8.x. */
  readonly release?: "2024-10" | "8.x";
  /** Whether the worker has linked the allocation. */
  readonly isLinked?: boolean;
  /** The step that was taken before. */
  readonly last?: Step;
}

/** The next move on a current server for an allocation in that state, with orders such as `Create executing`. */
export function moveTo(
  target: TargetState,
  state: string,
  orders: readonly string[],
  facts: Circumstances = {},
): Move {
  const {
    type = SLURM,
    onPending,
    setsStates,
    ruledOut = [],
    release = "8.x",
    isLinked = false,
    last,
  } = facts;
  const { forMs: unchangedForMs = Number.POSITIVE_INFINITY } = facts;
  const situation: Situation = {
    resource: { uuid: "r", name: "r", state, backend_id: "" },
    offeringType: type,
    orders: orders.map((words, i) => ({
      ...standing(words, i),
      unchangedForMs,
      isLinked,
      startDate: release === "8.x" ? null : undefined,
    })),
  };
  const given: CurrentFacts = {
    wishes: { message: "", traceback: "", onPending },
    ruledOut: new Map(ruledOut.map((step) => [step, new Error(step)])),
    setsStates,
    ...(last === undefined ? {} : { last: { kind: "step", step: last } }),
  };
  return NEXT[target](situation, given);
}

function standing(words: string, i: number): OrderStanding {
  const [type = "", state = ""] = words.split(" ");
  return { uuid: `${i}`, type, state, unchangedForMs: 0, isLinked: false, startDate: undefined };
}
