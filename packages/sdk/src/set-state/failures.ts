import {
  BadRequestError,
  ConflictError,
  ConnectionError,
  ExchangeError,
  isPuhuriError,
  type KnownPuhuriError,
  PuhuriError,
  RequestTimeoutError,
  ServerError,
} from "../errors.ts";

/** Codes of errors that say nothing of what was asked: the server, or the way to it, is in trouble. */
const PASSING: readonly string[] = [
  "connection",
  "timeout",
  "token",
  "rate-limited",
  "server-error",
  "unexpected-response",
  "list-changed",
];

/** The same may well succeed a while later. */
export function mayPass(error: unknown): error is KnownPuhuriError {
  return isPuhuriError(error) && PASSING.includes(error.code);
}

/** No good answer came: the request may have been carried out, and only reading tells. */
export function isLost(error: unknown): error is ExchangeError {
  if (!(error instanceof ExchangeError)) return false;
  // When the whole call's time is up there is none left to read in.
  if (error instanceof RequestTimeoutError && error.which === "total") return false;
  return error.maybeApplied || error instanceof ConnectionError;
}

/** Sending it again may help. An application that crashed on it (500) crashes again. */
export function isWorthRepeating(error: unknown): boolean {
  return isLost(error) && !(error instanceof ServerError && error.status === 500);
}

/** A refusal that may come from somebody else's step in the same direction, taken a moment before. */
export function isOvertaken(error: unknown): boolean {
  return error instanceof ConflictError || (error instanceof BadRequestError && error.status === 400);
}

/** Says of an error that earlier requests of its call have changed something, or may have. */
export function afterWrites(error: unknown, what: string): unknown {
  if (!(error instanceof PuhuriError)) return error;
  error.message += ` ${what}`;
  if ("maybeApplied" in error) Object.assign(error, { maybeApplied: true });
  return error;
}
