import { InvalidArgumentError } from "../errors.ts";
import { CALL_KEYS, type CallOptions, callOptionsOf } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { requireFlag, requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { BulkProgress, Counted } from "./outcomes.ts";

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

/** What bulk operations and the loop take besides, as callers without types may give it. */
interface GivenOptions extends BulkOptions<Counted> {
  readonly offering_uuid?: string | undefined;
  readonly force?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Checks the options of a run before anything is sent.
 *
 * @param own - The options that not all runs take.
 * @throws {InvalidArgumentError} An option is not what it should be.
 */
export function checkRunOptions(
  { http }: Context,
  options: Omit<GivenOptions, "onProgress"> & { readonly onProgress?: unknown },
  own: Readonly<Record<string, true>>,
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
