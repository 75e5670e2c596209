import { InvalidArgumentError } from "../errors.ts";
import { withNumbers } from "./number-option.ts";
import type { OperationKind } from "./operation.ts";

/** How often and how fast a request is repeated. */
export interface RetryOptions {
  /** Requests after the first. Default 3; a 429, which only asks to come later, is obeyed up to 12 times. */
  readonly maxRetries: number;
  /** The longest wait before the first retry, in milliseconds; doubles each time. Default 500. */
  readonly baseDelayMs: number;
  /** The longest wait before any retry, unless the server asks for more. Default 8,000. */
  readonly maxDelayMs: number;
}

/** What is said of retries: `false` for none, or some of the options. */
export type GivenRetry = false | { readonly [Name in keyof RetryOptions]?: RetryOptions[Name] | undefined };

export const DEFAULT_RETRY = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 };

/**
 * Merges a call's or a client's options into what holds otherwise.
 *
 * @throws {InvalidArgumentError} It is neither `false` nor options, or one of them is not a number, or below 0.
 */
export function retryOf(retry: GivenRetry | undefined, otherwise: RetryOptions): RetryOptions {
  if (retry === undefined) return otherwise;
  if (retry !== false && typeof retry !== "object") {
    throw new InvalidArgumentError("retry", "retry must be false, or an object such as { maxRetries: 5 }.");
  }
  const { maxRetries, baseDelayMs, maxDelayMs } = otherwise;
  return withNumbers({ maxRetries, baseDelayMs, maxDelayMs }, retry === false ? { maxRetries: 0 } : retry);
}

/**
 * How an attempt went wrong:
 * - `unsent`: it never left (connection refused, unknown host).
 * - `lost`: it may have arrived, and no whole answer came back (reset, timeout, broken body).
 * - a status: it was answered. `busy` is a 503 that says when to come back: turned away at the door.
 */
export type Failure = "unsent" | "lost" | "busy" | number;

const TURNED_AWAY: readonly Failure[] = ["unsent", "busy", 429];
const REPEATABLE: readonly Failure[] = [...TURNED_AWAY, "lost", 502, 503, 504];

/** The whole of it: after which failures an operation is sent again. 409 is an answer, so it is nowhere. */
const RETRIED: Readonly<Record<OperationKind, readonly Failure[]>> = {
  read: [...REPEATABLE, 408, 425, 500],
  upsert: REPEATABLE,
  transition: TURNED_AWAY,
  create: TURNED_AWAY,
};

/** Whether sending it again can do no harm and may help. */
export function isRetried(kind: OperationKind, failure: Failure): boolean {
  return RETRIED[kind].includes(failure);
}

/** Whether the server may have carried the request out although it failed. */
export function mayHaveApplied(kind: OperationKind, failure: Failure): boolean {
  return kind !== "read" && (failure === "lost" || failure === 408 || Number(failure) >= 500);
}

/** A server that counts requests by the half minute, or others that use up what it allows, may take several waits. */
const MAX_REFUSALS = 12;

/** How often a request is sent again after a 429; 0 where nothing is to be repeated. */
export function maxRefusals({ maxRetries }: RetryOptions): number {
  return maxRetries === 0 ? 0 : Math.max(maxRetries, MAX_REFUSALS);
}

/** Full jitter: anything from nothing to the exponential limit, so that clients do not come back all at once. */
export function backoffMs(retry: RetryOptions, retriesSoFar: number, random: () => number): number {
  return random() * Math.min(retry.maxDelayMs, retry.baseDelayMs * 2 ** retriesSoFar);
}
