import { RequestTimeoutError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { type Pacing, pauses } from "./pauses.ts";
import { mayPass } from "./unsettled.ts";

/**
 * Looks again and again at what is waited for, within the call's time.
 *
 * Trouble that may pass, such as a server that restarts, does not end a wait: it is looked again later.
 */
export class Looks {
  readonly #pause: (atLeastMs?: number) => Promise<boolean>;
  /** Why the last look failed, if it did. */
  failure: unknown;
  /** How often it was looked. */
  count = 0;
  #isOver = false;

  constructor(pacing: Pacing, call: Call) {
    this.#pause = pauses(pacing, call);
  }

  /** Looks at once. What fails then may be wrong from the start: it is thrown, not waited out. */
  first<T extends object>(read: () => Promise<T>): Promise<T> {
    this.count++;
    return read();
  }

  /** Looks after a pause, and as often as that fails. Undefined if no time was left for it. */
  async again<T extends object>(read: () => Promise<T>): Promise<T | undefined> {
    while (!this.#isOver && (await this.#pause(retryAfterMs(this.failure)))) {
      const seen = await this.#look(read);
      if (seen !== undefined) return seen;
    }
    return undefined;
  }

  /** @throws What cannot pass by itself. */
  async #look<T extends object>(read: () => Promise<T>): Promise<T | undefined> {
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
