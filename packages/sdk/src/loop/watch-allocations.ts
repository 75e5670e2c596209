import type { BulkSummary } from "../bulk/bulk-run.ts";
import type { PuhuriClient } from "../client.ts";
import { contextOf } from "../nouns/context.ts";
import type { WorkScope } from "../servers/work.ts";
import { requireObject, withNumbers, wrongArgument } from "../values/arguments.ts";
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
   * The pause between two passes, in milliseconds.
   *
   * @default 60_000
   */
  readonly intervalMs?: number | undefined;
  /**
   * How much longer or shorter a pause may be, as a fraction of it, so that several watchers do not all ask at once.
   *
   * @default 0.1
   */
  readonly jitter?: number | undefined;
  /**
   * Called after each pass, before the pause: the place for work between passes. The watch waits for it. An error that
   * it throws ends the watch.
   */
  readonly onPass?: ((pass: AllocationPass) => unknown) | undefined;
}

/** A pass that has ended. */
export interface AllocationPass {
  readonly summary: BulkSummary<AllocationOutcome>;
  /** Why the pass could not even list what waits; the next pass tries again. */
  readonly error?: unknown;
}

/** An endless run of passes. Iterate over it; stop it by the signal, or by leaving the loop. */
export interface AllocationWatch extends AsyncIterable<AllocationOutcome, undefined, undefined> {
  /** Returns itself: a second loop goes on where the first one stopped. */
  [Symbol.asyncIterator](): this;
  /** The next outcome, as `for await` asks for it. */
  next(): Promise<IteratorResult<AllocationOutcome, undefined>>;
  /** Stops, as leaving a loop does. When this resolves, nothing is running any more. */
  return(): Promise<IteratorResult<AllocationOutcome, undefined>>;
}

/**
 * Repeats `processAllocations` until it is stopped: one pass after the other, never two at a time.
 *
 * Abort the signal to stop: the loop then ends without an error, once the handlers at work have ended. If the API
 * fails, the next pass tries again. Errors that no pass can fix, such as an expired token, are thrown.
 *
 * @throws {InvalidArgumentError} As `processAllocations`; or the interval or the jitter is wrong.
 * @throws While iterating: any error of the listing, unless the next pass may well succeed.
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
  const { http, random } = contextOf(puhuri);
  requireObject(options, "options");
  const { intervalMs: _intervalMs, jitter: _jitter, onPass, signal, ...ofEachPass } = options;
  const { intervalMs, jitter } = withNumbers({ intervalMs: 60_000, jitter: 0.1 }, options);
  if (jitter > 1) throw wrongArgument("jitter", "must not be more than 1");
  const memory: PassMemory = { failing: new Map(), isScopeKnown: false };
  const begin = (stopped: AbortSignal | undefined) =>
    processRemembering(puhuri, scope, handlers, { ...ofEachPass, signal: stopped }, memory);
  // Checks the other arguments, and starts nothing.
  begin(signal);
  const stopping = new AbortController();
  const stop = () => stopping.abort(signal?.reason);

  async function* pass(): AsyncGenerator<AllocationOutcome, undefined> {
    const run = begin(stopping.signal);
    let failure: { readonly error?: unknown } = {};
    try {
      yield* run;
    } catch (error) {
      if (!mayPassByItself(error)) throw error;
      failure = { error };
    }
    await onPass?.({ summary: run.summary(), ...failure });
  }

  async function* repeat(): AsyncGenerator<AllocationOutcome, undefined> {
    if (signal?.aborted === true) stop();
    signal?.addEventListener("abort", stop);
    try {
      while (!stopping.signal.aborted) {
        yield* pass();
        if (stopping.signal.aborted) break;
        await http.clock.sleep(intervalMs * (1 + jitter * (2 * random() - 1)), stopping.signal);
      }
    } catch (error) {
      // A stop is no error.
      if (!stopping.signal.aborted) throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  }

  const outcomes = repeat();
  const watch: AllocationWatch = {
    [Symbol.asyncIterator]: () => watch,
    next: () => outcomes.next(),
    // The generator alone would first sleep to the end of the pause.
    return() {
      stopping.abort();
      return outcomes.return(undefined);
    },
  };
  return watch;
}
