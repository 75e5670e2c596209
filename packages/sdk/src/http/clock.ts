/** Time as the transport sees it; injected in tests. Timeouts of single requests always use real timers. */
export interface Clock {
  /** Milliseconds since 1970, as far as it is known: what times and waits are counted by. */
  now(): number;
  /** The same by the calendar, which can be set and goes on while a machine sleeps; as `now` unless given. */
  date?(): number;
  /** Resolves after `ms`; rejects with `signal.reason` as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** The longest time a timer can have: a longer one would go off at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1;

/** The machine's own time. `now` is monotonic, so that a corrected clock neither ends nor prolongs a call. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  date: () => Date.now(),

  async sleep(ms, signal) {
    throwIfAborted(signal);
    let stop = (): void => {};
    try {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, Math.min(ms, MAX_TIMER_MS));
        stop = () => {
          clearTimeout(timer);
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", stop, { once: true });
      });
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  },
};

/** Throws the very value the caller aborted with. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

const HTTP_DATE = /^[A-Za-z]{3,9},? /;

/** Only dates as HTTP writes them, old forms included: `Date.parse` alone would take `-5` or `1.5` for one. */
export function httpDate(value: string | null): number | undefined {
  if (value === null || !HTTP_DATE.test(value)) return undefined;
  // The oldest form leaves the zone out, and means the same.
  const time = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : time;
}

/** How far the server's clock is ahead of this machine's calendar, to the second, as its last answer told. */
export class ServerClock {
  /** Read when it is asked for: few calls need it. */
  #told: string | null = null;
  #toldAt = 0;

  /** Undefined until an answer has told: browsers hide `Date` from pages of another origin. */
  get aheadMs(): number | undefined {
    const told = httpDate(this.#told);
    return told === undefined ? undefined : told - this.#toldAt;
  }

  /** Takes notice of an answer that has just come. */
  note(headers: Headers, date: number): void {
    const told = headers.get("date");
    // One that a cache has kept tells of the time when it was made.
    if (told === null || headers.has("age")) return;
    this.#told = told;
    this.#toldAt = date;
  }
}
