import { RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { Looks } from "./looks.ts";
import type { Pacing } from "./pauses.ts";

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
 * Reads again and again until it is there, within the call's time; trouble that may pass is waited out.
 *
 * @throws What `inVain` returns, at once.
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over; what is waited for goes on all the same.
 *   Its `cause` is why it could not be read in the end, if so.
 */
export async function poll<T extends object>(
  read: () => Promise<T>,
  { operation, path, isThere, inVain, describe }: PollFacts<T>,
  pacing: Pacing,
  call: Call,
): Promise<T> {
  const looks = new Looks(pacing, call);
  let last = "";
  for (
    let seen: T | undefined = await looks.first(read);
    seen !== undefined;
    seen = await looks.again(read)
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
    attempts: looks.count,
    maybeApplied: false,
    which: "total",
    timeoutMs: call.timeoutMs,
    reason: ` ${last}`,
    cause: looks.failure,
  });
}
