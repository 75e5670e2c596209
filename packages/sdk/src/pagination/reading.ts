import { throwIfAborted } from "../http/clock.ts";
import type { PageAnswer, PageReader, PageRequest, PageSource } from "./page-source.ts";
import { SeenIds } from "./seen-ids.ts";

/** How a list is to be read. */
export interface ReadOptions {
  /** From 1. */
  readonly startPage: number;
  readonly pageSize: number;
  /** Pages on their way ahead of the one being used. */
  readonly concurrency: number;
  /** Rows that will be used at most: pages behind them are not asked for ahead. */
  readonly limit: number;
  /** Read in overlapping pages from the start. */
  readonly overlap: boolean;
  readonly idsOnly: boolean;
}

/** One reading of a list: its requests, and the ids of the rows it has seen. */
export class Reading<T> {
  readonly source: PageSource<T>;
  readonly options: ReadOptions;
  readonly #seen = new SeenIds();
  readonly #stop = new AbortController();
  #reader: PageReader<T> | undefined;
  #inFlight = 0;
  #stopped = false;

  /** Does nothing yet: the reading begins with the first `fetch`. */
  constructor(source: PageSource<T>, options: ReadOptions) {
    this.source = source;
    this.options = options;
  }

  /** Rows seen, which are the rows delivered. */
  get delivered(): number {
    return this.#seen.size;
  }

  throwIfAborted(): void {
    throwIfAborted(this.source.signal);
  }

  /** Whether nobody wants the rest. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Aborts what is on its way; nothing more is sent. */
  stop(): void {
    this.#stopped = true;
    this.#stop.abort();
  }

  fetch(request: PageRequest): Promise<PageAnswer<T> | undefined> {
    return this.#send((reader) => reader.fetchPage(request));
  }

  count(): Promise<number | undefined> {
    return this.#send((reader) => reader.fetchCount());
  }

  /** Listens to the caller's signal only while something is on its way: a reading dropped midway stays not on it. */
  async #send<R>(request: (reader: PageReader<T>) => Promise<R>): Promise<R> {
    this.throwIfAborted();
    this.#stop.signal.throwIfAborted();
    const { signal } = this.source;
    if (this.#inFlight++ === 0) signal?.addEventListener("abort", this.#forward);
    try {
      this.#reader ??= this.source.begin(this.#stop.signal);
      return await request(this.#reader);
    } catch (error) {
      this.throwIfAborted();
      throw error;
    } finally {
      if (--this.#inFlight === 0) signal?.removeEventListener("abort", this.#forward);
    }
  }

  readonly #forward = (): void => this.#stop.abort(this.source.signal?.reason);

  /** Whether a page has rows that were not seen before. */
  hasUnseen({ ids }: PageAnswer<T>): boolean {
    return ids.some((id) => !this.#seen.has(id));
  }

  /** The rows not seen before, which now are. */
  fresh({ rows, ids }: PageAnswer<T>): T[] {
    return rows.filter((_, index) => this.#seen.add(ids[index] ?? ""));
  }
}
