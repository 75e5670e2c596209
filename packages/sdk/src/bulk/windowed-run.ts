import { attempt } from "../http/call.ts";
import { throwIfAborted } from "../http/clock.ts";
import { notify } from "../http/hooks.ts";
import type { BulkOptions, BulkSource } from "./items.ts";
import type { BulkProgress, BulkRun, BulkSummary, Counted, Counts, Failed } from "./outcomes.ts";

/** What is to be done with each item. */
export interface Work<Item, Outcome extends Counted> {
  /** Or what makes it when the run begins; the signal is aborted when nobody wants the rest. */
  readonly source: BulkSource<Item> | ((signal: AbortSignal) => BulkSource<Item>);
  /** Every outcome there is, with 0. */
  readonly counts: Counts<Outcome>;
  /** Must end in an outcome; what it throws ends the run. The signal is the same. */
  task(item: Item, index: number, signal: AbortSignal): Promise<Outcome>;
}

type Next<Outcome> = IteratorResult<Outcome, undefined>;

/** Who has asked for an outcome that is not there yet. */
interface Taker<Outcome> {
  resolve(next: Next<Outcome>): void;
  reject(error: unknown): void;
}

interface Fault {
  readonly error: unknown;
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
  readonly #stopping = new AbortController();
  readonly #inFlight = new Set<Promise<void>>();
  readonly #ready: Outcome[] = [];
  readonly #takers: Taker<Outcome>[] = [];
  #items: Iterator<Item> | AsyncIterator<Item> | undefined;
  /** How often an outcome was asked for: asking for the next one says that the last one is dealt with. */
  #asked = 0;
  /** Outcomes handed out. */
  #taken = 0;
  #reading = false;
  /** Nothing more is to be read. */
  #exhausted = false;
  /** Nothing more comes. */
  #over = false;
  /** Thrown once, after what is ready. */
  #fault: Fault | undefined;
  #stopped: Promise<void> | undefined;

  constructor(work: Work<Item, Outcome>, options: BulkOptions<Outcome>) {
    this.#work = work;
    this.#options = options;
    this.#tally = new Tally(work.counts);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Next<Outcome>> {
    this.#asked++;
    return new Promise((resolve, reject) => {
      this.#takers.push({ resolve, reject });
      if (this.#items === undefined && this.#stopped === undefined) this.#begin();
      this.#serve();
      void this.#fill();
    });
  }

  /** Stops: what is on its way is aborted, and nothing goes on when this resolves. */
  async return(): Promise<Next<Outcome>> {
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

  #begin(): void {
    const { signal } = this.#options;
    try {
      throwIfAborted(signal);
      const source =
        typeof this.#work.source === "function"
          ? this.#work.source(this.#stopping.signal)
          : this.#work.source;
      this.#items =
        Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
      signal?.addEventListener("abort", this.#abort);
    } catch (error) {
      this.#fail(error);
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
    const isSourceOver = this.#exhausted;
    this.#exhausted = true;
    this.#ready.length = 0;
    this.#stopping.abort(reason);
    await Promise.all(this.#inFlight);
    if (!isSourceOver) await this.#close();
    this.#end();
  }

  /** Tells the source that no more is wanted. How it takes that is its own affair. */
  async #close(): Promise<void> {
    const closing = (async () => this.#items?.return?.())().catch(() => {});
    // One that is busy making an item is not waited for, nor one that hangs when somebody aborts.
    if (this.#reading) return;
    try {
      await attempt(() => closing, Number.POSITIVE_INFINITY, this.#options.signal);
    } catch {}
  }

  #end(): void {
    this.#options.signal?.removeEventListener("abort", this.#abort);
    this.#over = true;
    this.#serve();
  }

  /** Hands out what is ready to who has asked for it. */
  #serve(): void {
    while (this.#takers.length > 0) {
      const value = this.#ready.shift();
      if (value !== undefined) {
        this.#taken++;
        this.#takers.shift()?.resolve({ done: false, value });
      } else if (!this.#over) {
        return;
      } else if (this.#fault !== undefined) {
        this.#takers.shift()?.reject(this.#fault.error);
        this.#fault = undefined;
      } else {
        this.#takers.shift()?.resolve({ done: true, value: undefined });
      }
    }
  }

  #hasRoom(): boolean {
    const { concurrency = CONCURRENCY } = this.#options;
    const dealtWith = Math.min(this.#taken, this.#asked - 1);
    return !this.#exhausted && !this.#reading && this.#tally.begun - dealtWith < concurrency;
  }

  /** Reads on while there is room. */
  async #fill(): Promise<void> {
    const items = this.#items;
    if (items === undefined) return;
    while (this.#hasRoom()) {
      this.#reading = true;
      try {
        const next = await items.next();
        const item = await next.value;
        if (next.done === true) this.#exhausted = true;
        else if (!this.#exhausted) this.#start(item);
      } catch (error) {
        // What was begun is brought to its end, and then this is thrown.
        this.#exhausted = true;
        if (this.#stopped === undefined) this.#fault ??= { error };
      }
      this.#reading = false;
    }
    const isDone = this.#exhausted && !this.#reading && this.#inFlight.size === 0;
    if (isDone && this.#stopped === undefined) this.#end();
  }

  #start(item: Item): void {
    const flight = this.#run(item, this.#tally.begun++).then(() => {
      this.#inFlight.delete(flight);
      void this.#fill();
    });
    this.#inFlight.add(flight);
  }

  async #run(item: Item, index: number): Promise<void> {
    try {
      const outcome = await this.#work.task(item, index, this.#stopping.signal);
      this.#tally.add(outcome);
      if (this.#stopped === undefined) {
        this.#ready.push(outcome);
        this.#serve();
      }
      notify(this.#options.onProgress, () => this.#tally.progress());
    } catch (error) {
      this.#fail(error);
    }
  }
}

/** A hundred thousand items with a dead token must not fill the memory. */
const MAX_FAILURES = 1000;

/** Counts outcomes as they come. */
class Tally<Outcome extends Counted> {
  readonly #zero: Counts<Outcome>;
  readonly #counts: Record<string, number>;
  readonly #failures: Failed<Outcome>[] = [];
  /** Items that were begun. */
  begun = 0;
  #total = 0;

  /** @param zero - Every outcome there is, with 0. */
  constructor(zero: Counts<Outcome>) {
    this.#zero = zero;
    this.#counts = { ...zero };
  }

  add(outcome: Outcome): void {
    this.#total++;
    this.#counts[outcome.outcome] = (this.#counts[outcome.outcome] ?? 0) + 1;
    if (hasError(outcome) && this.#failures.length < MAX_FAILURES) this.#failures.push(outcome);
  }

  progress(): BulkProgress<Outcome> {
    return { ...this.#zero, ...this.#counts, total: this.#total, unfinished: this.begun - this.#total };
  }

  summary(): BulkSummary<Outcome> {
    return { ...this.progress(), failures: [...this.#failures] };
  }
}

function hasError<Outcome extends Counted>(outcome: Outcome): outcome is Failed<Outcome> {
  return "error" in outcome;
}
