import { ExchangeError, ListChangedError } from "../errors.ts";

/** A list that can be read: numbered pages of rows that have ids. */
export interface PageSource<T> {
  /** The caller's: what it was aborted with is what a reading then throws. */
  readonly signal: AbortSignal | undefined;
  /** Begins one reading, whose clock runs from here on. `left` aborts all its requests. */
  open(left: AbortSignal): Promise<OpenList<T>>;
}

/** A list that is being read. */
export interface OpenList<T> {
  /** The operation that lists, for the errors. */
  readonly operation: string;
  /** Undefined where the server has no such page: a 404 on any page but the first. */
  fetchPage(request: PageRequest): Promise<PageAnswer<T> | undefined>;
  /** How many rows the list has, without reading them; undefined if the server does not say. */
  fetchCount(): Promise<number | undefined>;
}

export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Only the ids are wanted: ask for no other column. */
  readonly idsOnly: boolean;
}

export interface PageAnswer<T> {
  /** As the caller is to see them; nobody looks at them if only ids were wanted. */
  readonly rows: readonly T[];
  /** What identifies the rows: one for each, in the same order. */
  readonly ids: readonly string[];
  /** `X-Result-Count`: rows of the whole list at that moment. */
  readonly count: number | undefined;
  /** The highest page that `Link` names; undefined without that header. */
  readonly furthest: number | undefined;
  /** The list shows a row several times, one after the other, and counts it as often. */
  readonly repeats?: boolean;
}

/** What `pages()` and `byPage()` yield. */
export interface Page<T> {
  readonly items: T[];
  /** Its number. Rows that were found late come in pages numbered after the last one. */
  readonly number: number;
  /** Rows of the whole list when this page was read; undefined if the server does not say. */
  readonly total: number | undefined;
  /** Where to go on later, with `byPage({ startPage })`; undefined on the last page. */
  readonly next: number | undefined;
}

/** How a list is to be read. */
export interface ReadOptions {
  readonly signal: AbortSignal | undefined;
  /** From 1. */
  readonly startPage: number;
  readonly pageSize: number;
  /** Pages on their way ahead of the one being used. */
  readonly concurrency: number;
  /** Rows that will be used at most: pages behind them are not asked for ahead. */
  readonly limit: number;
  readonly idsOnly: boolean;
}

/** One reading of a list, which may take several passes. */
export interface Reading<T> extends ReadOptions {
  readonly list: OpenList<T>;
  /** The rows delivered so far, by id, each with the pass that met it last. */
  readonly delivered: Map<string, number>;
}

/**
 * Goes through a list once, page after page, fetching several at a time once the count shows how many there are.
 *
 * Each page must join the one before it: both came with the same count, so nothing moved between them, or they have a row
 * in common. If neither is so, the list has moved, and the reader steps back until two pages join. So a row that is there
 * all the time is found: README.md shows why.
 *
 * A pass after the first is a look for rows that were missed: it reads ids, and in full only the pages that have new ones.
 */
export class Pass<T> {
  /** Whether the list changed between one page and another. */
  moved = false;
  /** Rows that this pass found. */
  met = 0;
  /** The lowest count that the server gave; undefined if it gives none. */
  count: number | undefined;
  /** Up to which page the list is known to reach. */
  lastPage: number;
  readonly #reading: Reading<T>;
  readonly #number: number;
  /** The page that joined last, and its answer. */
  #page: number;
  #answer: PageAnswer<T> | undefined;
  /** Rows on a full page: fewer than asked for where the server has a lower limit. */
  #size = 1;
  /** Whether the first page that was read may be the last one of the list. */
  #mayBeLast = false;
  /** The most rows that the list was known to have. */
  #most = 0;

  /** @param number - 0 for the first pass of a reading. */
  constructor(reading: Reading<T>, number: number) {
    this.#reading = reading;
    this.#number = number;
    this.#page = reading.startPage;
    this.lastPage = reading.startPage;
  }

