import type { ListOptions } from "../nouns/list.ts";
import type { BulkOptions } from "./bulk-options.ts";
import type { Counted } from "./outcome.ts";

/** The most rows that servers give at once; sparse ones cost them about a millisecond each. */
export const PAGE_SIZE = 300;

/**
 * How a run reads the listings that spare it single requests: to their end, however long that takes. A row that slips
 * past while others write is asked about singly, so that the list need not be proved complete.
 */
export function pageOptions(
  { concurrency, retry }: Pick<BulkOptions<Counted>, "concurrency" | "retry">,
  signal: AbortSignal | undefined,
): ListOptions {
  return { signal, retry, concurrency, pageSize: PAGE_SIZE, overlap: false };
}

/** Requests it takes to read so many rows. */
export function pagesOf(rows: number): number {
  return Math.ceil(rows / PAGE_SIZE) || 1;
}
