import { isPuhuriError } from "../errors.ts";
import { mayPass } from "../set-state/failures.ts";

/** Whether the same may well succeed in the next pass. */
export function isTransient(error: unknown): boolean {
  return partsOf(error).some(mayPass);
}

/**
 * Whether it was the API that failed, and not what a handler did at the provider's side.
 *
 * @param calls - What calls that were made for the handler rejected with.
 */
export function isOfApi(error: unknown, calls: ReadonlySet<unknown>): boolean {
  return partsOf(error).some((part) => isPuhuriError(part) || calls.has(part));
}

/** An error and what it was made of, for handlers wrap what they catch. What one of the sdk was made of is in its code. */
function partsOf(error: unknown): readonly unknown[] {
  const parts = new Set([error]);
  for (const part of parts) {
    if (typeof part !== "object" || part === null || isPuhuriError(part)) continue;
    if ("cause" in part) parts.add(part.cause);
    // As `Promise.any` throws them.
    if ("errors" in part && Array.isArray(part.errors)) for (const error of part.errors) parts.add(error);
  }
  return [...parts];
}

/** Thrown in place of what a handler threw that changes things at the provider's side. */
export class HandlerFailure extends Error {
  constructor(cause: unknown) {
    super("A handler failed.", { cause });
  }
}

/** Long enough for a reason; consumers read it. */
const MAX_CHARS = 1000;

/** A handler's error as consumers get to read it: its message, and nothing of the program's inside. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().slice(0, MAX_CHARS) || "The provider could not carry it out.";
}
