import type { Call, CallOptions } from "../../src/http/call.ts";
import type { Clock } from "../../src/http/clock.ts";
import { type Client, createOpenapiClient } from "../../src/http/openapi-client.ts";
import type { TransportOptions } from "../../src/http/options.ts";
import type { Shape } from "../../src/http/reply.ts";
import type { OperationKind, OperationLookup } from "../../src/http/retry-policy.ts";
import { Transport } from "../../src/http/transport.ts";
import type { paths, Thing } from "./paths.ts";

export const TOKEN = "2fe4a1b9c07d4e5f8a6b3c2d1e0f9a8b7c6d5e4f";
export const BASE = "https://puhuri.example";

/** A request as the injected `fetch` got it. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** An answer, an error to throw, or what makes one of them. */
export type Step = Response | Error | ((request: SentRequest) => Response | Promise<Response>);

/** A `fetch` that answers with the given steps one after the other, and fails loudly when there are none left. */
export function scriptedFetch(steps: readonly Step[]) {
  const requests: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const step = steps[requests.length];
    const { method = "GET", body } = init;
    const request = { url, init, method, headers: new Headers(init.headers), body };
    requests.push(request);
    if (step === undefined)
      throw new Error(`Nothing is scripted for request ${requests.length}: ${method} ${url}`);
    if (step instanceof Error) throw step;
    return typeof step === "function" ? step(request) : step;
  };
  return { fetch, requests };
}

/** Time that passes only by sleeping. */
export class FakeClock implements Clock {
  time = Date.UTC(2026, 10, 23);
  readonly sleeps: number[] = [];

  now(): number {
    return this.time;
  }

  async sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) throw signal.reason;
    this.sleeps.push(ms);
    this.time += ms;
  }
}

const OPERATIONS: Readonly<Record<string, { readonly id: string; readonly kind: OperationKind }>> = {
  "GET /api/things/": { id: "things_list", kind: "read" },
  "HEAD /api/things/": { id: "things_count", kind: "read" },
  "POST /api/things/": { id: "things_create", kind: "create" },
  "GET /api/things/{uuid}/": { id: "things_get", kind: "read" },
  "PUT /api/things/{uuid}/": { id: "things_put", kind: "upsert" },
  "POST /api/things/{uuid}/approve/": { id: "things_approve", kind: "transition" },
};

/** The test API's operations; anything else may make something. */
const operationOfThings: OperationLookup = (method, path) =>
  OPERATIONS[`${method} ${path}`] ?? { id: `${method} ${path}`, kind: "create" };

/** A transport to the test API, with its raw client and one that sends the requests of a call. */
export function createHttp(options: TransportOptions, operationOf: OperationLookup = operationOfThings) {
  const transport = new Transport(options, operationOf);
  const api = createOpenapiClient<paths>(transport.settings.baseUrl, (request) => transport.fetch(request));
  return {
    transport,
    api,
    begin: (options?: CallOptions, totalTimeoutMs?: number) => transport.begin(options, totalTimeoutMs),
    wait: (call: Call, ms: number) => transport.wait(call, ms),
    /** Sends one request of a call, and returns what a success holds. */
    async send<T>(
      call: Call,
      request: (
        api: Client<paths>,
        init: Record<string, unknown>,
      ) => Promise<{ data?: T; response: Response }>,
      shape?: Shape,
    ) {
      const sends =
        (method: string) =>
        async (path: string, { params = {}, body }: { params?: object; body?: unknown }) =>
          await transport.send({ method, path, params, body, shape }, call);
      const [GET, HEAD, PUT, POST] = ["GET", "HEAD", "PUT", "POST"].map(sends);
      // The paths are the spec's, and so are the types; what is sent is a request of the SDK's own.
      const own = { GET, HEAD, PUT, POST } as unknown as Client<paths>;
      const { data, response } = await request(own, {});
      return { data: data as T, response };
    },
  };
}

/** A client of the test API over a script, on a fake clock, with jitter always at its upper end. */
export function scriptedHttp(
  steps: readonly Step[],
  options: Partial<TransportOptions> & { readonly operationOf?: OperationLookup } = {},
) {
  const { fetch, requests } = scriptedFetch(steps);
  const clock = new FakeClock();
  const { operationOf, ...others } = options;
  const http = createHttp(
    { baseUrl: BASE, token: TOKEN, fetch, clock, random: () => 1, ...others },
    operationOf,
  );
  return { http, requests, clock, ...callsOf(http) };
}

/** One call of each kind of operation. */
export function callsOf(http: ReturnType<typeof createHttp>) {
  const uuid = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
  return {
    /** A read. */
    list: (options?: CallOptions) =>
      http.send(http.begin(options), (api, init) => api.GET("/api/things/", init)),
    count: (options?: CallOptions) =>
      http.send(http.begin(options), (api, init) => api.HEAD("/api/things/", init)),
    get: (options?: CallOptions) =>
      http.send(http.begin(options), (api, init) =>
        api.GET("/api/things/{uuid}/", { ...init, params: { path: { uuid } } }),
      ),
    /** An upsert. */
    put: (options?: CallOptions) =>
      http.send(http.begin(options), (api, init) =>
        api.PUT("/api/things/{uuid}/", { ...init, params: { path: { uuid } }, body: { name: "new" } }),
      ),
    /** A transition. */
    approve: (options?: CallOptions) =>
      http.send(http.begin(options), (api, init) =>
        api.POST("/api/things/{uuid}/approve/", { ...init, params: { path: { uuid } } }),
      ),
    /** A create. */
    create: (options?: CallOptions) =>
      http.send(http.begin(options), (api, init) =>
        api.POST("/api/things/", { ...init, body: { name: "new" } }),
      ),
  };
}

export const THING: Thing = { uuid: "0a1b2c3d4e5f60718293a4b5c6d7e8f9", name: "thing" };

export function ok(body: unknown = [THING], headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers });
}

export function failed(
  status: number,
  body: unknown = { detail: "No." },
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers });
}

export function html(status: number, text = "<html><h1>Bad Gateway</h1></html>"): Response {
  return new Response(text, { status, headers: { "content-type": "text/html; charset=utf-8" } });
}

/** What Node's fetch throws when no connection comes about. */
export function refused(): Error {
  const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), {
    code: "ECONNREFUSED",
    syscall: "connect",
  });
  return new TypeError("fetch failed", { cause });
}

/** What Node's fetch throws when the connection breaks after the request went out. */
export function reset(): Error {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  return new TypeError("fetch failed", { cause });
}

/** The error a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}
