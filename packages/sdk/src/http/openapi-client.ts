import createClient, { type Client } from "openapi-fetch";
import type { CallOptions } from "./call.ts";
import type { Outgoing } from "./exchange.ts";
import { fillPath } from "./path-parameters.ts";
import { type DraftInit, RequestDraft } from "./request-draft.ts";

export type { Client };

/** An openapi-fetch client that knows the spec's types and puts requests together, but sends nothing itself. */
export interface OpenapiClient<Paths extends object> {
  readonly client: Client<Paths>;
  /** What openapi-fetch gives to `fetch`, as plain data, and how the caller wants it sent. */
  outgoing(request: Request): OpenapiRequest | Promise<OpenapiRequest>;
}

export interface OpenapiRequest extends Outgoing {
  readonly options: CallOptions;
}

const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/**
 * Creates an openapi-fetch client with checked path parameters.
 *
 * Its requests are drafts, until a middleware is registered: middlewares expect a real `Request`.
 */
export function createOpenapiClient<Paths extends object>(
  baseUrl: string,
  send: (request: OpenapiRequest) => Promise<Response>,
): OpenapiClient<Paths> {
  const inits = new WeakMap<Request, DraftInit>();
  let drafts = true;
  // A proxy, because only so it is a `Request` constructor to the types and makes something lighter.
  const DraftOrRequest = new Proxy(Request, {
    construct(target, [url, init]) {
      if (drafts) return new RequestDraft(url, init);
      const request = new target(url, init);
      inits.set(request, init);
      return request;
    },
  });

  function outgoing(request: Request): OpenapiRequest | Promise<OpenapiRequest> {
    return request instanceof RequestDraft ? request : unpack(request, inits.get(request));
  }

  const client = createClient<Paths>({
    baseUrl,
    Request: DraftOrRequest,
    fetch: async (request) => send(await outgoing(request)),
  });
  for (const name of METHODS) {
    const method = client[name];
    Object.assign(client, {
      [name]: (path: string, init?: GivenInit) => Reflect.apply(method, client, [path, withPath(path, init)]),
    });
  }
  const { request, use } = client;
  Object.assign(client, {
    request: (method: string, path: string, init?: GivenInit) =>
      Reflect.apply(request, client, [method, path, withPath(path, init)]),
    use(...middleware: Parameters<typeof use>) {
      drafts = false;
      use(...middleware);
    },
  });
  return { client, outgoing };
}

interface GivenInit {
  readonly params?: { readonly path?: object };
}

/**
 * Tells the request which path of the spec it is for: openapi-fetch hands that only to middlewares. Parameters are
 * always filled in by `fillPath`, and always at all: without any, openapi-fetch would send the braces.
 */
function withPath(path: string, init: GivenInit | undefined): object {
  const params = init?.params?.path === undefined ? { ...init?.params, path: {} } : init.params;
  return { ...init, params, pathSerializer: fillPath, schemaPath: path };
}

/** A middleware may have put a `Request` of its own in the place of the one made here: less is known of that. */
async function unpack(request: Request, init: DraftInit | undefined): Promise<OpenapiRequest> {
  const { url, method, headers } = request;
  return {
    url,
    method,
    headers,
    path: init?.schemaPath ?? new URL(url).pathname,
    body: request.body === null ? null : await request.arrayBuffer(),
    options: init ?? { signal: request.signal },
  };
}
