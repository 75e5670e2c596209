import { AuthenticationError, ConnectionError, isPuhuriError, PermissionDeniedError } from "@puhuri/sdk";

/** What scripts are told. */
export const EXIT = {
  ok: 0,
  /** Some items failed, or the one there was. */
  failed: 1,
  /** The command line or a file is wrong; nothing was sent. */
  usage: 2,
  /** No token, or one that may not do this. */
  notAllowed: 3,
  /** The server cannot be reached. */
  unreachable: 4,
} as const;

/** The command line, the settings or a file are wrong: the message says which and what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** There is no token to send. */
export class NoTokenError extends Error {
  override readonly name = "NoTokenError";
}

/** The exit code for what ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof NoTokenError) return EXIT.notAllowed;
  if (!isPuhuriError(error)) return EXIT.failed;
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) return EXIT.notAllowed;
  if (error instanceof ConnectionError) return EXIT.unreachable;
  return error.code === "invalid-argument" ? EXIT.usage : EXIT.failed;
}
