import { RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { type Pacing, pauses } from "./pauses.ts";

/** What is polled, for the error when it takes too long. */
export interface PollFacts<T> {
  readonly operation: string;
  readonly path: string;
  isThere(value: T): boolean;
  /** The error to end with where what is waited for does not come by itself. */
  inVain(value: T): Error | undefined;
  /** Says what was waited for in vain, and where it stands. */
  describe(value: T): string;
}

/**
 * Reads again and again until it is there, within the call's time.
 *
 * @throws What `inVain` returns, at once.
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over; what is waited for goes on all the same.
 */
export async function poll<T>(
  read: () => Promise<T>,
  { operation, path, isThere, inVain, describe }: PollFacts<T>,
  pacing: Pacing,
  call: Call,
): Promise<T> {
  const pause = pauses(pacing, call);
  for (let attempts = 1; ; attempts++) {
    const value = await read();
    if (isThere(value)) return value;
    const error = inVain(value);
    if (error !== undefined) throw error;
    if (await pause()) continue;
    throw new RequestTimeoutError({
      operation,
      path,
      method: "GET",
      attempts,
      maybeApplied: false,
      which: "total",
      timeoutMs: call.timeoutMs,
      reason: ` ${describe(value)}`,
    });
  }
}
