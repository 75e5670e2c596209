import { ExchangeError, type ExchangeFacts } from "./exchange-errors.ts";

/** An answer that is not a success, read and parsed. */
export interface ApiErrorFacts extends ExchangeFacts {
  /** The HTTP status. */
  readonly status: number;
  /** The server's own general sentence, if it sent one. Translated by some servers: show it, never branch on it. */
  readonly detail: string | undefined;
  /** What the server says of single fields, by flattened path: `usages.0.amount`, `non_field_errors`. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** The body: parsed JSON, or the first characters of anything else. */
  readonly body: unknown;
  /** How long the server asked to wait. */
  readonly retryAfterMs?: number | undefined;
}

/** The server answered, and not with a success: what all errors with a `status` of 400 or more extend. */
export abstract class ApiError extends ExchangeError implements ApiErrorFacts {
  declare readonly status: number;
  declare readonly detail: string | undefined;
  declare readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  declare readonly body: unknown;
  declare readonly retryAfterMs: number | undefined;

  /** @param advice - What to do, as a sentence. */
  constructor(facts: ApiErrorFacts, advice = "") {
    super(facts, `answered ${facts.status}${said(facts)}.${advice}`);
  }
}

/**
 * 400, or another 4xx that no other class stands for: the server does not accept the request.
 *
 * Read `fieldErrors` and `detail`, and change what you send: the same request will be refused again.
 */
export class BadRequestError extends ApiError {
  readonly code = "bad-request";

  override get name(): string {
    return "BadRequestError";
  }
}

/**
 * 401: the token is missing, wrong, or expired.
 *
 * Get a new token. If yours change, give the client a function: it is asked once more before this is thrown.
 */
export class AuthenticationError extends ApiError {
  readonly code = "authentication";

  constructor(facts: ApiErrorFacts) {
    super(facts, " Check the token.");
  }

  override get name(): string {
    return "AuthenticationError";
  }
}

/**
 * 403: the token is good, its user may not do this.
 *
 * Have the user made an owner or a manager at your organization, or use the token of one who is.
 */
export class PermissionDeniedError extends ApiError {
  readonly code = "permission-denied";

  override get name(): string {
    return "PermissionDeniedError";
  }
}

/**
 * 404: there is no such object, or this token may not see it, or the server has no such endpoint.
 *
 * Check the uuid, and whose token it is. If `routeMissing`, check `baseUrl` and `dialect`.
 */
export class NotFoundError extends ApiError {
  readonly code = "not-found";
  /** The web server's own page answered: this server has no such endpoint at all. */
  declare readonly routeMissing: boolean;

  constructor(facts: ApiErrorFacts & { readonly routeMissing: boolean }) {
    super(
      facts,
      facts.routeMissing
        ? " This server has no such endpoint: check baseUrl and dialect."
        : " Or this token may not see it.",
    );
  }

  override get name(): string {
    return "NotFoundError";
  }
}

/**
 * 409: the object is not in a state that allows this. An answer, so never retried.
 *
 * Read the object, and act on the state it is in.
 */
export class ConflictError extends ApiError {
  readonly code = "conflict";

  override get name(): string {
    return "ConflictError";
  }
}

/**
 * 429: too many requests, and the wait asked for or the retries needed are more than allowed.
 *
 * Wait `retryAfterMs` and call again; in the long run ask for less at a time, or raise `maxRetryAfterMs`.
 */
export class RateLimitError extends ApiError {
  readonly code = "rate-limited";

  constructor(facts: ApiErrorFacts) {
    super(facts, facts.retryAfterMs === undefined ? "" : ` Wait ${Math.ceil(facts.retryAfterMs / 1000)} s.`);
  }

  override get name(): string {
    return "RateLimitError";
  }
}

/**
 * 5xx: the server or the proxy before it failed, and went on failing where a retry does no harm.
 *
 * Call again later. After a write look at `maybeApplied`. A 500 that comes each time is the server's bug: report it.
 */
export class ServerError extends ApiError {
  readonly code = "server-error";

  override get name(): string {
    return "ServerError";
  }
}

/** The error that belongs to the status. */
export function apiErrorOf({
  routeMissing,
  ...facts
}: ApiErrorFacts & { readonly routeMissing: boolean }): ApiError {
  const { status } = facts;
  if (status === 404) return new NotFoundError({ ...facts, routeMissing });
  const type = CLASSES[status] ?? (status < 500 ? BadRequestError : ServerError);
  return new type(facts);
}

const CLASSES: Readonly<Record<number, new (facts: ApiErrorFacts) => ApiError>> = {
  401: AuthenticationError,
  403: PermissionDeniedError,
  409: ConflictError,
  429: RateLimitError,
};

const MAX_SAID_CHARS = 400;

/** The server's words on one line: the general sentence and the fields, or the text of a page. */
function said({ detail, fieldErrors, body }: ApiErrorFacts): string {
  const parts = Object.entries(fieldErrors).map(([field, messages]) => `${field}: ${messages.join(" ")}`);
  if (detail !== undefined) parts.unshift(detail);
  else if (parts.length === 0 && typeof body === "string") parts.push(body.replace(/<[^>]*>/g, " "));
  const text = parts.join(" ").replace(/\s+/g, " ").trim();
  return text && `: ${text.slice(0, MAX_SAID_CHARS).replace(/\.$/, "")}`;
}
