import { ConnectionLost } from "./exchange.ts";

type Respond = (request: Request) => Promise<Response>;

/**
 * Makes a `fetch` of the application: aborting, the redirect to an address with its slash (which turns a POST into a
 * GET) and lost connections are what they are over a socket.
 */
export function inProcessFetch(
  respond: Respond,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await exchange(respond, request);
    const location = response.headers.get("location");
    if (response.status !== 301 || location === null || request.redirect === "manual") {
      return labelled(response, request, false);
    }
    if (request.redirect === "error") throw failed("unexpected redirect");
    const followed = redirected(request, new URL(location, request.url));
    return labelled(await exchange(respond, followed), followed, true);
  };
}

async function exchange(respond: Respond, request: Request): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: ended.signal });
  });
  try {
    return await Promise.race([respond(request.clone()), aborted]);
  } catch (error) {
    throw error instanceof ConnectionLost ? failed(error) : error;
  } finally {
    ended.abort();
  }
}

/** As the Fetch standard has it. */
function redirected(request: Request, url: URL): Request {
  if (request.method !== "POST") return new Request(url, request);
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  return new Request(url, { headers, signal: request.signal });
}

/** What fetch rejects with when there is no answer. */
function failed(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

/** An answer made by hand has no URL; one that came by fetch has. */
function labelled(response: Response, { url }: Request, redirected: boolean): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}
