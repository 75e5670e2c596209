/** A source that tells how far it was read, and how it was left. */
export class CountedSource implements AsyncIterable<number>, AsyncIterator<number> {
  read = 0;
  asked = 0;
  returned = 0;
  readonly #length: number;
  readonly #make: (n: number) => Promise<number> | number;

  constructor(length: number, make: (n: number) => Promise<number> | number = (n) => n) {
    this.#length = length;
    this.#make = make;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<number>> {
    this.asked++;
    if (this.read >= this.#length) return { done: true, value: undefined };
    const value = await this.#make(this.read);
    this.read++;
    return { done: false, value };
  }

  async return(): Promise<IteratorResult<number>> {
    this.returned++;
    return { done: true, value: undefined };
  }
}
