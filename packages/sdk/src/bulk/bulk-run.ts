import type { BulkSummary, Counted } from "./outcome.ts";

/**
 * A bulk operation: begins with the first outcome asked for, and reads no further ahead than its outcomes are taken.
 *
 * Outcomes come as items are finished. It runs once: a second loop goes on where the first one stopped.
 *
 * @example
 * const run = puhuri.usages.reportMany([{ resource: resourceUuid, amounts: { cpu: 10 } }]);
 * for await (const { input, outcome } of run) console.log(input.resource, outcome);
 * console.log(run.summary().changed);
 */
export interface BulkRun<Outcome extends Counted> extends AsyncIterable<Outcome, undefined, undefined> {
  /** Itself: a second loop goes on where the first one stopped. */
  [Symbol.asyncIterator](): this;
  /** The next outcome, as `for await` asks for it. */
  next(): Promise<IteratorResult<Outcome, undefined>>;
  /** Stops, as leaving a loop does: what is on its way is aborted, and nothing goes on when this resolves. */
  return(): Promise<IteratorResult<Outcome, undefined>>;
  /** What came out up to now. */
  summary(): BulkSummary<Outcome>;
  /** Runs to the end without handing out the outcomes. Throws what iterating throws. */
  finish(): Promise<BulkSummary<Outcome>>;
}
