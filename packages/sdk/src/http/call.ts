import { type ExchangeFacts, RequestTimeoutError } from "../errors.ts";
import { MAX_TIMER_MS, throwIfAborted } from "./clock.ts";
import type { RetryOptions, RetryWishes } from "./retry-policy.ts";

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call: requests, bodies, and waits. What is thrown then is the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds for the whole call, over all its requests, retries, pages and polls.
   * @default the client's `totalTimeoutMs`; none for a list
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How this call's requests are repeated; `false` sends each once.
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

/** What options say of the call alone, where a method has others besides and has checked those. */
export function callOptionsOf(options: CallOptions): CallOptions {
  const { signal, timeoutMs, retry }: CallOptions = Object(options);
  return { signal, timeoutMs, retry };
}

/** A call that has begun: its clock runs, over all the requests that one method sends. */
export class Call {
  /** The same in the events of all its requests; unique within a client. */
  readonly id: number;
  readonly signal: AbortSignal | undefined;
  /** The whole call's time, in milliseconds; infinite when it has no limit. */
  readonly timeoutMs: number;
  /** When the time is up, on the clock's scale. */
  readonly deadline: number;
  readonly retry: RetryOptions;
  /** Whether its time is up by another measure than the clock's: asked before each request. */
  readonly isOver: () => boolean;

  constructor(facts: Omit<Call, "isOver" | "cutShort"> & { readonly isOver?: () => boolean }) {
    this.id = facts.id;
    this.signal = facts.signal;
    this.timeoutMs = facts.timeoutMs;
    this.deadline = facts.deadline;
    this.retry = facts.retry;
    this.isOver = facts.isOver ?? (() => false);
  }

  /** The same call, over at `deadline` or as soon as `isOver` says so. */
  cutShort(deadline: number, isOver: () => boolean): Call {
    return new Call({ ...this, deadline: Math.min(deadline, this.deadline), isOver });
  }
}

/** What an attempt rejects with when its time is up. */
export const TIMED_OUT = Symbol("timed out");

/**
 * Runs one attempt, headers and body, within a time and until the caller aborts.
 *
 * It ends at once in both cases, even when `run` is slow to notice, and leaves neither timer nor listener behind.
 *
 * @throws {TIMED_OUT} The time is up.
 * @throws The signal's `reason`, or what `run` throws.
 */
export function attempt<T>(
  run: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  throwIfAborted(signal);
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (reason: unknown): void => {
      done();
      reject(reason);
      controller.abort();
    };
    const onAbort = (): void => stop(signal?.reason);
    const timer = timeoutMs <= MAX_TIMER_MS ? setTimeout(stop, timeoutMs, TIMED_OUT) : undefined;
    signal?.addEventListener("abort", onAbort);
    run(controller.signal).then(
      (value) => {
        done();
        resolve(value);
      },
      (error: unknown) => {
        done();
        reject(error);
      },
    );
  });
}

/**
 * Waits for what another call is doing, no longer than this one may take.
 *
 * @param request - What this call would have sent next, for the error.
 * @throws {RequestTimeoutError} The call's time is up.
 * @throws The signal's `reason`, or what is waited for rejects with.
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
    const facts = { ...request, attempts: 0, maybeApplied: false };
    throw new RequestTimeoutError({
      ...facts,
      which: "total",
      timeoutMs: call.timeoutMs,
      reason: " It waited for another call of this client.",
    });
  }
}

/** Waits until a task's turn has come, or rejects when its caller will not wait any longer. */
export type Wait = (before: Promise<unknown>) => Promise<unknown>;

/** Runs tasks of the same key one after the other, and those of different keys side by side. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Runs a task when those of its key that came before have ended, however they ended.
   *
   * @throws What `wait` rejects with: the task is then not run, and its caller need not wait for the others' turns.
   */
  run<T>(key: string, wait: Wait, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const turn = before === undefined ? task() : wait(before).then(task);
    // How it ends is its own caller's business. Whoever gave up waiting still has those before it.
    const ended = Promise.allSettled([before, turn]).then(() => {});
    this.#last.set(key, ended);
    void ended.then(() => {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    });
    return turn;
  }
}
