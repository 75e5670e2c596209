import { CALL_KEYS, type CallOptions, callOptionsOf } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import {
  requireFlag,
  requireFunction,
  requireKeys,
  requireObject,
  wrongArgument,
} from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";

/**
 * An array, a generator, or another iterable of items. It is read as you take outcomes, never further ahead than
 * `concurrency`.
 */
export type BulkSource<Input> = readonly Input[] | Iterable<Input> | AsyncIterable<Input>;

/** What every item of a bulk operation may hold. */
export interface BulkItem {
  /** Anything of your own: the SDK ignores it, and gives it back in the `input` of the outcome. */
  readonly tag?: unknown;
}

/** An item with known keys only: a mistyped one would go unnoticed. Your own data goes into `tag`. */
export type OnlyKnown<Item, Known> = Item & {
  readonly [Key in Exclude<KeyOfAny<Item>, keyof Known>]?: UnknownKey;
};

type KeyOfAny<Item> = Item extends unknown ? keyof Item : never;

/** The type of no key: if the compiler names it, the key is mistyped, or belongs in `tag`. */
interface UnknownKey {
  readonly "is unknown": never;
}

/** How a bulk operation runs. `timeoutMs` limits the requests of one item; `signal` stops the whole run. */
export interface BulkOptions<Outcome extends Counted> extends CallOptions {
  /**
   * How many items to work on at the same time. Servers do not get faster with more than a few.
   *
   * @default 4
   */
  readonly concurrency?: number | undefined;
  /** Called after each item with the counts so far. Errors that it throws are ignored. */
  readonly onProgress?: ((progress: BulkProgress<Outcome>) => void) | undefined;
}

/** How a bulk operation on allocations runs. */
export interface AllocationBulkOptions<Outcome extends Counted> extends BulkOptions<Outcome> {
  /** The offering of most of the allocations. With it, the SDK lists them right away, not only after some items. */
  readonly offering_uuid?: string | undefined;
}

/** The outcome of one item of a bulk operation, with the item itself. */
export type BulkOutcome<Input, Result extends { readonly outcome: string }> =
  | BulkSuccess<Input, Result>
  | BulkFailure<Input>;

/** An item that is now as it should be; `outcome` says whether anything had to be sent. */
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

/** Anything a run can count: the outcome, and the error if something went wrong. */
export interface Counted {
  readonly outcome: string;
  readonly error?: unknown;
}

/** How many items had which outcome. */
export type Counts<Outcome extends Counted> = Readonly<Record<Outcome["outcome"], number>>;

/** The counts so far, such as `{ total: 50, changed: 5, unchanged: 44, failed: 1, unfinished: 4 }`. */
export type BulkProgress<Outcome extends Counted> = Counts<Outcome> & {
  /** Items with an outcome. */
  readonly total: number;
  /** Items that were begun and have no outcome: in progress, or cut short when the run was stopped. */
  readonly unfinished: number;
};

/** The counts, and what went wrong. */
export type BulkSummary<Outcome extends Counted> = BulkProgress<Outcome> & {
  /** The outcomes with an error, in the order they came; only the first 1,000, to save memory. */
  readonly failures: readonly Failed<Outcome>[];
};

/** The outcomes of a kind that come with an error. */
export type Failed<Outcome extends Counted> = Extract<Outcome, { readonly error: unknown }>;

/**
 * A bulk operation. It begins when you ask for the first outcome, and reads only a little ahead of those you take.
 *
 * Outcomes come as items finish, and an item that fails never stops the rest. Safe to run again, after a crash, an abort
 * or failures: an item that is as it should be is `unchanged`. Where that takes fewer requests, the SDK finds those in
 * listings.
 *
 * @throws While iterating: the signal's `reason` if you abort, or any error of the source.
 *
 * @example
 * const run = reportUsageMany(puhuri, [{ resource: resourceUuid, amounts: { cpu: 10 } }]);
 * for await (const { input, outcome } of run) console.log(input.resource, outcome);
 * console.log(run.summary().changed);
 */
export interface BulkRun<Outcome extends Counted> extends AsyncIterable<Outcome, undefined, undefined> {
  /** Returns itself: a second loop goes on where the first one stopped. */
  [Symbol.asyncIterator](): this;
  /** The next outcome, as `for await` asks for it. */
  next(): Promise<IteratorResult<Outcome, undefined>>;
  /** Stops, as leaving a loop does, and aborts requests in flight. When this resolves, nothing is running any more. */
  return(): Promise<IteratorResult<Outcome, undefined>>;
  /** The counts and failures so far. */
  summary(): BulkSummary<Outcome>;
  /** Runs to the end without handing out the outcomes. Throws what iterating throws. */
  finish(): Promise<BulkSummary<Outcome>>;
}

/** The options of all kinds of runs. */
interface RunOptions extends CallOptions {
  readonly concurrency?: number | undefined;
  readonly onProgress?: unknown;
  readonly offering_uuid?: string | undefined;
  readonly force?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Checks the options of a run before anything is sent.
 *
 * @param own - The keys of options that not all runs take.
 * @throws {InvalidArgumentError} An option is wrong.
 */
export function checkRunOptions(
  { http }: Context,
  options: RunOptions,
  own: Readonly<Record<string, unknown>>,
): void {
  requireObject(options, "options");
  requireKeys(options, { ...CALL_KEYS, concurrency: true, onProgress: true, ...own }, "options");
  const { concurrency = 1, onProgress, offering_uuid, force = false, dryRun = false } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1)
    throw wrongArgument("concurrency", "must be a whole number of at least 1");
  requireFunction(onProgress, "onProgress");
  if (offering_uuid !== undefined) requireUuid(offering_uuid, "offering_uuid");
  requireFlag(force, "force");
  requireFlag(dryRun, "dryRun");
  http.begin(callOptionsOf(options));
}

/** @throws {InvalidArgumentError} The source cannot be iterated over. */
export function requireSource(source: unknown): void {
  const isObject = typeof source === "object" && source !== null;
  if (isObject && (Symbol.asyncIterator in source || Symbol.iterator in source)) return;
  throw wrongArgument("source", "must be an array, a generator, or another iterable of items");
}
