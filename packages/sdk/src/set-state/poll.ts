import { isPuhuriError, type KnownPuhuriError, RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";

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
