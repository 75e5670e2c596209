import { InvalidArgumentError } from "../errors.ts";
import type { Page, PageSource } from "./page-source.ts";
import { readItems, readPages } from "./read-pages.ts";
import { Reading, type ReadOptions } from "./reading.ts";
import { ReadingIterator } from "./reading-iterator.ts";

/** How a list is turned into pages. */
export interface PaginationOptions {
  /** Rows to ask for at a time. Servers cut it to their own limit, 300 or less. Default 100. */
  readonly pageSize?: number | undefined;
  /** Pages fetched ahead of the one being used; as many are kept in memory. Default 4. */
  readonly concurrency?: number | undefined;
  /**
   * Iterate in overlapping pages, which prove the list complete even if between two of them as many rows came as went,
   * so that no count shows it. Takes no more requests, but pages of up to `pageSize + 2 √pageSize` rows, of which a
   * fourteenth come twice; where the server's limit does not allow such pages, a seventh more requests. Default false.
   */
  readonly overlap?: boolean | undefined;
}

/**
 * A list on the server, read page by page as it is used. Nothing is sent before that, and every use reads it anew.
 *
 * Each row comes once, in the server's order. A row that was there all the while is never missing without an error
 * because others came or went meanwhile, as long as a count shows that they did (`overlap` needs no count); rows that
 * slid past the reader come at the end.
 *
 * @example
 * for await (const resource of puhuri.resources.list({ state: "Creating" })) {
 *   console.log(resource.uuid);
 * }
 */
export class Paginated<T> implements AsyncIterable<T> {
  readonly #source: PageSource<T>;
  readonly #options: ReadOptions;

  /** @throws {InvalidArgumentError} `pageSize` or `concurrency` is not a whole number of at least 1. */
  constructor(source: PageSource<T>, options: PaginationOptions = {}) {
    this.#source = source;
    this.#options = {
      startPage: 1,
      pageSize: wholeNumber("pageSize", options.pageSize ?? 100),
      concurrency: wholeNumber("concurrency", options.concurrency ?? 4),
      limit: Number.POSITIVE_INFINITY,
      overlap: options.overlap ?? false,
      idsOnly: false,
    };
  }

  /**
   * The items, one by one. Leaving the loop early aborts what is on its way.
   *
   * @throws {ApiError | ConnectionError | RequestTimeoutError | UnexpectedResponseError} A page could not be read;
   *   the items before it have been delivered. `page` says which one: go on with `byPage({ startPage: error.page })`.
   * @throws {ListChangedError} The list would not hold still.
   * @throws The signal's `reason`, when the caller aborted.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<T, undefined> {
    const reading = this.#read();
    return new ReadingIterator(reading, readItems(reading));
  }

  /** The items by the page. Throws what iterating throws. */
  pages(): AsyncIterableIterator<Page<T>, undefined> {
    return this.byPage();
  }

  /**
   * The items by the page, from `startPage` on: keep a page's `next` when you are done with it, to resume there.
   *
   * What came or went between the two readings has moved the pages: where that matters, start from the first.
   * These are the server's own pages, which do not overlap. Throws what iterating throws.
   */
  byPage({
    startPage = 1,
  }: {
    readonly startPage?: number | undefined;
  } = {}): AsyncIterableIterator<Page<T>, undefined> {
    const reading = this.#read({ startPage: wholeNumber("startPage", startPage), overlap: false });
    return new ReadingIterator(reading, readPages(reading));
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
    const pageSize = Math.min(this.#options.pageSize, limit);
    // A single page is read at one moment, and has nothing to overlap with.
    const overlap = this.#options.overlap && limit > pageSize;
    for await (const page of readPages(this.#read({ pageSize, limit, overlap }))) {
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
    const told = await this.#read().count();
    if (told !== undefined) return told;
    const reading = this.#read({ idsOnly: true });
    for await (const _ of readPages(reading));
    return reading.delivered;
  }

  #read(options: Partial<ReadOptions> = {}): Reading<T> {
    return new Reading(this.#source, { ...this.#options, ...options });
  }
}

function wholeNumber(name: string, value: number, least = 1): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new InvalidArgumentError(name, `${name} must be a whole number of at least ${least}.`);
}
