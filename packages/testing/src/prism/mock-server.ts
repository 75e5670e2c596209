import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { checkOptions } from "../known-options.ts";
import { LISTENING } from "../listen.ts";
import type { ListenOptions, RunningServer } from "../running-server.ts";
import * as is from "../shapes.ts";
import { loadPrism, PRISM_CONFIG } from "./load-prism.ts";
import { createMock } from "./mock.ts";
import type { MockOptions } from "./mock-fetch.ts";
import { DIALECT, readOperations } from "./operations.ts";
import { headersOf, listenFor, relayTo } from "./relay.ts";
import type { Incoming, RecordedRequest, RequestRecord } from "./request-record.ts";

/** Options of the mock server. */
export interface MockServerOptions extends MockOptions, ListenOptions {
  /** Called with every request, after it was answered. */
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
  checkOptions("startMockServer", options, { ...LISTENING, dialect: DIALECT, onRequest: is.aFunction() });
  const { logger, createServer: createPrism } = loadPrism();
  const operations = await readOperations({ dialect: options.dialect, sparse: true });
  const prism = createPrism(operations.ofPrism, {
    cors: false,
    config: PRISM_CONFIG,
    components: { logger },
  });
  const { answer, record } = createMock(operations, options.dialect, prism.prism.request, options.onRequest);
  /** What has come in and is with Prism's server, by the ticket that stands for it there. */
  const inside = new Map<string, Incoming>();
  prism.prism.request = (request) => async () => {
    const incoming = inside.get(request.headers?.[TICKET] ?? "");
    if (incoming === undefined) return { _tag: "Left", left: new Error("It did not come in here.") };
    const output = await answer(incoming);
    return { _tag: "Right", right: { output, validations: { input: [], output: [] } } };
  };

  const relay = relayTo(await prism.listen(0, "127.0.0.1"));
  async function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): Promise<void> {
    const { method = "GET" } = incoming;
    const url = new URL(guard.url + incoming.url);
    const ticket = randomUUID();
    inside.set(ticket, { method, url, headers: headersOf(incoming), body: body.toString("utf8") });
    // Some paths, headers and bodies would end Prism's server, or let it wait for ever: it gets to see none.
    const shown = { method, url: "/", rawHeaders: [TICKET, ticket] };
    await relay(shown, Buffer.alloc(0), outgoing, async () => {}).finally(() => inside.delete(ticket));
  }
  const guard = await listenFor(pass, options).catch(async (error: unknown) => {
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
