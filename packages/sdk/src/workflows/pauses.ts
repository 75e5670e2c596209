import type { PuhuriHttp } from "../dialects/wire.ts";
import type { Call } from "../http/call.ts";

/** What waiting needs: the transport's clock, and randomness, for many waiting clients must not ask all at once. */
export interface Pacing {
  readonly http: PuhuriHttp;
  readonly random: () => number;
}

/** How long to wait before looking again: soon at first, then ever less often. */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
const GROWTH = 1.6;

/** Makes pauses of growing length between the requests of a call; one resolves with `false` when no time is left for it. */
export function pauses({ http, random }: Pacing, call: Call): (atLeastMs?: number) => Promise<boolean> {
  let delayMs = FIRST_DELAY_MS;
  return (atLeastMs = 0) => {
    const ms = Math.max(delayMs * (0.75 + random() / 2), atLeastMs);
    delayMs = Math.min(delayMs * GROWTH, LONGEST_DELAY_MS);
    return http.wait(call, ms);
  };
}
