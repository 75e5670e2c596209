import type { IHttpResponse } from "@stoplight/prism-http";
import { checkOptions } from "../known-options.ts";
import type { SpecDialect } from "../spec/operation-index.ts";
import { loadPrism, PRISM_CONFIG } from "./load-prism.ts";
import { createMock } from "./mock.ts";
import { DIALECT, readOperations } from "./operations.ts";
import { isJson } from "./prism-request.ts";
import type { RequestRecord } from "./request-record.ts";

/** Options of the mock. */
export interface MockOptions {
  /**
   * The generation of servers to imitate: only its operations exist, with its requests and answers. Default: all
   * operations exist, and those that both generations have are as in `current`.
   */
  readonly dialect?: SpecDialect | undefined;
}

export interface MockFetch extends RequestRecord {
  /** Takes what `globalThis.fetch` takes. Nothing leaves the process: any host will do. */
  readonly fetch: typeof globalThis.fetch;
}

/**
 * Makes a `fetch` that answers from the spec, without a socket: Prism in process.
 *
 * Every answer is an example of the spec, and nothing is kept: the dialect's example of the lowest success status, with the
 * columns that `field=` asks for, or what a `Prefer: code=404` or `Prefer: example=NAME` header asks for.
 *
 * A request that breaks the spec is answered as Prism does (422 with the reasons, 401, 404, 405 or 415), and the reasons are in
 * `violations`. Stricter than Prism: an unknown query parameter, an `Authorization` that does not read `Token …`, and a `Prefer`
 * that asks for an answer the spec does not have are violations too.
 *
 * Needs Node 24.18 or newer. The first call in a process loads Prism and the spec, about a second.
 *
 * @throws {TestServerError} `invalid_option`; `prism_unavailable`: Prism is not installed or this Node is too old for it.
 * @example
 * ```ts
 * const mock = await createMockFetch({ dialect: "2021" });
 * const response = await mock.fetch("https://puhuri.test/api/marketplace-resources/?page_sise=5", {
 *   headers: { Authorization: "Token any" },
 * });
 * console.log(response.status, mock.violations[0]?.location); // 422 "query.page_sise"
 * ```
 */
export async function createMockFetch(options: MockOptions = {}): Promise<MockFetch> {
  checkOptions("createMockFetch", options, { dialect: DIALECT });
  const { http, logger } = loadPrism();
  const operations = await readOperations({ dialect: options.dialect, sparse: true });
  const prism = http.createInstance(PRISM_CONFIG, { logger });
  const { answer, record } = createMock(operations, options.dialect, prism.request);

  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { method } = request;
    const url = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const response = await answer({ method, url, headers, body: await request.text() });
    request.signal.throwIfAborted();
    return asFetchGives(response, method);
  }

  return { fetch, ...record };
}

function asFetchGives({ statusCode, headers = {}, body }: IHttpResponse, method: string): Response {
  const isText = typeof body === "string" && !isJson(headers["content-type"] ?? "");
  const text = method === "HEAD" || body === undefined ? null : isText ? body : JSON.stringify(body);
  // Over a socket the server says what time it is.
  return new Response(text, { status: statusCode, headers: { date: new Date().toUTCString(), ...headers } });
}
