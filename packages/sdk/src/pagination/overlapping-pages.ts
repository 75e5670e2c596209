/** A numbered page, and the positions it covers: from `start` up to, not including, `end`. */
export interface Span {
  readonly page: number;
  readonly pageSize: number;
  readonly start: number;
  readonly end: number;
}

/** The page that starts at `start`, which must be a multiple of the size. */
export function spanAt(start: number, pageSize: number): Span {
  return { page: start / pageSize + 1, pageSize, start, end: start + pageSize };
}

/**
 * The page that reaches farthest while it covers `overlap` positions before `end`.
 *
 * Pages of one size never overlap, but a page may have any size up to the server's limit: with 100 at most and 200
 * rows read, page 3 of 99 covers the rows from 198 to 297. Undefined if no size will do, which happens where every
 * one of them divides `end`: with a limit of 10 first at 2,520, with 100 nowhere.
 */
export function overlappingSpan(end: number, overlap: number, limit: number): Span | undefined {
  let best: Span | undefined;
  const from = end - overlap;
  for (let size = limit; size > overlap; size--) {
    const span = spanAt(from - (from % size), size);
    if (span.end > (best?.end ?? end)) best = span;
  }
  return best ?? (overlap > 1 ? overlappingSpan(end, 1, limit) : undefined);
}
