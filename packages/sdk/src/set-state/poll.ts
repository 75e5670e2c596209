import type { Order } from "@puhuri/api-types";
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
  isClosed,
  type OrderSummary,
  type ResourceSummary,
  resourceSummaryOf,
  summaryColumns,
} from "../servers/states.ts";

/** What waiting needs: the transport's clock, and randomness, so that clients do not all ask at the same moment. */
export interface Pacing {
  readonly http: Transport;
  readonly random: () => number;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const GROWTH = 1.6;

/** Makes pauses that get longer and longer. A pause resolves with `false` if the call's time would be up before its end. */
export function pauses({ http, random }: Pacing, call: Call): (atLeastMs?: number) => Promise<boolean> {
  let pauseMs = FIRST_PAUSE_MS;
  return (atLeastMs = 0) => {
    const ms = Math.max(pauseMs * (0.75 + random() / 2), atLeastMs);
    pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS);
    return http.wait(call, ms);
  };
}

/** A request that is repeated until it shows what is waited for. */
export interface Polled<T> {
  /** These two are for the error if it takes too long. */
  readonly operation: string;
  readonly path: string;
  read(): Promise<T>;
  /** `true`: it is there. An error: it will never come. A text says how things stand, for the error if it takes too long. */
  judge(seen: T): true | Error | string;
}

/**
 * Reads again and again until it shows what is waited for, within the call's time. Failures that may pass, such as those of
 * a server that restarts, do not end the wait.
 *
 * @param first - The first reading. The caller makes it, since its failure may be a mistake, and waiting would not help.
 * @param maybeApplied - Whether the call has written something before.
 * @throws The error that `judge` returns; a failure that cannot pass by itself.
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over, while what it waits for goes on. If the
 *   last reading failed, `cause` says why.
 */
export async function poll<T>(
  { operation, path, read, judge }: Polled<T>,
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

/** Codes of errors that say that the server, or the way to it, is in trouble, and nothing about the request. */
const PASSING: readonly string[] = [
  "connection",
  "timeout",
  "token",
  "rate-limited",
  "server-error",
  "unexpected-response",
  "list-changed",
];

/** Whether the same request may well succeed a while later. */
export function mayPass(error: unknown): error is KnownPuhuriError {
  return isPuhuriError(error) && PASSING.includes(error.code);
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
  return waitFor<ResourceSummary>(
    {
      operation: operationOf("GET", path).id,
      path,
      read: async () => resourceSummaryOf(uuid, await resources.get(uuid, summaryColumns, call)),
      name: () => "allocation",
      // A provider can still mark a Terminated one as erred, and this may be waiting for that.
      isFinal: (state) => state === "Terminated" && !states.includes("Erred"),
    },
    states,
    pacing,
    call,
  );
}

/** Waits until an order is in one of the states. */
export function waitForOrder(
  { orders }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<OrderSummary> {
  return waitFor<OrderSummary>(
    {
      operation: "orders_get",
      path: "/api/marketplace-orders/{uuid}/",
      async read() {
        const row: Partial<Order> = await orders.get(uuid, ["uuid", "type", "state"], call);
        return { uuid, type: row.type ?? "", state: row.state ?? "" };
      },
      name: ({ type }) => `${type} order`,
      // Only an erred order leads on: it can be set executing again.
      isFinal: (state) => isClosed(state) && !(state === "erred" && states.includes("executing")),
    },
    states,
    pacing,
    call,
  );
}

interface Awaited<T> extends Omit<Polled<T>, "judge"> {
  /** What it is, for errors. */
  name(seen: T): string;
  /** Whether a state never turns into one of those waited for. */
  isFinal(state: string): boolean;
}

async function waitFor<T extends { readonly state: string }>(
  awaited: Awaited<T>,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<T> {
  const to = states.join(" or ");
  const judge = (seen: T) => {
    const { state: from } = seen;
    if (states.includes(from)) return true;
    const standing = `The ${awaited.name(seen)} is ${from}`;
    return awaited.isFinal(from)
      ? new InvalidTransitionError(`${standing}, and will never become ${to}.`, { from, to })
      : `${standing}, not ${to}.`;
  };
  return poll({ ...awaited, judge }, await awaited.read(), pacing, call);
}
