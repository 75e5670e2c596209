import createClient, { type Client } from "openapi-fetch";
import type { Transport } from "./transport.ts";
import { fillPath } from "./url.ts";

export type { Client };

/** An openapi-fetch client over a transport, with checked path parameters: it returns errors instead of throwing them. */
export function createOpenapiClient<Paths extends object>(transport: Transport): Client<Paths> {
  return createClient<Paths>({
    baseUrl: transport.settings.baseUrl,
    pathSerializer: fillPath,
    fetch: (request) => transport.fetch(request),
  });
}
