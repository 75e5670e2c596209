import { InvalidArgumentError } from "../errors.ts";
import { CALL_KEYS, type CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { requireFlag, requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";

/** What all bulk operations take, as callers without types may give it. */
interface GivenOptions extends CallOptions {
  readonly concurrency?: number | undefined;
  readonly onProgress?: unknown;
  readonly offering_uuid?: string | undefined;
  readonly force?: unknown;
  readonly dryRun?: unknown;
}

/**
 * Checks a bulk operation at its call, before any item is looked at.
 *
 * @param own - The options that not all bulk operations take.
 * @throws {InvalidArgumentError} The source is not iterable, or an option is not what it should be.
 */
export function checkBulk(
  { http }: Context,
  source: unknown,
  options: GivenOptions,
  own: Readonly<Record<string, true>> = {},
): void {
  if (!isIterable(source)) {
    throw new InvalidArgumentError(
      "source",
      "source must be an array, a generator, or another iterable of items. Nothing was sent.",
    );
  }
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
  http.begin(options);
}

function isIterable(source: unknown): boolean {
  if (typeof source !== "object" || source === null) return false;
  return Symbol.asyncIterator in source || Symbol.iterator in source;
}
