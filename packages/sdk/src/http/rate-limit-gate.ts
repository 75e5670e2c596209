import type { Clock } from "./clock.ts";

/** Holds back all calls of one client after a 429, whichever of them got it. */
export class RateLimitGate {
  readonly #clock: Clock;
  #until = 0;
  #refusals = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How often it was held in a row, without an answer of another kind between. */
  get refusals(): number {
    return this.#refusals;
  }

  /** To be called when the server has answered with something else than a 429. */
  admit(): void {
    this.#refusals = 0;
  }

  /** Lets nobody through for the next `ms`. */
  hold(ms: number): void {
    // Several that were on their way together are turned away for the same reason.
    if (this.isOpen) this.#refusals++;
    this.#until = Math.max(this.#until, this.#clock.now() + ms);
  }

  get isOpen(): boolean {
    return this.#until <= this.#clock.now();
  }

  /** Waits until it opens, however often it is held anew meanwhile; `false` if that is past the deadline. */
  async pass(deadline: number, signal: AbortSignal | undefined): Promise<boolean> {
    // Not until it is open: a clock that stands still, as in tests, must not keep anyone here for ever.
    for (let waitedFor = 0; !this.isOpen && this.#until !== waitedFor; ) {
      waitedFor = this.#until;
      if (waitedFor >= deadline) return false;
      await this.#clock.sleep(waitedFor - this.#clock.now(), signal);
    }
    return true;
  }
}
