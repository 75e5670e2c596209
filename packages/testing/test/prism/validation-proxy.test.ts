import { once } from "node:events";
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startValidationProxy, type ValidationProxy, type Violation } from "../../src/index.ts";

const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const TOKEN = { Authorization: "Token any" };
const ORDERS = "/api/marketplace-orders/";
const PAGE = { "Content-Type": "application/json", "X-Result-Count": "0", Link: '<http://x/>; rel="first"' };

let upstream: Server;
let answer: RequestListener;
let proxy: ValidationProxy;

beforeAll(async () => {
  upstream = createServer((request, response) => answer(request, response));
  upstream.listen(0, "127.0.0.1");
  await once(upstream, "listening");
  proxy = await startValidationProxy(urlOf(upstream), { dialect: "current" });
  return async () => {
    await proxy.close();
    upstream.closeAllConnections();
    upstream.close();
  };
});

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** What came in since the last call. */
let seenViolations = 0;
function newViolations(): readonly Violation[] {
  const found = proxy.violations.slice(seenViolations);
  seenViolations = proxy.violations.length;
  return found;
}

afterEach(() => {
  newViolations();
});

/** Asks without a client's own conveniences: no redirects, no decompression, headers as they are. */
async function exactly(
  origin: string,
  path: string,
  init: { method?: string; headers?: string[] | Record<string, string>; body?: string | Buffer } = {},
) {
  const sent = httpRequest(origin + path, {
    method: init.method ?? "GET",
    headers: init.headers ?? TOKEN,
    agent: false,
  });
  sent.end(init.body);
  const [message]: IncomingMessage[] = await once(sent, "response");
  if (message === undefined) throw new Error("no response");
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { statusCode, statusMessage } = message;
  return { statusCode, statusMessage, headers: pairs(message.rawHeaders), body: Buffer.concat(chunks) };
}

function pairs(rawHeaders: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? "";
    // These belong to each connection.
    if (/^(connection|keep-alive|transfer-encoding)$/i.test(name)) continue;
    all.push(`${name}: ${rawHeaders[i + 1]}`);
  }
  return all;
}

