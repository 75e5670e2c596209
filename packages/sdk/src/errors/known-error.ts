import type {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "./api-error.ts";
import type {
  InvalidArgumentError,
  InvalidTransitionError,
  ListChangedError,
  UnsupportedByServerError,
  UsageReportError,
} from "./domain-errors.ts";
import type {
  ConnectionError,
  RequestTimeoutError,
  TokenError,
  UnexpectedResponseError,
} from "./exchange-errors.ts";
import { BRAND } from "./puhuri-error.ts";

/** Every error there is, each with its own `code`: comparing that tells TypeScript the class, with its properties. */
export type KnownPuhuriError =
  | AuthenticationError
  | BadRequestError
  | ConflictError
  | ConnectionError
  | InvalidArgumentError
  | InvalidTransitionError
  | ListChangedError
  | NotFoundError
  | PermissionDeniedError
  | RateLimitError
  | RequestTimeoutError
  | ServerError
  | TokenError
  | UnexpectedResponseError
  | UnsupportedByServerError
  | UsageReportError;

/**
 * Tells whether a caught value is an error of this SDK, also when two copies of the package are installed.
 *
 * Branch on its `code`, and leave a way for others: a later copy of the package may throw errors that this one does not
 * know.
 *
 * @example
 * try {
 *   await puhuri.resources.get(uuid);
 * } catch (error) {
 *   if (isPuhuriError(error) && error.code === "not-found") return undefined;
 *   throw error;
 * }
 */
export function isPuhuriError(value: unknown): value is KnownPuhuriError {
  // Not by instanceof, which knows no object of another realm, such as that of a test runner.
  return typeof value === "object" && value !== null && BRAND in value;
}
