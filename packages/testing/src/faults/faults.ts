import { ConnectionLost } from "../fake/http/exchange.ts";
import { checkOptions } from "../known-options.ts";
import type { Fault, Sleep } from "./fault.ts";

/**
 * What goes wrong between a client and a server, to be given to `injectFaults`, alone or in a rule.
 *
 * | fault | the server got the request | the client sees |
 * |---|---|---|
 * | `latency(ms)` | later | nothing |
 * | `tooManyRequests({ retryAfter })` | no | 429, a page of HTML |
 * | `serverError(500 … 504)` | no | that status, a page of HTML |
 * | `serverError(504, { applied: true })` | yes | the same |
 * | `requestLost()` | no | a lost connection |
 * | `answerLost()` | yes | a lost connection |
 * | `bodyLost()` | yes | status and headers, half a body, a lost connection |
 * | `truncatedJson()` | yes | half a body, as if that were all |
 * | `emptyBody()` | yes | no body |
 * | `wrongContentType(type)` | yes | the right body under a wrong name |
 * | `htmlPage()` | no | 200, a page of HTML |
 * | `slowBody({ ms })` | yes | a body that arrives in pieces |
 *
 * @example
 * const trouble = injectFaults([{ fault: faults.requestLost(), method: "POST", first: 1 }, faults.latency(5)]);
 * const response = await trouble.wrap(fake.fetch)("https://puhuri.test/api/");
 */
export const faults = {
  latency,
  tooManyRequests,
  serverError,
  requestLost,
  answerLost,
  bodyLost,
  truncatedJson,
  emptyBody,
  wrongContentType,
  htmlPage,
  slowBody,
} as const;

/**
 * The request waits for `ms` milliseconds before it reaches the server.
 *
 * With `Infinity` it never gets there, as if the server hung: the client's own timeout has to end it.
 */
function latency(ms: number): Fault {
  return {
    name: "latency",
    async inject({ request }, next, sleep) {
      await sleep(ms, request.signal);
      return next();
    },
  };
}

/** The connection is reset before the server gets the request: nothing was applied. The client cannot know it. */
function requestLost(): Fault {
  return {
    name: "request-lost",
    async inject() {
      throw new ConnectionLost("The connection was reset before the request reached the server.");
    },
  };
}

/** The server does its work, and the connection is reset before its answer arrives. */
function answerLost(): Fault {
  return {
    name: "answer-lost",
    async inject(_exchange, next) {
      await next();
      throw new ConnectionLost("The connection was reset before the answer arrived.");
    },
  };
}

interface RetryAfter {
  /** What `Retry-After` says: seconds, a date, or any other text. Default: no such header. */
  readonly retryAfter?: number | string;
}

interface ServerErrorOptions extends RetryAfter {
  /** Whether the server does its work all the same, and only its answer is lost at the proxy. Default false. */
  readonly applied?: boolean;
}

/** The request is turned away with 429: the server does not get it. */
function tooManyRequests(options: RetryAfter = {}): Fault {
  checkOptions("tooManyRequests", options, { retryAfter: true });
  return { name: "429", inject: async () => errorPage(429, options) };
}

/** The answer is a page of HTML: the framework's for 500, the proxy's for the others. */
function serverError(status: 500 | 502 | 503 | 504 = 502, options: ServerErrorOptions = {}): Fault {
  checkOptions("serverError", options, { applied: true, retryAfter: true });
  const { applied = false } = options;
  return {
    name: `${status}${applied ? "-applied" : ""}`,
    async inject(_exchange, next) {
      if (applied) await next();
      return errorPage(status, options);
    },
  };
}

/** Status 200 and a page of HTML instead of the server's answer, such as a log-in page: nothing was applied. */
function htmlPage(): Fault {
  return {
    name: "html-page",
    inject: async () =>
      page(200, "<!doctype html>\n<title>Maintenance</title>\n<h1>We will be back soon</h1>\n"),
  };
}

const TITLES = {
  429: "429 Too Many Requests",
  500: "Server Error (500)",
  502: "502 Bad Gateway",
  503: "503 Service Temporarily Unavailable",
  504: "504 Gateway Time-out",
} as const;

function errorPage(status: keyof typeof TITLES, { retryAfter }: RetryAfter): Response {
  const title = TITLES[status];
  const byProxy =
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
  const html = status === 500 ? `<!doctype html>\n<html lang="en"><h1>${title}</h1></html>\n` : byProxy;
  return page(status, html, retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) });
}

function page(status: number, html: string, headers: Record<string, string> = {}): Response {
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8", ...headers } });
}

/** The server does its work, and half of its JSON arrives, as if that were all. */
function truncatedJson(): Fault {
  return changedBody("truncated-json", (bytes) => (isJson(bytes) ? half(bytes) : undefined));
}

/** The server does its work, and its answer arrives without the body. */
function emptyBody(): Fault {
  return changedBody("empty-body", () => "");
}

/** The server does its work, and the connection is reset in the middle of the body. */
function bodyLost(): Fault {
  return changedBody("body-lost", (bytes) =>
    streamed(async function* () {
      yield half(bytes);
      throw new ConnectionLost("The connection was reset within the body.");
    }),
  );
}

/** The server does its work and its headers come at once; the body takes `ms` milliseconds in all. Default 1,000. */
function slowBody(options: { readonly ms?: number } = {}): Fault {
  checkOptions("slowBody", options, { ms: true });
  const { ms = 1000 } = options;
  return changedBody("slow-body", (bytes, { signal }, sleep) =>
    streamed(async function* () {
      const size = Math.ceil(bytes.byteLength / PIECES);
      for (let start = 0; start < bytes.byteLength; start += size) {
        await sleep(ms / PIECES, signal);
        yield bytes.slice(start, start + size);
      }
    }),
  );
}

const PIECES = 4;

/** The server does its work, and its answer says that it is something else; the body is as it was. */
function wrongContentType(contentType = "text/html; charset=utf-8"): Fault {
  return {
    name: "wrong-content-type",
    async inject(_exchange, next) {
      const { status, statusText, headers: before, body } = await next();
      const headers = new Headers(before);
      headers.set("Content-Type", contentType);
      return new Response(body, { status, statusText, headers });
    },
  };
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A fault that lets the server do its work and changes the body of its answer; where `change` gives nothing, the answer stays
 * as it is. So do answers without a body, as those to HEAD.
 */
function changedBody(
  name: string,
  change: (bytes: Bytes, request: Request, sleep: Sleep) => BodyInit | undefined,
): Fault {
  return {
    name,
    async inject({ request }, next, sleep) {
      const response = await next();
      if (request.method === "HEAD") return undefined;
      const bytes = new Uint8Array(await response.clone().arrayBuffer());
      const body = bytes.byteLength === 0 ? undefined : change(bytes, request, sleep);
      if (body === undefined) return undefined;
      const { status, statusText } = response;
      const headers = new Headers(response.headers);
      // They describe the body that was there.
      headers.delete("content-length");
      headers.delete("content-encoding");
      return new Response(body, { status, statusText, headers });
    },
  };
}

function half(bytes: Bytes): Bytes {
  return bytes.slice(0, Math.ceil(bytes.byteLength / 2));
}

/** Objects, lists and texts: half of any of them is not JSON. */
function isJson([first]: Bytes): boolean {
  return first !== undefined && '{["'.includes(String.fromCharCode(first));
}

function streamed(pieces: () => AsyncGenerator<Bytes>): ReadableStream<Bytes> {
  const rest = pieces();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await rest.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}
