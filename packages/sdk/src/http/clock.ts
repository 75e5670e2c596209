/** What the client takes the time from; for tests. Timeouts of single requests always use real timers. */
export interface Clock {
  /** Milliseconds since 1970. Timeouts and waits are measured by it. */
  now(): number;
  /**
   * The same by the calendar, which can be set, and goes on while the machine sleeps. It decides which month it is.
   * @default now
   */
  date?(): number;
  /** Resolves after `ms`; rejects with `signal.reason` as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** The longest that a timer can run: set to more, it would go off at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time. `now` never jumps, so setting the clock neither ends nor prolongs a call. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  date: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        if (signal?.aborted) reject(signal.reason);
        else resolve();
      };
      const timer = setTimeout(end, Math.min(ms, MAX_TIMER_MS));
      signal?.addEventListener("abort", end);
    }),
};

/** Reads a date as HTTP writes it. `Date.parse` alone also accepts `-5` and `1.5`. */
export function httpDate(value: string | null): number | undefined {
  const time = value !== null && /^[A-Z][a-z]{2}, .+ GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The server's clock, as the `Date` of its answers shows it. */
export class ServerClock {
  /** Parsed when somebody asks: few calls need it. */
  #date: string | null = null;
  #readAt = 0;

  /**
   * How many milliseconds it is ahead of this machine's calendar, to the second. Undefined until an answer has shown it;
   * browsers hide `Date` from pages of another origin.
   */
  get aheadMs(): number | undefined {
    const date = httpDate(this.#date);
    return date === undefined ? undefined : date - this.#readAt;
  }

  /** @param now - The time by this machine's calendar when the answer came. */
  note(headers: Headers, now: number): void {
    const date = headers.get("date");
    // An answer with an age comes from a cache, and its date is when it was made.
    if (date === null || headers.has("age")) return;
    this.#date = date;
    this.#readAt = now;
  }
}
