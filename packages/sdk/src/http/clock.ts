import { throwIfAborted } from "./abort.ts";

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
