import { InvalidArgumentError } from "../errors.ts";
import { withNumbers } from "./number-option.ts";
import { type GivenRetry, type RetryOptions, retryOf } from "./retry-policy.ts";

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call: requests, bodies, and waits. What is thrown then is the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, over all its requests, retries, pages and polls. */
  readonly timeoutMs?: number | undefined;
  /** `false` sends each request once. */
  readonly retry?: GivenRetry | undefined;
}

/** The keys of `CallOptions`. */
export const CALL_KEYS: Readonly<Record<keyof CallOptions, true>> = {
  signal: true,
  timeoutMs: true,
  retry: true,
};

/** A begun call: its clock runs. Workflows and listings pass one `Call` through all their requests. */
export class Call {
  readonly signal: AbortSignal | undefined;
  /** The whole call's time, in milliseconds; infinite when it has no limit. */
  readonly timeoutMs: number;
  /** When the time is up, on the clock's scale. */
  readonly deadline: number;
  readonly retry: RetryOptions;
  /** Whether its time is up by another measure than the clock's: asked before each request. */
  readonly isOver: () => boolean;

  constructor(facts: {
    signal: AbortSignal | undefined;
    timeoutMs: number;
    now: number;
    retry: RetryOptions;
    deadline?: number;
    isOver?: () => boolean;
  }) {
    const { signal, timeoutMs, now, retry, deadline = now + timeoutMs, isOver = never } = facts;
    this.signal = signal;
    this.timeoutMs = timeoutMs;
    this.deadline = deadline;
    this.retry = retry;
    this.isOver = isOver;
  }

  /** The same call, over at `deadline` or as soon as `isOver` says so. */
  cutShort(deadline: number, isOver: () => boolean): Call {
    const { signal, timeoutMs, retry } = this;
    return new Call({
      signal,
      timeoutMs,
      now: 0,
      retry,
      deadline: Math.min(deadline, this.deadline),
      isOver,
    });
  }
}

const never = (): boolean => false;

/**
 * Starts a call's clock, once: a call that is already running is returned as it is.
 *
 * @param totalTimeoutMs - What the call may take if its options do not say.
 * @throws {InvalidArgumentError} `timeoutMs` is below 1, a number of `retry` below 0, or `signal` is none.
 */
export function beginCall(
  options: CallOptions | Call | undefined,
  now: number,
  totalTimeoutMs: number,
  retry: RetryOptions,
): Call {
  if (options instanceof Call) return options;
  // From callers without types, null is none as well.
  if (!options) return new Call({ signal: undefined, timeoutMs: totalTimeoutMs, now, retry });
  const { signal } = options;
  if (signal && !signal.addEventListener)
    throw new InvalidArgumentError("signal", "signal must be an AbortSignal.");
  const { timeoutMs } = withNumbers({ timeoutMs: totalTimeoutMs }, options, 1);
  return new Call({ signal, timeoutMs, now, retry: retryOf(options.retry, retry) });
}
