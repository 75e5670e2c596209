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
  /** How long the server asked to wait. */
  readonly retryAfterMs?: number | undefined;
}

/** The server answered, and not with a success. */
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
    super(facts, " Check the token.");
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
    super(facts, facts.retryAfterMs === undefined ? "" : ` Wait ${Math.ceil(facts.retryAfterMs / 1000)} s.`);
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
