import { ExchangeError, type ExchangeFacts } from "./exchange-errors.ts";

/** An answer that is not a success, read and parsed. */
export interface ApiErrorFacts extends ExchangeFacts {
  readonly status: number;
  /** The server's own general sentence, if it sent one. Translated by some servers: show it, never branch on it. */
  readonly detail: string | undefined;
  /** What the server says of single fields, by flattened path: `usages.0.amount`, `non_field_errors`. */
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  /** The body: parsed JSON, or the first characters of anything else. */
  readonly body: unknown;
  readonly retryAfterMs?: number | undefined;
}

/** The server answered, and not with a success. */
export abstract class ApiError extends ExchangeError implements ApiErrorFacts {
  readonly status: number;
  readonly detail: string | undefined;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
  /** How long the server asked to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(facts: ApiErrorFacts, advice = "") {
    super(facts, `answered ${facts.status}${said(facts)}.${advice}`);
    this.status = facts.status;
    this.detail = facts.detail;
    this.fieldErrors = facts.fieldErrors;
    this.body = facts.body;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** The request was not acceptable: 400, and the other 4xx that are the request's fault. See `fieldErrors`. */
export class BadRequestError extends ApiError {
  readonly code = "bad-request";

  override get name(): string {
    return "BadRequestError";
  }
}

/** 401: the token is missing, wrong, or expired. */
export class AuthenticationError extends ApiError {
  readonly code = "authentication";

  constructor(facts: ApiErrorFacts) {
    super(facts, " Check the token: it is wrong, expired, or of another server.");
  }

  override get name(): string {
    return "AuthenticationError";
  }
}

/** 403: the token is good, its user may not do this. */
export class PermissionDeniedError extends ApiError {
  readonly code = "permission-denied";

  override get name(): string {
    return "PermissionDeniedError";
  }
}

/** 404: there is no such object, or this token may not see it, or the server has no such endpoint. */
export class NotFoundError extends ApiError {
  readonly code = "not-found";
  /** The web server's own page answered: this server has no such endpoint at all. */
  readonly routeMissing: boolean;

  constructor(facts: ApiErrorFacts & { routeMissing: boolean }) {
    super(
      facts,
      facts.routeMissing
        ? " This server has no such endpoint: check the base URL and the dialect."
        : " It does not exist, or this token may not see it.",
    );
    this.routeMissing = facts.routeMissing;
  }

  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: the object is not in a state that allows this. An answer, so never retried. */
export class ConflictError extends ApiError {
  readonly code = "conflict";

  override get name(): string {
    return "ConflictError";
  }
}

/** 429: too many requests, and the wait asked for (`retryAfterMs`) or the retries needed are more than allowed. */
export class RateLimitError extends ApiError {
  readonly code = "rate-limited";

  constructor(facts: ApiErrorFacts) {
    const { retryAfterMs } = facts;
    super(
      facts,
      ` Wait ${retryAfterMs === undefined ? "" : `${Math.ceil(retryAfterMs / 1000)} s `}and try again.`,
    );
  }

  override get name(): string {
    return "RateLimitError";
  }
}

/** 5xx: the server or the proxy before it failed. */
export class ServerError extends ApiError {
  readonly code = "server-error";

  override get name(): string {
    return "ServerError";
  }
}

/** The class that belongs to the status. */
export function apiErrorOf(facts: ApiErrorFacts & { routeMissing: boolean }): ApiError {
  const { status } = facts;
  if (status === 401) return new AuthenticationError(facts);
  if (status === 403) return new PermissionDeniedError(facts);
  if (status === 404) return new NotFoundError(facts);
  if (status === 409) return new ConflictError(facts);
  if (status === 429) return new RateLimitError(facts);
  return status >= 500 ? new ServerError(facts) : new BadRequestError(facts);
}

const MAX_MESSAGES = 5;
const MAX_SAID_CHARS = 400;

/** The server's words on one line: the general sentence and the first few fields, or the text of a page. */
function said({ detail, fieldErrors, body }: ApiErrorFacts): string {
  const parts = detail === undefined ? [] : [detail];
  for (const [field, messages] of Object.entries(fieldErrors)) {
    if (parts.length === MAX_MESSAGES) break;
    parts.push(`${field}: ${messages.join(" ")}`);
  }
  if (parts.length === 0 && typeof body === "string") parts.push(body.replace(/<[^>]*>/g, " "));
  const text = parts.map((part) => part.replace(/\s+/g, " ").trim().replace(/\.$/, "")).join("; ");
  if (text === "") return "";
  return `: ${text.length > MAX_SAID_CHARS ? `${text.slice(0, MAX_SAID_CHARS)}…` : text}`;
}
