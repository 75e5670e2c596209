import { InvalidTransitionError, RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { operationOf } from "../servers/operations.ts";
import type { Server } from "../servers/server.ts";
import type { OrderSummary, ResourceSummary } from "../servers/states.ts";
import { resourceSummaryOf, summaryColumns } from "../servers/states.ts";
import { type Pacing, Poller } from "./poller.ts";

/** What is waited for, for the errors when it does not come. */
interface Awaited<T> {
  readonly operation: string;
  readonly path: string;
  isThere(value: T): boolean;
  /** The error to end with where what is waited for does not come by itself. */
  inVain(value: T): Error | undefined;
  /** Says what was waited for in vain, and where it stands. */
  describe(value: T): string;
}

/**
 * Reads again and again until it is there, within the call's time; trouble that may pass is waited out.
 *
 * @throws What `inVain` returns, at once.
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over; what is waited for goes on all the same.
 *   Its `cause` is why it could not be read in the end, if so.
 */
async function waitFor<T extends object>(
  read: () => Promise<T>,
  { operation, path, isThere, inVain, describe }: Awaited<T>,
  pacing: Pacing,
  call: Call,
): Promise<T> {
  const poller = new Poller(pacing, call);
  let last = "";
  for (
    let seen: T | undefined = await poller.first(read);
    seen !== undefined;
    seen = await poller.again(read)
  ) {
    if (isThere(seen)) return seen;
    const error = inVain(seen);
    if (error !== undefined) throw error;
    last = describe(seen);
  }
  throw new RequestTimeoutError({
    operation,
    path,
    method: "GET",
    attempts: poller.count,
    maybeApplied: false,
    which: "total",
    timeoutMs: call.timeoutMs,
    reason: ` ${last}`,
    cause: poller.failure,
  });
}

/** Waits until an allocation is in one of the states. */
export function waitForState(
  { resources }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<ResourceSummary> {
  const path = `${resources.listing.path}{uuid}/`;
  const awaited: Awaited<ResourceSummary> = {
    operation: operationOf("GET", path)?.id ?? "",
    path,
    isThere: ({ state }) => states.includes(state),
    inVain: ({ state }) => endedOtherwise(state, states),
    describe: ({ state }) => `The allocation is ${state}, not ${states.join(" or ")}.`,
  };
  const read = async () => resourceSummaryOf(uuid, await resources.get(uuid, summaryColumns, call));
  return waitFor(read, awaited, pacing, call);
}

/** From Terminated only a provider's own step leads on, to Erred: whoever waits for that may be waiting for just this. */
function endedOtherwise(from: string, states: readonly string[]): InvalidTransitionError | undefined {
  if (from !== "Terminated" || states.includes("Erred")) return undefined;
  const to = states.join(" or ");
  return new InvalidTransitionError(`The allocation is Terminated, and will never become ${to}.`, {
    from,
    to,
  });
}

/** Waits until an order is in one of the states. */
export function waitForOrder(
  { orders }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<OrderSummary> {
  const awaited: Awaited<OrderSummary> = {
    operation: "orders_get",
    path: "/api/marketplace-orders/{uuid}/",
    isThere: ({ state }) => states.includes(state),
    inVain: (order) => closedOtherwise(order, states),
    describe: ({ state }) => `The order is ${state}, not ${states.join(" or ")}.`,
  };
  const read = async () => {
    const { type = "", state = "" }: Partial<OrderSummary> = await orders.get(uuid, ORDER_COLUMNS, call);
    return { uuid, type, state };
  };
  return waitFor(read, awaited, pacing, call);
}

const ORDER_COLUMNS = ["uuid", "type", "state"];

/** An order in one of these has been dealt with. */
export const closedOrderStates = ["done", "erred", "canceled", "rejected"] as const;

/** Only an erred order leads on: it can be set executing again. */
function closedOtherwise(
  { type, state }: OrderSummary,
  states: readonly string[],
): InvalidTransitionError | undefined {
  const isClosed = closedOrderStates.some((closed) => closed === state);
  if (!isClosed || (state === "erred" && states.includes("executing"))) return undefined;
  const to = states.join(" or ");
  return new InvalidTransitionError(`This ${type} order is ${state}, and will not become ${to}.`, {
    from: state,
    to,
  });
}
