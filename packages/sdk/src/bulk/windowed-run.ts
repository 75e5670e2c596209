import { throwIfAborted } from "../http/abort.ts";
import { attempt } from "../http/attempt.ts";
import { notify } from "../http/hooks.ts";
import type { BulkOptions, BulkSource } from "./bulk-options.ts";
import type { BulkRun } from "./bulk-run.ts";
import { ItemSource } from "./item-source.ts";
import type { BulkSummary, Counted, Counts } from "./outcome.ts";
import { OutcomeQueue } from "./outcome-queue.ts";
import { Tally } from "./tally.ts";

/** What is to be done with each item. */
export interface Work<Item, Outcome extends Counted> {
  /** Or what makes it when the run begins; the signal is aborted when nobody wants the rest. */
  readonly source: BulkSource<Item> | ((signal: AbortSignal) => BulkSource<Item>);
  /** Every outcome there is, with 0. */
  readonly counts: Counts<Outcome>;
  /** Must end in an outcome; what it throws ends the run. The signal is the same. */
  task(item: Item, index: number, signal: AbortSignal): Promise<Outcome>;
}

const CONCURRENCY = 4;

/**
 * Works on a window of items at a time: what was read from the source and not yet dealt with by whoever iterates is
 * never more than the window. So a slow consumer stops the work, and the work stops the source.
 */
export class WindowedRun<Item, Outcome extends Counted> implements BulkRun<Outcome> {
  readonly #work: Work<Item, Outcome>;
  readonly #options: BulkOptions<Outcome>;
  readonly #tally: Tally<Outcome>;
  readonly #queue = new OutcomeQueue<Outcome>();
  readonly #stopping = new AbortController();
  readonly #inFlight = new Set<Promise<void>>();
  #source: ItemSource<Item> | undefined;
  /** How often an outcome was asked for: asking for the next one says that the last one is dealt with. */
  #asked = 0;
  #reading = false;
  /** Nothing more is to be read. */
  #exhausted = false;
  #fault: { readonly error: unknown } | undefined;
  #stopped: Promise<void> | undefined;

  constructor(work: Work<Item, Outcome>, options: BulkOptions<Outcome>) {
    this.#work = work;
    this.#options = options;
    this.#tally = new Tally(work.counts);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Outcome, undefined>> {
    this.#asked++;
    const outcome = this.#queue.next();
    if (this.#begin()) void this.#fill();
    return outcome;
  }

  /** Stops: what is on its way is aborted, and nothing goes on when this resolves. */
  async return(): Promise<IteratorResult<Outcome, undefined>> {
    this.#fault = undefined;
    await this.#stop();
    return { done: true, value: undefined };
  }

  summary(): BulkSummary<Outcome> {
    return this.#tally.summary();
  }

  async finish(): Promise<BulkSummary<Outcome>> {
    for await (const _ of this);
    return this.summary();
  }

  #begin(): boolean {
    if (this.#source !== undefined) return true;
    if (this.#stopped !== undefined) return false;
    const { signal } = this.#options;
    try {
      throwIfAborted(signal);
      const { source } = this.#work;
      this.#source = new ItemSource(typeof source === "function" ? source(this.#stopping.signal) : source);
      signal?.addEventListener("abort", this.#abort);
      return true;
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  readonly #abort = (): void => this.#fail(this.#options.signal?.reason);

  #fail(error: unknown): void {
    if (this.#stopped !== undefined) return;
    this.#fault ??= { error };
    void this.#stop(error);
  }

  #stop(reason?: unknown): Promise<void> {
    this.#stopped ??= this.#windUp(reason);
    return this.#stopped;
  }

  async #windUp(reason: unknown): Promise<void> {
    this.#exhausted = true;
    this.#queue.drop();
    this.#release();
    this.#stopping.abort(reason);
    await Promise.all(this.#inFlight);
    // How the source takes it is its own affair. Whoever aborts, before or now, is not held up by one that hangs.
    const closed = this.#source?.close().catch(() => {}) ?? Promise.resolve();
    try {
      await attempt(() => closed, Number.POSITIVE_INFINITY, this.#options.signal);
    } catch {}
    this.#queue.end(this.#fault);
  }

  #release(): void {
    this.#options.signal?.removeEventListener("abort", this.#abort);
  }

  #hasRoom(): boolean {
    const { concurrency = CONCURRENCY } = this.#options;
    const dealtWith = Math.min(this.#queue.taken, this.#asked - 1);
    return !this.#exhausted && !this.#reading && this.#tally.begun - dealtWith < concurrency;
  }

  /** Reads on while there is room. */
  async #fill(): Promise<void> {
    const source = this.#source;
    while (source !== undefined && this.#hasRoom()) {
      this.#reading = true;
      try {
        const next = await source.next();
        if (next === undefined) this.#exhausted = true;
        else if (!this.#exhausted) this.#start(next.item);
      } catch (error) {
        // What was begun is brought to its end, and then this is thrown.
        this.#exhausted = true;
        if (this.#stopped === undefined) this.#fault ??= { error };
      }
      this.#reading = false;
    }
    const isDone = this.#exhausted && !this.#reading && this.#inFlight.size === 0;
    if (!isDone || this.#stopped !== undefined) return;
    this.#release();
    this.#queue.end(this.#fault);
  }

  #start(item: Item): void {
    const index = this.#tally.begun;
    this.#tally.begin();
    const flight = this.#run(item, index).then(() => {
      this.#inFlight.delete(flight);
      void this.#fill();
    });
    this.#inFlight.add(flight);
  }

  async #run(item: Item, index: number): Promise<void> {
    try {
      const outcome = await this.#work.task(item, index, this.#stopping.signal);
      this.#tally.end(outcome);
      if (this.#stopped === undefined) this.#queue.push(outcome);
      notify(this.#options.onProgress, () => this.#tally.progress());
    } catch (error) {
      this.#fail(error);
    }
  }
}
