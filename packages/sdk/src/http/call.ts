import { type ExchangeFacts, RequestTimeoutError } from "../errors.ts";
import { MAX_TIMER_MS } from "./clock.ts";
import type { RetryOptions, RetryWishes } from "./retry-policy.ts";

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call: requests, bodies, and waits. The call then throws the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds for the whole call, over all its requests, retries, pages and polls.
   * @default the client's `totalTimeoutMs`; none for a list
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How to repeat this call's failed requests; `false` sends each once.
   * @default the client's `retry`
   */
  readonly retry?: RetryWishes | undefined;
}

/** The keys of `CallOptions`. */
export const CALL_KEYS: Readonly<Record<keyof CallOptions, true>> = {
  signal: true,
  timeoutMs: true,
  retry: true,
};

/** Picks the options of the call from those of a method, which has checked its own. */
export function callOptionsOf(options: CallOptions): CallOptions {
  const { signal, timeoutMs, retry }: CallOptions = Object(options);
  return { signal, timeoutMs, retry };
}

/** A call that has begun. Its time runs over all the requests that the method sends. */
export interface Call {
  /** In the events of all its requests; unique within a client. */
  readonly id: number;
  readonly signal: AbortSignal | undefined;
  /** How long the whole call may take; infinite when it has no limit. */
  readonly timeoutMs: number;
  /** When the time is up, on the clock's scale. */
  readonly deadline: number;
  readonly retry: RetryOptions;
  /** Checked before each request: whether the call is over before its deadline. */
  readonly isOver: () => boolean;
}

/** What an attempt rejects with when its time is up. */
export const TIMED_OUT = Symbol("timed out");

/**
 * Runs one attempt, headers and body, until its time is up or the caller aborts.
 *
 * Then it ends at once, even if `run` is slow to notice. No timer and no listener outlives it.
 *
 * @throws {TIMED_OUT} The time is up.
 * @throws The signal's `reason`, or what `run` throws.
 */
export async function attempt<T>(
  run: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let onAbort = (): void => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = new Promise<never>((_, reject) => {
    const stop = (reason: unknown): void => {
      reject(reason);
      controller.abort();
    };
    onAbort = () => stop(signal?.reason);
    if (timeoutMs <= MAX_TIMER_MS) timer = setTimeout(stop, timeoutMs, TIMED_OUT);
  });
  signal?.addEventListener("abort", onAbort);
  try {
    return await Promise.race([run(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/**
 * Waits for what another call is doing, but no longer than this call may take.
 *
 * @param request - What this call would have sent next, for the error.
 * @throws {RequestTimeoutError} The call's time is up.
 * @throws The signal's `reason`, or what the other call's promise rejects with.
 */
export async function withinCall<T>(
  call: Call,
  now: number,
  request: Pick<ExchangeFacts, "operation" | "method" | "path">,
  other: Promise<T>,
): Promise<T> {
  try {
    return await attempt(() => other, call.deadline - now, call.signal);
  } catch (error) {
    if (error !== TIMED_OUT) throw error;
    throw new RequestTimeoutError({
      ...request,
      attempts: 0,
      maybeApplied: false,
      which: "total",
      timeoutMs: call.timeoutMs,
      reason: " It waited for another call of this client.",
    });
  }
}

/** Waits for the earlier tasks, or rejects when the caller will not wait any longer. */
export type Wait = (before: Promise<unknown>) => Promise<unknown>;

/** Runs tasks of the same key one after the other, and those of different keys side by side. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Runs a task as soon as the earlier tasks of its key have ended, successfully or not.
   *
   * @throws What `wait` rejects with. The task is then not run.
   */
  run<T>(key: string, wait: Wait, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const turn = before === undefined ? task() : wait(before).then(task);
    // Only the task's own caller gets its errors. A task that was given up may end before those ahead of it.
    const ended = Promise.allSettled([before, turn]).then(() => {});
    this.#last.set(key, ended);
    void ended.then(() => {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    });
    return turn;
  }
}
