import { apiErrorOf, UnexpectedResponseError } from "../errors.ts";
import { hasShape, SHAPE_WORDS } from "./answer-shape.ts";
import { decodeForReading, decodeText } from "./decode-text.ts";
import { parseErrorBody, snippetOf } from "./error-body.ts";
import type { Answered } from "./messages.ts";

/**
 * Returns the data of a success: parsed JSON, or undefined when there is no body.
 *
 * @throws {ApiError} The class that belongs to the status.
 * @throws {UnexpectedResponseError} A redirect, a success that is not JSON, too long, or not what the operation answers
 *   with, or an empty one to a GET or a creation.
 */
export function dataOf<T>(answered: Answered): T {
  refuseStrange(answered);
  const { response, bytes, asked, redactor, retryAfterMs } = answered;
  const { status, ok } = response;
  const type = response.headers.get("content-type");
  if (!ok) {
    const parsed = parseErrorBody(bytes, type, (text) => redactor.text(text));
    throw apiErrorOf({
      ...asked.facts,
      ...parsed,
      status,
      retryAfterMs,
      routeMissing: status === 404 && /html/i.test(type ?? ""),
    });
  }
  const data = parseSuccess(answered);
  // Other writes are answered with nothing by some servers; what was created is always shown.
  if (data === undefined && (asked.method === "GET" || asked.kind === "create")) {
    throw unexpected(answered, "with an empty body");
  }
  const { answer } = asked;
  if (data !== undefined && answer !== undefined && !hasShape(data, answer)) {
    throw unexpected(answered, `but not with ${SHAPE_WORDS[answer]}`);
  }
  return data;
}

/** Parses a success; undefined when it has no body. What it holds is the spec's word, so its type is open here. */
export function parseSuccess(answered: Answered) {
  const text = decodeText(answered.bytes, answered.response.headers.get("content-type"));
  try {
    return text?.trim() === "" ? undefined : JSON.parse(text ?? "");
  } catch {
    throw unexpected(
      answered,
      /^\s*</.test(text ?? "") ? "an HTML page instead of JSON" : "but not valid JSON",
    );
  }
}

/**
 * @throws {UnexpectedResponseError} The answer is longer than allowed, or sends the client where it may not go.
 */
export function refuseStrange(answered: Answered): void {
  const { response, isCut, redactor } = answered;
  if (isCut) throw unexpected(answered, "with more than maxResponseBytes");
  // Browsers hide the status of a redirect.
  if ((response.status >= 300 && response.status < 400) || response.type === "opaqueredirect") {
    // Only the origin: the rest of it may hold more than belongs into a message.
    const [target] = /^\w+:\/\/[^/?#@\s]+(?![^/?#])/.exec(response.headers.get("location") ?? "") ?? [];
    const where = target === undefined ? "" : ` to ${redactor.text(target)}`;
    const reason = `a redirect${where} that is not followed: check baseUrl (https, host, final slash)`;
    throw unexpected(answered, reason, false);
  }
}

/**
 * @throws {UnexpectedResponseError} The status is none of HTTP's, and no `Response` could be made with it.
 */
export function refuseUnknownStatus(answered: Answered): void {
  const { status } = answered.response;
  if (status < 200 || status > 599) throw unexpected(answered, "which is no status of HTTP");
}

/** An answer that is not this API's. A write may have been carried out all the same. */
function unexpected(
  { response, bytes, asked, redactor }: Answered,
  reason: string,
  maybeApplied = asked.kind !== "read",
): UnexpectedResponseError {
  const { facts } = asked;
  const type = response.headers.get("content-type");
  return new UnexpectedResponseError({
    ...facts,
    maybeApplied: facts.maybeApplied || maybeApplied,
    status: response.status,
    contentType: type === null ? undefined : redactor.text(type),
    snippet: snippetOf(redactor.text(decodeForReading(bytes.subarray(0, 4096), type))),
    reason,
  });
}
