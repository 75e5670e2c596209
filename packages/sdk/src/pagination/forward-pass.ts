import { onPage, requireAdvance } from "./page-errors.ts";
import type { Page, PageAnswer } from "./page-source.ts";
import { PagesAhead } from "./pages-ahead.ts";
import type { Reading } from "./reading.ts";

/** What a forward pass knows of the list when it is through. */
export interface Passed {
  /** The last page there was. */
  readonly lastPage: number;
  /** Rows on its full pages, which is less than asked for if the server has a lower limit. */
  readonly rowsPerPage: number;
  /** Whether anything showed that the list moved between one page and another. */
  readonly moved: boolean;
}

/**
 * Reads every page once, in order.
 *
 * The first answer tells how many there are; from then on they are asked for ahead. Where it does not tell, a page is
 * asked for when the one before it has named it.
 */
export async function* forwardPass<T>(reading: Reading<T>): AsyncGenerator<Page<T>, Passed> {
  const { startPage, pageSize, concurrency, limit, idsOnly } = reading.options;
  const ahead = new PagesAhead(concurrency, (page: number) =>
    reading.fetch({ page, pageSize, idsOnly }).catch((error) => {
      throw onPage(reading.source, error, page);
    }),
  );
  let known = startPage;
  let asked = startPage;
  const plan = (): number | undefined => (asked <= known ? asked++ : undefined);

  let first: PageAnswer<T> | undefined;
  let rows = 0;
  let moved = false;
  let before: string | undefined;
  for (let page = startPage; ; page++) {
    ahead.fill(plan);
    const answer = await ahead.take()?.answer;
    // Past the end: the list has become shorter, or never was that long.
    if (answer === undefined) {
      return { lastPage: page - 1, rowsPerPage: first?.ids.length ?? 0, moved: page > startPage };
    }
    reading.throwIfAborted();
    const { ids, next, last, count } = answer;
    requireAdvance(reading.source, page, answer);

    first ??= answer;
    rows += ids.length;
    const items = reading.fresh(answer);
    const told = answer.repeats === true ? undefined : count;
    moved ||= items.length < rowsOf(answer, before) || (count ?? last) !== (first.count ?? first.last);
    before = ids.at(-1);
    if (next === undefined) {
      yield { items, number: page, total: told, next };
      const skipped = (startPage - 1) * first.ids.length;
      moved ||= count !== undefined && skipped + rows !== count;
      return { lastPage: page, rowsPerPage: first.ids.length, moved: moved && page > startPage };
    }
    const wanted = page + Math.ceil((limit - reading.delivered) / ids.length);
    known = Math.min(wanted, Math.max(next, count === undefined ? 0 : (last ?? 0)));
    ahead.fill(plan);
    yield { items, number: page, total: told, next };
  }
}

/** How many rows a page begins to show, if the one before it ended with `before`. */
function rowsOf({ ids, repeats }: PageAnswer<unknown>, before: string | undefined): number {
  if (repeats !== true) return ids.length;
  return ids.filter((id, i) => id !== (i === 0 ? before : ids[i - 1])).length;
}