describe("what passes through", () => {
  const answers: [string, RequestListener][] = [
    ["a list", (_, res) => res.writeHead(200, PAGE).end("[ ]")],
    ["no body at all", (_, res) => res.writeHead(201, { "Content-Length": "0" }).end()],
    [
      "an answer without a date",
      (_, res) => {
        res.sendDate = false;
        res.writeHead(200, PAGE).end("[]");
      },
    ],
    ["204", (_, res) => res.writeHead(204).end()],
    ["a redirect", (_, res) => res.writeHead(301, { Location: "/api/x/" }).end()],
    ["an HTML error", (_, res) => res.writeHead(404, { "Content-Type": "text/html" }).end("<h1>No</h1>")],
    ["501", (_, res) => res.writeHead(501, "Nope").end("not yet")],
    ["broken JSON", (_, res) => res.writeHead(200, PAGE).end('[{"uuid": ')],
    [
      "JSON with its own spacing and numbers",
      (_, res) => res.writeHead(200, PAGE).end('[ 1.0, 1e3 ,"\\u00e9"]\n'),
    ],
    ["bytes that are no text", (_, res) => res.writeHead(200, PAGE).end(Buffer.from([0xff, 0x00, 0xfe]))],
    [
      "a compressed body",
      (_, res) => res.writeHead(200, { ...PAGE, "Content-Encoding": "gzip" }).end(gzipSync("[]")),
    ],
    [
      "headers in their order, case and number",
      (_, res) =>
        res.writeHead(200, ["X-b", "1", "set-COOKIE", "a=1", "Set-Cookie", "b=2", "x-A", "é"]).end("[]"),
    ],
    [
      "many pieces",
      (_, res) => {
        res.writeHead(200, PAGE);
        for (const piece of ["[", " ", "\n"]) res.write(piece);
        res.end("]");
      },
    ],
  ];

  it.each(answers)("is %s as it came", async (_, listener) => {
    answer = listener;
    const direct = await exactly(urlOf(upstream), ORDERS);
    const through = await exactly(proxy.url, ORDERS);
    const atAnyTime = (headers: string[]) => headers.map((header) => header.replace(/^Date: .*/, "Date"));
    expect({ ...through, headers: atAnyTime(through.headers) }).toEqual({
      ...direct,
      headers: atAnyTime(direct.headers),
    });
  });

  it("is the length that HEAD tells of", async () => {
    answer = (_, res) => res.writeHead(200, { ...PAGE, "Content-Length": "1234" }).end();
    const { headers, body } = await exactly(proxy.url, ORDERS, { method: "HEAD" });
    expect(headers).toContain("Content-Length: 1234");
    expect(body).toHaveLength(0);
    expect(newViolations()).toEqual([]);
  });

  it("is the request byte for byte, with the upstream as its host, and no wish for compression", async () => {
    let seen: unknown;
    answer = async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk);
      seen = {
        method: req.method,
        url: req.url,
        headers: pairs(req.rawHeaders),
        body: Buffer.concat(chunks),
      };
      res.writeHead(200).end();
    };
    const body = Buffer.from('{ "backend_id":\t"\\u00e9" }\xff', "latin1");
    const path = "/api/marketplace-orders/?b=%41&a=x+y&a=%20&q";
    const headers = ["x-B", "1", "Authorization", "Token any", "X-b", "2", "Host", "ignored.test"];
    await exactly(proxy.url, path, { method: "PATCH", headers, body });
    expect(seen).toEqual({
      method: "PATCH",
      url: path,
      headers: [
        "x-B: 1",
        "Authorization: Token any",
        "X-b: 2",
        `Host: ${new URL(urlOf(upstream)).host}`,
        "Accept-Encoding: identity",
        `Content-Length: ${body.length}`,
      ],
      body,
    });
  });

  it.each(["[1,", ""])("is a connection that breaks in the middle of an answer, after %j", async (piece) => {
    answer = (_, res) => {
      res.writeHead(200, { ...PAGE, "Content-Length": "100" });
      res.write(piece);
      res.flushHeaders();
      setImmediate(() => res.socket?.destroy());
    };
    const response = await fetch(proxy.url + ORDERS, { headers: TOKEN });
    expect(response.status).toBe(200);
    const read: Buffer[] = [];
    const reading = (async () => {
      for await (const chunk of response.body ?? []) read.push(Buffer.from(chunk));
    })();
    await expect(reading).rejects.toThrow("terminated");
    expect(String(Buffer.concat(read))).toBe(piece);
    expect(newViolations()).toEqual([
      expect.objectContaining({ operationId: "orders_list", where: "response", location: "connection" }),
    ]);
  });

  it("is a connection that breaks instead of an answer", async () => {
    answer = (req) => req.socket.destroy();
    await expect(fetch(proxy.url + ORDERS, { headers: TOKEN })).rejects.toThrow("fetch failed");
    expect(newViolations()).toEqual([expect.objectContaining({ where: "response", location: "connection" })]);
  });

  it("is the end of a request whose client hangs up: the server has it whole, and the check too", async () => {
    const controller = new AbortController();
    const hungUp = new Promise<string>((resolve) => {
      answer = async (req) => {
        const chunks: Buffer[] = [];
        for await (const chunk of req) chunks.push(chunk);
        req.socket.once("close", () => resolve(String(Buffer.concat(chunks))));
        controller.abort();
      };
    });
    const call = fetch(`${proxy.url}/api/marketplace-orders/${UUID}/set_state_done/?wait=1`, {
      method: "POST",
      headers: { ...TOKEN, "Content-Type": "text/plain" },
      body: "whole",
      signal: controller.signal,
    });
    await expect(call).rejects.toThrow("aborted");
    expect(await hungUp).toBe("whole");
    await vi.waitFor(() => expect(proxy.violations.length).toBeGreaterThan(seenViolations), {
      timeout: 30_000,
    });
    expect(newViolations().map(({ where, location }) => [where, location])).toEqual([
      ["request", "query.wait"],
      ["request", "header.content-type"],
    ]);
  });

  it("is the whole request of a client that is gone before the server could be reached", async () => {
    const arrived = new Promise<string>((resolve) => {
      answer = async (req) => {
        const chunks: Buffer[] = [];
        for await (const chunk of req) chunks.push(chunk);
        resolve(String(Buffer.concat(chunks)));
      };
    });
    // Looking up a name takes longer than hanging up.
    const named = urlOf(upstream).replace("127.0.0.1", "localhost");
    await using slow = await startValidationProxy(named);
    const { hostname, port } = new URL(slow.url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /api/nowhere/ HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nwhole", () => {
      socket.destroy();
    });
    expect(await arrived).toBe("whole");
    await vi.waitFor(() => expect(slow.violations).toHaveLength(1), { timeout: 30_000 });
  });

  it("stays whole when many exchanges are under way at once", async () => {
    answer = async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk);
      res.writeHead(200).end(Buffer.concat(chunks));
    };
    const bodies = Array.from({ length: 30 }, (_, i) => String(i).repeat(1000 * i));
    const path = `${proxy.url}/api/nowhere/`;
    const echoes = await Promise.all(
      bodies.map(async (body) => (await fetch(path, { method: "POST", body })).text()),
    );
    expect(echoes).toEqual(bodies);
  });
});

