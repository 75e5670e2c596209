import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { checkOptions } from "../known-options.ts";
import { checkPort, type ListenOptions, listen, type RunningServer } from "../listen.ts";
import { loadPrism } from "./load-prism.ts";
import { createMock, MOCK_CONFIG } from "./mock.ts";
import type { MockOptions } from "./mock-fetch.ts";
import { readOperations } from "./operations.ts";
import { BROKEN_JSON, isBrokenJson, mediaType } from "./prism-request.ts";
import { headersOf, type Passing, readBytes, relayTo } from "./relay.ts";
import { createRecord, type RecordedRequest, type RequestRecord } from "./request-record.ts";

/** Where the mock listens, and what it answers from. */
export interface MockServerOptions extends MockOptions, ListenOptions {
  /** Is told of every request after it was answered. Without it the server is silent. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

export interface MockServer extends RunningServer, RequestRecord {}

/**
 * Starts Prism's own server on the spec, as `prism mock` does; it answers as `createMockFetch` does.
 *
 * Needs Node 24.18 or newer. Takes about a second the first time in a process.
 *
 * @throws {TestServerError} `port_in_use`, `cannot_listen`, `invalid_option`; `prism_unavailable`: not installed, or
 * this Node is too old for Prism.
 * @example
 * ```ts
 * await using mock = await startMockServer();
 * const response = await fetch(`${mock.url}/api/marketplace-provider-resources/?state=OK`, {
 *   headers: { Authorization: "Token any" },
 * });
 * console.log(response.status, mock.violations); // 200 []
 * ```
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const known = { dialect: true, spec: true, port: true, host: true, onRequest: true } as const;
  checkOptions("startMockServer", options, known);
  checkPort(options);
  const { http, logger, createServer: createPrism } = loadPrism();
  const operations = await readOperations(options.spec, { dialect: options.dialect, sparse: true });
  const prism = createPrism(operations.ofPrism, { cors: false, config: MOCK_CONFIG, components: { logger } });
  const mock = createMock(operations, options.dialect, prism.prism.request);
  const { record, add } = createRecord();
  /** What has come in and is with Prism's server, by the ticket that goes with it. */
  const inside = new Map<string, Pick<RecordedRequest, "url" | "headers">>();
  prism.prism.request = (request) => async () => {
    const { [TICKET]: ticket = "", ...headers } = request.headers ?? {};
    const { answer, ...found } = await mock({ ...request, headers });
    const { ProblemJsonError } = http;
    const status =
      answer instanceof Error ? ProblemJsonError.toProblemJson(answer).status : answer.statusCode;
    const { url = request.url.path, headers: sent = headers } = inside.get(ticket) ?? {};
    const { method, body } = request;
    const recorded = {
      method: method.toUpperCase(),
      url,
      headers: sent,
      body: body ?? undefined,
      status,
      ...found,
    };
    add(recorded);
    // A callback that throws must not break the answer, nor go unnoticed.
    queueMicrotask(() => options.onRequest?.(recorded));
    if (answer instanceof Error) return { _tag: "Left", left: answer };
    return { _tag: "Right", right: { output: answer, validations: { input: [], output: [] } } };
  };

  const relay = relayTo(await prism.listen(0, "127.0.0.1"));
  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = (await readBytes(incoming))?.subarray(0, MAX_BODY_BYTES);
    // The connection was lost while the request came in.
    if (body === undefined) return;
    const ticket = randomUUID();
    inside.set(ticket, { url: guard.url + incoming.url, headers: headersOf(incoming) });
    await relay(asServerStands(incoming, body, ticket), body, outgoing, async () => {});
    inside.delete(ticket);
  }
  // Nothing that comes in may end the process: whatever fails in here breaks this one connection.
  const server = createServer(
    (incoming, outgoing) => void pass(incoming, outgoing).catch(() => outgoing.destroy()),
  );
  const guard = await listen(server, options).catch(async (error: unknown) => {
    await prism.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await guard.close();
    closing ??= prism.close();
    await closing;
  };
  let closing: Promise<void> | undefined;
  return { ...guard, close, [Symbol.asyncDispose]: close, ...record };
}

/** The header that a ticket travels in. */
const TICKET = "x-puhuri-ticket";

// Of more than that Prism's server waits for the end for ever.
const MAX_BODY_BYTES = 10 * 2 ** 20;

/** A request that Prism's server can read: at a body that it cannot, it would wait for ever. It is refused just the same. */
function asServerStands(
  { method, url = "/", rawHeaders }: IncomingMessage,
  body: Buffer,
  ticket: string,
): Passing {
  const headers = rawHeaders.map((text, i) => {
    if (i % 2 === 0 || rawHeaders[i - 1]?.toLowerCase() !== "content-type") return text;
    const type = PLAIN_TYPE.test(text) ? text : mediaType(text);
    return isBrokenJson(body.toString("utf8"), type) ? BROKEN_JSON : type;
  });
  // Two slashes would begin a host.
  const path = url.replace(/^\/\//, "/.//");
  const target = URL.canParse(path, "http://puhuri.invalid") ? path : "/";
  return { method, url: target, rawHeaders: [...headers, TICKET, ticket] };
}

const PLAIN_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?charset=utf-8)?$/i;
