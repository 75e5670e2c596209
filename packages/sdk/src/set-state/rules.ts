import { NotFoundError, type PuhuriError } from "../errors.ts";
import {
  type Move,
  type MoveFacts,
  type OrderStanding,
  type OrderSummary,
  refused,
  type Situation,
  type Step,
} from "../servers/states.ts";
import { LEFT_TO_THE_PROVIDER } from "../set-state/order-states.ts";
import { cannotComplete, noWayToErred } from "./refusals.ts";

/** What the rules of current servers go by. */
export interface CurrentFacts extends MoveFacts {
  /** Whether this server lets a provider set states (8.x) or not (2024-10); undefined until it was tried. */
  readonly setsStates: boolean | undefined;
}

export type Rule = (situation: Situation, facts: CurrentFacts) => Move;

export function take(step: Step, order?: OrderStanding): Move {
  return order === undefined ? { kind: "step", step } : { kind: "step", step, order };
}

const CLOSED: readonly string[] = ["done", "erred", "canceled", "rejected"];

/** The open order, of which the server allows one; of several, the one a provider can act on. A state we do not know counts as open. */
export function openOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const open = orders.filter(({ state }) => !CLOSED.includes(state));
  return open.find((order) => !waitsForOthers(order)) ?? open[0];
}

/** Whether somebody else must agree before a provider can do anything with an open order. */
export function waitsForOthers({ state }: OrderSummary): boolean {
  return state !== "pending-provider" && state !== "executing";
}

/** Orders that came to nothing: whatever was before them still holds. */
function cameToNothing({ type, state }: OrderSummary): boolean {
  return state === "rejected" || state === "canceled" || (type === "Terminate" && state === "erred");
}

/**
 * The failed order that can run again and then ends in OK: only if nothing was carried out after it, for what it
 * ordered is out of date else.
 */
export function reopenableOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const last = orders.find((order) => !cameToNothing(order));
  return last?.state === "erred" ? last : undefined;
}

/** Whether a provider may fail orders on every generation; on other types 2024-10 refuses it. */
export function canFailOrders(offeringType: string): boolean {
  return offeringType === "Marketplace.Slurm";
}

/** So long after its approval no queue of tasks holds an order still back: what has not begun by then was lost. */
export const LOST_AFTER_MS = 24 * 3_600_000;

/**
 * Whether a worker of the server may still be about to change the resource for this executing order. A step taken
 * then is undone by the worker: a termination that was completed at once ends as Terminating, for good.
 */
export function isServersTurn(order: OrderStanding, { resource, offeringType }: Situation): boolean {
  if (order.unchangedForMs >= LOST_AFTER_MS) return false;
  // Basic offerings: the server finishes the order. Types we do not know: it may.
  if (!LEFT_TO_THE_PROVIDER.includes(offeringType)) return true;
  // It begins by moving the resource, and leaves the rest to the provider. A creation shows no such beginning.
  if (order.type === "Terminate") return resource.state === "OK" || resource.state === "Erred";
  return order.type === "Update" && resource.state === "OK";
}

/** The same as far as an order alone tells: whether its resource has to be looked at before the order is closed. */
export function mayBeServersTurn(step: Step, order: OrderStanding, offeringType: string): boolean {
  if (order.state !== "executing") return false;
  // The server says so itself where orders cannot be failed.
  if (step === "fail" && !LEFT_TO_THE_PROVIDER.includes(offeringType)) return false;
  const resource = { uuid: "", name: "", state: "OK", backend_id: "" };
  return isServersTurn(order, { resource, offeringType, orders: [] });
}

/** Completes an executing order, or leaves it to the server where the server does that. */
export function complete(order: OrderStanding, situation: Situation, { ruledOut }: CurrentFacts): Move {
  if (isServersTurn(order, situation)) return { kind: "wait", order };
  return ruledOut.has("complete")
    ? refused(cannotComplete(order, ruledOut.get("complete")))
    : take("complete", order);
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
