import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ConnectionError, RequestTimeoutError } from "../../src/errors.ts";
import type { TransportOptions } from "../../src/http/options.ts";
import { callsOf, createHttp, errorOf, TOKEN } from "./harness.ts";

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(handle: RequestListener): Promise<{ url: string; close(): Promise<unknown> }> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It does not listen on a port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Answers one request after the other with the given handlers. */
async function client(handlers: readonly RequestListener[], options: Partial<TransportOptions> = {}) {
  const requests: string[] = [];
  const { url } = await listen((request, response) => {
    const handle = handlers[requests.length];
    requests.push(`${request.method} ${request.url}`);
    if (handle === undefined) response.writeHead(500).end("Nothing is scripted.");
    else handle(request, response);
  });
  const http = connect(url, options);
  return { requests, http, ...callsOf(http) };
}

function connect(baseUrl: string, options: Partial<TransportOptions> = {}) {
  return createHttp({ baseUrl, token: TOKEN, random: () => 0, ...options }, (method, path) => {
    if (method === "GET" || method === "HEAD") return { id: path, kind: "read" };
    return { id: path, kind: method === "PUT" ? "upsert" : "create" };
  });
}

const things = '[{"uuid":"0a1b2c3d4e5f60718293a4b5c6d7e8f9","name":"õ"}]';
const ok: RequestListener = (_, response) =>
  void response.writeHead(200, { "content-type": "application/json" }).end(things);
const resetAtOnce: RequestListener = (request) => void request.socket.resetAndDestroy();

/** Sends headers and the beginning of a body, then does something to the connection. */
function beginning(
  then: (request: IncomingMessage, response: ServerResponse) => void,
  headers = {},
): RequestListener {
  return (request, response) => {
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.write('[{"uuid":');
    setTimeout(then, 5, request, response);
  };
}

describe("over a real connection", () => {
  test("a request and its answer", async () => {
    let headers: IncomingMessage["headers"] = {};
    const { list, requests } = await client([
      (request, response) => {
        headers = request.headers;
        ok(request, response);
      },
    ]);
    expect((await list()).data[0]?.name).toBe("õ");
    expect(requests).toEqual(["GET /api/things/"]);
    expect(headers).toMatchObject({ authorization: `Token ${TOKEN}`, accept: "application/json" });
  });

  test("a write's body arrives whole", async () => {
    let body = "";
    const { create } = await client([
      (request, response) => {
        request.on("data", (chunk) => {
          body += chunk;
        });
        request.on("end", () => response.writeHead(201).end("{}"));
      },
    ]);
    await create();
    expect(body).toBe('{"name":"new"}');
  });

  test("a compressed answer is read", async () => {
    const packed: RequestListener = (_, response) =>
      void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(`"${"x".repeat(100_000)}"`));
    const { list } = await client([packed]);
    expect((await list()).data).toHaveLength(100_000);
  });

  test.each([
    ["reset before the answer", resetAtOnce],
    ["closed before the answer", (request: IncomingMessage) => void request.socket.end()],
    ["reset in the middle of the body", beginning((request) => request.socket.resetAndDestroy())],
    ["closed in the middle of a chunked body", beginning((request) => request.socket.destroy())],
    [
      "closed before content-length is reached",
      beginning((request) => request.socket.end(), { "content-length": 500 }),
    ],
  ])("%s: a read is sent again", async (_, handle) => {
    const { list, requests } = await client([handle, ok]);
    expect((await list()).data).toHaveLength(1);
    expect(requests).toHaveLength(2);
  });

  test("reset after the write was applied: thrown, in doubt, and not sent again", async () => {
    const applied: string[] = [];
    const { create, requests } = await client([
      (request) => {
        request.resume().on("end", () => {
          applied.push("thing");
          request.socket.resetAndDestroy();
        });
      },
    ]);
    const error = await errorOf(create());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ maybeSent: true, maybeApplied: true });
    expect(applied).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  test("a port nobody listens on: certain that nothing was sent", async () => {
    const { url, close } = await listen(ok);
    await close();
    const { create } = callsOf(connect(url, { retry: { maxRetries: 1 } }));
    const error = await errorOf(create());
    expect(error).toMatchObject({ code: "connection", maybeSent: false, maybeApplied: false, attempts: 2 });
    expect(String(error)).toContain("ECONNREFUSED");
  });

  test("a host that does not exist: certain that nothing was sent", async () => {
    const { create } = callsOf(connect("https://no-such-host.invalid", { retry: false }));
    expect(await errorOf(create())).toMatchObject({
      code: "connection",
      maybeSent: false,
      maybeApplied: false,
    });
  });

  test("a body that stops coming runs into the attempt's time, and its connection is closed", async () => {
    const closed = vi.fn();
    const { put } = await client([beginning((request) => request.socket.on("close", closed))], {
      timeoutMs: 500,
      retry: false,
    });
    const error = await errorOf(put());
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ which: "attempt", maybeApplied: true });
    await vi.waitFor(() => expect(closed).toHaveBeenCalled(), { timeout: 30_000 });
  });

  test("an abort while the body comes closes the connection and rethrows the reason", async () => {
    const controller = new AbortController();
    const closed = vi.fn();
    const { list } = await client([
      beginning((request) => {
        request.socket.on("close", closed);
        controller.abort("enough");
      }),
    ]);
    expect(await errorOf(list({ signal: controller.signal }))).toBe("enough");
    await vi.waitFor(() => expect(closed).toHaveBeenCalled(), { timeout: 30_000 });
  });

  test("a POST to a path that redirects stays one POST", async () => {
    const { create, requests } = await client([
      (_, response) => void response.writeHead(301, { location: "/api/things/" }).end(),
      ok,
    ]);
    expect(await errorOf(create())).toMatchObject({ status: 301, maybeApplied: false });
    expect(requests).toEqual(["POST /api/things/"]);
  });

  test("connections are used again, also after errors", async () => {
    const ports = new Set<number | undefined>();
    const round: RequestListener[] = [(_, response) => void response.writeHead(404).end("{}"), ok];
    const noted = round.map(
      (handle): RequestListener =>
        (request, response) => {
          ports.add(request.socket.remotePort);
          handle(request, response);
        },
    );
    const { list, requests } = await client(Array.from({ length: 8 }, () => noted).flat());
    for (let i = 0; i < 8; i++) {
      await errorOf(list());
      await list();
    }
    expect(requests).toHaveLength(16);
    // Node's fetch takes a second one when the first has not quite finished.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  test("fifty calls at once on one signal make no warning", async () => {
    const warned = vi.fn();
    process.on("warning", warned);
    const { signal } = new AbortController();
    const { list } = await client(Array.from({ length: 50 }, () => ok));
    await Promise.all(Array.from({ length: 50 }, () => list({ signal })));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", warned);
    expect(warned).not.toHaveBeenCalled();
  });

  test("the global fetch is looked up for every call", async () => {
    const { list, requests } = await client([ok]);
    await list();
    vi.stubGlobal("fetch", async () => Response.json([{ uuid: "stubbed" }]));
    expect((await list()).data[0]?.uuid).toBe("stubbed");
    vi.unstubAllGlobals();
    expect(requests).toHaveLength(1);
  });
});
