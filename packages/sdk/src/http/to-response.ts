import { parseSuccess, refuseRedirect, unexpected } from "./answer.ts";
import type { Exchange } from "./exchange.ts";
import type { Redactor } from "./redact.ts";
import type { Reply } from "./send-once.ts";

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Makes of an answer that has been read a `Response` that can be read again, for users of the raw client.
 *
 * Its `json()` throws `UnexpectedResponseError` where a plain one would throw a bare `SyntaxError`.
 */
export function toResponse(reply: Reply, exchange: Exchange, redactor: Redactor): Response {
  refuseRedirect(reply, exchange, redactor);
  const { status, statusText, url } = reply.response;
  if (reply.tooLong) throw unexpected(reply, exchange, redactor, "with a body longer than maxResponseBytes");
  const headers = new Headers(reply.response.headers);
  if (exchange.request.method !== "HEAD") {
    // The body is here, whole and decompressed: openapi-fetch goes by its length.
    headers.delete("content-encoding");
    headers.delete("transfer-encoding");
    headers.set("content-length", String(reply.bytes.length));
  }
  const body = WITHOUT_BODY.has(status) ? null : reply.bytes;
  const response = new Response(body, { status, statusText, headers });
  return Object.defineProperties(response, {
    url: { value: url },
    json: { value: async () => parseSuccess(reply, exchange, redactor) },
  });
}
