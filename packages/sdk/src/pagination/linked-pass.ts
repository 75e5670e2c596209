import { ListChangedError } from "../errors.ts";
import type { Span } from "./overlapping-pages.ts";
import { OverlappingPlan } from "./overlapping-plan.ts";
import { onPage, requireAdvance } from "./page-errors.ts";
import { PagesAhead } from "./pages-ahead.ts";
import type { Reading } from "./reading.ts";

/** How a linked pass is to read. */
export interface LinkedPassOptions {
  readonly startPage: number;
  /** At most. */
  readonly pageSize: number;
  /** Reads only ids, and a page in full only if it has rows that were not seen before. */
  readonly idsFirst: boolean;
}

/**
 * Reads the list in overlapping pages, each of which must share a row with the one accepted before it, and yields the
 * rows of each that were not seen before.
 *
 * That proves it complete whatever happened meanwhile, see README.md. Where no row is shared, the list has slid away
 * from under the reader: it steps back until there is one.
 *
 * @throws {ListChangedError} The list slides away faster than it can be read.
 */
export async function* linkedPass<T>(
  reading: Reading<T>,
  { startPage, pageSize, idsFirst }: LinkedPassOptions,
): AsyncGenerator<T[], void> {
  const { source, options } = reading;
  const plan = new OverlappingPlan(startPage, pageSize);
  const fetch = ({ page, pageSize, start }: Span, idsOnly: boolean) =>
    reading.fetch({ page, pageSize, idsOnly }).catch((error) => {
      // In the numbers of `byPage()`, by which the caller may go on.
      throw idsFirst
        ? error
        : onPage(source, error, Math.floor(start / Math.min(plan.limit, options.pageSize)) + 1);
    });
  const ahead = new PagesAhead(options.concurrency, (span: Span) => fetch(span, idsFirst || options.idsOnly));
  const nextSpan = (): Span | undefined => plan.next();

  // What was accepted last: its rows, up to which position it reaches, and the count it told.
  let accepted: ReadonlySet<string> = new Set();
  let end = Number.NaN;
  let total: number | undefined;
  // How often a page was gone that the one accepted just before told of, while nothing else showed a change.
  let gone = 0;
  let justAccepted = false;

  for (let asked = 0; ; asked++) {
    ahead.fill(nextSpan);
    const flight = ahead.take();
    if (flight === undefined || asked > 20 + (8 * plan.longest + reading.delivered) / plan.limit) {
      throw new ListChangedError(source.operation.operation, reading.delivered);
    }
    const span = flight.request;
    const hint = await flight.answer;
    const inFull = idsFirst && hint !== undefined && reading.hasUnseen(hint);
    const answer = inFull ? await fetch(span, options.idsOnly) : hint;
    reading.throwIfAborted();
    // The end, if nothing has to come before it, or if the server just contradicts itself.
    if (answer === undefined && (span.start === plan.base || (justAccepted && ++gone > 2))) return;

    const linked =
      answer !== undefined &&
      (plan.learn(span, answer) ||
        answer.ids.some((id) => accepted.has(id)) ||
        // Where pages cannot overlap, equal counts have to tell that nothing moved between them.
        (span.start === end && answer.count === total));
    justAccepted = linked;
    if (!linked) {
      ahead.drop();
      plan.stepBack(span);
      continue;
    }

    requireAdvance(source, span.page, answer);
    const items = reading.fresh(answer);
    if (items.length > 0 || answer.count !== total) gone = 0;
    accepted = new Set(answer.ids);
    total = answer.count;
    if (answer.next !== undefined) {
      end = plan.advance(span, answer, options.limit - reading.delivered);
      ahead.fill(nextSpan);
    }
    yield items;
    if (answer.next === undefined) return;
  }
}
