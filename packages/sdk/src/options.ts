import type { TransportOptions } from "./http/options.ts";
import type { Dialect } from "./servers/server.ts";

/** Options of a client. Only `baseUrl` and `token` are required. */
export interface PuhuriClientOptions extends TransportOptions {
  /**
   * The server's generation: `"current"` for servers since 2024-10, `"2021"` for the API that the provider guide
   * documents, `"auto"` to ask the server before the first call.
   * @default "current"
   */
  readonly dialect?: Dialect | "auto" | undefined;
  /**
   * The server's own IANA time zone; its operators know it. 8.x servers count months in it, older ones in UTC. Without it,
   * the SDK sends no usage to an 8.x server from three hours before a month begins in UTC until one hour after.
   * @default none
   * @example "Europe/Tallinn"
   */
  readonly billingTimeZone?: string | undefined;
}

/** The names of all options: a mistyped one is refused. */
export const OPTION_NAMES: Readonly<Record<keyof PuhuriClientOptions, true>> = {
  baseUrl: true,
  token: true,
  dialect: true,
  billingTimeZone: true,
  fetch: true,
  headers: true,
  timeoutMs: true,
  totalTimeoutMs: true,
  retry: true,
  maxRetryAfterMs: true,
  allowInsecureHttp: true,
  hooks: true,
  clock: true,
  random: true,
};
