import type { PageAnswer } from "./page-source.ts";

/** What going through a list has shown. */
export interface Passed {
  /** Whether the list changed between one page and another. */
  readonly moved: boolean;
  /** Rows that this pass met, and those of the pages before its first one. */
  readonly met: number;
  readonly skipped: number;
  /** Rows that the server counted, when they were fewest; undefined if it does not tell. */
  readonly count: number | undefined;
  readonly lastPage: number;
  /** Rows on a full page, which is less than asked for if the server has a lower limit. */
  readonly pageSize: number;
}

type Told = PageAnswer<unknown>;

/** Below this no server cuts its pages, and what it cuts them to is a round number. */
const LEAST_LIMIT = 10;

/**
 * The pages of one pass, each of which joins the one before it, and what they tell of the list.
 *
 * Two pages join if both told the same count, so that nothing moved between them, or if they have a row in common.
 */
export class Chain {
  /** The last page that joined. */
  page: number;
  /** Up to which page the list is known to reach. */
  lastPage: number;
  moved = false;
  /** The most and the fewest rows that the list was known to have. */
  longest = 0;
  #shortest = Number.POSITIVE_INFINITY;
  /** Rows on a full page. */
  size = 0;
  readonly #startPage: number;
  readonly #pageSize: number;
  #told: Told | undefined;
  #ids: ReadonlySet<string> = new Set();
  /** Rows of all pages, and how many of them differ. */
  #read = 0;
  #met = 0;

  constructor(startPage: number, pageSize: number) {
    this.#startPage = startPage;
    this.#pageSize = pageSize;
    this.page = startPage;
    this.lastPage = startPage;
  }

  /** Rows of the list, as the last page told. */
  get count(): number | undefined {
    return this.#told?.count;
  }

  joins(page: number, answer: Told): boolean {
    if (page === this.#startPage) return true;
    return (
      (page === this.page + 1 && answer.count === this.count) || answer.ids.some((id) => this.#ids.has(id))
    );
  }

  /** Where the rows of the last page stand now, if as many have left in front of them as the counts tell. */
  pageNow(count = this.count): number {
    const left = (this.count ?? 0) - (count ?? 0);
    return this.page - Math.floor(left / Math.max(1, this.size));
  }

  /** Adds a page that joins, on which so many rows were not met before. */
  add(page: number, answer: Told, met: number): void {
    const { ids, count, repeats } = answer;
    this.moved ||= this.#told !== undefined && count !== this.#told.count;
    // Where nothing is counted, only a row that comes twice shows that others came or went.
    this.moved ||= count === undefined && !repeats && met < ids.length;
    this.page = page;
    this.#shortest = Math.min(this.#shortest, count ?? 0);
    this.size = Math.max(this.size, ids.length);
    this.#told = answer;
    this.#ids = new Set(ids);
    this.#read += ids.length;
    this.#met += met;
    this.longest = Math.max(this.longest, count ?? this.#met);
    this.lastPage = Math.max(page, this.#lastPage(answer));
  }

  #lastPage({ ids, count, furthest }: Told): number {
    const { page, size } = this;
    if (ids.length === 0) return page;
    if (count === undefined)
      return (furthest === undefined ? this.#isFull(ids.length) : furthest > page) ? page + 1 : page;
    const last = Math.ceil(count / size);
    if (this.#isUnplaced) return Math.min(last, page + 1);
    // Pages that are cut shorter than the first one.
    return last > page || this.moved || this.#skipped + this.#read >= count ? last : page + 1;
  }

  /** Whether a page of so many rows is followed by others, if nothing tells: asking shows it. */
  #isFull(rows: number): boolean {
    return rows === this.#pageSize || (rows === this.size && rows >= LEAST_LIMIT && rows % LEAST_LIMIT === 0);
  }

  /** Takes the last page for the end of the list, if the next one was but a guess, or no count contradicts that. */
  endsHere(): boolean {
    const { count, furthest } = this.#told ?? {};
    if (count === undefined) {
      this.moved ||= furthest !== undefined;
      return true;
    }
    if (!this.#isUnplaced) return false;
    this.size = (count - this.#read) / (this.#startPage - 1);
    return true;
  }

  /** A reading that begins with a short page further back: it is the last one, or all are as short. */
  get #isUnplaced(): boolean {
    return this.#startPage > 1 && this.page === this.#startPage && this.size < this.#pageSize;
  }

  /** Whether a page stands behind the end: it is empty, or the one before it once more where none is numbered. */
  isPastEnd({ ids, count, furthest, repeats }: Told): boolean {
    if (ids.length === 0) return true;
    if (repeats || count !== this.count || (count === undefined && furthest !== undefined)) return false;
    return ids.length === this.#ids.size && ids.every((id) => this.#ids.has(id));
  }

  get #skipped(): number {
    return (this.#startPage - 1) * this.size;
  }

  get passed(): Passed {
    return {
      moved: this.moved,
      met: this.#told?.repeats ? this.#read : this.#met,
      skipped: this.#skipped,
      count: this.count === undefined ? undefined : this.#shortest,
      lastPage: this.page,
      pageSize: this.size,
    };
  }
}
