import type { Call } from "../http/call.ts";
import type { ProviderApi } from "./provider-api.ts";

/** Where nouns and workflows get the server's generation from: known from the start, or found out by the first call. */
export interface Provider {
  /** The api, if it is known without asking the server. */
  readonly known: ProviderApi | undefined;
  /** The api; the first call may have to ask the server, later ones do not. */
  resolve(call: Call): Promise<ProviderApi> | ProviderApi;
}

export function fixedProvider(api: ProviderApi): Provider {
  return { known: api, resolve: () => api };
}
