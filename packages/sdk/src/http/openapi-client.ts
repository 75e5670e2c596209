import createClient, { type Client } from "openapi-fetch";
import type { CallOptions } from "./call.ts";
import type { Outgoing } from "./exchange.ts";
import { fillPath } from "./path-parameters.ts";
import { RequestDraft } from "./request-draft.ts";

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

/**
 * Creates an openapi-fetch client with checked path parameters.
 *
 * Its requests are drafts, until a middleware is registered: middlewares expect a real `Request`.
 */
export function createOpenapiClient<Paths extends object>(
  baseUrl: string,
  send: (request: OpenapiRequest) => Promise<Response>,
): OpenapiClient<Paths> {
  const real = new WeakMap<Request, { readonly options: CallOptions; path: string }>();
  let drafts = true;
  // A proxy, because only so it is a `Request` constructor to the types and makes something lighter.
  const DraftOrRequest = new Proxy(Request, {
    construct(target, [url, init]) {
      if (drafts) return new RequestDraft(url, init);
      const request = new target(url, init);
      real.set(request, { options: init, path: "" });
      return request;
    },
  });

  function outgoing(request: Request): OpenapiRequest | Promise<OpenapiRequest> {
    return request instanceof RequestDraft ? request : unpack(request, real.get(request));
  }

  const client = createClient<Paths>({
    baseUrl,
    pathSerializer: fillPath,
    Request: DraftOrRequest,
    fetch: async (request) => send(await outgoing(request)),
  });
  client.use({
    onRequest({ request, schemaPath, params, options }) {
      // Without parameters openapi-fetch would send the braces.
      if (params.path === undefined || options.pathSerializer !== fillPath)
        fillPath(schemaPath, params.path ?? {});
      const known = request instanceof RequestDraft ? request : real.get(request);
      if (known !== undefined) known.path = schemaPath;
    },
  });
  const { use } = client;
  client.use = (...middleware) => {
    drafts = false;
    use(...middleware);
  };
  return { client, outgoing };
}

/** A middleware may have put a `Request` of its own in the place of the one made here: less is known of that. */
async function unpack(
  request: Request,
  known: { readonly options: CallOptions; readonly path: string } | undefined,
): Promise<OpenapiRequest> {
  const { url, method, headers } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  return {
    url,
    method,
    headers,
    body,
    options: known?.options ?? { signal: request.signal },
    path: known?.path ?? new URL(url).pathname,
  };
}
