import { type ExchangeFacts, RequestTimeoutError } from "../errors.ts";
import type { Call } from "./call.ts";
import { MAX_TIMER_MS, throwIfAborted } from "./clock.ts";

/** What an attempt rejects with when its time is up. */
export const TIMED_OUT = Symbol("timed out");

/**
 * Runs one attempt, headers and body, within a time and until the caller aborts.
 *
 * It ends at once in both cases, even when `run` is slow to notice, and leaves neither timer nor listener behind.
 *
 * @throws {TIMED_OUT} The time is up.
 * @throws The signal's `reason`, or what `run` throws.
 */
export function attempt<T>(
  run: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  throwIfAborted(signal);
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (reason: unknown): void => {
      done();
      reject(reason);
      controller.abort();
    };
    const onAbort = (): void => stop(signal?.reason);
    const timer = timeoutMs <= MAX_TIMER_MS ? setTimeout(stop, timeoutMs, TIMED_OUT) : undefined;
    signal?.addEventListener("abort", onAbort);
    run(controller.signal).then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error);
      },
    );
  });
}

/**
 * Waits for what another call is doing, no longer than this one may take.
 *
 * @param request - What this call would have sent next, for the error.
 * @throws {RequestTimeoutError} The call's time is up.
 * @throws The signal's `reason`, or what is waited for rejects with.
 */
export async function withinCall<T>(
  call: Call,
  now: number,
  request: Pick<ExchangeFacts, "operation" | "method" | "path">,
  other: Promise<T>,
): Promise<T> {
  try {
    return await attempt(() => other, call.deadline - now, call.signal);
  } catch (error) {
    if (error !== TIMED_OUT) throw error;
    const facts = { ...request, attempts: 0, maybeApplied: false };
    throw new RequestTimeoutError({
      ...facts,
      which: "total",
      timeoutMs: call.timeoutMs,
      reason: " It waited for another call of this client.",
    });
  }
}
