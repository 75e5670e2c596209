import { InvalidArgumentError } from "../errors.ts";
import type { Clock } from "./clock.ts";
import { positive } from "./number-option.ts";
import { type RetryOptions, retryOf } from "./retry-policy.ts";

/** What every method takes as its last argument. */
export interface CallOptions {
  /** Aborts the call: requests, bodies, and waits. What is thrown then is the signal's own `reason`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole call, over all its requests, retries, pages and polls. */
  readonly timeoutMs?: number | undefined;
  /** `false` sends each request once. */
  readonly retry?: false | Partial<RetryOptions> | undefined;
}

/** A begun call: its clock runs. Workflows and listings pass one `Call` through all their requests. */
export class Call {
  readonly signal: AbortSignal | undefined;
  /** The whole call's time, in milliseconds; infinite when it has no limit. */
  readonly timeoutMs: number;
  /** When the time is up, on the clock's scale. */
  readonly deadline: number;
  readonly retry: RetryOptions;

  constructor(facts: {
    signal: AbortSignal | undefined;
    timeoutMs: number;
    now: number;
    retry: RetryOptions;
  }) {
    this.signal = facts.signal;
    this.timeoutMs = facts.timeoutMs;
    this.deadline = facts.now + facts.timeoutMs;
    this.retry = facts.retry;
  }
}

/** What a client gives to calls that do not say otherwise. */
export interface CallDefaults {
  readonly clock: Clock;
  readonly totalTimeoutMs: number;
  readonly retry: RetryOptions;
}

/**
 * Starts a call's clock, once: a call that is already running is returned as it is.
 *
 * @throws {InvalidArgumentError} `timeoutMs` is not a positive number, `retry` or `signal` is not what it should be.
 */
export function beginCall(
  options: CallOptions | Call | undefined,
  defaults: CallDefaults,
  totalTimeoutMs = defaults.totalTimeoutMs,
): Call {
  if (options instanceof Call) return options;
  const signal = options?.signal ?? undefined;
  if (signal !== undefined && typeof signal.addEventListener !== "function") {
    throw new InvalidArgumentError("signal", "signal must be an AbortSignal.");
  }
  return new Call({
    signal,
    timeoutMs: positive("timeoutMs", options?.timeoutMs, totalTimeoutMs),
    now: defaults.clock.now(),
    retry: options?.retry === undefined ? defaults.retry : retryOf(options.retry, defaults.retry),
  });
}
