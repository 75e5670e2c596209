import type { Reading } from "./reading.ts";

/**
 * Iterates over what a generator makes of a reading.
 *
 * The generator alone would let `return()` wait behind a `next()` that waits for a page; here it aborts that page.
 * Several `next()` at once wait in line, as they do with every generator, and so share its requests.
 */
export class ReadingIterator<R> implements AsyncIterableIterator<R, undefined> {
  readonly #reading: Reading<unknown>;
  readonly #generator: AsyncGenerator<R, undefined>;

  constructor(reading: Reading<unknown>, generator: AsyncGenerator<R, undefined>) {
    this.#reading = reading;
    this.#generator = generator;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<R, undefined>> {
    return this.#generator.next();
  }

  async return(): Promise<IteratorResult<R, undefined>> {
    this.#reading.stop();
    this.#generator.return(undefined).catch(() => {});
    return { done: true, value: undefined };
  }
}
