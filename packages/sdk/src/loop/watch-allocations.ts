import type { BulkRun, BulkSummary } from "../bulk/outcomes.ts";
import type { PuhuriClient } from "../client.ts";
import { InvalidArgumentError } from "../errors.ts";
import { type Context, contextOf } from "../nouns/context.ts";
import type { WorkScope } from "../servers/waiting.ts";
import { requireObject, withNumbers } from "../values/arguments.ts";
import type { AllocationHandlers } from "./handlers.ts";
import { mayPassByItself } from "./pass.ts";
import {
  type AllocationOutcome,
  type PassMemory,
  type ProcessAllocationsOptions,
  processRemembering,
} from "./process-allocations.ts";

/** How passes are repeated. */
export interface WatchAllocationsOptions extends ProcessAllocationsOptions {
  /**
   * From the end of one pass to the start of the next, in milliseconds.
   *
   * @default 60_000
   */
  readonly intervalMs?: number | undefined;
  /**
   * How much longer or shorter a pause may be, as a part of it: several watchers must not all ask at once.
   *
   * @default 0.1
   */
  readonly jitter?: number | undefined;
  /**
   * Called after each pass and waited for, before the pause begins: the place for what is done between passes. What it
   * throws ends the watch.
   */
  readonly onPass?: ((pass: AllocationPass) => unknown) | undefined;
}

/** A pass that has ended. */
export interface AllocationPass {
  readonly summary: BulkSummary<AllocationOutcome>;
  /** Why it could not even list what waits, when the API failed; the next pass tries again. */
  readonly error?: unknown;
}

/** Passes without end: iterate, and stop by the signal or by leaving the loop. */
export interface AllocationWatch extends AsyncIterable<AllocationOutcome, undefined, undefined> {
  /** Itself: a second loop goes on where the first one stopped. */
  [Symbol.asyncIterator](): this;
  /** The next outcome, as `for await` asks for it. */
  next(): Promise<IteratorResult<AllocationOutcome, undefined>>;
  /** Stops, as leaving a loop does: nothing goes on when this resolves. */
  return(): Promise<IteratorResult<AllocationOutcome, undefined>>;
}

/**
 * Repeats `processAllocations` until it is stopped: one pass after the other, never two at a time.
 *
 * Abort the signal to stop: the loop then ends without an error, as soon as the handlers at work have ended. A failure of the API
 * is left to the next pass; what no pass can mend, such as a token that is not valid any more, is thrown.
 *
 * @throws {InvalidArgumentError} As `processAllocations`; or the interval or the jitter is wrong.
 * @throws While iterating: what listing throws, unless the next pass may well succeed.
 * @example
 * const stop = new AbortController();
 * process.once("SIGTERM", () => stop.abort());
 * const options = { intervalMs: 300_000, signal: stop.signal };
 * for await (const { outcome, resource } of watchAllocations(puhuri, { offering_uuid: offeringUuid }, handlers, options)) {
 *   console.log(resource.name, outcome);
 * }
 */
export function watchAllocations(
  puhuri: PuhuriClient,
  scope: WorkScope,
  handlers: AllocationHandlers,
  options: WatchAllocationsOptions = {},
): AllocationWatch {
  const context = contextOf(puhuri);
  requireObject(options, "options");
  const { intervalMs: _intervalMs, jitter: _jitter, onPass: _onPass, ...ofEachPass } = options;
  const pacing = withNumbers({ intervalMs: 60_000, jitter: 0.1 }, options);
  if (pacing.jitter > 1) throw new InvalidArgumentError("jitter", "jitter must not be more than 1.");
  const memory: PassMemory = { failing: new Map(), isScopeKnown: false };
  // Checks everything else, and does nothing.
  processRemembering(puhuri, scope, handlers, ofEachPass, memory);
  const pass = (signal: AbortSignal) =>
    processRemembering(puhuri, scope, handlers, { ...ofEachPass, signal }, memory);
  return new Watch(pass, pacing, context, options);
}

class Watch implements AllocationWatch {
  readonly #pass: (signal: AbortSignal) => BulkRun<AllocationOutcome>;
  readonly #pacing: Readonly<Record<"intervalMs" | "jitter", number>>;
  readonly #context: Context;
  readonly #options: WatchAllocationsOptions;
  readonly #stop = new AbortController();
  readonly #outcomes: AsyncGenerator<AllocationOutcome, undefined>;

  constructor(
    pass: (signal: AbortSignal) => BulkRun<AllocationOutcome>,
    pacing: Readonly<Record<"intervalMs" | "jitter", number>>,
    context: Context,
    options: WatchAllocationsOptions,
  ) {
    this.#pass = pass;
    this.#pacing = pacing;
    this.#context = context;
    this.#options = options;
    this.#outcomes = this.#repeat();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<AllocationOutcome, undefined>> {
    return this.#outcomes.next();
  }

  /** A generator alone would sleep through it. */
  return(): Promise<IteratorResult<AllocationOutcome, undefined>> {
    this.#stop.abort();
    return this.#outcomes.return(undefined);
  }

  async *#repeat(): AsyncGenerator<AllocationOutcome, undefined> {
    const { signal } = this.#options;
    const stop = () => this.#stop.abort(signal?.reason);
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop);
    try {
      while (!this.#stop.signal.aborted) {
        yield* this.#once();
        if (!this.#stop.signal.aborted) await this.#pause();
      }
    } catch (error) {
      // Stopping is how it ends.
      if (!this.#stop.signal.aborted) throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  async *#once(): AsyncGenerator<AllocationOutcome, undefined> {
    const run = this.#pass(this.#stop.signal);
    let failure: { readonly error?: unknown } = {};
    try {
      yield* run;
    } catch (error) {
      if (!mayPassByItself(error)) throw error;
      failure = { error };
    }
    await this.#options.onPass?.({ summary: run.summary(), ...failure });
  }

  #pause(): Promise<void> {
    const { intervalMs, jitter } = this.#pacing;
    const { random, http } = this.#context;
    return http.clock.sleep(intervalMs * (1 + jitter * (2 * random() - 1)), this.#stop.signal);
  }
}