  /** Rows of the pages before the first one that was read. */
  get skipped(): number {
    return (this.#reading.startPage - 1) * this.#size;
  }

  /**
   * The pages that have rows not delivered before.
   *
   * @throws {ListChangedError} The list slides away faster than it can be read.
   */
  async *pages(): AsyncGenerator<Page<T>, undefined> {
    const { list, signal, startPage, pageSize, concurrency, limit, idsOnly, delivered } = this.#reading;
    const isLook = this.#number > 0;
    const ahead: Promise<PageAnswer<T> | undefined>[] = [];
    /** The page to take next, and up to which one they are wanted. */
    let page = startPage;
    let wanted = startPage;
    const askAhead = (): void => {
      while (ahead.length < concurrency && page + ahead.length <= wanted) {
        const answer = this.#fetch(page + ahead.length, idsOnly || isLook);
        // An error waits for its turn, and is nobody's unhandled rejection if that never comes.
        answer.catch(() => {});
        ahead.push(answer);
      }
    };

    let goneAfter: PageAnswer<T> | undefined;
    for (let asked = 1; ; asked++) {
      signal?.throwIfAborted();
      askAhead();
      let answer = await ahead.shift();
      if (isLook && !idsOnly && answer?.ids.some((id) => !delivered.has(id)))
        answer = await this.#fetch(page, false);
      if (page > 1 && answer !== undefined && this.#isPastEnd(answer)) answer = undefined;
      if (answer === undefined) {
        const { count, furthest } = this.#answer ?? {};
        if (count === undefined) this.moved ||= furthest !== undefined;
        if (this.#mayBeLast) this.#size = pageSize;
        // Rows may have left. If they are not counted, or were counted anew and as before, this is the end.
        const isCountedAlike = goneAfter !== this.#answer && goneAfter?.count === count;
        if (page === startPage || count === undefined || isCountedAlike || this.#mayBeLast) return;
        goneAfter = this.#answer;
      }
      if (asked > 20 + (8 * this.#most) / this.#size)
        throw new ListChangedError(list.operation, delivered.size);
      if (answer === undefined || !this.#joins(page, answer)) {
        ahead.length = 0;
        page = Math.max(startPage, Math.min(page - 1, this.#pageNow(answer)));
        wanted = page;
        continue;
      }

      const items = this.#take(page, answer);
      const { lastPage } = this;
      wanted = Math.min(lastPage, page + Math.ceil((limit - delivered.size) / this.#size));
      const number = page++;
      askAhead();
      const total = answer.repeats ? undefined : answer.count;
      if (items.length > 0) yield { items, number, total, next: number < lastPage ? page : undefined };
      if (number >= lastPage) return;
    }
  }

  /** @throws What the list throws; in the first pass it says of which page, which is where `byPage()` may go on. */
  #fetch(page: number, idsOnly: boolean): Promise<PageAnswer<T> | undefined> {
    const { list, pageSize } = this.#reading;
    return list.fetchPage({ page, pageSize, idsOnly }).catch((error) => {
      if (this.#number === 0 && error instanceof ExchangeError) {
        error.page = page;
        error.message += ` This was page ${page} of the list.`;
      }
      throw error;
    });
  }

  /** Whether a page is empty, or a copy of the one before it, as from a cache that ignores page numbers. */
  #isPastEnd({ ids, count, furthest, repeats }: PageAnswer<T>): boolean {
    // Where only Link says that there are more pages, as many rows may have entered in front.
    const mayBeSame =
      repeats || count !== this.#answer?.count || (count === undefined && furthest !== undefined);
    return ids.length === 0 || (!mayBeSame && String(ids) === String(this.#answer?.ids));
  }

  #joins(page: number, { count, ids }: PageAnswer<T>): boolean {
    const before = this.#answer;
    if (page === this.#reading.startPage || before === undefined) return true;
    return (page === this.#page + 1 && count === before.count) || ids.some((id) => before.ids.includes(id));
  }

  /** Where the rows of the last page are now, if as many have left in front of them as the counts say. */
  #pageNow(answer: PageAnswer<T> | undefined): number {
    const before = this.#answer?.count ?? 0;
    return this.#page - Math.floor((before - (answer?.count ?? before)) / this.#size);
  }

  /** Takes a page that joins, and returns its rows that were not delivered before. */
  #take(page: number, answer: PageAnswer<T>): T[] {
    const { rows, ids, count, furthest, repeats = false } = answer;
    const { delivered, startPage, pageSize } = this.#reading;
    let met = 0;
    const items = rows.filter((_, index) => {
      const id = ids[index] ?? "";
      const pass = delivered.get(id);
      if (repeats || pass !== this.#number) met++;
      delivered.set(id, this.#number);
      return pass === undefined;
    });
    this.met += met;
    this.moved ||= this.#answer !== undefined && count !== this.#answer.count;
    // Where nothing is counted, only a row that comes twice shows that others came or went.
    this.moved ||= count === undefined && met < ids.length;
    if (count !== undefined) this.count = Math.min(count, this.count ?? count);
    this.#page = page;
    this.#answer = answer;
    this.#most = Math.max(this.#most, count ?? this.met);
    // A short page at the start is the last one, or the server cuts pages to its own limit. Where the count allows both,
    // Link decides, or the next page does.
    const fits = page === startPage && (startPage - 1) * pageSize + ids.length === count;
    const isLast = fits && (furthest === page || ids.length === pageSize);
    this.#mayBeLast = fits && !isLast && (furthest ?? 1) < page;
    this.#size = isLast ? pageSize : Math.max(this.#size, ids.length);
    // Without a count and Link, a page that may be full is followed by others: the limits of servers are round numbers.
    const mayBeFull = ids.length === pageSize || (ids.length > 0 && ids.length % 10 === 0);
    const hasNext = furthest === undefined ? mayBeFull : furthest > page;
    const last = count === undefined ? page + Number(hasNext) : Math.ceil(count / this.#size);
    this.lastPage = this.#mayBeLast ? page + 1 : Math.max(page, last);
    return items;
  }
}
