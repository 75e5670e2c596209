import type { Outgoing } from "./exchange.ts";
import type { Settings } from "./options.ts";
import { readBody } from "./read-body.ts";
import { isRedirect, redirectTarget } from "./redirects.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { Credentials } from "./token.ts";

/** An answer, read to its end, whatever its status. */
export interface Reply {
  readonly response: Response;
  /** The body; of an error, its first few kilobytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A success longer than `maxResponseBytes`. */
  readonly tooLong: boolean;
  readonly retryAfterMs: number | undefined;
}

const MAX_ERROR_BYTES = 16 * 1024;
const MAX_REDIRECTS = 5;
const NO_BYTES = new Uint8Array();

/**
 * Sends a request and reads the answer. Neither retries nor judges the status.
 *
 * @throws What `fetch` throws, and what breaks off the body of a success.
 */
export async function sendOnce(
  settings: Settings,
  request: Outgoing,
  credentials: Credentials,
  followRedirects: boolean,
  signal: AbortSignal,
): Promise<Reply> {
  const headers: Record<string, string> = { ...settings.headers };
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  headers.authorization = credentials.header;
  // Nothing else goes in here: workers refuse `credentials`, `cache` and `mode`.
  const init: RequestInit = {
    method: request.method,
    headers,
    body: request.body,
    redirect: "manual",
    signal,
  };
  // Looked up for every request, so that a mocked or instrumented global is used.
  const send = settings.fetch ?? globalThis.fetch;

  let { url } = request;
  let response = await send(url, init);
  for (let hops = 0; followRedirects && hops < MAX_REDIRECTS && isRedirect(response); hops++) {
    const target = redirectTarget(response, url);
    if (target === undefined) break;
    // Read and not discarded: only so the connection can be used again.
    await readBody(response, MAX_ERROR_BYTES, signal);
    url = target;
    response = await send(url, init);
  }
  const { ok } = response;
  const retryAfterMs = ok ? undefined : parseRetryAfter(response.headers, settings.clock.now());
  if (request.method === "HEAD") {
    response.body?.cancel().catch(() => {});
    return { response, bytes: NO_BYTES, tooLong: false, retryAfterMs };
  }
  const body = await readBody(response, ok ? settings.maxResponseBytes : MAX_ERROR_BYTES, signal);
  // An error's status says enough: it is not lost because its body is.
  if (ok && body.end === "broken") throw body.error;
  return { response, bytes: body.bytes, tooLong: ok && body.end === "cut", retryAfterMs };
}
