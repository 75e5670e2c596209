import { InvalidArgumentError } from "../errors.ts";
import type { Page, PageSource } from "./pass.ts";
import { MAX_PAGE_SIZE, type ReadOptions, readPages } from "./read-pages.ts";

/** How a list is turned into pages. */
export interface PaginationOptions {
  /**
   * Rows to ask for at a time, at most 300.
   *
   * @default 100
   */
  readonly pageSize?: number | undefined;
  /**
   * Pages fetched ahead of the one being used; as many are kept in memory.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
}

/**
 * A list on the server, read page by page as it is used. Nothing is sent before that, and every use reads it anew.
 *
 * Each row comes once, in the server's order; rows that moved past the reader while others came or went are looked for, and come
 * at the end. A list that ends without an error never has fewer rows than the server counts. One gap is left: a row can slip
 * through if, between two pages, as many rows leave as enter. You get it when you read the list again.
 *
 * @example
 * for await (const resource of puhuri.resources.list({ state: "Creating" })) {
 *   console.log(resource.uuid);
 * }
 */
export class Paginated<T> implements AsyncIterable<T> {
  readonly #source: PageSource<T>;
  readonly #options: PaginationOptions;

  /** @internal */
  constructor(source: PageSource<T>, options: PaginationOptions = {}) {
    this.#source = source;
    this.#options = options;
  }

  /**
   * The items, one by one. Leaving the loop early aborts what is on its way.
   *
   * @throws {InvalidArgumentError} The list was asked for with a filter, an option or an id that cannot be used; nothing
   *   was sent but, with `dialect: "auto"`, the question which server it is.
   * @throws {ApiError | ConnectionError | RequestTimeoutError | UnexpectedResponseError} A page could not be read;
   *   the items before it have been delivered. `page` says which one: go on with `byPage({ startPage: error.page })`.
   * @throws {ListChangedError} The list kept changing, or its pages have fewer rows than the server counts.
   * @throws The signal's `reason`, when the caller aborted.
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, undefined> {
    for await (const { items } of this.pages()) {
      for (const item of items) {
        this.#source.signal?.throwIfAborted();
        yield item;
      }
    }
  }

  /** The items by the page. Throws what iterating throws. */
  pages(): AsyncGenerator<Page<T>, undefined> {
    return this.byPage();
  }

  /**
   * The items by the page, from `startPage` on: keep a page's `next` when you are done with it, to resume there.
   *
   * What came or went between the two readings has moved the pages: where that matters, start from the first.
   * Throws what iterating throws.
   */
  async *byPage({
    startPage = 1,
  }: {
    readonly startPage?: number | undefined;
  } = {}): AsyncGenerator<Page<T>, undefined> {
    yield* this.#read({ startPage: wholeNumber("startPage", startPage) });
  }

  /**
   * All items, or the first `limit` of them, for which no more pages are read than it takes. Throws what iterating throws.
   *
   * @throws {InvalidArgumentError} `limit` is not a whole number.
   */
  async toArray({
    limit = Number.POSITIVE_INFINITY,
  }: {
    readonly limit?: number | undefined;
  } = {}): Promise<T[]> {
    if (limit !== Number.POSITIVE_INFINITY) wholeNumber("limit", limit, 0);
    const items: T[] = [];
    if (limit === 0) return items;
    for await (const page of this.#read({ limit })) {
      for (const item of page.items) {
        if (items.push(item) === limit) return items;
      }
    }
    return items;
  }

  /** The first item, undefined if there is none. One request, for one row. Throws what iterating throws. */
  async first(): Promise<T | undefined> {
    return (await this.toArray({ limit: 1 }))[0];
  }

  /**
   * How many items there are now: one request that brings no rows. Where the server does not tell, their ids are read
   * and counted. Throws what iterating throws.
   */
  async count(): Promise<number> {
    const options = this.#optionsOf({ idsOnly: true });
    const list = await this.#source.open(new AbortController().signal);
    const told = await list.fetchCount();
    if (told !== undefined) return told;
    let count = 0;
    for await (const { items } of readPages(list, options)) count += items.length;
    return count;
  }

  async *#read(given: Partial<ReadOptions>): AsyncGenerator<Page<T>, undefined> {
    const options = this.#optionsOf(given);
    const left = new AbortController();
    try {
      yield* readPages(await this.#source.open(left.signal), options);
    } finally {
      left.abort();
    }
  }

  #optionsOf({ limit = Number.POSITIVE_INFINITY, ...given }: Partial<ReadOptions>): ReadOptions {
    const { pageSize = 100, concurrency = 4 } = this.#options;
    return {
      signal: this.#source.signal,
      limit,
      startPage: 1,
      pageSize: Math.min(limit, MAX_PAGE_SIZE, wholeNumber("pageSize", pageSize)),
      concurrency: wholeNumber("concurrency", concurrency),
      idsOnly: false,
      ...given,
    };
  }
}

function wholeNumber(name: string, value: number, least = 1): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new InvalidArgumentError(
    name,
    `${name} must be a whole number of at least ${least}. Nothing was sent.`,
  );
}
