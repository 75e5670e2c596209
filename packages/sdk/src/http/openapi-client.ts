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
  outgoing(request: Request): Promise<OpenapiRequest>;
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
  const known = new WeakMap<object, { readonly options: CallOptions; path: string }>();
  let drafts = true;
  // A proxy, because only so it is a `Request` constructor to the types and makes something lighter.
  const DraftOrRequest = new Proxy(Request, {
    construct(target, [url, init]) {
      const request = drafts ? new RequestDraft(url, init) : new target(url, init);
      known.set(request, { options: init, path: "" });
      return request;
    },
  });

  async function outgoing(request: Request): Promise<OpenapiRequest> {
    const { url, method, headers } = request;
    const { options, path } = known.get(request) ?? { options: request, path: new URL(url).pathname };
    const body =
      request instanceof RequestDraft ? request.body : request.body && (await request.arrayBuffer());
    return { url, method, headers, body, path, options };
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
      const facts = known.get(request);
      if (facts !== undefined) facts.path = schemaPath;
    },
  });
  const { use } = client;
  client.use = (...middleware) => {
    drafts = false;
    use(...middleware);
  };
  return { client, outgoing };
}
