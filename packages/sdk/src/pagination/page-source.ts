import type { ExchangeFacts } from "../errors.ts";

/**
 * The seam of this room: it knows neither HTTP nor Puhuri, only numbered pages of rows that have ids.
 * Below a source are tokens, retries and timeouts; above it is one listing of one noun.
 */
export interface PageSource<T> {
  /** Which operation lists, for the errors. */
  readonly operation: Pick<ExchangeFacts, "operation" | "method" | "path">;
  /** The caller's; what it was aborted with is what a reading then throws. */
  readonly signal: AbortSignal | undefined;
  /** Starts one reading of the list. Every request of the reading is to be aborted by this signal. */
  begin(signal: AbortSignal): PageReader<T>;
}

/** One reading of a list: its clock runs from `begin` on. */
export interface PageReader<T> {
  /** Undefined where the server has no such page: a 404 on any page but the first. */
  fetchPage(request: PageRequest): Promise<PageAnswer<T> | undefined>;
  /** How many rows the list has, without reading them; undefined if the server does not say. */
  fetchCount(): Promise<number | undefined>;
}

export interface PageRequest {
  /** From 1. */
  readonly page: number;
  /** A wish: servers cut it to their own limit and do not say so. */
  readonly pageSize: number;
  /** Only the ids are wanted: ask for no other column. */
  readonly idsOnly: boolean;
}

export interface PageAnswer<T> {
  /** As the caller is to see them, without what was asked for silently. Not used if only ids were wanted. */
  readonly rows: readonly T[];
  /** What tells the rows apart: one for each, in the same order. Kept until the reading ends, so short strings. */
  readonly ids: readonly string[];
  /** The page that `rel="next"` names. */
  readonly next: number | undefined;
  /** The page that `rel="last"` names. */
  readonly last: number | undefined;
  /** `X-Result-Count`: rows of the whole list at that moment. */
  readonly count: number | undefined;
  /** The same row may come several times, one after the other, and is counted as often: no sign that the list moved. */
  readonly repeats?: boolean;
}

/** What `pages()` and `byPage()` yield. */
export interface Page<T> {
  readonly items: T[];
  /** Its number. Rows that were found late come in pages numbered after the last one. */
  readonly number: number;
  /** Rows of the whole list when this page was read; undefined if the server does not tell. */
  readonly total: number | undefined;
  /** Where to go on later, with `byPage({ startPage })`; undefined on the last page. */
  readonly next: number | undefined;
}
