import {
  InvalidTransitionError,
  isPuhuriError,
  type KnownPuhuriError,
  RequestTimeoutError,
} from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import { operationOf } from "../servers/operations.ts";
import type { Server } from "../servers/server.ts";
import {
  type OrderSummary,
  type ResourceSummary,
  resourceSummaryOf,
  summaryColumns,
} from "../servers/states.ts";

/** What waiting needs: the transport's clock, and randomness, for many waiting clients must not ask all at once. */
export interface Pacing {
  readonly http: Transport;
  readonly random: () => number;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const GROWTH = 1.6;

/**
 * Makes pauses of growing length between the requests of a call; one resolves with `false` when no time is left for it.
 */
export function pauses({ http, random }: Pacing, call: Call): (atLeastMs?: number) => Promise<boolean> {
  let pauseMs = FIRST_PAUSE_MS;
  return (atLeastMs = 0) => {
    const ms = Math.max(pauseMs * (0.75 + random() / 2), atLeastMs);
    pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS);
    return http.wait(call, ms);
  };
}

/** What is waited for, and by which request. */
export interface Awaited<T> {
  readonly operation: string;
  readonly path: string;
  read(): Promise<T>;
  /** `true`: it is there. An error: it will never come. Else says where it stands, for the error of waiting in vain. */
  judge(seen: T): true | Error | string;
}

/**
 * Reads again and again until it is there, within the call's time. Trouble that may pass, such as a server that restarts, does
 * not end a wait: it is read again later.
 *
 * @param first - What was read before: what fails then may be wrong from the start, and is not waited out.
 * @param maybeApplied - Whether something was written before.
 * @throws The error that `judge` returns, at once; what cannot pass by itself.
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over; what it waits for still goes on.
 *   Its `cause` is why it could not be read in the end, if so.
 */
export async function waitFor<T>(
  { operation, path, read, judge }: Awaited<T>,
  first: T,
  pacing: Pacing,
  call: Call,
  maybeApplied = false,
): Promise<T> {
  const pause = pauses(pacing, call);
  let attempts = 1;
  let failure: unknown;
  let verdict: true | Error | string;
  for (let seen = first; ; ) {
    verdict = judge(seen);
    if (verdict === true) return seen;
    if (verdict instanceof Error) throw verdict;
    if (!(await pause(retryAfterMs(failure)))) break;
    attempts++;
    try {
      seen = await read();
      failure = undefined;
    } catch (error) {
      if (!mayPass(error)) throw error;
      const isOver = error instanceof RequestTimeoutError && error.which === "total";
      // What used up the time says more than that it is up.
      if (!isOver || failure === undefined) failure = error;
      if (isOver) break;
    }
  }
  throw new RequestTimeoutError({
    operation,
    path,
    method: "GET",
    attempts,
    maybeApplied,
    which: "total",
    timeoutMs: call.timeoutMs,
    reason: ` ${verdict}`,
    cause: failure,
  });
}

/** How long the server asked to wait, where that was too long for the request itself. */
function retryAfterMs(failure: unknown): number | undefined {
  return mayPass(failure) && "retryAfterMs" in failure ? failure.retryAfterMs : undefined;
}

/** Codes of errors that say nothing of what was asked: the server, or the way to it, is in trouble. */
const PASSING: readonly string[] = [
  "connection",
  "timeout",
  "token",
  "rate-limited",
  "server-error",
  "unexpected-response",
  "list-changed",
];

/** The same may well succeed a while later. */
export function mayPass(error: unknown): error is KnownPuhuriError {
  return isPuhuriError(error) && PASSING.includes(error.code);
}

/** Waits until an allocation is in one of the states. */
export async function waitForState(
  { resources }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<ResourceSummary> {
  const path = `${resources.listing.path}{uuid}/`;
  const to = states.join(" or ");
  const awaited: Awaited<ResourceSummary> = {
    operation: operationOf("GET", path).id,
    path,
    read: async () => resourceSummaryOf(uuid, await resources.get(uuid, summaryColumns, call)),
    judge({ state: from }) {
      if (states.includes(from)) return true;
      // A provider can still mark it as erred, and whoever waits for that may be waiting for just this.
      return from === "Terminated" && !states.includes("Erred")
        ? new InvalidTransitionError(`The allocation is Terminated, and will never become ${to}.`, {
            from,
            to,
          })
        : `The allocation is ${from}, not ${to}.`;
    },
  };
  return waitFor(awaited, await awaited.read(), pacing, call);
}

/** Waits until an order is in one of the states. */
export async function waitForOrder(
  { orders }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<OrderSummary> {
  const to = states.join(" or ");
  const awaited: Awaited<OrderSummary> = {
    operation: "orders_get",
    path: "/api/marketplace-orders/{uuid}/",
    async read() {
      const { type = "", state = "" }: Partial<OrderSummary> = await orders.get(uuid, ORDER_COLUMNS, call);
      return { uuid, type, state };
    },
    judge({ type, state: from }) {
      if (states.includes(from)) return true;
      // Only an erred order leads on: it can be set executing again.
      const isOver = CLOSED.includes(from) && !(from === "erred" && states.includes("executing"));
      return isOver
        ? new InvalidTransitionError(`This ${type} order is ${from}, and will not become ${to}.`, {
            from,
            to,
          })
        : `The order is ${from}, not ${to}.`;
    },
  };
  return waitFor(awaited, await awaited.read(), pacing, call);
}

const ORDER_COLUMNS = ["uuid", "type", "state"];

/** An order in one of these has been dealt with. */
export const closedOrderStates = ["done", "erred", "canceled", "rejected"] as const;
const CLOSED: readonly string[] = closedOrderStates;
