import { InvalidArgumentError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import { requireObject } from "../values/arguments.ts";
import type { BulkProgress, Counted } from "./outcome.ts";

/** Where the items come from. It is read as outcomes are taken, never further ahead than `concurrency`. */
export type BulkSource<Input> = Iterable<Input> | AsyncIterable<Input>;

/**
 * How a bulk operation runs. `timeoutMs` is the time of one item; `signal` stops the whole run.
 */
export interface BulkOptions<Outcome extends Counted> extends CallOptions {
  /** Items worked on at the same time. Servers get no faster by more than a few. Default 4. */
  readonly concurrency?: number | undefined;
  /** Called after each item with the counts up to then. What it throws is ignored. */
  readonly onProgress?: ((progress: BulkProgress<Outcome>) => void) | undefined;
}

/** @throws {InvalidArgumentError} `concurrency` is not a whole number of at least 1, or `onProgress` is no function. */
export function checkBulkOptions(options: BulkOptions<Counted>): void {
  requireObject(options, "options");
  const { concurrency = 1, onProgress } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new InvalidArgumentError("concurrency", "concurrency must be a whole number of at least 1.");
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw new InvalidArgumentError("onProgress", "onProgress must be a function.");
  }
}
