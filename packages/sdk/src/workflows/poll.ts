import type { PuhuriHttp } from "../dialects/wire.ts";
import { RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** How long to wait before looking again: soon at first, then ever less often. */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
const GROWTH = 1.6;

/** What is polled, for the error when it takes too long. */
export interface PollFacts {
  readonly operation: string;
  readonly path: string;
  /** Says what was waited for in vain, and where it stands. */
  describe(): string;
}

/**
 * Reads again and again until `isThere`, within the call's time.
 *
 * @throws {RequestTimeoutError} `which: "total"`: the call's `timeoutMs` is over; what is waited for goes on all the same.
 */
export async function poll<T>(
  read: (call: Call) => Promise<T>,
  isThere: (value: T) => boolean,
  { http, random, call, facts }: { http: PuhuriHttp; random: () => number; call: Call; facts: PollFacts },
): Promise<T> {
  let delayMs = FIRST_DELAY_MS;
  for (let attempts = 1; ; attempts++) {
    const value = await read(call);
    if (isThere(value)) return value;
    // Many waiting clients must not ask all at once.
    if (!(await http.wait(call, delayMs * (0.75 + random() / 2)))) {
      throw new RequestTimeoutError({
        ...facts,
        method: "GET",
        attempts,
        maybeApplied: false,
        which: "total",
        timeoutMs: call.timeoutMs,
        reason: facts.describe(),
      });
    }
    delayMs = Math.min(delayMs * GROWTH, LONGEST_DELAY_MS);
  }
}
