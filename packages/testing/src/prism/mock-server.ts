import { createServer, type IncomingMessage } from "node:http";
import type { IHttpRequest } from "@stoplight/prism-http";
import { checkOptions } from "../known-options.ts";
import { checkPort, type ListenOptions, listen, type RunningServer } from "../listen.ts";
import { loadPrism } from "./load-prism.ts";
import { createMock, MOCK_CONFIG } from "./mock.ts";
import type { MockOptions } from "./mock-fetch.ts";
import { readOperations } from "./operations.ts";
import { BROKEN_JSON, isBrokenJson, mediaType } from "./prism-request.ts";
import { type Passing, readBytes, relayTo } from "./relay.ts";
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
  prism.prism.request = (request) => async () => {
    const { answer, ...found } = await mock(request);
    const { ProblemJsonError } = http;
    const status =
      answer instanceof Error ? ProblemJsonError.toProblemJson(answer).status : answer.statusCode;
    const { method, url, headers = {}, body } = request;
    const seen = {
      method: method.toUpperCase(),
      url: guard.url + targetOf(url),
      headers,
      body: body ?? undefined,
    };
    const recorded = { ...seen, status, ...found };
    add(recorded);
    // A callback that throws must not break the answer, nor go unnoticed.
    queueMicrotask(() => options.onRequest?.(recorded));
    if (answer instanceof Error) return { _tag: "Left", left: answer };
    return { _tag: "Right", right: { output: answer, validations: { input: [], output: [] } } };
  };

  const relay = relayTo(await prism.listen(0, "127.0.0.1"));
  const server = createServer(async (incoming, outgoing) => {
    const body = (await readBytes(incoming))?.subarray(0, MAX_BODY_BYTES);
    // Else the connection was lost while the request came in.
    if (body !== undefined) await relay(asServerStands(incoming, body), body, outgoing, async () => {});
  });
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

// Of more than that Prism's server waits for the end for ever.
const MAX_BODY_BYTES = 10 * 2 ** 20;

/** A request that Prism's server can read: at a body that it cannot, it would wait for ever. It is refused just the same. */
function asServerStands({ method, url = "/", rawHeaders }: IncomingMessage, body: Buffer): Passing {
  const headers = rawHeaders.map((text, i) => {
    if (i % 2 === 0 || rawHeaders[i - 1]?.toLowerCase() !== "content-type") return text;
    const type = PLAIN_TYPE.test(text) ? text : mediaType(text);
    return isBrokenJson(body.toString("utf8"), type) ? BROKEN_JSON : type;
  });
  // Two slashes would begin a host.
  return { method, url: url.replace(/^\/\//, "/.//"), rawHeaders: headers };
}

const PLAIN_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?charset=utf-8)?$/i;

function targetOf({ path, query = {} }: IHttpRequest["url"]): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}
