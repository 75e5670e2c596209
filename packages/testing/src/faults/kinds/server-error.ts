import { checkOptions } from "../../known-options.ts";
import type { Fault } from "../fault.ts";
import { page, proxyPage } from "./pages.ts";

const TITLES = {
  500: "Server Error (500)",
  502: "502 Bad Gateway",
  503: "503 Service Temporarily Unavailable",
  504: "504 Gateway Time-out",
} as const;

export interface ServerErrorOptions {
  /** Whether the server does its work all the same, and only its answer is lost at the proxy. Default false. */
  readonly applied?: boolean;
  /** Seconds or a date, as text: a 503 with it says that the request was turned away at the door. */
  readonly retryAfter?: string;
}

/** Answers with a page of HTML: the framework's for 500, the proxy's for the others. */
export function serverError(status: keyof typeof TITLES = 502, options: ServerErrorOptions = {}): Fault {
  checkOptions("serverError", options, { applied: true, retryAfter: true });
  const { applied = false, retryAfter } = options;
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "Retry-After": retryAfter };
  return {
    name: `${status}${applied ? "-applied" : ""}`,
    async inject(_exchange, next) {
      if (applied) await next();
      if (status !== 500) return proxyPage(status, TITLES[status], headers);
      return page(500, `<!doctype html>\n<html lang="en"><h1>${TITLES[500]}</h1></html>\n`, headers);
    },
  };
}
