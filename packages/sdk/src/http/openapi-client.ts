import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { RequestToSend } from "./messages.ts";
import type { Transport } from "./transport.ts";
import { fillPath } from "./url.ts";

export type { Client };

/** An openapi-fetch client over a transport, with checked path parameters: it returns errors instead of throwing them. */
export function createOpenapiClient<Paths extends object>(transport: Transport): Client<Paths> {
  return createClient<Paths>({ ...common(transport), fetch: (request) => transport.fetch(request) });
}

/** The same for the SDK's own requests: each says itself how it is sent, and never meets the platform's `Request`. */
export function createPlainClient<Paths extends object>(transport: Transport): Client<Paths> {
  // openapi-fetch only makes it, reads its method, and hands it on.
  const Request = PlainRequest as unknown as NonNullable<ClientOptions["Request"]>;
  return createClient<Paths>({ ...common(transport), Request });
}

const common = ({ settings }: Transport) => ({ baseUrl: settings.baseUrl, pathSerializer: fillPath });

/** In the place of the platform's `Request`, which costs more than all else that the SDK does for a call. */
class PlainRequest implements RequestToSend {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly #body: string;

  constructor(
    url: string,
    { method, headers, body = "" }: { method: string; headers: Headers; body?: string },
  ) {
    this.url = url;
    this.method = method.toUpperCase();
    this.headers = headers;
    this.#body = body;
  }

  async text(): Promise<string> {
    return this.#body;
  }
}
