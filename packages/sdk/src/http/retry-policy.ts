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

/** An operation's id in the spec, and its kind; for one in no table, the most careful kind that the method allows. */
export type OperationLookup = (
  method: string,
  path: string,
) => { readonly id: string; readonly kind: OperationKind };

/** How often and how fast a request is repeated. */
export interface RetryOptions {
  /**
   * Requests after the first; a 429, which only asks to come later, is obeyed up to 12 times.
   * @default 3
   */
  readonly maxRetries: number;
  /**
   * The longest wait before the first retry, in milliseconds; doubles each time.
   * @default 500
   */
  readonly baseDelayMs: number;
  /**
   * The longest wait before any retry, in milliseconds, unless the server asks for more.
   * @default 8000
   */
  readonly maxDelayMs: number;
}

/** What is said of retries: `false` for none, or some of the options. */
export type RetryWishes = false | { readonly [Name in keyof RetryOptions]?: RetryOptions[Name] | undefined };

export const DEFAULT_RETRY = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 };

/**
 * Merges a call's or a client's options into what holds otherwise.
 *
 * @throws {InvalidArgumentError} It is neither `false` nor options, or one of them is unknown, not a number, or below 0.
 */
export function retryOf(retry: RetryWishes | undefined, otherwise: RetryOptions): RetryOptions {
  if (retry === undefined) return otherwise;
  if (retry === false) return { ...otherwise, maxRetries: 0 };
  requireObject(retry, "retry");
  requireKeys(retry, DEFAULT_RETRY, "retry");
  return withNumbers(otherwise, retry);
}

/**
 * How an attempt went wrong:
 * - `barred`: it cannot reach the API, and that will not change by itself (a refused certificate or proxy, a blocked port).
 * - `unsent`: it did not reach the API this time (connection refused, unknown host).
 * - `lost`: it may have arrived, and no whole answer came back (reset, timeout, broken body).
 * - `garbled`: the answer is a success, and not what this API answers with (a page, half a JSON text, nothing).
 * - a status: it was answered. `busy` is a 503 that says when to come back: turned away at the door.
 */
export type Failure = "barred" | "unsent" | "lost" | "garbled" | "busy" | number;

const TURNED_AWAY: readonly Failure[] = ["unsent", "busy", 429];
const REPEATABLE: readonly Failure[] = [...TURNED_AWAY, "lost", 502, 503, 504];

/** The whole of it: after which failures an operation is sent again. 409 is an answer, so it is nowhere. */
const RETRIED: Readonly<Record<OperationKind, readonly Failure[]>> = {
  read: [...REPEATABLE, "garbled", 408, 425, 500],
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
  if (kind === "read") return false;
  return failure === "lost" || failure === "garbled" || failure === 408 || Number(failure) >= 500;
}

/** A server that counts requests by the half minute, or others that use up what it allows, may take several waits. */
const MAX_REFUSALS = 12;

/** How often a request is sent again after a 429; 0 where nothing is to be repeated. */
export function maxRefusals({ maxRetries }: RetryOptions): number {
  return maxRetries === 0 ? 0 : Math.max(maxRetries, MAX_REFUSALS);
}

/** Full jitter: anything from nothing to the exponential limit, so that clients do not come back all at once. */
export function backoffMs(retry: RetryOptions, retriesSoFar: number, random: () => number): number {
  return Math.round(random() * Math.min(retry.maxDelayMs, retry.baseDelayMs * 2 ** retriesSoFar));
}

/**
 * Returns the wait a `Retry-After` header asks for, in milliseconds; undefined when it is missing or malformed.
 *
 * A date is held against the answer's own `Date` where it has one, so that a wrong clock here does no harm.
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = httpDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (httpDate(headers.get("date")) ?? now));
}

/** Holds back all calls of one client after a 429, whichever of them got it. */
export class RateLimitGate {
  readonly #clock: Clock;
  #until = 0;
  #refusals = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How often it was held in a row, without an answer of another kind between. */
  get refusals(): number {
    return this.#refusals;
  }

  /** To be called when the server has answered with something else than a 429. */
  admit(): void {
    this.#refusals = 0;
  }

  /** Lets nobody through for the next `ms`. */
  hold(ms: number): void {
    // Several that were on their way together are turned away for the same reason.
    if (this.isOpen) this.#refusals++;
    this.#until = Math.max(this.#until, this.#clock.now() + ms);
  }

  get isOpen(): boolean {
    return this.#until <= this.#clock.now();
  }

  /** Waits until it opens, however often it is held anew meanwhile; `false` if that is past the deadline. */
  async pass(deadline: number, signal: AbortSignal | undefined): Promise<boolean> {
    // Not until it is open: a clock that stands still, as in tests, must not keep anyone here for ever.
    for (let waitedFor = 0; !this.isOpen && this.#until !== waitedFor; ) {
      waitedFor = this.#until;
      if (waitedFor >= deadline) return false;
      await this.#clock.sleep(waitedFor - this.#clock.now(), signal);
    }
    return true;
  }
}
