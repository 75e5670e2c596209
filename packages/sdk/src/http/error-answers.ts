import {
  type ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  type ExchangeFacts,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
  UnexpectedResponseError,
} from "../errors.ts";
import type { Reply } from "./messages.ts";
import type { Redactor } from "./token.ts";

/** What an error answer says, whatever shape it has. */
interface ErrorBody {
  readonly detail: string | undefined;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
}

/** An answer that is not a success, read to its end. */
export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Without the token, should a server or proxy send it back. */
  readonly text: string;
  readonly retryAfterMs: number | undefined;
}

type ApiErrorFacts = ExchangeFacts & ErrorBody & Pick<ErrorAnswer, "status" | "retryAfterMs">;

const CLASSES: Readonly<Record<number, new (facts: ApiErrorFacts, outcome: string) => ApiError>> = {
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
};

/** The error that belongs to the status. */
export function apiErrorOf(facts: ExchangeFacts, answer: ErrorAnswer): ApiError {
  const { status, contentType, text, retryAfterMs } = answer;
  const errorBody = parseErrorBody(text);
  const routeMissing = status === 404 && /html/i.test(contentType);
  const ErrorClass = CLASSES[status] ?? (status < 500 ? BadRequestError : ServerError);
  const routeFacts = status === 404 ? { routeMissing } : {};
  return new ErrorClass(
    { ...facts, ...errorBody, status, retryAfterMs, ...routeFacts },
    `answered ${status}${said(errorBody)}.${adviceOn(answer, routeMissing)}`,
  );
}

function adviceOn({ status, retryAfterMs }: ErrorAnswer, routeMissing: boolean): string {
  if (status === 401) return " Check the token.";
  if (status === 404) {
    return routeMissing
      ? " This server has no such endpoint: check baseUrl and dialect."
      : " Or this token may not see it.";
  }
  return status === 429 && retryAfterMs !== undefined ? ` Wait ${Math.ceil(retryAfterMs / 1000)} s.` : "";
}

/** The error for an answer that is not this API's. */
export function unexpectedResponse(
  facts: ExchangeFacts,
  { response, text }: Reply,
  reason: string,
  redactor: Redactor,
): UnexpectedResponseError {
  const type = response.headers.get("content-type");
  return new UnexpectedResponseError({
    ...facts,
    status: response.status,
    contentType: type === null ? undefined : redactor.text(type),
    snippet: snippetOf(redactor.text(text)),
    reason,
  });
}

const MAX_SAID_CHARS = 400;

/** The server's words on one line: the general sentence and the fields, or the text of a page. */
function said({ detail, fieldErrors, body }: ErrorBody): string {
  const parts = Object.entries(fieldErrors).map(([field, messages]) => `${field}: ${messages.join(" ")}`);
  if (detail !== undefined) parts.unshift(detail);
  else if (parts.length === 0 && typeof body === "string") parts.push(body.replace(/<[^>]*>/g, " "));
  const text = cutText(parts.join(" ").replace(/\s+/g, " ").trim(), MAX_SAID_CHARS);
  return text && `: ${text.replace(/\.$/, "")}`;
}

const MAX_DEPTH = 8;
const GENERAL_KEYS: readonly string[] = ["detail", "details", "status", "error_message"];

/** Reads an error body: an object of arrays, of sentences, or nested by position; a bare array or string; HTML; nothing. */
function parseErrorBody(text: string): ErrorBody {
  const general: string[] = [];
  // Without a prototype: fields may be called anything.
  const fields: Record<string, string[]> = Object.create(null);

  /** Messages of `[[…], {…}]` and `{a: {b: […]}}` by path; a position in the path only where it tells rows apart. */
  function collect(value: unknown, path: string, depth: number): void {
    if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value ?? {})) {
        const isMessage = Array.isArray(value) && typeof inner !== "object";
        const place = path === "" ? key : `${path}.${key}`;
        if (depth < MAX_DEPTH) collect(inner, isMessage ? path : place, depth + 1);
      }
    } else if (depth === 0 || (depth === 1 && GENERAL_KEYS.includes(path))) general.push(String(value));
    else {
      const messages = fields[path || "non_field_errors"] ?? [];
      fields[path || "non_field_errors"] = [...messages, String(value)];
    }
  }

  let body: unknown;
  try {
    body = JSON.parse(text);
    collect(body, "", 0);
  } catch {
    body = snippetOf(text) || undefined;
  }
  return { detail: general.join(" ") || undefined, fieldErrors: { ...fields }, body };
}

const SNIPPET_CHARS = 500;

/** The first characters of a text, on one line. */
export function snippetOf(text: string): string {
  return cutText(
    text
      .slice(0, 8 * SNIPPET_CHARS)
      .replace(/\s+/g, " ")
      .trim(),
    SNIPPET_CHARS,
  );
}

/** The first `max` characters, never half of one. */
function cutText(text: string, max: number): string {
  return text.length <= max ? text : [...text].slice(0, max).join("");
}
