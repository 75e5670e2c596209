import { ExchangeError } from "../errors.ts";
import type { PageAnswer, PageReader, PageRequest, PageSource } from "./page-source.ts";

/** How a list is to be read. */
export interface ReadOptions {
  /** From 1. */
  readonly startPage: number;
  readonly pageSize: number;
  /** Pages on their way ahead of the one being used. */
  readonly concurrency: number;
  /** Rows that will be used at most: pages behind them are not asked for ahead. */
  readonly limit: number;
  readonly idsOnly: boolean;
}

/** One reading of a list: its requests, and the ids of the rows it has delivered. */
export class Reading<T> {
  readonly source: PageSource<T>;
  readonly options: ReadOptions;
  /** In which pass an id was met last. */
  readonly #passes = new Map<string, number>();
  readonly #left = new AbortController();
  #reader: PageReader<T> | undefined;

  /** Does nothing yet: the reading begins with the first request. */
  constructor(source: PageSource<T>, options: ReadOptions) {
    this.source = source;
    this.options = options;
  }

  /** Rows delivered so far. */
  get delivered(): number {
    return this.#passes.size;
  }

  /** Aborts what is on its way. */
  leave(): void {
    this.#left.abort();
  }

  throwIfAborted(): void {
    // Not `signal.throwIfAborted()`: only the beginning checks whether it is a signal at all.
    if (this.source.signal?.aborted) throw this.source.signal.reason;
  }

  /** @throws What the source throws; it says of which page, in the numbers by which `byPage()` may go on. */
  fetch(request: PageRequest): Promise<PageAnswer<T> | undefined> {
    return this.#send((reader) => reader.fetchPage(request)).catch((error) => {
      const isOfList = error instanceof ExchangeError && error.operation === this.source.operation.operation;
      if (isOfList && error.page === undefined && request.pageSize === this.options.pageSize) {
        error.page = request.page;
        error.message += ` It was page ${request.page} of the list.`;
      }
      throw error;
    });
  }

  count(): Promise<number | undefined> {
    return this.#send((reader) => reader.fetchCount());
  }

  async #send<R>(request: (reader: PageReader<T>) => Promise<R>): Promise<R> {
    this.throwIfAborted();
    try {
      this.#reader ??= this.source.begin(this.#left.signal);
      return await request(this.#reader);
    } catch (error) {
      this.throwIfAborted();
      throw error;
    }
  }

  /** Whether a page has rows that were not delivered. */
  hasNew({ ids }: PageAnswer<T>): boolean {
    return ids.some((id) => !this.#passes.has(id));
  }

  /** The rows not delivered before, which now are, and how many rows this pass had not met. */
  take({ rows, ids }: PageAnswer<T>, pass: number): { items: T[]; met: number } {
    let met = 0;
    const items = rows.filter((_, index) => {
      const id = ids[index] ?? "";
      const before = this.#passes.get(id);
      if (before !== pass) met++;
      this.#passes.set(id, pass);
      return before === undefined;
    });
    return { items, met };
  }
}
