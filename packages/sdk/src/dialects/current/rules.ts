import { NotFoundError, type PuhuriError } from "../../errors.ts";
import {
  type Move,
  type MoveFacts,
  type OrderStanding,
  refused,
  type Situation,
  type Step,
} from "../transitions.ts";
import { isServersTurn } from "./order-states.ts";
import { noWayToErred } from "./refusals.ts";

/** What the rules of current servers go by. */
export interface CurrentFacts extends MoveFacts {
  /** Whether this server lets a provider set states (8.x) or not (2024-10); undefined until it was tried. */
  readonly setsStates: boolean | undefined;
}

export type Rule = (situation: Situation, facts: CurrentFacts) => Move;

export function take(step: Step, order?: OrderStanding): Move {
  return order === undefined ? { kind: "step", step } : { kind: "step", step, order };
}

/** Completes an executing order, or leaves it to the server where the server does that. */
export function complete(order: OrderStanding, situation: Situation, facts: CurrentFacts): Move {
  if (facts.ruledOut.has("complete") || isStillServersTurn(order, situation, facts)) {
    return { kind: "wait", order };
  }
  return take("complete", order);
}

export function isStillServersTurn(
  order: OrderStanding,
  { resource, offeringType }: Situation,
  facts: CurrentFacts,
): boolean {
  return isServersTurn(order, resource.state, offeringType, facts.executingForMs(order));
}

/** The refusal of a step that this server does have: something else answered in its place, and may not the next time. */
export function outOfReach({ setsStates, ruledOut }: CurrentFacts, step: Step): PuhuriError | undefined {
  const refusal = ruledOut.get(step);
  return setsStates === true && refusal instanceof NotFoundError ? refusal : undefined;
}

/** Marks the resource itself, whatever its orders. */
export function setAsErred(facts: CurrentFacts): Move {
  const { ruledOut } = facts;
  if (!ruledOut.has("set-as-erred")) return take("set-as-erred");
  return refused(outOfReach(facts, "set-as-erred") ?? noWayToErred(ruledOut.get("set-as-erred")));
}
