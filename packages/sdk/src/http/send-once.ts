import type { Outgoing, Reply } from "./messages.ts";
import type { Settings } from "./options.ts";
import { readBody } from "./read-body.ts";
import { isRedirect, redirectTarget } from "./redirects.ts";
import { parseRetryAfter } from "./retry-after.ts";

const MAX_ERROR_BYTES = 16 * 1024;
const MAX_REDIRECTS = 5;

/**
 * Sends a request and reads the answer. Neither retries nor judges the status.
 *
 * @throws What `fetch` throws, and what breaks off the body of a success.
 */
export async function sendOnce(
  settings: Settings,
  request: Outgoing,
  authorization: string,
  isRead: boolean,
  signal: AbortSignal,
): Promise<Reply> {
  const { method, body } = request;
  const headers: Record<string, string> = { ...settings.headers };
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  headers.authorization = authorization;
  // Nothing else goes in here: workers refuse `credentials`, `cache` and `mode`.
  const init: RequestInit = { method, headers, body, redirect: "manual", signal };
  // Looked up for every request, so that a mocked or instrumented global is used.
  const send = settings.fetch ?? globalThis.fetch;

  let { url } = request;
  let response = await send(url, init);
  // Whoever redirects a write has not carried it out, and `fetch` would repeat it as a GET.
  for (let hops = 0; isRead && hops < MAX_REDIRECTS && isRedirect(response); hops++) {
    const target = redirectTarget(response, url);
    if (target === undefined) break;
    // Only when it has been read, the connection can be used again.
    await readBody(response.body, MAX_ERROR_BYTES, signal);
    url = target;
    response = await send(url, init);
  }
  const { ok } = response;
  const { bytes, end, error } = await readBody(
    method === "HEAD" ? null : response.body,
    ok ? settings.maxResponseBytes : MAX_ERROR_BYTES,
    signal,
  );
  // An error's status says enough: it is not lost because its body is.
  if (ok && end === "broken") throw error;
  return {
    response,
    bytes,
    isCut: ok && end === "cut",
    retryAfterMs: ok ? undefined : parseRetryAfter(response.headers, settings.clock.now()),
  };
}
