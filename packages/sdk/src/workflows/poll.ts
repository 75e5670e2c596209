import { RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { type Pacing, pauses } from "./pauses.ts";

/** What is polled, for the error when it takes too long. */
export interface PollFacts<T> {
  readonly operation: string;
  readonly path: string;
  isThere(value: T): boolean;
  /** Says what was waited for in vain, and where it stands. */
  describe(value: T): string;
}

/**
 * Reads again and again until it is there, within the call's time.
 *
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over; what is waited for goes on all the same.
 */
export async function poll<T>(
  read: () => Promise<T>,
  { operation, path, isThere, describe }: PollFacts<T>,
  pacing: Pacing,
  call: Call,
): Promise<T> {
  const pause = pauses(pacing, call);
  for (let attempts = 1; ; attempts++) {
    const value = await read();
    if (isThere(value)) return value;
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
