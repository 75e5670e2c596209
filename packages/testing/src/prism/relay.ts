import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { request as httpsRequest } from "node:https";
import { TestServerError } from "../errors.ts";
import { listen } from "../listen.ts";
import type { ListenOptions, RunningServer } from "../running-server.ts";

/** What came back from upstream. */
export interface UpstreamAnswer {
  /** Undefined when there was no answer at all. */
  readonly status: number | undefined;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Why there is no answer, or not the whole of it. */
  readonly failure: Error | undefined;
}

/** What is passed on of a request besides its body. */
export type Passing = Pick<IncomingMessage, "method" | "url" | "rawHeaders">;

/** Sends a request upstream and, once `inspect` has seen it, the answer back. */
export type Relay = (
  incoming: Passing,
  body: Buffer,
  outgoing: ServerResponse,
  inspect: (answer: UpstreamAnswer | undefined) => Promise<void>,
) => Promise<void>;

/**
 * Makes a relay to a server. Prism's own forwarder would not do: it parses and rewrites bodies, follows redirects, and answers
 * an empty body, broken JSON, a 501 and a lost connection with something of its own.
 *
 * The path of the URL is put before those of the requests, without `/api`, which they have themselves. If the connection to the
 * server cannot be made or breaks, the client's breaks at the same place. If the client hangs up, so does the relay, as soon as the
 * server has the whole request; `inspect` then gets undefined.
 *
 * @throws {TestServerError} `invalid_option`: not an http or https URL.
 */
export function relayTo(upstream: string | URL): Relay {
  const base = URL.canParse(String(upstream)) ? new URL(upstream) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol)) {
    throw new TestServerError("invalid_option", "upstream must be an http:// or https:// URL.");
  }
  const { protocol, host, hostname, port, pathname } = base;
  const prefix = pathname.replace(/\/+$/, "").replace(/\/api$/, "");
  const send = protocol === "https:" ? httpsRequest : httpRequest;

  return async (incoming, body, outgoing, inspect) => {
    const length = body.length > 0 ? ["Content-Length", String(body.length)] : [];
    // What is to be checked must not come compressed.
    const own = ["Host", host, "Accept-Encoding", "identity", ...length];
    const headers = [...endToEnd(incoming.rawHeaders, REQUEST_HEADERS), ...own];
    const target = { hostname: hostname.replace(/^\[|\]$/g, ""), port, path: prefix + incoming.url };
    // A kept connection may be closed by the server just as it is used again: that would be a failure of our making.
    const request = send({ protocol, ...target, method: incoming.method, headers, agent: false });
    const hangUp = (): void => {
      if (request.writableFinished) request.destroy();
      else request.once("finish", () => request.destroy());
    };
    // Comes after a whole answer too, and does nothing then.
    if (outgoing.closed) hangUp();
    else outgoing.once("close", hangUp);

    const received: Buffer[] = [];
    let answer: IncomingMessage | undefined;
    let failure: Error | undefined;
    try {
      answer = await new Promise<IncomingMessage>((resolve, reject) => {
        // Stays, because a broken socket may report more than once.
        request.on("error", reject).once("response", resolve).end(body);
      });
      for await (const chunk of answer) received.push(Buffer.from(chunk));
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
    }
    if (outgoing.closed) return inspect(undefined);

    const whole = Buffer.concat(received);
    await inspect({ status: answer?.statusCode, headers: headersOf(answer), body: whole, failure });
    if (answer === undefined) {
      outgoing.destroy();
      return;
    }
    outgoing.sendDate = false;
    outgoing.writeHead(
      answer.statusCode ?? 502,
      answer.statusMessage,
      endToEnd(answer.rawHeaders, HOP_BY_HOP),
    );
    if (failure === undefined) outgoing.end(whole);
    else outgoing.write(whole, () => outgoing.destroy());
  };
}

/**
 * Listens, and hands on each request once it is there whole. Nothing that comes in may end the process: where `take` fails, that
 * breaks this one connection.
 */
export function listenFor(
  take: (incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse) => Promise<void>,
  options: ListenOptions,
): Promise<RunningServer> {
  async function read(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    await take(incoming, Buffer.concat(chunks), outgoing);
  }
  const server = createServer(
    (incoming, outgoing) => void read(incoming, outgoing).catch(() => outgoing.destroy()),
  );
  return listen(server, options);
}

/** Names in lower case, repeated headers joined. */
export function headersOf(message: IncomingMessage | undefined): Record<string, string> {
  const headers = Object.entries(message?.headersDistinct ?? {});
  return Object.fromEntries(headers.map(([name, values = []]) => [name, values.join(", ")]));
}

// What belongs to one connection only (RFC 9110, 7.6.1).
const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
const REQUEST_HEADERS = [...HOP_BY_HOP, "host", "expect", "content-length", "accept-encoding"];

/** Raw headers, in order and with repetitions, but for some. */
function endToEnd(rawHeaders: readonly string[], without: readonly string[]): string[] {
  return rawHeaders.flatMap((name, i) =>
    i % 2 === 0 && !without.includes(name.toLowerCase()) ? [name, rawHeaders[i + 1] ?? ""] : [],
  );
}
