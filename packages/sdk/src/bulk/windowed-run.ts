import { attempt } from "../http/call.ts";
import { notify } from "../http/hooks.ts";
import type {
  BulkOptions,
  BulkProgress,
  BulkRun,
  BulkSource,
  BulkSummary,
  Counted,
  Counts,
  Failed,
} from "./bulk-run.ts";

/** What to do with each item. */
export interface Work<Item, Outcome extends Counted> {
  /** Or a function that makes it when the run begins. The signal is aborted when the run is stopped. */
  readonly source: BulkSource<Item> | ((signal: AbortSignal) => BulkSource<Item>);
  /** Every possible outcome, with 0. */
  readonly counts: Counts<Outcome>;
  /** Returns the outcome; an error that it throws ends the run. The signal is the same. */
  task(item: Item, index: number, signal: AbortSignal): Promise<Outcome>;
}

const CONCURRENCY = 4;

/** A hundred thousand items with an expired token must not fill the memory. */
const MAX_FAILURES = 1000;

/**
 * Works on a few items at a time. An item keeps its place until its outcome is taken, so a slow consumer stops the work,
 * and the work stops the source.
 */
export class WindowedRun<Item, Outcome extends Counted> implements BulkRun<Outcome> {
  readonly #work: Work<Item, Outcome>;
  readonly #options: BulkOptions<Outcome>;
  readonly #outcomes: AsyncGenerator<Outcome, undefined>;
  readonly #stopping = new AbortController();
  readonly #inFlight = new Set<Promise<void>>();
  readonly #ready: Outcome[] = [];
  readonly #counts: Record<string, number>;
  readonly #failures: Failed<Outcome>[] = [];
  #begun = 0;
  #ended = 0;
  /** The source has no more items, or failed. */
  #exhausted = false;
  #reading = false;
  /** What the run throws at its end. */
  #fault: { readonly error: unknown } | undefined;
  /** Wakes the generator. */
  #wake = (): void => {};

  constructor(work: Work<Item, Outcome>, options: BulkOptions<Outcome>) {
    this.#work = work;
    this.#options = options;
    this.#counts = { ...work.counts };
    this.#outcomes = this.#run();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Outcome, undefined>> {
    return this.#outcomes.next();
  }

  async return(): Promise<IteratorResult<Outcome, undefined>> {
    this.#stop();
    return this.#outcomes.return(undefined);
  }

  summary(): BulkSummary<Outcome> {
    return { ...this.#progress(), failures: [...this.#failures] };
  }

  async finish(): Promise<BulkSummary<Outcome>> {
    for await (const _ of this);
    return this.summary();
  }

  async *#run(): AsyncGenerator<Outcome, undefined> {
    const { signal, concurrency = CONCURRENCY } = this.#options;
    const { source } = this.#work;
    signal?.throwIfAborted();
    const from = typeof source === "function" ? source(this.#stopping.signal) : source;
    const items = Symbol.asyncIterator in from ? from[Symbol.asyncIterator]() : from[Symbol.iterator]();
    const onAbort = (): void => this.#fail(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    let dealtWith = 0;
    const hasRoom = (): boolean => this.#begun - dealtWith < concurrency;
    try {
      while (!this.#stopping.signal.aborted) {
        void this.#fill(items, hasRoom);
        const outcome = this.#ready.shift();
        if (outcome !== undefined) {
          yield outcome;
          dealtWith++;
        } else if (this.#exhausted && this.#inFlight.size === 0) {
          break;
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
      await Promise.all(this.#inFlight);
      if (this.#fault !== undefined) throw this.#fault.error;
    } finally {
      this.#stop();
      await Promise.all(this.#inFlight);
      if (!this.#exhausted) await this.#close(items);
      signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Reads on while there is room, also while the consumer is busy. */
  async #fill(items: Iterator<Item> | AsyncIterator<Item>, hasRoom: () => boolean): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    while (hasRoom() && !this.#exhausted && !this.#stopping.signal.aborted) {
      try {
        const next = await items.next();
        const item = await next.value;
        if (next.done === true) this.#exhausted = true;
        else if (!this.#stopping.signal.aborted) this.#start(item);
      } catch (error) {
        // Thrown when the items that were begun are done.
        this.#exhausted = true;
        this.#fault ??= { error };
      }
    }
    this.#reading = false;
    this.#wake();
  }

  #start(item: Item): void {
    const flight = this.#carryOut(item, this.#begun++).then(() => {
      this.#inFlight.delete(flight);
      this.#wake();
    });
    this.#inFlight.add(flight);
  }

  async #carryOut(item: Item, index: number): Promise<void> {
    try {
      const outcome = await this.#work.task(item, index, this.#stopping.signal);
      this.#ended++;
      this.#counts[outcome.outcome] = (this.#counts[outcome.outcome] ?? 0) + 1;
      if (hasError(outcome) && this.#failures.length < MAX_FAILURES) this.#failures.push(outcome);
      this.#ready.push(outcome);
      const { onProgress } = this.#options;
      if (onProgress) notify(onProgress, this.#progress());
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#stopping.signal.aborted) return;
    this.#fault ??= { error };
    this.#stop(error);
  }

  #stop(reason?: unknown): void {
    this.#stopping.abort(reason);
    this.#wake();
  }

  /** Closes the source, whose errors do not matter any more. */
  async #close(items: Iterator<Item> | AsyncIterator<Item>): Promise<void> {
    const closing = (async () => items.return?.())().catch(() => {});
    // Not waited for while it is making an item, nor after an abort.
    if (this.#reading) return;
    await attempt(() => closing, Number.POSITIVE_INFINITY, this.#options.signal).catch(() => {});
  }

  #progress(): BulkProgress<Outcome> {
    const unfinished = this.#begun - this.#ended;
    return { ...this.#work.counts, ...this.#counts, total: this.#ended, unfinished };
  }
}

function hasError<Outcome extends Counted>(outcome: Outcome): outcome is Failed<Outcome> {
  return "error" in outcome;
}
