import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { TestServerError } from "./errors.ts";

/** Where a proxy passes requests on to. */
export interface Upstream {
  /** Opens the request; whoever calls sends the body and waits for `response` or `error`. */
  open(incoming: IncomingMessage, bodyLength: number): ClientRequest;
}

/**
 * An upstream from its URL. A path is put before those of the requests, but for `/api`, which they bring themselves.
 *
 * @throws {TestServerError} `invalid_option`: not an http or https URL.
 */
export function upstreamAt(url: string | URL): Upstream {
  const base = URL.canParse(String(url)) ? new URL(url) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol)) {
    throw new TestServerError("invalid_option", "upstream must be an http:// or https:// URL.");
  }
  const send = base.protocol === "https:" ? httpsRequest : httpRequest;
  const prefix = base.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
  return {
    open(incoming, bodyLength) {
      const headers = [...endToEnd(incoming.rawHeaders, ["host", "expect"]), "Host", base.host];
      // A chunked body has been read by now.
      if (bodyLength > 0 && incoming.headers["content-length"] === undefined) {
        headers.push("Content-Length", String(bodyLength));
      }
      return send({
        protocol: base.protocol,
        hostname: base.hostname.replace(/^\[|\]$/g, ""),
        port: base.port,
        method: incoming.method,
        path: prefix + targetOf(incoming),
        headers,
        // A kept connection may be closed by the server just as it is used again: that would be a failure of our making.
        agent: false,
      });
    },
  };
}

function targetOf({ url = "/" }: IncomingMessage): string {
  if (url.startsWith("/") || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

// What belongs to one connection only (RFC 9110, 7.6.1).
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Raw headers, in order and with repetitions, without those that belong to the connection. */
export function endToEnd(rawHeaders: readonly string[], without: readonly string[] = []): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const [name = "", value = ""] = rawHeaders.slice(i, i + 2);
    const lower = name.toLowerCase();
    if (!HOP_BY_HOP.has(lower) && !without.includes(lower)) kept.push(name, value);
  }
  return kept;
}
