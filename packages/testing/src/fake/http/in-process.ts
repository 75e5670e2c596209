import { ConnectionLost } from "./exchange.ts";

type Respond = (request: Request) => Promise<Response>;

const MAX_REDIRECTS = 20;

/**
 * Makes a `fetch` of the application: aborting, redirects (a POST that is sent elsewhere by a 301 becomes a
 * GET) and lost connections are what they are over a socket.
 */
export function inProcessFetch(
  respond: Respond,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    let request = new Request(input, init);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await exchange(respond, request);
      const location = response.headers.get("location");
      if (
        response.status < 300 ||
        response.status > 399 ||
        location === null ||
        request.redirect === "manual"
      ) {
        return labelled(response, request.url, redirects > 0);
      }
      if (request.redirect === "error") {
        throw failed("unexpected redirect");
      }
      request = redirected(request, response.status, new URL(location, request.url));
    }
    throw failed("redirect count exceeded");
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

/** As the fetch standard has it: 301 and 302 turn a POST into a GET, 303 everything but GET and HEAD. */
function redirected(request: Request, status: number, url: URL): Request {
  const isGet = request.method === "GET" || request.method === "HEAD";
  const drops = status === 303 ? !isGet : (status === 301 || status === 302) && request.method === "POST";
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) {
    headers.delete("authorization");
  }
  if (!drops) {
    return new Request(new Request(url, request), { headers });
  }
  headers.delete("content-type");
  headers.delete("content-length");
  return new Request(url, { method: "GET", headers, redirect: request.redirect, signal: request.signal });
}

/** What fetch rejects with when there is no answer. */
function failed(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

/** An answer made by hand has no URL; one that came by fetch has. */
function labelled(response: Response, url: string, isRedirected: boolean): Response {
  Object.defineProperty(response, "url", { value: url, configurable: true });
  Object.defineProperty(response, "redirected", { value: isRedirected, configurable: true });
  return response;
}
