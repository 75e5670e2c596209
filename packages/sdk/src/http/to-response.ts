import { parseSuccess, refuseStrange, refuseUnknownStatus } from "./answer.ts";
import type { Answered } from "./messages.ts";

/**
 * Makes of an answer that has been read a `Response` that can be read again, for users of the raw client.
 *
 * Its `json()` throws `UnexpectedResponseError` where a plain one would throw a bare `SyntaxError`.
 */
export function toResponse(answered: Answered): Response {
  refuseStrange(answered);
  refuseUnknownStatus(answered);
  const { response: original, bytes, asked } = answered;
  const { status, statusText, url } = original;
  const headers = new Headers(original.headers);
  if (asked.method !== "HEAD") {
    // The body is here, whole and decompressed: openapi-fetch goes by its length.
    headers.delete("content-encoding");
    headers.delete("transfer-encoding");
    headers.set("content-length", `${bytes.length}`);
  }
  // Some statuses allow no body, not even an empty one.
  const response = new Response(bytes.length > 0 ? bytes : null, { status, statusText, headers });
  return Object.defineProperties(response, {
    url: { value: url },
    json: { value: async () => parseSuccess(answered) },
  });
}
