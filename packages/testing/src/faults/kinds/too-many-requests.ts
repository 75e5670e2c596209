import { checkOptions } from "../../known-options.ts";
import type { Fault } from "../fault.ts";
import { proxyPage } from "./pages.ts";

export interface TooManyRequestsOptions {
  /** Seconds, a date (sent as an HTTP date), or any text, malformed ones too. Default: no header. */
  readonly retryAfter?: number | Date | string;
}

/** Turns the request away with 429: the server does not get it. */
export function tooManyRequests(options: TooManyRequestsOptions = {}): Fault {
  checkOptions("tooManyRequests", options, { retryAfter: true });
  const { retryAfter } = options;
  const asked = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter;
  const headers: Record<string, string> = asked === undefined ? {} : { "Retry-After": String(asked) };
  return {
    name: "429",
    inject: async () => proxyPage(429, "429 Too Many Requests", headers),
  };
}
