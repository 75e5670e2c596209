import { isPuhuriError } from "@puhuri/sdk";

/** What scripts are told. */
export const EXIT = {
  ok: 0,
  /** Some items failed, or the one there was. */
  failed: 1,
  /** The command line, the settings or a file are wrong; nothing was sent. */
  usage: 2,
  /** No token, or one that may not do this. */
  notAllowed: 3,
  /** The server cannot be reached. */
  unreachable: 4,
  /** Ctrl-C: what was in flight is done, the rest is not. As shells have it: 128 and the signal's number. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that says itself how the program ends. */
export abstract class ExitError extends Error {
  abstract readonly exitCode: ExitCode;
}

/** The command line, the settings or a file are wrong: the message says which and what to do. */
export class UsageError extends ExitError {
  override readonly name = "UsageError";
  readonly exitCode = EXIT.usage;
}

/** There is no token to send. */
export class NoTokenError extends ExitError {
  override readonly name = "NoTokenError";
  readonly exitCode = EXIT.notAllowed;
}

/** Ctrl-C ended it: the message says what was done. */
export class InterruptedError extends ExitError {
  override readonly name = "InterruptedError";
  readonly exitCode = EXIT.interrupted;
}

/** The exit code for what ended a command. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ExitError) return error.exitCode;
  return isPuhuriError(error) ? (CODES[error.code] ?? EXIT.failed) : EXIT.failed;
}

const CODES: Readonly<Record<string, ExitCode>> = {
  authentication: EXIT.notAllowed,
  connection: EXIT.unreachable,
  "invalid-argument": EXIT.usage,
  "permission-denied": EXIT.notAllowed,
  token: EXIT.notAllowed,
};

/** Whether all that would follow fails alike. */
export function isHopeless(error: unknown): boolean {
  return isPuhuriError(error) && ["authentication", "connection", "token"].includes(error.code);
}
