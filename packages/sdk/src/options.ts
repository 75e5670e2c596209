import type { Dialect } from "./dialects/provider-api.ts";
import type { HttpOptions, TransportOptions } from "./http/options.ts";

/** What a client is made of. Only `baseUrl` and `token` are needed. */
export interface PuhuriClientOptions extends TransportOptions {
  /**
   * The server's generation: `"current"` for servers since 2024-10 (the default), `"2021"` for the API the provider
   * guide documents, `"auto"` to ask the server before the first call.
   */
  readonly dialect?: Dialect | "auto" | undefined;
  /** The IANA time zone in which the server counts its billing months. Default `UTC`. */
  readonly billingTimeZone?: string | undefined;
  /** Time, for tests. */
  readonly clock?: HttpOptions["clock"];
  /** Numbers from 0 up to 1 for the waits before retries, for tests. */
  readonly random?: HttpOptions["random"];
}
