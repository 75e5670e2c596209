import type { ExchangeFacts } from "../errors.ts";

/**
 * What a list is read from: numbered pages of rows that have ids. Below it are tokens, retries and timeouts, and one
 * listing of one noun; above it only `Paginated`.
 */
export interface PageSource<T> {
  /** Which operation lists, for the errors. */
  readonly operation: Pick<ExchangeFacts, "operation" | "method" | "path">;
  /** The caller's: what it was aborted with is what a reading then throws. */
  readonly signal: AbortSignal | undefined;
  /** Starts one reading of the list, whose clock runs from here on. `left` aborts all its requests. */
  begin(left: AbortSignal): PageReader<T>;
}

/** One reading of a list. */
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
  /** As the caller is to see them; nobody looks at them if only ids were wanted. */
  readonly rows: readonly T[];
  /** What tells the rows apart: one for each, in the same order. */
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
  /** Rows of the whole list when this page was read; undefined if the server does not tell. */
  readonly total: number | undefined;
  /** Where to go on later, with `byPage({ startPage })`; undefined on the last page. */
  readonly next: number | undefined;
}
