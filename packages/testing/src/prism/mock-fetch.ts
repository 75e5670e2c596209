import type { SpecDialect } from "../contract/operation-index.ts";
import type { SpecDocument } from "../contract/spec-document.ts";
import { defaultSpec } from "./default-spec.ts";
import { createMock, type MockResponse } from "./mock.ts";
import { RequestLog } from "./request-log.ts";
import type { RequestRecord } from "./request-record.ts";
import type { WireRequest } from "./wire.ts";

/** What the mock answers from. */
export interface MockOptions {
  /**
   * The generation of servers to stand in for: only its operations are served, and where an operation belongs to both,
   * its requests and answers are this generation's. Without it all operations are served, shared ones as `current`.
   */
  readonly dialect?: SpecDialect | undefined;
  /** Another OpenAPI 3.1 document than the one of this package, as parsed YAML or JSON. */
  readonly spec?: SpecDocument | undefined;
}

export interface MockFetch extends RequestRecord {
  /** Takes what `globalThis.fetch` takes; the host of the URL does not matter, nothing leaves the process. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Makes a `fetch` that answers from the spec, without a socket: Prism in process.
 *
 * Every answer is an example of the spec, and nothing is kept: the dialect's example of the lowest success status, with the
 * columns that `field=` asks for, or what a `Prefer: code=404` or `Prefer: example=NAME` header asks for.
 *
 * A request that breaks the spec is answered as Prism does (422 with the reasons, 401, 404, 405 or 415) and its faults stand in
 * `violations`. Stricter than Prism: an unknown query parameter, an `Authorization` that does not read `Token …`, and a wish in
 * `Prefer` that the spec cannot fulfil are violations too.
 *
 * Needs Node 24.18 or newer. The first call in a process loads Prism and the spec, about a second.
 *
 * @throws {TestServerError} `prism_unavailable`: Prism is not installed or this Node is too old for it.
 * @example
 * ```ts
 * const mock = await createMockFetch({ dialect: "2021" });
 * const response = await mock.fetch("https://puhuri.test/api/marketplace-resources/?page_sise=5", {
 *   headers: { Authorization: "Token any" },
 * });
 * console.log(response.status, mock.violations[0]?.location); // 422 "query.page_sise"
 * ```
 */
export async function createMockFetch({ dialect, spec }: MockOptions = {}): Promise<MockFetch> {
  const mock = await createMock(spec ?? defaultSpec(), dialect);
  const log = new RequestLog();
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const wire = await wireRequest(request);
      const exchange = await mock(wire);
      log.add(wire, exchange);
      request.signal.throwIfAborted();
      return fetchResponse(exchange.response, request.method);
    },
    get requests() {
      return log.requests;
    },
    get violations() {
      return log.violations;
    },
    reset: () => log.reset(),
  };
}

async function wireRequest(request: Request): Promise<WireRequest> {
  const headers = Object.fromEntries(request.headers);
  return { method: request.method, url: new URL(request.url), headers, body: await request.text() };
}

function fetchResponse({ status, headers, body }: MockResponse, method: string): Response {
  // Over a socket the server says what time it is.
  const dated = { date: new Date().toUTCString(), ...headers };
  return new Response(method === "HEAD" ? null : (body ?? null), { status, headers: dated });
}
