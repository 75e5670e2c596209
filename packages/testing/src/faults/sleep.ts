/** The longest time a timer can have: with a longer one it would go off at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Real time: resolves after `ms`, never for more than 24 days; rejects with the signal's reason when aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const done = (): void => {
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    const timer = ms <= MAX_TIMER_MS ? setTimeout(done, ms) : undefined;
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", stop, { once: true });
  });
}
