import { ConnectionLost } from "../fake/http/exchange.ts";
import { checkOptions } from "../known-options.ts";
import type { Fault } from "./fault.ts";

/**
 * Lets the request wait before it reaches the server: `ms`, or anything between two bounds.
 *
 * `Infinity` never lets it through, as a server that hangs: the client's own timeout has to end it.
 */
export function latency(ms: number | { readonly minMs: number; readonly maxMs: number }): Fault {
  if (typeof ms !== "number") checkOptions("latency", ms, { minMs: true, maxMs: true });
  return {
    name: "latency",
    async inject({ request }, next, { sleep, random }) {
      const wait = typeof ms === "number" ? ms : ms.minMs + random() * (ms.maxMs - ms.minMs);
      await sleep(wait, request.signal);
      return next();
    },
  };
}

/** The connection is reset before the server gets the request: nothing was applied. The client cannot know it. */
export function requestLost(): Fault {
  return {
    name: "request-lost",
    async inject() {
      throw new ConnectionLost("The connection was reset before the request reached the server.");
    },
  };
}

/** The server does its work, and the connection is reset before its answer arrives. */
export function answerLost(): Fault {
  return {
    name: "answer-lost",
    async inject(_exchange, next) {
      await next();
      throw new ConnectionLost("The connection was reset before the answer arrived.");
    },
  };
}

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

/** A page of HTML with status 200 in the place of the server, such as a log-in or maintenance page: nothing was applied. */
export function htmlPage(): Fault {
  return {
    name: "html-page",
    inject: async () =>
      page(200, "<!doctype html>\n<title>Maintenance</title>\n<h1>We will be back soon</h1>\n"),
  };
}

const HTML = "text/html; charset=utf-8";

/** A page as the proxy before a server makes it. */
function proxyPage(status: number, title: string, headers: Record<string, string> = {}): Response {
  const html =
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
  return page(status, html, headers);
}

/** A page of HTML. */
function page(status: number, html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, { status, headers: { "Content-Type": HTML, ...headers } });
}
