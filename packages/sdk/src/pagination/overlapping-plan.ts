import { overlappingSpan, type Span, spanAt } from "./overlapping-pages.ts";
import type { PageAnswer } from "./page-source.ts";

type Told = Pick<PageAnswer<unknown>, "ids" | "next" | "count">;

/** Which pages a linked pass asks for, one after the other, as far as the list is known to reach. */
export class OverlappingPlan {
  /** Rows on a page at most: what was asked for, or what the server cut it to. */
  limit: number;
  /** The position of the first row wanted. */
  readonly base: number;
  /** The most rows the list was known to have. */
  longest = 0;
  #from: number;
  #known: number;
  #overlap = 1;
  #stride = 1;
  // A first page, and one stepped back to, starts where pages of `limit` rows start.
  #aligned = true;
  #sizeObeyed = true;

  constructor(startPage: number, pageSize: number) {
    this.limit = pageSize;
    this.base = (startPage - 1) * pageSize;
    this.#from = this.base;
    this.#known = this.base + 1;
  }

  /** Undefined if no more is known of the list. */
  next(): Span | undefined {
    const from = this.#from;
    if (from >= this.#known) return undefined;
    const overlapping =
      this.#aligned || !this.#sizeObeyed ? undefined : overlappingSpan(from, this.#overlap, this.limit);
    const span = overlapping ?? spanAt(from - (from % this.limit), this.limit);
    this.#aligned = false;
    this.#from = span.end;
    return span;
  }

  /** Learns what sizes the server gives. Returns whether the page starts where the list does. */
  learn({ pageSize, start }: Span, { ids, next, count }: Told): boolean {
    const rows = ids.length;
    if (start !== this.base) {
      // Other rows than asked for: this server has one size for everybody.
      this.#sizeObeyed &&=
        next === undefined ? count === undefined || start + rows === count : rows === pageSize;
      return false;
    }
    if (next !== undefined) this.limit = rows;
    return true;
  }

  /** Goes on behind an accepted page, for `wanted` rows more. Returns the position up to which it reaches. */
  advance({ page, end }: Span, { ids, count }: Told, wanted: number): number {
    const reached = page * ids.length;
    this.#stride = 1;
    const length = Math.max(count ?? 0, reached + 1);
    this.longest = Math.max(this.longest, length);
    this.#known = Math.min(length, reached + wanted);
    if (reached !== end) this.#from = reached;
    return reached;
  }

  /** Goes back to an earlier page, each time twice as far, and overlaps more from there on. */
  stepBack({ start }: Span): void {
    const { base, limit } = this;
    const back = Math.max(base, start - limit * this.#stride);
    this.#from = back - (back % limit);
    this.#known = this.#from + 1;
    this.#aligned = true;
    this.#stride *= 2;
    this.#overlap = Math.min(Math.max(2 * this.#overlap, limit >> 3), Math.ceil(limit / 2));
  }
}
