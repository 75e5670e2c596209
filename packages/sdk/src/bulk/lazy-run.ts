import type { BulkRun } from "./bulk-run.ts";
import type { BulkSummary, Counted, Counts } from "./outcome.ts";

/** A run whose code is loaded when it begins: whoever runs nothing in bulk need not carry it. */
export class LazyRun<Outcome extends Counted> implements BulkRun<Outcome> {
  readonly #counts: Counts<Outcome>;
  readonly #load: () => Promise<BulkRun<Outcome>>;
  #loading: Promise<BulkRun<Outcome>> | undefined;
  #run: BulkRun<Outcome> | undefined;
  #left = false;

  /** @param counts - Every outcome there is, with 0. */
  constructor(counts: Counts<Outcome>, load: () => Promise<BulkRun<Outcome>>) {
    this.#counts = counts;
    this.#load = load;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Outcome, undefined>> {
    if (this.#loading === undefined && !this.#left) this.#loading = this.#begin();
    return (await this.#loading)?.next() ?? { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Outcome, undefined>> {
    this.#left = true;
    await (await this.#loading)?.return();
    return { done: true, value: undefined };
  }

  summary(): BulkSummary<Outcome> {
    return this.#run?.summary() ?? { ...this.#counts, total: 0, unfinished: 0, failures: [] };
  }

  async finish(): Promise<BulkSummary<Outcome>> {
    for await (const _ of this);
    return this.summary();
  }

  async #begin(): Promise<BulkRun<Outcome>> {
    this.#run = await this.#load();
    return this.#run;
  }
}
