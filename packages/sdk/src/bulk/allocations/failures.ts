import { isPuhuriError } from "../../errors.ts";

/** Codes of errors that say nothing of the allocation: the server, or the way to it, is in trouble. */
const TRANSIENT: readonly string[] = [
  "connection",
  "timeout",
  "rate-limited",
  "server-error",
  "unexpected-response",
  "list-changed",
];

/** Whether the same may well succeed in the next pass. */
export function isTransient(error: unknown): boolean {
  return isPuhuriError(error) && TRANSIENT.includes(error.code);
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
