import { isPuhuriError } from "@puhuri/sdk";

/** How a command ends, for scripts. */
export const EXIT = {
  ok: 0,
  /** The command failed, for some of its items or for all. */
  failed: 1,
  /** The command line, a setting or a file is wrong; nothing was written. */
  usage: 2,
  /** There is no token, or the token may not do this. */
  notAllowed: 3,
  /** The server cannot be reached. */
  unreachable: 4,
  /** Ctrl-C: what had begun is finished, nothing new began. As in shells: 128 plus the signal's number. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure that knows its exit code. */
export abstract class ExitError extends Error {
  abstract readonly exitCode: ExitCode;
}

/** The command line, a setting or a file is wrong: the message says which, and what to do. */
export class UsageError extends ExitError {
  override readonly name = "UsageError";
  readonly exitCode = EXIT.usage;
}

/** There is no token to send. */
export class NoTokenError extends ExitError {
  override readonly name = "NoTokenError";
  readonly exitCode = EXIT.notAllowed;
}

/** Ctrl-C ended the command: the message says what was done. */
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

/** Whether everything that follows would fail in the same way. */
export function isHopeless(error: unknown): boolean {
  return isPuhuriError(error) && ["authentication", "connection", "token"].includes(error.code);
}
