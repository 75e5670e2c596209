import { ListChangedError } from "../errors.ts";
import { type OpenList, type Page, Pass, type Reading } from "./pass.ts";

/** No server sends more rows at a time, in any release: a page that is asked for by more is cut to this. */
export const MAX_PAGE_SIZE = 300;

/** How often a list is gone through again before it is given up. */
const LOOKS = 4;

/** How a list is to be read. */
export interface ReadOptions extends Omit<Reading<unknown>, "list" | "delivered"> {
  readonly pageSize: number;
}

/**
 * Reads the whole list: once, in order; and if that showed that the list moved, or gave fewer rows than the server counts,
 * again, for the rows that are missing. Those looks read ids only, which cost a real server next to nothing.
 *
 * @throws {ListChangedError} The rows that the server counts cannot be found.
 */
export async function* readPages<T>(
  list: OpenList<T>,
  { pageSize, ...options }: ReadOptions,
): AsyncGenerator<Page<T>, undefined> {
  const delivered = new Map<string, number>();
  const reading = { ...options, list, delivered };
  const first = new Pass(reading, pageSize, 0);
  yield* first.pages();
  if (!first.moved && isWhole(first, delivered.size)) return;

  let hasMoved = first.moved;
  let number = first.lastPage;
  for (let look = 1; ; look++) {
    // In an order with ties, which rows a page has depends on its size.
    const size = MAX_PAGE_SIZE - (look - 1) * 19;
    const pass = new Pass(reading, options.startPage > 1 ? pageSize : size, look);
    for await (const { items } of pass.pages()) {
      yield { items, number: ++number, total: undefined, next: undefined };
    }
    // Some of the rows delivered may have left before this pass, unless it saw the list move and what left in it.
    if (isWhole(pass, hasMoved && !pass.moved ? 0 : delivered.size)) return;
    hasMoved ||= pass.moved || pass.count !== first.count;
    if (look === LOOKS)
      throw new ListChangedError(list.operation, delivered.size, hasMoved ? undefined : pass.count);
  }
}

/** Whether as many rows were met, or are known from passes before, as the server counts. */
function isWhole({ met, skipped, count = 0 }: Pass<unknown>, known: number): boolean {
  return skipped + Math.max(met, known) >= count;
}
