import { forwardPass } from "./forward-pass.ts";
import { linkedPass } from "./linked-pass.ts";
import type { Page } from "./page-source.ts";
import type { Reading } from "./reading.ts";

/** More rows are asked of one request in vain: servers cut to this, or to less. */
const SERVER_LIMIT = 300;

/**
 * Reads the whole list: once, in order; and if that showed that the list moved, once more in overlapping pages of ids,
 * for the rows that slid past the reader. Or, with `overlap`, in overlapping pages right away.
 *
 * @throws {ListChangedError} The list would not hold still.
 */
export async function* readPages<T>(reading: Reading<T>): AsyncGenerator<Page<T>, undefined> {
  const { startPage, pageSize, overlap } = reading.options;
  let number = startPage - 1;
  // So many rows more that overlapping takes no more requests than pages of `pageSize` do.
  let linked = { startPage, pageSize: pageSize + Math.ceil(2 * Math.sqrt(pageSize)), idsFirst: false };
  try {
    if (!overlap) {
      const { moved, lastPage, rowsPerPage } = yield* forwardPass(reading);
      if (!moved) return;
      number = lastPage;
      const cut = startPage > 1 || rowsPerPage < pageSize;
      linked = { startPage, pageSize: cut ? rowsPerPage : Math.max(SERVER_LIMIT, pageSize), idsFirst: true };
    }
    for await (const items of linkedPass(reading, linked)) {
      if (items.length > 0) yield { items, number: ++number, total: undefined, next: undefined };
    }
  } catch (error) {
    // Left while a page was on its way, which was aborted: no error of the list.
    if (!reading.stopped) throw error;
  } finally {
    reading.stop();
  }
}

/** The same by the item. */
export async function* readItems<T>(reading: Reading<T>): AsyncGenerator<T, undefined> {
  for await (const page of readPages(reading)) {
    for (const item of page.items) {
      reading.throwIfAborted();
      yield item;
    }
  }
}