describe("what it finds", () => {
  const page = (rows: unknown): RequestListener => {
    return (_, res) => res.writeHead(200, PAGE).end(JSON.stringify(rows));
  };

  it("nothing in an exchange that follows the spec", async () => {
    answer = page([]);
    const before = proxy.exchanges;
    await fetch(`${proxy.url + ORDERS}?state=done`, { headers: TOKEN });
    expect(newViolations()).toEqual([]);
    expect(proxy.exchanges).toBe(before + 1);
  });

  it("a misspelt filter and a wrong scheme, while the request goes on", async () => {
    answer = page([]);
    const headers = { Authorization: "Bearer any" };
    const response = await fetch(`${proxy.url + ORDERS}?stat=done`, { headers });
    expect([response.status, await response.json()]).toEqual([200, []]);
    expect(newViolations()).toEqual([
      {
        operationId: "orders_list",
        method: "GET",
        path: ORDERS,
        where: "request",
        location: "query.stat",
        reason: expect.stringContaining("Unknown query parameter"),
      },
      expect.objectContaining({ operationId: "orders_list", location: "header.authorization" }),
    ]);
  });

  it("a body that breaks the spec, although the server took it", async () => {
    answer = (_, res) => res.writeHead(201).end();
    await fetch(`${proxy.url}/api/marketplace-component-usages/set_usage/`, {
      method: "POST",
      headers: { ...TOKEN, "Content-Type": "application/json" },
      body: JSON.stringify({ resource: UUID, usages: [{ type: "cpu", amount: "1.234" }] }),
    });
    const [violation] = newViolations();
    expect(violation).toMatchObject({ operationId: "component_usages_set_usage", where: "request" });
    expect(violation?.location).toMatch(/^body\.usages\.0\.amount/);
  });

  it("columns that are missing, but not where the request asked for some only", async () => {
    answer = page([{ uuid: UUID, state: "OK" }]);
    const resources = `${proxy.url}/api/marketplace-provider-resources/`;
    await fetch(`${resources}?field=uuid&field=state`, { headers: TOKEN });
    expect(newViolations()).toEqual([]);
    await fetch(resources, { headers: TOKEN });
    const missing = newViolations();
    expect(missing.length).toBeGreaterThan(0);
    expect(missing[0]).toMatchObject({
      operationId: "provider_resources_list",
      where: "response",
      location: "body.0",
    });
    expect(missing.map((violation) => violation.reason).join()).toContain("name");
  });

  it.each<[string, RequestListener, string]>([
    ["a value of the wrong type", page([{ uuid: 1 }]), "body.0.uuid"],
    ["a status the operation does not have", (_, res) => res.writeHead(418).end(), "status"],
    [
      "a count that is none",
      (_, res) => res.writeHead(200, { ...PAGE, "X-Result-Count": "many" }).end("[]"),
      "header.x-result-count",
    ],
    ["JSON that is broken", (_, res) => res.writeHead(200, PAGE).end("[{"), "body"],
    ["a body that is missing", (_, res) => res.writeHead(200, PAGE).end(), "body"],
    [
      "a page of HTML in place of rows",
      (_, res) => res.writeHead(200, { "Content-Type": "text/html" }).end("<p>"),
      "header.content-type",
    ],
    [
      "a content type that nothing can parse",
      (_, res) => res.writeHead(200, { "Content-Type": "?" }).end("[]"),
      "header.content-type",
    ],
    [
      "a body that is compressed though nobody asked for it",
      (_, res) => res.writeHead(200, { ...PAGE, "Content-Encoding": "gzip" }).end(gzipSync("[]")),
      "body",
    ],
  ])("%s", async (_, listener, location) => {
    answer = listener;
    await exactly(proxy.url, `${ORDERS}?field=uuid`);
    const found = newViolations();
    expect(found.map((violation) => violation.location)).toContain(location);
    for (const violation of found)
      expect(violation).toMatchObject({ operationId: "orders_list", where: "response" });
  });

  it("no fault in an empty body where servers differ about it", async () => {
    answer = (_, res) => res.writeHead(200, { "Content-Length": "0" }).end();
    const approve = `${proxy.url}${ORDERS}${UUID}/approve_by_provider/`;
    await fetch(approve, { method: "POST", headers: TOKEN });
    expect(newViolations()).toEqual([]);
  });

  it.each([
    ["a route the spec does not know", "/api/nowhere/"],
    ["a missing slash", "/api/marketplace-orders"],
    ["an operation of the other dialect", "/api/marketplace-resources/"],
  ])("%s, which it lets pass", async (_, path) => {
    answer = (req, res) => res.writeHead(200, { "Content-Type": "text/plain" }).end(req.url);
    const response = await fetch(proxy.url + path, { headers: TOKEN });
    expect(await response.text()).toBe(path);
    expect(newViolations()).toEqual([
      expect.objectContaining({ operationId: undefined, path, where: "request", location: "route" }),
    ]);
  });

  it("and tells of it as it finds it", async () => {
    const told: Violation[] = [];
    await using telling = await startValidationProxy(urlOf(upstream), { onViolation: (v) => told.push(v) });
    answer = page([]);
    await fetch(`${telling.url + ORDERS}?stat=done&sate=done`, { headers: TOKEN });
    expect(told.map((violation) => violation.location)).toEqual(["query.stat", "query.sate"]);
    expect(told).toEqual(telling.violations);
  });
});

