import {
  BRAND,
  InvalidArgumentError,
  InvalidTransitionError,
  ListChangedError,
  PuhuriError,
  UnsupportedByServerError,
  UsageReportError,
} from "./domain-errors.ts";

export type { PuhuriErrorCode, UsageReportProblem } from "./domain-errors.ts";
export {
  InvalidArgumentError,
  InvalidTransitionError,
  ListChangedError,
  PuhuriError,
  UnsupportedByServerError,
  UsageReportError,
};

/** Which call failed, and what may have become of it. */
export interface ExchangeFacts {
  /** The operation's id, such as `provider_resources_get`. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path as the spec writes it, `{uuid}` and all: safe to log and to group by. */
  readonly path: string;
  /** Requests sent for this call, retries included. */
  readonly attempts: number;
  /** The server may have carried out this write, or an earlier one of the same call: read before you repeat it. */
  readonly maybeApplied: boolean;
}

/** A call that began and did not succeed: the base of all errors of requests. */
export abstract class ExchangeError extends PuhuriError implements ExchangeFacts {
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  /** The page of a list that failed. */
  declare page?: number;

  constructor(facts: ExchangeFacts & { readonly cause?: unknown }, outcome: string) {
    const { method, path, operation, maybeApplied } = facts;
    const doubt = maybeApplied ? " The write may have been applied: read before you repeat it." : "";
    super(`${method} ${path} (${operation}) ${outcome}${doubt}`, facts);
  }
}

/**
 * No answer came: the server was not reached, or the connection broke. `cause` has the error of the runtime.
 *
 * Call again later; after a write, look at `maybeApplied` first. If this happens each time, check `baseUrl`, proxy and certificates.
 */
export class ConnectionError extends ExchangeError {
  override readonly name = "ConnectionError";
  readonly code = "connection";
  /** False only if it is certain that the last request never reached the API. */
  declare readonly maybeSent: boolean;

  constructor({
    reason,
    ...facts
  }: ExchangeFacts & { readonly maybeSent: boolean; readonly reason: string; readonly cause?: unknown }) {
    super(facts, `got no answer: ${reason}.`);
  }
}

/**
 * The function that you gave as `token` failed, or returned no token for a retry. Without a token, nothing more was sent.
 *
 * Look at `cause`, and call again when the function works. After a write, look at `maybeApplied` first: an earlier try may have arrived.
 */
export class TokenError extends ExchangeError {
  override readonly name = "TokenError";
  readonly code = "token";

  constructor(facts: ExchangeFacts & { readonly cause: unknown }) {
    super(facts, "could not be sent: the function given as token failed. See the cause.");
  }
}

/**
 * The whole answer did not come in time, or what the call waited for did not happen in time.
 *
 * Call again: methods that converge go on from where things stand. If this happens often, allow more time (`timeoutMs`).
 */
export class RequestTimeoutError extends ExchangeError {
  override readonly name = "RequestTimeoutError";
  readonly code = "timeout";
  /** `attempt`: a single request took too long. `total`: the whole call took too long, waits and retries included. */
  declare readonly which: "attempt" | "total";
  /** The time that was allowed. */
  declare readonly timeoutMs: number;

  constructor({
    reason = "",
    ...facts
  }: ExchangeFacts & {
    readonly which: "attempt" | "total";
    readonly timeoutMs: number;
    readonly reason?: string;
    readonly cause?: unknown;
  }) {
    super(facts, `did not finish within ${facts.timeoutMs} ms (${facts.which}).${reason}`);
  }
}

/**
 * An answer came that is not this API's: an HTML page with status 200, broken JSON, or a redirect.
 *
 * Look at `snippet`: often a proxy or a login page has answered. Check `baseUrl`. A write may have been applied.
 */
export class UnexpectedResponseError extends ExchangeError {
  override readonly name = "UnexpectedResponseError";
  readonly code = "unexpected-response";
  /** The HTTP status. */
  declare readonly status: number;
  /** The type of the body, from its header. */
  declare readonly contentType: string | undefined;
  /** The first characters of the body. */
  declare readonly snippet: string;

  constructor({
    reason,
    ...facts
  }: ExchangeFacts & {
    readonly status: number;
    readonly contentType: string | undefined;
    readonly snippet: string;
    readonly reason: string;
  }) {
    super(facts, `answered ${facts.status}, ${reason}.`);
  }
}

/** The server answered with an error: the base of all errors with a `status` of 400 or more. */
export abstract class ApiError extends ExchangeError {
  /** The HTTP status. */
  declare readonly status: number;
  /** The server's own message, if it sent one. Some servers translate it: show it, never branch on it. */
  declare readonly detail: string | undefined;
  /** The server's messages about single fields, by path: `usages.0.amount`, `non_field_errors`. */
  declare readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** The body: parsed if it is JSON, otherwise its first characters. */
  declare readonly body: unknown;
  /** How long the server asked to wait. */
  declare readonly retryAfterMs: number | undefined;
}

/**
 * 400, or a 4xx without a class of its own: the server does not accept the request.
 *
 * Read `fieldErrors` and `detail`, and change what you send: the same request will be refused again.
 */
export class BadRequestError extends ApiError {
  override readonly name = "BadRequestError";
  readonly code = "bad-request";
}

/**
 * 401: the token is missing, wrong, or expired.
 *
 * Get a new token. If your token changes, give the client a function: the SDK calls it once more before it throws this error.
 */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  readonly code = "authentication";
}

/**
 * 403: the token is valid, but its user may not do this.
 *
 * Have the user made an owner of your organization, or use the token of somebody who is.
 */
export class PermissionDeniedError extends ApiError {
  override readonly name = "PermissionDeniedError";
  readonly code = "permission-denied";
}

/**
 * 404: there is no such object, this token may not see it, or the server has no such endpoint.
 *
 * Check the uuid, and whose token it is. If `routeMissing` is true, check `baseUrl` and `dialect`.
 */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  readonly code = "not-found";
  /** The server has no such endpoint: a page of the web server answered, not the API. */
  declare readonly routeMissing: boolean;
}

/**
 * 409: the object is in a state that does not allow this. Never retried.
 *
 * Read the object, and act on its state.
 */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
  readonly code = "conflict";
}

/**
 * 429: too many requests. The server asks for a longer wait, or more retries are needed, than you allow.
 *
 * Wait `retryAfterMs` and call again. If this happens often, send fewer requests at a time, or raise `maxRetryAfterMs`.
 */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  readonly code = "rate-limited";
}

/**
 * 5xx: the server, or the proxy in front of it, failed. Where a retry does no harm, it failed again.
 *
 * Call again later; after a write, look at `maybeApplied` first. If you get a 500 each time, it is a bug of the server: report it.
 */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  readonly code = "server-error";
}

/** Every error of the SDK. Each has its own `code`: when you compare it, TypeScript knows the class and its properties. */
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
 * Tells whether a caught value is an error of this SDK. It works with two installed copies of the package too.
 *
 * Branch on `code`, and keep a branch for codes that you do not know: later versions may have more errors.
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
