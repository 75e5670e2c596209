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
