import { ListChangedError } from "../errors.ts";
import { withNumbers } from "../values/arguments.ts";
import { type OpenList, type Page, type PageSource, Pass, type ReadOptions } from "./pass.ts";

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
    yield* this.#read({ startPage });
  }

  /**
   * All items, or the first `limit` of them, for which no more pages are read than it takes. Throws what iterating throws.
   *
   * @throws {InvalidArgumentError} `limit` is below 0.
   */
  async toArray({
    limit = Number.POSITIVE_INFINITY,
  }: {
    readonly limit?: number | undefined;
  } = {}): Promise<T[]> {
    withNumbers({ limit }, { limit });
    const items: T[] = [];
    if (limit === 0) return items;
    for await (const page of this.#read({ limit })) {
      items.push(...page.items);
      if (items.length >= limit) break;
    }
    return items.slice(0, limit);
  }

  /** The first item, undefined if there is none. One request, for one row. Throws what iterating throws. */
  async first(): Promise<T | undefined> {
    return (await this.toArray({ limit: 1 }))[0];
  }

  /**
   * How many items there are now: one request that brings no rows. Where the server does not say, their ids are read
   * and counted. Throws what iterating throws.
   */
  async count(): Promise<number> {
    const options = this.#optionsOf({ idsOnly: true });
    const list = await this.#source.open(new AbortController().signal);
    const counted = await list.fetchCount();
    if (counted !== undefined) return counted;
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

  #optionsOf({
    limit = Number.POSITIVE_INFINITY,
    startPage,
    idsOnly = false,
  }: Partial<ReadOptions>): ReadOptions {
    const defaults = { pageSize: 100, concurrency: 4, startPage: 1 };
    const numbers = withNumbers(defaults, { ...this.#options, startPage }, 1);
    const pageSize = Math.min(limit, MAX_PAGE_SIZE, numbers.pageSize);
    return { ...numbers, pageSize, limit, idsOnly, signal: this.#source.signal };
  }
}

/** No server sends more rows at a time, in any release. */
const MAX_PAGE_SIZE = 300;

/** How often a list is gone through again before it is given up. */
const LOOKS = 4;

/**
 * Reads the whole list: once, in order; and if that showed that the list moved, or gave fewer rows than the server counts,
 * again, for the rows that are missing. Those looks read ids only, which cost a real server next to nothing.
 *
 * @throws {ListChangedError} The rows that the server counts cannot be found.
 */
async function* readPages<T>(list: OpenList<T>, options: ReadOptions): AsyncGenerator<Page<T>, undefined> {
  const delivered = new Map<string, number>();
  const reading = { ...options, list, delivered };
  const first = new Pass(reading, 0);
  yield* first.pages();
  if (!first.moved && isWhole(first, delivered.size)) return;

  let hasMoved = first.moved;
  let number = first.lastPage;
  for (let look = 1; ; look++) {
    // In an order with ties, which rows a page has depends on its size.
    const pageSize = options.startPage > 1 ? options.pageSize : MAX_PAGE_SIZE - (look - 1) * 19;
    const pass = new Pass({ ...reading, pageSize }, look);
    let found = false;
    for await (const { items } of pass.pages()) {
      found = true;
      yield { items, number: ++number, total: undefined, next: undefined };
    }
    const isLast = look === LOOKS;
    // Where the list moved and new rows were found, others may be missing for those that have left.
    const mayMiss = pass.moved && found && !isLast;
    // Some of the rows delivered may have left before this pass, unless it saw the list move and what left in it.
    if (!mayMiss && isWhole(pass, hasMoved && !pass.moved ? 0 : delivered.size)) return;
    hasMoved ||= pass.moved || pass.count !== first.count;
    if (isLast) throw new ListChangedError(list.operation, delivered.size, hasMoved ? undefined : pass.count);
  }
}

/** Whether as many rows were met, or are known from passes before, as the server counts. */
function isWhole({ met, skipped, count = 0 }: Pass<unknown>, known: number): boolean {
  return skipped + Math.max(met, known) >= count;
}