describe("where it passes to", () => {
  it.each(["/api", "/api/", "/"])("takes an upstream that ends in %s", async (end) => {
    let seen: string | undefined;
    answer = (req, res) => {
      seen = req.url;
      res.writeHead(200, PAGE).end("[]");
    };
    await using other = await startValidationProxy(urlOf(upstream) + end);
    await fetch(`${other.url + ORDERS}?page=2`, { headers: TOKEN });
    expect(seen).toBe(`${ORDERS}?page=2`);
    expect(other.violations).toEqual([]);
  });

  it("keeps the path of an upstream that has one", async () => {
    let seen: string | undefined;
    answer = (req, res) => {
      seen = req.url;
      res.writeHead(200, PAGE).end("[]");
    };
    await using other = await startValidationProxy(`${urlOf(upstream)}/puhuri/api/`);
    await fetch(other.url + ORDERS, { headers: TOKEN });
    expect(seen).toBe(`/puhuri${ORDERS}`);
  });

  it.each(["", "puhuri.example", "ftp://puhuri.example/"])("refuses %j", async (url) => {
    await expect(startValidationProxy(url)).rejects.toMatchObject({ code: "invalid_option" });
  });

  it("breaks the connection when nobody is there", async () => {
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const url = urlOf(gone);
    gone.close();
    await once(gone, "close");
    await using other = await startValidationProxy(url);
    await expect(fetch(other.url + ORDERS, { headers: TOKEN })).rejects.toThrow("fetch failed");
    expect(other.violations).toEqual([
      expect.objectContaining({ location: "connection", reason: expect.stringContaining("ECONNREFUSED") }),
    ]);
  });
});
