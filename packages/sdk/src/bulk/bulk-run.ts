import { InvalidArgumentError } from "../errors.ts";
import { CALL_KEYS, type CallOptions, callOptionsOf } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { requireFlag, requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";

/** Where the items come from. It is read as outcomes are taken, never further ahead than `concurrency`. */
export type BulkSource<Input> = readonly Input[] | Iterable<Input> | AsyncIterable<Input>;

/** What every item of a bulk operation may have. */
export interface BulkItem {
  /** Yours, whatever it is: the SDK takes no notice of it, and outcomes give it back in `input`. */
  readonly tag?: unknown;
}

/** An item that has none but the known keys: no notice would be taken of a mistyped one. What is yours goes into `tag`. */
export type OnlyKnown<Item, Known> = Item & {
  readonly [Key in Exclude<KeyOfAny<Item>, keyof Known>]?: UnknownKey;
};

type KeyOfAny<Item> = Item extends unknown ? keyof Item : never;

/** What no key has: where the compiler names it, the key is mistyped, or should be in `tag`. */
interface UnknownKey {
  readonly "is unknown": never;
}

/** How a bulk operation runs. `timeoutMs` is the time of one item's own requests; `signal` stops the whole run. */
export interface BulkOptions<Outcome extends Counted> extends CallOptions {
  /**
   * Items worked on at the same time. Servers get no faster by more than a few.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /** Called after each item with the counts up to then. What it throws is ignored. */
  readonly onProgress?: ((progress: BulkProgress<Outcome>) => void) | undefined;
}

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

/** Options that some runs take besides. */
interface OwnOptions {
  readonly offering_uuid?: string | undefined;
  readonly force?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Checks the options of a run before anything is sent.
 *
 * @param own - The keys of those that not all runs take.
 * @throws {InvalidArgumentError} An option is not what it should be.
 */
export function checkRunOptions(
  { http }: Context,
  options: Omit<BulkOptions<Counted>, "onProgress"> & OwnOptions & { readonly onProgress?: unknown },
  own: Readonly<Record<string, unknown>>,
): void {
  requireObject(options, "options");
  requireKeys(options, { ...CALL_KEYS, concurrency: true, onProgress: true, ...own }, "options");
  const { concurrency = 1, onProgress, offering_uuid, force = false, dryRun = false } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new InvalidArgumentError("concurrency", "concurrency must be a whole number of at least 1.");
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw new InvalidArgumentError("onProgress", "onProgress must be a function.");
  }
  if (offering_uuid !== undefined) requireUuid(offering_uuid, "offering_uuid");
  requireFlag(force, "force");
  requireFlag(dryRun, "dryRun");
  http.begin(callOptionsOf(options));
}

/** @throws {InvalidArgumentError} The source cannot be iterated over. */
export function requireSource(source: unknown): void {
  const isObject = typeof source === "object" && source !== null;
  if (isObject && (Symbol.asyncIterator in source || Symbol.iterator in source)) return;
  throw new InvalidArgumentError(
    "source",
    "source must be an array, a generator, or another iterable of items. Nothing was sent.",
  );
}
