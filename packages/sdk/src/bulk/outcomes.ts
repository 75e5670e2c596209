/** What became of one item of a bulk operation, with the item beside it. */
export type BulkOutcome<Input, Result extends { readonly outcome: string }> =
  | BulkSuccess<Input, Result>
  | BulkFailure<Input>;

/** An item that is as it should be; `outcome` says whether anything had to be sent. */
export interface BulkSuccess<Input, Result extends { readonly outcome: string }> {
  readonly outcome: Result["outcome"];
  readonly input: Input;
  /** The item's place in the source, from 0. */
  readonly index: number;
  readonly result: Result;
}

/** An item that failed; the others go on. */
export interface BulkFailure<Input> {
  readonly outcome: "failed";
  readonly input: Input;
  readonly index: number;
  /** What the same call for this item alone would have thrown. */
  readonly error: unknown;
}

/** Anything a run can count: what it is called, and the error if something went wrong. */
export interface Counted {
  readonly outcome: string;
  readonly error?: unknown;
}

/** How many items came out how. */
export type Counts<Outcome extends Counted> = Readonly<Record<Outcome["outcome"], number>>;

/** How many items came out how up to now, such as `{ total: 50, changed: 5, unchanged: 44, failed: 1, unfinished: 4 }`. */
export type BulkProgress<Outcome extends Counted> = Counts<Outcome> & {
  /** Items with an outcome. */
  readonly total: number;
  /** Items that were begun and have no outcome: on their way, or broken off when the run was stopped. */
  readonly unfinished: number;
};

/** The counts, and what went wrong. */
export type BulkSummary<Outcome extends Counted> = BulkProgress<Outcome> & {
  /** The outcomes with an error as they came; the first 1,000 of them, for memory's sake. */
  readonly failures: readonly Failed<Outcome>[];
};

/** The outcomes of a kind that come with an error. */
export type Failed<Outcome extends Counted> = Extract<Outcome, { readonly error: unknown }>;

/**
 * A bulk operation: begins with the first outcome asked for, and reads no further ahead than its outcomes are taken.
 *
 * Outcomes come as items are finished. It runs once: a second loop goes on where the first one stopped.
 *
 * @example
 * const run = reportUsageMany(puhuri, [{ resource: resourceUuid, amounts: { cpu: 10 } }]);
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
