import { requireKeys, requireObject, withNumbers } from "../values/arguments.ts";
import { type Clock, httpDate } from "./clock.ts";

/**
 * What repeating an operation would do, which decides when it may be retried:
 * - `read`: nothing changes.
 * - `upsert`: sending it twice ends where sending it once does.
 * - `transition`: the second one is refused, or means something else.
 * - `create`: the second one makes another.
 */
export type OperationKind = "read" | "upsert" | "transition" | "create";

/** Returns an operation's id in the spec and its kind. An unknown one has the most careful kind that its method allows. */
export type OperationLookup = (
  method: string,
  path: string,
) => { readonly id: string; readonly kind: OperationKind };

/** How often and how fast a request is repeated. */
export interface RetryOptions {
  /**
   * How often a request is repeated. After a 429, which only asks to come later, it is repeated up to 12 times.
   * @default 3
   */
  readonly maxRetries: number;
  /**
   * The longest wait before the first retry, in milliseconds. It doubles with each retry.
   * @default 500
   */
  readonly baseDelayMs: number;
  /**
   * The longest wait before any retry, in milliseconds, unless the server asks for more.
   * @default 8000
   */
  readonly maxDelayMs: number;
}

/** Some options of retries, or `false` for no retries. */
export type RetryWishes = false | { readonly [Name in keyof RetryOptions]?: RetryOptions[Name] | undefined };

export const DEFAULT_RETRY = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 };

/**
 * Completes the options of a call or a client.
 *
 * @throws {InvalidArgumentError} `retry` is neither `false` nor options, or an option is unknown, not a number, or below 0.
 */
export function retryOf(retry: RetryWishes | undefined, otherwise: RetryOptions): RetryOptions {
  if (retry === undefined) return otherwise;
  if (retry === false) return { ...otherwise, maxRetries: 0 };
  requireObject(retry, "retry");
  requireKeys(retry, DEFAULT_RETRY, "retry");
  return withNumbers(otherwise, retry);
}

/**
 * How an attempt failed:
 * - `barred`: it cannot reach the API, and that will not change by itself (a refused certificate or proxy, a blocked port,
 *   a redirect).
 * - `unsent`: it did not reach the API this time (connection refused, unknown host).
 * - `lost`: it may have arrived, but no whole answer came back (reset, timeout, broken body).
 * - `garbled`: the status is a success, but the body is not one of this API (an HTML page, half a JSON text, nothing).
 * - a status: the server answered with it. `busy` is a 503 that says when to come back: the request was turned away.
 */
export type Failure = "barred" | "unsent" | "lost" | "garbled" | "busy" | number;

const TURNED_AWAY: readonly Failure[] = ["unsent", "busy", 429];
const REPEATABLE: readonly Failure[] = [...TURNED_AWAY, "lost", 502, 503, 504];

/** After which failures an operation is sent again. Not after a 409, which is the answer. */
const RETRIED: Readonly<Record<OperationKind, readonly Failure[]>> = {
  read: [...REPEATABLE, "garbled", 408, 425, 500],
  upsert: REPEATABLE,
  transition: TURNED_AWAY,
  create: TURNED_AWAY,
};

/** Whether repeating the operation does no harm and may help. */
export function isRetried(kind: OperationKind, failure: Failure): boolean {
  return RETRIED[kind].includes(failure);
}

/** Whether the server may have carried the request out although it failed. */
export function mayHaveApplied(kind: OperationKind, failure: Failure): boolean {
  if (kind === "read") return false;
  return failure === "lost" || failure === "garbled" || failure === 408 || Number(failure) >= 500;
}

/** One wait is often not enough: the server may count requests by the half minute, or other clients use up its limit. */
const MAX_REFUSALS = 12;

/** How often a request is repeated after a 429. */
export function maxRefusals({ maxRetries }: RetryOptions): number {
  return maxRetries === 0 ? 0 : Math.max(maxRetries, MAX_REFUSALS);
}

/** Full jitter: anything from nothing to the exponential limit, so that clients do not come back all at once. */
export function backoffMs(retry: RetryOptions, retriesSoFar: number, random: () => number): number {
  return Math.round(random() * Math.min(retry.maxDelayMs, retry.baseDelayMs * 2 ** retriesSoFar));
}

/**
 * Returns the milliseconds that a `Retry-After` header asks to wait; undefined if it is missing or malformed.
 *
 * A date counts from the answer's own `Date`, if it has one: this machine's clock may be wrong.
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = httpDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (httpDate(headers.get("date")) ?? now));
}

/** Holds back all calls of a client after one of them got a 429. */
export class RateLimitGate {
  readonly #clock: Clock;
  #until = 0;
  #refusals = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How often it was held since the last answer that was not a 429. */
  get refusals(): number {
    return this.#refusals;
  }

  /** Notes an answer that is not a 429. */
  admit(): void {
    this.#refusals = 0;
  }

  /** Lets nobody through for the next `ms`. */
  hold(ms: number): void {
    // Requests that were on their way together are refused for the same reason, so they count once.
    if (this.isOpen) this.#refusals++;
    this.#until = Math.max(this.#until, this.#clock.now() + ms);
  }

  get isOpen(): boolean {
    return this.#until <= this.#clock.now();
  }

  /** Waits until the gate is open. Returns false as soon as that would be past the deadline. */
  async pass(deadline: number, signal: AbortSignal | undefined): Promise<boolean> {
    // Ends even if the clock stands still, as one in a test may.
    for (let waitedFor = 0; !this.isOpen && this.#until !== waitedFor; ) {
      waitedFor = this.#until;
      if (waitedFor >= deadline) return false;
      await this.#clock.sleep(waitedFor - this.#clock.now(), signal);
    }
    return true;
  }
}
