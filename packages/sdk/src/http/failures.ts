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
import type { Reply } from "./reply.ts";
import type { Failure } from "./retry-policy.ts";
import type { Redactor } from "./token.ts";

/** What an error answer says, whatever shape it has. */
type ErrorBody = Pick<ApiError, "detail" | "fieldErrors" | "body">;
type ApiErrorFacts = ExchangeFacts & ErrorBody & Pick<ApiError, "status" | "retryAfterMs">;

const CLASSES: Readonly<Record<number, new (facts: ApiErrorFacts, outcome: string) => ApiError>> = {
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
};

/** Returns the error that belongs to the status. */
export function apiErrorOf(facts: ExchangeFacts, reply: Reply, redactor: Redactor): ApiError {
  const { response, text, retryAfterMs } = reply;
  const { status, headers } = response;
  const errorBody = parseErrorBody(redactor.text(text));
  const routeFacts = status === 404 ? { routeMissing: /html/i.test(headers.get("content-type") ?? "") } : {};
  const ErrorClass = CLASSES[status] ?? (status < 500 ? BadRequestError : ServerError);
  return new ErrorClass(
    { ...facts, ...errorBody, status, retryAfterMs, ...routeFacts },
    `answered ${status}${said(errorBody)}.${adviceOn(status, routeFacts.routeMissing, retryAfterMs)}`,
  );
}

function adviceOn(
  status: number,
  routeMissing: boolean | undefined,
  retryAfterMs: number | undefined,
): string {
  if (status === 401) return " Check the token.";
  if (routeMissing) return " This server has no such endpoint: check baseUrl and dialect.";
  if (status === 404) return " It does not exist, or this token may not see it.";
  return status === 429 && retryAfterMs !== undefined ? ` Wait ${Math.ceil(retryAfterMs / 1000)} s.` : "";
}

/** Returns the error for an answer that is not this API's. */
export function unexpectedResponse(
  facts: ExchangeFacts,
  { response, text, strange = "" }: Reply,
  redactor: Redactor,
): UnexpectedResponseError {
  const type = response.headers.get("content-type");
  return new UnexpectedResponseError({
    ...facts,
    status: response.status,
    contentType: type === null ? undefined : redactor.text(type),
    snippet: snippetOf(redactor.text(text)),
    reason: redactor.text(strange),
  });
}

const MAX_SAID_CHARS = 400;

/** The server's words on one line: its general sentence and those about fields, or the text of a page. */
function said({ detail, fieldErrors, body }: ErrorBody): string {
  const parts = Object.entries(fieldErrors).map(([field, messages]) => `${field}: ${messages.join(" ")}`);
  if (detail !== undefined) parts.unshift(detail);
  else if (parts.length === 0 && typeof body === "string") parts.push(body.replace(/<[^>]*>/g, " "));
  const text = onOneLine(parts.join(" "), MAX_SAID_CHARS);
  return text && `: ${text.replace(/\.$/, "")}`;
}

const MAX_DEPTH = 8;
const GENERAL_KEYS: readonly string[] = ["detail", "details", "status", "error_message"];

/** Reads an error body: an object of arrays or of sentences, nested or not; a bare array or string; HTML; nothing. */
function parseErrorBody(text: string): ErrorBody {
  const general: string[] = [];
  const fields = new Map<string, string[]>();

  /** Messages of `[[…], {…}]` and `{a: {b: […]}}` by path; with a position only where there are several rows. */
  function collect(value: unknown, path: string, depth: number): void {
    if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value ?? {})) {
        const isMessage = Array.isArray(value) && typeof inner !== "object";
        const place = path === "" ? key : `${path}.${key}`;
        if (depth < MAX_DEPTH) collect(inner, isMessage ? path : place, depth + 1);
      }
    } else if (depth === 0 || (depth === 1 && GENERAL_KEYS.includes(path))) general.push(String(value));
    else {
      const field = path || "non_field_errors";
      fields.set(field, [...(fields.get(field) ?? []), String(value)]);
    }
  }

  let body: unknown;
  try {
    body = JSON.parse(text);
    collect(body, "", 0);
  } catch {
    body = snippetOf(text) || undefined;
  }
  return { detail: general.join(" ") || undefined, fieldErrors: Object.fromEntries(fields), body };
}

const SNIPPET_CHARS = 500;

function snippetOf(text: string): string {
  return onOneLine(text.slice(0, 8 * SNIPPET_CHARS), SNIPPET_CHARS);
}

/** The first `max` characters, never half of one. */
function onOneLine(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= max ? line : [...line].slice(0, max).join("");
}

/** Why a request got no answer. */
export interface ConnectionFailure {
  /** A failure that is not recognised counts as `lost`: the request may have arrived. */
  readonly failure: Extract<Failure, "barred" | "unsent" | "lost">;
  /** The deepest cause in a few words, without URLs. */
  readonly reason: string;
}

// The certificate is refused, or the other side speaks no TLS: codes of Node and Bun, then Deno's words. Or a proxy
// answered in the API's place, and refused; or the port is one that fetch does not go to.
const BARRED =
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_(SSL|TLS)_|EPROTO|wrong version number|certificate|Proxy response \(4\d\d\)|bad port/i;
// No connection came about, so the request cannot have left: Node's words and codes, then Bun's, then Deno's.
const UNSENT =
  /^(connect|getaddrinfo) |ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_|Proxy response \(|ConnectionRefused|FailedToOpenSocket|error \(Connect\)/;
// URLs, and the full stop at the end: the message has its own.
const NOISE = / ?(for url )?\(?\b[a-z]+:\/\/[^\s)]*\)?|\.$/gi;
const MAX_CAUSES = 5;

/** Looks through an error and its causes for the way in which a connection failed. */
export function connectionFailure(error: unknown): ConnectionFailure {
  let reason = "the connection failed";
  for (let at = error, depth = 0; at instanceof Error && depth < MAX_CAUSES; at = at.cause, depth++) {
    reason = wordsOf(at) || reason;
    if (matches(at, BARRED)) return { failure: "barred", reason };
    if (matches(at, UNSENT)) return { failure: "unsent", reason };
  }
  return { failure: "lost", reason };
}

/** `read ECONNRESET` and `certificate has expired (CERT_HAS_EXPIRED)`: the code only where the words lack it. */
function wordsOf({ code, message }: Error & { code?: unknown }): string {
  const words = message.replace(NOISE, "").trim();
  if (typeof code !== "string" || words.includes(code)) return words;
  return words === "" ? code : `${words} (${code})`;
}

function matches(error: Error & { code?: unknown }, pattern: RegExp): boolean {
  // All addresses of a host were tried, and each has its own error.
  if (error instanceof AggregateError) return error.errors.every((one) => matches(one, pattern));
  // The message first: some codes, such as EHOSTUNREACH, can also come later.
  return pattern.test(error.message) || pattern.test(String(error.code));
}
