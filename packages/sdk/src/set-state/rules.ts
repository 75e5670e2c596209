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
  return offeringType === SLURM;
}

/** So long after its approval no queue of tasks holds an order back any more: what has not begun by then was lost. */
export const LOST_AFTER_MS = 24 * 3_600_000;

/** The same on 8.x servers: what a worker undoes that is later still a provider can set right there. */
const LOST_SOON_AFTER_MS = 60_000;

const SLURM = "Marketplace.Slurm";

/** 8.x servers know of a day on which an order is to begin. */
const isOf2024 = ({ startDate }: OrderStanding) => startDate === undefined;

/** Offerings whose orders the server hands over, and leaves it to their provider to say how they ended. */
const LEFT_TO_THE_PROVIDER: readonly string[] = [SLURM, "Support.OfferingTemplate"];

export function isLeftToTheProvider(offeringType: string): boolean {
  return LEFT_TO_THE_PROVIDER.includes(offeringType);
}

/**
 * Whether a worker of the server may still be about to begin or to end this executing order. It saves whole rows, and
 * undoes what came before: a termination that was completed before it had begun ends as Terminating, for good.
 */
function isServersTurn(order: OrderStanding, { resource, offeringType }: Situation): boolean {
  if (order.unchangedForMs >= LOST_AFTER_MS) return false;
  // Basic offerings: the server finishes the order. Types we do not know: it may.
  if (!isLeftToTheProvider(offeringType)) return true;
  switch (order.type) {
    case "Create":
      // 8.x servers link nothing.
      return offeringType === SLURM && !order.isLinked && isOf2024(order);
    case "Terminate":
      // What is erred keeps its state on 8.x servers.
      if (resource.state === "Erred" && !isOf2024(order)) return order.unchangedForMs < LOST_SOON_AFTER_MS;
      return resource.state === "OK" || resource.state === "Erred";
    default:
      return order.type === "Update" && resource.state === "OK";
  }
}

/** An executing order is not closed before the server's worker has been at it. */
export function waitForWorker(order: OrderStanding, situation: Situation): Move | undefined {
  return isServersTurn(order, situation) ? { kind: "wait", order } : undefined;
}

/** Completes an executing order, or leaves it to the server where the server does that. */
export function complete(order: OrderStanding, situation: Situation, facts: CurrentFacts): Move {
  const wait = waitForWorker(order, situation);
  if (wait !== undefined) return wait;
  const { ruledOut } = facts;
  if (ruledOut.has("complete")) return refused(cannotComplete(order, ruledOut.get("complete")));
  return confirmation(order, situation, facts) ?? take("complete", order);
}

/** Approves an order; a change only where the server knows that its allocation is there, or it fails as it is approved. */
export function approve(order: OrderStanding, situation: Situation, facts: MoveFacts): Move {
  const confirm = order.type === "Update" ? confirmation(order, situation, facts) : undefined;
  return confirm ?? take("approve", order);
}

/**
 * On Slurm offerings of 2024-10 the server has to be told that an allocation is there, or its next change of limits comes back
 * erred. Told before the order is closed: whoever stops in between finds it still open.
 */
function confirmation(
  order: OrderStanding,
  { offeringType }: Situation,
  { ruledOut, last }: MoveFacts,
): Move | undefined {
  const { type } = order;
  if (offeringType !== SLURM || !isOf2024(order) || (type !== "Create" && type !== "Update"))
    return undefined;
  const isTold = ruledOut.has("confirm") || (last?.kind === "step" && last.step === "confirm");
  return isTold ? undefined : take("confirm");
}

/**
 * The done order that a late worker has begun once more, which leaves the allocation under way for good. Failing it sets
 * a termination back to OK, and a change to Erred; the order stays done.
 */
export function begunOnceMore({ resource, offeringType, orders }: Situation): OrderStanding | undefined {
  const [last] = orders;
  const isStuck =
    (resource.state === "Terminating" && last?.type === "Terminate") ||
    (resource.state === "Updating" && last?.type === "Update");
  return isStuck && last?.state === "done" && canFailOrders(offeringType) ? last : undefined;
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
