import { ApiError, InvalidTransitionError, UnsupportedByServerError } from "../errors.ts";
import type { OrderStanding, OrderSummary, Situation, StepMove, TargetState } from "../servers/states.ts";

// What cannot be done, why, and what can be done instead. First what will not change by waiting, then what this server cannot do.

export function waitsForOthersFirst(
  { state, startDate }: OrderStanding,
  from: string,
  to: TargetState,
): InvalidTransitionError {
  const day = startDate ? `, ${startDate}` : "";
  const why =
    state === "pending-start-date"
      ? `Its order waits for its start date${day}: the server goes on with the order then.`
      : state === "pending-project"
        ? "Its order waits for its project to begin: the server goes on with the order then."
        : "Its order still waits for the customer's consent, and a provider cannot act on it before that.";
  const facts = { from, to, waitsFor: state, ...(startDate ? { startDate } : {}) };
  return new InvalidTransitionError(`${why} Try again later.`, facts);
}

export function terminatedIsFinal(): InvalidTransitionError {
  const facts = { from: "Terminated", to: "OK" };
  return new InvalidTransitionError(
    "A Terminated allocation cannot be brought back. Have it ordered again.",
    facts,
  );
}

export function mustChoose(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    'Its order still waits for your review. Choose: onPending: "approve" accepts the order and then marks it as erred, which ' +
      'can still be repaired; onPending: "reject" rejects it for good (a new allocation then ends as Terminated).',
    { from, to: "Erred", choices: ["approve", "reject"] },
  );
}

export function endsFirst(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    'The termination of the allocation was ordered. First either finish that (setState "Terminated") or reject it (setState "OK").',
    { from, to: "Erred" },
  );
}

export function notBegun(): InvalidTransitionError {
  return new InvalidTransitionError(
    "The termination of the allocation was approved a day ago and the server has lost it: a provider can only finish it now " +
      '(setState "Terminated").',
    { from: "OK", to: "OK" },
  );
}

export function cannotMoveOrder(
  { type, state: from }: OrderSummary,
  done: string,
  to: string,
  instead = "",
): InvalidTransitionError {
  const why = `This ${type} order is ${from}, so it cannot be ${done}.`;
  return new InvalidTransitionError(`${why} ${instead}`.trim(), { from, to });
}

const THWARTED: readonly string[] = ["erred", "rejected", "canceled"];

/** An order that failed, or that somebody refused, is not simply ordered again or gone over. */
export function thwartedBy(
  order: OrderStanding | undefined,
  { resource }: Situation,
  to: string,
): InvalidTransitionError | undefined {
  if (order === undefined || !THWARTED.includes(order.state)) return undefined;
  return new InvalidTransitionError(
    `Its ${order.type} order was ${order.state} in the meantime, by the server or by somebody else: see orders.get("${order.uuid}").`,
    { from: resource.state, to },
  );
}

export function stillToCome({ type, state }: OrderSummary): string {
  return `The server has not yet got to the ${type} order, which is ${state}, but it will: call again to keep waiting.`;
}

/** @param times - How often the step was taken, and accepted. */
export function nothingShows(
  { step, order }: StepMove,
  { resource }: Situation,
  to: string,
  times: number,
): InvalidTransitionError {
  const standing = order === undefined ? "" : `, and its ${order.type} order ${order.state}`;
  return new InvalidTransitionError(
    `The server accepted this step (${step}) ${times} times, but nothing happened: the allocation is still ${resource.state}` +
      `${standing}. A mock stores nothing, so this is normal there; otherwise look again later.`,
    { from: resource.state, to },
  );
}

export function keptChanging({ resource }: Situation, to: string): InvalidTransitionError {
  return new InvalidTransitionError(
    "The allocation kept changing while its state was being set. Somebody else may be acting on it: look before you try again.",
    { from: resource.state, to },
  );
}

export function noWayToOk(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server gives a provider no way to bring this allocation back to OK.",
    {
      operation: "provider_resources_set_as_ok",
      instead: "ask the server's operator, or terminate the allocation and have it ordered again.",
      cause,
    },
  );
}

export function noWayToErred(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "On this server a provider can set an allocation to Erred only by failing its executing order, and this allocation has " +
      "no such order. (On newer servers: the token's user lacks the permission to set states.)",
    {
      operation: "provider_resources_set_as_erred",
      instead: "tell the users with resources.submitReport(), or terminate the allocation.",
      cause,
    },
  );
}

/** Approving would make the allocation OK, and there would be no way on. */
export function approvalWouldStick(): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "On offerings of this type the server carries out an approved order by itself, and afterwards gives a provider no way " +
      "to set the allocation to Erred. Nothing was approved.",
    {
      operation: "provider_resources_set_as_erred",
      instead: 'reject the order (onPending: "reject") or approve it (setState "OK").',
    },
  );
}

export function cannotComplete({ type, uuid }: OrderSummary, cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `On offerings of this type the server completes orders by itself, but has not completed this ${type} order for a day.`,
    { operation: "orders_set_state_done", instead: `ask the server's operator about order ${uuid}.`, cause },
  );
}

export function notTerminable(state: string): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `This server does not let a provider terminate an allocation that is ${state} and has no order.`,
    { operation: "provider_resources_terminate", instead: "ask the server's operator to set its state." },
  );
}

/** @param done - As in "it cannot be approved". */
export function notOnThisOffering(done: string, cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `On offerings of this type the server carries out orders by itself: a provider's order cannot be ${done}.`,
    {
      ...(cause instanceof ApiError ? { operation: cause.operation } : {}),
      instead: "wait until the order is closed (orders.waitFor), and then act on the allocation.",
      cause,
    },
  );
}
