import createClient, { type Client } from "openapi-fetch";
import type { CallOptions } from "./call.ts";
import type { Outgoing } from "./messages.ts";
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

/**
 * Creates an openapi-fetch client with checked path parameters.
 *
 * Its requests are drafts, until a middleware is registered: middlewares expect a real `Request`.
 */
export function createOpenapiClient<Paths extends object>(
  baseUrl: string,
  send: (request: OpenapiRequest) => Promise<Response>,
): OpenapiClient<Paths> {
  const drafts = new WeakMap<Request, RequestDraft>();
  let isWatched = false;
  let filled = { template: "", path: "" };

  // A proxy, because only so it is a `Request` constructor to the types and makes something lighter.
  const DraftOrRequest = new Proxy(Request, {
    construct(target, [url, init]: [string, DraftInit]) {
      const [path = ""] = url.split("?");
      // Without parameters openapi-fetch would send the braces: filling in none refuses that.
      const template = path === filled.path ? filled.template : fillPath(path, {});
      const draft = new RequestDraft(url, template.slice(baseUrl.length), init);
      if (!isWatched) return draft;
      const request = new target(url, init);
      drafts.set(request, draft);
      return request;
    },
  });

  const outgoing = (request: Request) =>
    request instanceof RequestDraft ? request : unpack(request, drafts.get(request));

  const client = createClient<Paths>({
    baseUrl,
    Request: DraftOrRequest,
    // Called right before the request is made, if its path has parameters: openapi-fetch hands on only the result.
    pathSerializer(template, parameters) {
      filled = { template, path: fillPath(template, parameters) };
      return filled.path;
    },
    fetch: async (request) => send(await outgoing(request)),
  });
  const { use } = client;
  client.use = (...middleware) => {
    isWatched = true;
    use(...middleware);
  };
  return { client, outgoing };
}

/** A middleware may have put a `Request` of its own in the place of the one made here: less is known of that. */
async function unpack(request: Request, draft: RequestDraft | undefined): Promise<OpenapiRequest> {
  const { url, method, headers, signal } = request;
  const body = request.body && (await request.arrayBuffer());
  const { path, options } = draft ?? { path: new URL(url).pathname, options: { signal } };
  return { url, method, headers, body, path, options };
}
