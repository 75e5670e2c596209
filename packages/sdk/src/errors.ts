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
  /** A write, or an earlier one of the same call, that the server may have carried out: read before repeating it. */
  readonly maybeApplied: boolean;
}

/** A call that was begun and did not succeed: what all errors of requests extend. */
export abstract class ExchangeError extends PuhuriError implements ExchangeFacts {
  declare readonly operation: string;
  declare readonly method: string;
  declare readonly path: string;
  declare readonly attempts: number;
  /** Which page of a list it was. */
  declare page?: number;

  constructor(facts: ExchangeFacts & { readonly cause?: unknown }, outcome: string) {
    const { method, path, operation, maybeApplied } = facts;
    const doubt = maybeApplied ? " The write may have been applied: read before repeating it." : "";
    super(`${method} ${path} (${operation}) ${outcome}${doubt}`, facts);
  }
}

/**
 * No answer came: the server was not reached, or the connection broke off. `cause` holds what the runtime said.
 *
 * Call again later; after a write, look at `maybeApplied` first. If it never works, check `baseUrl`, proxy and certificates.
 */
export class ConnectionError extends ExchangeError {
  override readonly name = "ConnectionError";
  readonly code = "connection";
  /** False only when it is certain that the last request never reached the API. */
  declare readonly maybeSent: boolean;

  constructor({
    reason,
    ...facts
  }: ExchangeFacts & { readonly maybeSent: boolean; readonly reason: string; readonly cause?: unknown }) {
    super(facts, `got no answer: ${reason}.`);
  }
}

/**
 * The function that you gave as `token` failed, or gave none after an earlier try. Without a token, nothing more was sent.
 *
 * See `cause`, and call again when it works; after a write, look at `maybeApplied` first: an earlier try may have arrived.
 */
export class TokenError extends ExchangeError {
  override readonly name = "TokenError";
  readonly code = "token";

  constructor(facts: ExchangeFacts & { readonly cause: unknown }) {
    super(facts, "could not be sent: the function given as token failed. See the cause.");
  }
}

/**
 * The answer, headers and body, did not come in time; or what was waited for did not happen in time.
 *
 * Call again: methods that converge go on from where things stand. If it happens often, allow more time (`timeoutMs`).
 */
export class RequestTimeoutError extends ExchangeError {
  override readonly name = "RequestTimeoutError";
  readonly code = "timeout";
  /** `attempt`: a single request took too long. `total`: the whole call did, waits and retries included. */
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
 * Look at `snippet`: it is often a proxy or a login page that answers. Check `baseUrl`. A write may have been applied.
 */
export class UnexpectedResponseError extends ExchangeError {
  override readonly name = "UnexpectedResponseError";
  readonly code = "unexpected-response";
  /** The HTTP status. */
  declare readonly status: number;
  /** The type of the body, as the header says. */
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

/** The server answered, and not with a success: what all errors with a `status` of 400 or more extend. */
export abstract class ApiError extends ExchangeError {
  /** The HTTP status. */
  declare readonly status: number;
  /** The server's own general sentence, if it sent one. Translated by some servers: show it, never branch on it. */
  declare readonly detail: string | undefined;
  /** What the server says of single fields, by flattened path: `usages.0.amount`, `non_field_errors`. */
  declare readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** The body: parsed JSON, or the first characters of anything else. */
  declare readonly body: unknown;
  /** How long the server asked to wait. */
  declare readonly retryAfterMs: number | undefined;
}

/**
 * 400, or another 4xx that no other class stands for: the server does not accept the request.
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
 * Get a new token. If yours change, give the client a function: it is asked once more before this is thrown.
 */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  readonly code = "authentication";
}

/**
 * 403: the token is good, its user may not do this.
 *
 * Have the user made an owner or a manager at your organization, or use the token of one who is.
 */
export class PermissionDeniedError extends ApiError {
  override readonly name = "PermissionDeniedError";
  readonly code = "permission-denied";
}

/**
 * 404: there is no such object, or this token may not see it, or the server has no such endpoint.
 *
 * Check the uuid, and whose token it is. If `routeMissing`, check `baseUrl` and `dialect`.
 */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  readonly code = "not-found";
  /** The web server's own page answered: this server has no such endpoint at all. */
  declare readonly routeMissing: boolean;
}

/**
 * 409: the object is not in a state that allows this. An answer, so never retried.
 *
 * Read the object, and act on the state it is in.
 */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
  readonly code = "conflict";
}

/**
 * 429: too many requests, and the wait asked for or the retries needed are more than allowed.
 *
 * Wait `retryAfterMs` and call again; in the long run ask for less at a time, or raise `maxRetryAfterMs`.
 */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  readonly code = "rate-limited";
}

/**
 * 5xx: the server or the proxy before it failed, and went on failing where a retry does no harm.
 *
 * Call again later. After a write look at `maybeApplied`. A 500 that comes each time is the server's bug: report it.
 */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  readonly code = "server-error";
}

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
