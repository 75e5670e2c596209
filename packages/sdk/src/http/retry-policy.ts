import { zeroOrMore } from "./number-option.ts";
import type { OperationKind } from "./operation.ts";

/** How often and how fast a request is repeated. */
export interface RetryOptions {
  /** Requests after the first. Default 3. */
  readonly maxRetries: number;
  /** The longest wait before the first retry, in milliseconds; doubles each time. Default 500. */
  readonly baseDelayMs: number;
  /** The longest wait before any retry, unless the server asks for more. Default 8,000. */
  readonly maxDelayMs: number;
}

export const DEFAULT_RETRY: RetryOptions = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 };

/**
 * Merges a call's or a client's options into what holds otherwise.
 *
 * @throws {InvalidArgumentError} One of them is not a number, or below 0.
 */
export function retryOf(
  retry: false | Partial<RetryOptions> | undefined,
  defaults: RetryOptions,
): RetryOptions {
  if (retry === false) return { ...defaults, maxRetries: 0 };
  return {
    maxRetries: zeroOrMore("retry.maxRetries", retry?.maxRetries, defaults.maxRetries),
    baseDelayMs: zeroOrMore("retry.baseDelayMs", retry?.baseDelayMs, defaults.baseDelayMs),
    maxDelayMs: zeroOrMore("retry.maxDelayMs", retry?.maxDelayMs, defaults.maxDelayMs),
  };
}

/**
 * How an attempt went wrong:
 * - `unsent`: it never left (connection refused, unknown host).
 * - `lost`: it may have arrived, and no whole answer came back (reset, timeout, broken body).
 * - a status: it was answered. `busy` is a 503 that says when to come back: turned away at the door.
 */
export type Failure = "unsent" | "lost" | "busy" | number;

interface Policy {
  /** Failures after which the request is sent again. */
  readonly retried: ReadonlySet<Failure>;
  /** Whether a failure can leave it open what the server did. */
  readonly writes: boolean;
}

/** The whole of it: which failure of which kind of operation is retried. 409 is an answer, so it is nowhere. */
const POLICIES: Readonly<Record<OperationKind, Policy>> = {
  read: {
    writes: false,
    retried: new Set<Failure>(["unsent", "lost", "busy", 408, 425, 429, 500, 502, 503, 504]),
  },
  upsert: { writes: true, retried: new Set<Failure>(["unsent", "lost", "busy", 429, 502, 503, 504]) },
  transition: { writes: true, retried: new Set<Failure>(["unsent", "busy", 429]) },
  create: { writes: true, retried: new Set<Failure>(["unsent", "busy", 429]) },
};

/** Whether sending it again can do no harm and may help. */
export function isRetried(kind: OperationKind, failure: Failure): boolean {
  return POLICIES[kind].retried.has(failure);
}

/** Whether the server may have carried the request out although it failed. */
export function mayHaveApplied(kind: OperationKind, failure: Failure): boolean {
  if (!POLICIES[kind].writes) return false;
  return failure === "lost" || failure === 408 || (typeof failure === "number" && failure >= 500);
}

/** Full jitter: anything from nothing to the exponential limit, so that clients do not come back all at once. */
export function backoffMs(retry: RetryOptions, retriesSoFar: number, random: () => number): number {
  return random() * Math.min(retry.maxDelayMs, retry.baseDelayMs * 2 ** retriesSoFar);
}
