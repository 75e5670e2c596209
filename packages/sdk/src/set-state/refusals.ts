import { ApiError, InvalidTransitionError, UnsupportedByServerError } from "../errors.ts";
import {
  type Move,
  type OrderStanding,
  type OrderSummary,
  refused,
  type TargetState,
} from "../servers/states.ts";

// Why there is no way on, and what to do instead. First what no server allows, then what this server cannot do.

function impossible(...args: ConstructorParameters<typeof InvalidTransitionError>): Move {
  return refused(new InvalidTransitionError(...args));
}

export function othersFirst({ state, startDate }: OrderStanding, from: string, to: TargetState): Move {
  const day = startDate ? `, ${startDate}` : "";
  const why =
    state === "pending-start-date"
      ? `Its order waits for its start date${day}: the server goes on with the order then.`
      : state === "pending-project"
        ? "Its order waits for its project to begin: the server goes on with the order then."
        : "Its order still waits for the customer's consent. Until then a provider cannot do anything with it.";
  const facts = { from, to, waitsFor: state, ...(startDate ? { startDate } : {}) };
  return impossible(`${why} Try again later.`, facts);
}

export function terminatedIsFinal(): Move {
  return impossible("A Terminated allocation cannot be brought back. Have it ordered again.", {
    from: "Terminated",
    to: "OK",
  });
}

export function mustChoose(from: string): Move {
  return impossible(
    'Its order still waits for your review. Choose: onPending: "approve" accepts the order and then marks it as erred, which ' +
      'can still be repaired; onPending: "reject" rejects it for good (a new allocation then ends as Terminated).',
    { from, to: "Erred", choices: ["approve", "reject"] },
  );
}

export function terminationFirst(from: string): Move {
  return impossible(
    'The termination of the allocation was ordered. First either finish that (setState "Terminated") or reject it (setState "OK").',
    { from, to: "Erred" },
  );
}

export function terminationLost(): Move {
  return impossible(
    "The termination of the allocation was approved a day ago and the server has lost it: a provider can only finish it now " +
      '(setState "Terminated").',
    { from: "OK", to: "OK" },
  );
}

function unsupported(...args: ConstructorParameters<typeof UnsupportedByServerError>): Move {
  return refused(new UnsupportedByServerError(...args));
}

export function noWayToOk(cause: unknown): Move {
  return unsupported("This server gives a provider no way to bring this allocation back to OK.", {
    operation: "provider_resources_set_as_ok",
    instead: "ask the server's operator, or terminate the allocation and have it ordered again.",
    cause,
  });
}

export function noWayToErred(cause: unknown): Move {
  return unsupported(
    "On this server a provider can set an allocation to Erred only by failing its executing order, and this allocation has " +
      "no such order. (On newer servers: the token's user lacks the permission to set states.)",
    {
      operation: "provider_resources_set_as_erred",
      instead: "tell the users with resources.submitReport(), or terminate the allocation.",
      cause,
    },
  );
}

/** Approving would make the allocation OK, and nothing could make it Erred after that. */
export function approvalWouldStick(): Move {
  return unsupported(
    "On offerings of this type the server carries out an approved order by itself, and afterwards gives a provider no way " +
      "to set the allocation to Erred. Nothing was approved.",
    {
      operation: "provider_resources_set_as_erred",
      instead: 'reject the order (onPending: "reject") or approve it (setState "OK").',
    },
  );
}

export function cannotComplete({ type, uuid }: OrderSummary, cause: unknown): Move {
  return unsupported(
    `On offerings of this type the server completes orders by itself, but has not completed this ${type} order for a day.`,
    { operation: "orders_set_state_done", instead: `ask the server's operator about order ${uuid}.`, cause },
  );
}

export function notTerminable(state: string): Move {
  return unsupported(
    `This server does not let a provider terminate an allocation that is ${state} and has no order.`,
    { operation: "provider_resources_terminate", instead: "ask the server's operator to set its state." },
  );
}

/** @param done - As in "it cannot be approved". */
export function notOnThisOffering(done: string, cause: unknown): Move {
  return unsupported(
    `On offerings of this type the server carries out orders by itself: a provider's order cannot be ${done}.`,
    {
      ...(cause instanceof ApiError ? { operation: cause.operation } : {}),
      instead: "wait until the order is closed (orders.waitFor), and then act on the allocation.",
      cause,
    },
  );
}
