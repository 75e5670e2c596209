import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { defaultSpec } from "./default-spec.ts";
import { readBytes, requestFrom } from "./incoming.ts";
import { checkPort, listen } from "./listen.ts";
import { createMock, type MockResponse } from "./mock.ts";
import type { MockOptions } from "./mock-fetch.ts";
import { RequestLog } from "./request-log.ts";
import type { RecordedRequest, RequestRecord } from "./request-record.ts";
import type { ListenOptions, RunningServer } from "./running-server.ts";

/** Where the mock listens, and what it answers from. */
export interface MockServerOptions extends MockOptions, ListenOptions {
  /** Is told of every request after it was answered. Without it the server is silent. */
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

export interface MockServer extends RunningServer, RequestRecord {}

/**
 * Starts Prism's mock of the spec over HTTP; it answers as `createMockFetch` does, by the same code.
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
  checkPort(options);
  const mock = await createMock(options.spec ?? defaultSpec(), options.dialect);
  const log = new RequestLog();

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readBytes(incoming).catch(() => undefined);
    // The connection was lost while the request came in.
    if (body === undefined) return;
    const request = requestFrom(incoming, body.toString("utf8"));
    const exchange = await mock(request);
    const recorded = log.add(request, exchange);
    send(outgoing, exchange.response);
    options.onRequest?.(recorded);
  }

  // What fails in here, or in `onRequest`, is a bug that must end the run: nothing catches it.
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  const running = await listen(server, options);
  return {
    ...running,
    get requests() {
      return log.requests;
    },
    get violations() {
      return log.violations;
    },
    reset: () => log.reset(),
  };
}

function send(outgoing: ServerResponse, { status, headers, body }: MockResponse): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}
