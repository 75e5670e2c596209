import { ConnectionLost, type Intercept, type InterceptedRequest } from "../fake/http/exchange.ts";
import { loadSpec } from "../spec/load-spec.ts";
import { indexOperations, type OperationIndex } from "../spec/operation-index.ts";

/** What `globalThis.fetch` is. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A fetch whose requests and answers pass an intercept, as those of the fake do. */
export function faultyFetch(fetch: Fetch, intercept: Intercept): Fetch {
  return async (input, init) => {
    const request = looksLike(input, init);
    const exchange: InterceptedRequest = { request, operationId: operationIdOf(request) };
    try {
      const response = await intercept(exchange, () => fetch(input, init));
      // An answer made by hand has no URL; one that came by fetch has.
      if (response.url === "") Object.defineProperty(response, "url", { value: request.url });
      return response;
    } catch (error) {
      throw error instanceof ConnectionLost ? new TypeError("fetch failed", { cause: error }) : error;
    }
  };
}

/** What will be sent, to look at: reading it takes nothing from the request itself. */
function looksLike(input: string | URL | Request, init: RequestInit | undefined): Request {
  const request = input instanceof Request ? input.clone() : input;
  const body = init?.body;
  return new Request(request, body instanceof ReadableStream ? { ...init, body: null } : init);
}

let index: OperationIndex | undefined;

/** The operation's name in the spec, whatever stands before `/api/`. */
function operationIdOf({ method, url }: Request): string | undefined {
  const { pathname } = new URL(url);
  index ??= indexOperations(loadSpec());
  return index.match(method, pathname.slice(Math.max(0, pathname.indexOf("/api/"))))?.operation.operationId;
}
