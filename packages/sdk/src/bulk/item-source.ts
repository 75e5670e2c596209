import type { BulkSource } from "./bulk-options.ts";

/** A source being read, one item at a time. */
export class ItemSource<Item> {
  readonly #iterator: Iterator<Item> | AsyncIterator<Item>;
  #reading = false;
  #over = false;

  constructor(source: BulkSource<Item>) {
    this.#iterator =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  /** The next item in a box; undefined at the end. What the source throws ends it, too. */
  async next(): Promise<{ readonly item: Item } | undefined> {
    this.#reading = true;
    try {
      const { done, value } = await this.#iterator.next();
      if (done !== true) return { item: await value };
      this.#over = true;
      return undefined;
    } catch (error) {
      this.#over = true;
      throw error;
    } finally {
      this.#reading = false;
    }
  }

  /** Tells the source that no more is wanted. One that is busy making the next item is not waited for. */
  async close(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    const closing = Promise.resolve(this.#iterator.return?.());
    if (this.#reading) closing.catch(() => {});
    else await closing;
  }
}
