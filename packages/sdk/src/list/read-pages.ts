import { ListChangedError } from "../errors.ts";
import { Chain, type Passed } from "./chain.ts";
import type { Page, PageAnswer } from "./page-source.ts";
import type { Reading } from "./reading.ts";

/** More rows are asked of one request in vain: servers cut to this, or to less. */
const SERVER_LIMIT = 300;

/** How often a list is gone through again before it is given up. */
const LOOKS = 4;

/** So often a pass finds a page gone that the one before it tells of; after that, another pass has to find out. */
const GONE_LIMIT = 2;

/**
 * Reads the whole list: once, in order; and if that showed that the list moved, or gave fewer rows than the server counts,
 * again, for the rows that are missing. Those looks read ids only, which cost a real server next to nothing.
 *
 * @throws {ListChangedError} The rows that the server counts cannot be found.
 */
export async function* readPages<T>(reading: Reading<T>): AsyncGenerator<Page<T>, undefined> {
  const { startPage, pageSize } = reading.options;
  try {
    const first = yield* readOnce(reading, { pageSize, pass: 0 });
    if (!first.moved && isWhole(first, reading)) return;

    let hasMoved = first.moved;
    let number = first.lastPage;
    const isCut = first.pageSize < pageSize && first.lastPage > startPage;
    const largest = isCut ? first.pageSize : Math.max(SERVER_LIMIT, pageSize);
    for (let look = 1; ; look++) {
      // In an order with ties, which rows a page has depends on its size.
      const smaller = Math.max(1, largest - (look - 1) * Math.ceil(largest / 16));
      const pages = readOnce(reading, { pageSize: startPage > 1 ? first.pageSize : smaller, pass: look });
      let found = false;
      let step = await pages.next();
      for (; step.done !== true; step = await pages.next()) {
        const { items } = step.value;
        if (items.length === 0) continue;
        found = true;
        yield { items, number: ++number, total: undefined, next: undefined };
      }
      const passed = step.value;
      const isLast = look === LOOKS;
      // A pass over a list that moves has met what was there all the while: it would have stepped back otherwise.
      if (isWhole(passed, reading, hasMoved) && (!passed.moved || !found || isLast)) return;
      hasMoved ||= passed.moved || passed.count !== first.count;
      if (isLast) {
        const { operation } = reading.source.operation;
        throw new ListChangedError(operation, reading.delivered, hasMoved ? undefined : passed.count);
      }
    }
  } finally {
    reading.leave();
  }
}

/** Whether there are as many rows as counted: of those delivered, only where none of them can have left before the pass. */
function isWhole(
  { moved, met, skipped, count }: Passed,
  { delivered }: Reading<unknown>,
  hadMoved = false,
): boolean {
  if (count === undefined) return true;
  return skipped + Math.max(met, hadMoved && !moved ? 0 : delivered) >= count;
}

/**
 * Goes through the list once, page after page, several on their way as soon as a count has told how many there are.
 *
 * Where a page does not join the one before it, the list has slid away from under the reader, which steps back until they
 * join: so a row that is there all the while is met, see README.md. A `pass` after the first reads ids, and in full only
 * those pages of which some rows were not delivered.
 *
 * @throws {ListChangedError} The list slides away faster than it can be read.
 */
async function* readOnce<T>(
  reading: Reading<T>,
  { pageSize, pass }: { readonly pageSize: number; readonly pass: number },
): AsyncGenerator<Page<T>, Passed> {
  const { startPage, concurrency, limit, idsOnly } = reading.options;
  const fetch = (page: number, idsOnly: boolean) => reading.fetch({ page, pageSize, idsOnly });
  const chain = new Chain(startPage, pageSize);
  const ahead: Promise<PageAnswer<T> | undefined>[] = [];
  /** The page to take next, and up to which one they are wanted. */
  let page = startPage;
  let wanted = startPage;
  const askAhead = (): void => {
    while (ahead.length < concurrency && page + ahead.length <= wanted) {
      const answer = fetch(page + ahead.length, idsOnly || pass > 0);
      // An error waits for its turn, and is nobody's unhandled rejection if that never comes.
      answer.catch(() => {});
      ahead.push(answer);
    }
  };

  let gone = 0;
  for (let asked = 1; ; asked++) {
    askAhead();
    let answer = await ahead.shift();
    if (pass > 0 && !idsOnly && answer !== undefined && reading.hasNew(answer))
      answer = await fetch(page, false);
    reading.throwIfAborted();
    if (page > 1 && answer !== undefined && chain.isPastEnd(answer)) answer = undefined;
    if (answer === undefined) {
      if (page === startPage || chain.endsHere() || ++gone > GONE_LIMIT) return chain.passed;
    }
    const enough = (8 * chain.longest + reading.delivered) / Math.max(1, chain.size);
    if (asked > 20 + enough)
      throw new ListChangedError(reading.source.operation.operation, reading.delivered);
    if (answer === undefined || !chain.joins(page, answer)) {
      ahead.length = 0;
      page = Math.max(startPage, Math.min(page - 1, chain.pageNow(answer?.count)));
      wanted = page;
      continue;
    }

    const { items, met } = reading.take(answer, pass);
    const isReread = page <= chain.page && page > startPage;
    chain.add(page, answer, met);
    const { lastPage } = chain;
    wanted = Math.min(lastPage, page + Math.ceil((limit - reading.delivered) / Math.max(1, chain.size)));
    const number = page++;
    askAhead();
    if (items.length > 0 || !isReread) {
      const total = answer.repeats ? undefined : answer.count;
      yield { items, number, total, next: number < lastPage ? page : undefined };
    }
    if (number >= lastPage) return chain.passed;
  }
}
