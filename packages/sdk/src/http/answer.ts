import { apiErrorOf, UnexpectedResponseError } from "../errors.ts";
import { decodeForReading, decodeText } from "./decode-text.ts";
import { parseErrorBody, snippetOf } from "./error-body.ts";
import type { Exchange } from "./exchange.ts";
import type { Redactor } from "./redact.ts";
import type { Reply } from "./send-once.ts";

/**
 * Returns the data of a success: parsed JSON, or undefined when there is no body.
 *
 * @throws {ApiError} The class that belongs to the status.
 * @throws {UnexpectedResponseError} A redirect, a success that is not JSON, or an empty one to a GET or a creation.
 */
export function dataOf<T>(reply: Reply, exchange: Exchange, redactor: Redactor): T {
  refuseRedirect(reply, exchange, redactor);
  if (!reply.response.ok) throw apiError(reply, exchange, redactor);
  const { request, operation } = exchange;
  const json = parseSuccess(reply, exchange, redactor);
  // Other writes are answered with nothing by some servers; what was created is always shown.
  if (json === undefined && (request.method === "GET" || operation.kind === "create"))
    throw unexpected(reply, exchange, redactor, "with an empty body");
  return json;
}

/**
 * @throws {UnexpectedResponseError} The answer sends the client elsewhere, and it may not go there.
 */
export function refuseRedirect(reply: Reply, exchange: Exchange, redactor: Redactor): void {
  const { status, type } = reply.response;
  if (type !== "opaqueredirect" && !(status >= 300 && status < 400)) return;
  const where = redactor.text(originOf(reply.response.headers.get("location")));
  const reason = `a redirect${where}, which is not followed: check the base URL (scheme, host, trailing slash)`;
  throw unexpected(reply, exchange, redactor, reason, false);
}

/** Parses a success; undefined when it has no body. What it holds is the spec's word, so its type is open here. */
export function parseSuccess(reply: Reply, exchange: Exchange, redactor: Redactor) {
  const contentType = reply.response.headers.get("content-type");
  if (reply.tooLong) throw unexpected(reply, exchange, redactor, "with a body longer than maxResponseBytes");
  const text = decodeText(reply.bytes, contentType);
  if (text === undefined) throw unexpected(reply, exchange, redactor, "in another encoding than it says");
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(
      reply,
      exchange,
      redactor,
      /^\s*</.test(text) ? "an HTML page instead of JSON" : "not valid JSON",
    );
  }
}

function apiError(reply: Reply, exchange: Exchange, redactor: Redactor): Error {
  const { status, headers } = reply.response;
  const contentType = headers.get("content-type");
  const parsed = parseErrorBody(reply.bytes, contentType, (text) => redactor.text(text));
  return apiErrorOf({
    ...exchange.facts,
    ...parsed,
    status,
    retryAfterMs: reply.retryAfterMs,
    routeMissing: status === 404 && !parsed.isJson && /html/i.test(contentType ?? ""),
  });
}

/** An answer that is not this API's; of a write, it may have been carried out. */
export function unexpected(
  { response, bytes }: Reply,
  exchange: Exchange,
  redactor: Redactor,
  reason: string,
  maybeApplied = exchange.operation.kind !== "read",
): UnexpectedResponseError {
  const contentType = response.headers.get("content-type") ?? undefined;
  return new UnexpectedResponseError({
    ...exchange.facts,
    maybeApplied: exchange.maybeApplied || maybeApplied,
    status: response.status,
    contentType: contentType === undefined ? undefined : redactor.text(contentType),
    snippet: snippetOf(redactor.text(decodeForReading(bytes.subarray(0, 4096), contentType ?? null))),
    reason,
  });
}

/** The origin of a redirect's target: the rest of it may hold more than belongs into a message. */
function originOf(location: string | null): string {
  const origin = /^[a-z]+:\/\/[^/?#@\s]+(?=[/?#]|$)/i.exec(location ?? "")?.[0];
  return origin === undefined ? "" : ` to ${origin}`;
}
