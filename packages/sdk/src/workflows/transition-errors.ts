import type { OrderStanding, Situation, StepMove, TargetState } from "../dialects/transitions.ts";
import { InvalidTransitionError } from "../errors.ts";

// Why an allocation does not come to the state it is to be brought to, although nothing failed.

const THWARTED: readonly string[] = ["erred", "rejected", "canceled"];

/** An order that failed, or that somebody refused, is not simply ordered again or gone over. */
export function thwartedBy(
  order: OrderStanding | undefined,
  { resource }: Situation,
  to: TargetState,
): InvalidTransitionError | undefined {
  if (order === undefined || !THWARTED.includes(order.state)) return undefined;
  return new InvalidTransitionError(
    `Its ${order.type} order was ${order.state} meanwhile, by the server or by somebody else: see orders.get("${order.uuid}").`,
    { from: resource.state, to },
  );
}

/** @param times - How often the step was taken, and accepted. */
export function nothingShows(
  { step, order }: StepMove,
  { resource }: Situation,
  to: TargetState,
  times: number,
): InvalidTransitionError {
  const standing = order === undefined ? "" : `, and its ${order.type} order ${order.state}`;
  return new InvalidTransitionError(
    `The server accepted this step (${step}) ${times} times, but shows nothing of it: the resource is still ${resource.state}` +
      `${standing}. A mock does so, which keeps nothing; else look again later.`,
    { from: resource.state, to },
  );
}

export function keptChanging({ resource }: Situation, to: TargetState): InvalidTransitionError {
  return new InvalidTransitionError(
    "The resource kept changing while its state was being set. Somebody else may be acting on it: look before trying again.",
    { from: resource.state, to },
  );
}
