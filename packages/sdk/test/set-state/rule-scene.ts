import { InvalidArgumentError, type PuhuriError } from "../../src/index.ts";
import type { Facts, Move, OrderStanding, Situation, Step, TargetState } from "../../src/servers/states.ts";
import { nextMove } from "../../src/set-state/rules.ts";

export const SLURM = "Marketplace.Slurm";
export const BASIC = "Marketplace.Basic";
export const SUPPORT = "Support.OfferingTemplate";
export const BOOKING = "Marketplace.Booking";

export interface Circumstances {
  readonly type?: string;
  readonly onPending?: "approve" | "reject";
  /** Default true: 8.x. */
  readonly setsStates?: boolean;
  /** Each with an error as its refusal, whose message is the step. */
  readonly ruledOut?: readonly Step[];
  /** Whether the server's worker may still be at its executing order. */
  readonly isWithWorker?: boolean;
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
  const { type = SLURM, onPending, setsStates = true, ruledOut = [], isWithWorker = false, last } = facts;
  const situation: Situation = {
    resource: { uuid: "r", name: "r", state, backend_id: "" },
    offeringType: type,
    setsStates,
    orders: orders.map((words, i) => ({ ...standing(words, i), isWithWorker })),
  };
  const given: Facts = {
    ruledOut: new Map(ruledOut.map((step) => [step, refusal(step)])),
    ...(last === undefined ? {} : { last: { kind: "step", step: last } }),
  };
  return nextMove(target, { ...situation, ...given, onPending });
}

export function refusal(step: Step): PuhuriError {
  return new InvalidArgumentError(step, step);
}

function standing(words: string, i: number): OrderStanding {
  const [type = "", state = ""] = words.split(" ");
  return { uuid: `${i}`, type, state, isWithWorker: false, isLinked: false };
}
