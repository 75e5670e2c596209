import { InvalidTransitionError, UnsupportedByServerError } from "../../errors.ts";
import type { TargetState } from "../transitions.ts";

// What cannot be done, and what can be done instead.

export function waitsForConsumer(from: string, to: TargetState): InvalidTransitionError {
  return new InvalidTransitionError(
    "Its order still waits for the customer's side: until that has agreed, a provider cannot act on it. Try again later.",
    { from, to },
  );
}

export function terminatedIsFinal(): InvalidTransitionError {
  return new InvalidTransitionError("A terminated resource does not come back. Have it ordered anew.", {
    from: "Terminated",
    to: "ok",
  });
}

export function mustChoose(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    'Its order still waits for your review. Say what to do with it: onPending: "approve" accepts it and then marks it as ' +
      'erred, which can be mended; onPending: "reject" refuses it for good (a new allocation then ends as Terminated).',
    { from, to: "erred", choices: ["approve", "reject"] },
  );
}

export function endsFirst(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    'The resource is to be terminated. First either finish that (setState "terminated") or refuse it (setState "ok").',
    { from, to: "erred" },
  );
}

export function noWayToOk(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "This server has no way for a provider to bring this resource back to OK.",
    {
      operation: "provider_resources_set_as_ok",
      instead: "ask the server's operator, or terminate the resource and have it ordered anew.",
      cause,
    },
  );
}

export function noWayToErred(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "On this server a provider can mark a resource as erred only by failing its executing order, and this one has none " +
      "that can be failed. (On newer servers: the token's user lacks the permission to set states.)",
    {
      operation: "provider_resources_set_as_erred",
      instead: "tell the users by resources.submitReport(), or terminate the resource.",
      cause,
    },
  );
}

/** Approving would make the resource OK, and there would be no way on. */
export function approvalWouldStick(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "On offerings of this type the server carries out an approved order by itself, and afterwards gives a provider no way " +
      "to mark the resource as erred. Nothing was approved.",
    {
      operation: "provider_resources_set_as_erred",
      instead: 'refuse the order (onPending: "reject") or approve it (setState "ok").',
      cause,
    },
  );
}

export function cannotFailOrder(cause: unknown): UnsupportedByServerError {
  return new UnsupportedByServerError(
    "On offerings of this type the server completes orders by itself and lets no provider fail one.",
    {
      operation: "orders_set_state_erred",
      instead:
        "wait until the order is closed (orders.waitFor), or complete it, and act on the resource then.",
      cause,
    },
  );
}

export function notTerminable(state: string): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `This server does not let a provider terminate a resource that is ${state} without an order.`,
    {
      operation: "provider_resources_terminate",
      instead: "ask the server's operator to set its state.",
    },
  );
}
