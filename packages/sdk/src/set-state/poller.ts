import { isPuhuriError, type KnownPuhuriError, RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";

/** What waiting needs: the transport's clock, and randomness, for many waiting clients must not ask all at once. */
export interface Pacing {
  readonly http: Transport;
  readonly random: () => number;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const GROWTH = 1.6;

/** Makes pauses of growing length between the requests of a call; one resolves with `false` when no time is left for it. */
export function pauses({ http, random }: Pacing, call: Call): (atLeastMs?: number) => Promise<boolean> {
  let pauseMs = FIRST_PAUSE_MS;
  return (atLeastMs = 0) => {
    const ms = Math.max(pauseMs * (0.75 + random() / 2), atLeastMs);
    pauseMs = Math.min(pauseMs * GROWTH, LONGEST_PAUSE_MS);
    return http.wait(call, ms);
  };
}

/**
 * Reads again and again what is waited for, within the call's time.
 *
 * Trouble that may pass, such as a server that restarts, does not end a wait: it is read again later.
 */
export class Poller {
  readonly #pause: (atLeastMs?: number) => Promise<boolean>;
  /** Why the last reading failed, if it did. */
  failure: unknown;
  /** How often it was read. */
  count = 0;
  #isOver = false;

  constructor(pacing: Pacing, call: Call) {
    this.#pause = pauses(pacing, call);
  }

  /** Reads at once. What fails then may be wrong from the start: it is thrown, not waited out. */
  first<T extends object>(read: () => Promise<T>): Promise<T> {
    this.count++;
    return read();
  }

  /** Reads after a pause, and as often as that fails. Undefined if no time was left for it. */
  async again<T extends object>(read: () => Promise<T>): Promise<T | undefined> {
    while (!this.#isOver && (await this.#pause(retryAfterMs(this.failure)))) {
      const seen = await this.#read(read);
      if (seen !== undefined) return seen;
    }
    return undefined;
  }

  /** @throws What cannot pass by itself. */
  async #read<T extends object>(read: () => Promise<T>): Promise<T | undefined> {
    this.count++;
    try {
      const seen = await read();
      this.failure = undefined;
      return seen;
    } catch (error) {
      if (!mayPass(error)) throw error;
      this.#isOver = error instanceof RequestTimeoutError && error.which === "total";
      // That the time is up says less than what it was used up by.
      if (!this.#isOver || this.failure === undefined) this.failure = error;
      return undefined;
    }
  }
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
