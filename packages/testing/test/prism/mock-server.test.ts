import { connect } from "node:net";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  createMockFetch,
  type MockFetch,
  type MockServer,
  type RecordedRequest,
  startMockServer,
} from "../../src/index.ts";

const UUID = "a1916bd53fd04b1ab1a4e700c926607b";
const TOKEN = { Authorization: "Token any" };
const JSON_TOKEN = { ...TOKEN, "Content-Type": "application/json" };

describe("the mock server", () => {
  let server: MockServer;
  let inProcess: MockFetch;

  beforeAll(async () => {
    server = await startMockServer({ dialect: "2021" });
    inProcess = await createMockFetch({ dialect: "2021" });
    return () => server.close();
  });

  afterEach(() => {
    server.reset();
    inProcess.reset();
  });

  const usage = JSON.stringify({ plan_period: UUID, usages: [{ type: "cpu", amount: 10 }] });
  const exchanges: [string, string, RequestInit][] = [
    ["a list", "/api/marketplace-resources/?state=OK&state=Erred", { headers: TOKEN }],
    ["some columns", "/api/marketplace-resources/?field=name&field=state", { headers: TOKEN }],
    ["a count", "/api/marketplace-offering-users/", { method: "HEAD", headers: TOKEN }],
    ["a shared list in its dialect", "/api/marketplace-offering-users/", { headers: TOKEN }],
    [
      "a write",
      "/api/marketplace-component-usages/set_usage/",
      { method: "POST", headers: JSON_TOKEN, body: usage },
    ],
    ["a wish", "/api/marketplace-resources/", { headers: { ...TOKEN, Prefer: "code=503" } }],
    ["no token", "/api/marketplace-resources/", {}],
    ["a misspelt filter", "/api/marketplace-resources/?page_sise=1", { headers: TOKEN }],
    [
      "broken JSON",
      "/api/marketplace-component-usages/set_usage/",
      { method: "POST", headers: JSON_TOKEN, body: "{" },
    ],
    ["no slash", "/api/marketplace-resources", { headers: TOKEN }],
    ["two slashes", "//api/marketplace-resources/", { headers: TOKEN }],
    ["an operation of the other dialect", "/api/marketplace-orders/", { headers: TOKEN }],
    ["an unknown method", "/api/marketplace-resources/", { method: "DELETE", headers: TOKEN }],
  ];

  it.each(exchanges)("answers %s as the mock fetch does", async (_, path, init) => {
    const here = await fetch(server.url + path, init);
    const there = await inProcess.fetch(`https://puhuri.test${path}`, init);
    expect(here.status).toBe(there.status);
    expect(await here.text()).toBe(await there.text());
    for (const [name, value] of there.headers) {
      // Between the two answers the second may have turned.
      const expected = name === "date" ? expect.stringMatching(/ GMT$/) : value;
      expect(here.headers.get(name)).toEqual(expected);
    }
    expect(server.violations).toEqual(inProcess.violations);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      operationId: inProcess.requests[0]?.operationId,
      status: here.status,
    });
  });

  it("records the request as it came", async () => {
    const headers = { ...TOKEN, "Accept-Encoding": "br", "Content-Type": "application/json; charset=utf-8" };
    const path = `/api/marketplace-resources/${UUID}/set_backend_id/?x=a%20%26+b`;
    await fetch(server.url + path, { method: "POST", headers, body: '{"backend_id": "1"}' });
    expect(server.requests[0]).toMatchObject({
      url: server.url + path,
      headers: {
        host: new URL(server.url).host,
        "accept-encoding": "br",
        "content-type": "application/json; charset=utf-8",
      },
      body: { backend_id: "1" },
    });
    expect(Object.keys(server.requests[0]?.headers ?? {}).join()).not.toContain("ticket");
  });

  it("says nothing on its own", async () => {
    const written = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    await fetch(`${server.url}/api/marketplace-resources/?page_sise=1`);
    for (const write of written) expect(write).not.toHaveBeenCalled();
  });
});

describe("what comes from outside", () => {
  let server: MockServer;
  beforeAll(async () => {
    server = await startMockServer();
    return () => server.close();
  });

  const LIST = "/api/marketplace-orders/";
  const SET_USAGE = "/api/marketplace-component-usages/set_usage/";
  const post = (type: string, body: string) => ({ method: "POST", headers: { "Content-Type": type }, body });
  const requests: [string, string, RequestInit, number][] = [
    ["an Accept header that is no media type", LIST, { headers: { Accept: "foo" } }, 406],
    ["an Accept header of commas", LIST, { headers: { Accept: ",;," } }, 406],
    [
      "an Accept header that names JSON besides",
      LIST,
      { headers: { Accept: "foo, application/json;q=0.x" } },
      200,
    ],
    ["a media type that it does not have", LIST, { headers: { Accept: "image/png" } }, 406],
    ["a content type that is none", SET_USAGE, post("?", "{}"), 415],
    ["a content type with half a parameter", SET_USAGE, post("application/json;", "{}"), 422],
    ["a charset that nobody knows", SET_USAGE, post("application/json; charset=x", "{}"), 422],
    ["another type in a charset that nobody knows", SET_USAGE, post("text/plain; charset=x", "é"), 415],
    ["JSON that is none", SET_USAGE, post("application/json", "{'usages': []}"), 422],
    ["JSON without an end", SET_USAGE, post("application/json", `"${"x".repeat(11 * 2 ** 20)}"`), 422],
    ["a key that no header can hold", SET_USAGE, post("application/json", '{"\u20ac": 1, "é": 2}'), 422],
    ["a key of every object", SET_USAGE, post("application/json", '{"__proto__": 1}'), 422],
    ["a wish that is no number", LIST, { headers: { Prefer: "code=abc" } }, 422],
    ["a wish that nobody understands", LIST, { headers: { Prefer: '"=;=,' } }, 200],
    ["a question of Prism's own", `${LIST}?__server=x&__code=404`, {}, 422],
    ["a parameter of every object", `${LIST}?__proto__=1`, {}, 422],
    ["half a character", `${LIST}?state=%ED%A0%80&%E0%A4%A=%`, {}, 422],
    ["half a character in the path", "/api/marketplace-orders/%E0%A4%A/", {}, 422],
    ["nothing but slashes", "//", {}, 404],
    ["a host in the path", "//[/", {}, 404],
  ];

  it.each(requests)("does not end it: %s", async (_, path, init, status) => {
    const headers = { ...TOKEN, ...init.headers };
    const response = await fetch(server.url + path, { ...init, headers });
    expect([response.status, response.ok]).toEqual([status, status < 300]);
    await response.text();
    expect((await fetch(`${server.url}/api/`, { headers: TOKEN })).status).toBe(200);
  });

  it.each([
    "GET /\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
    "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /api/ HTTP/1.1\r\nHost: x\r\nX: \u00e9\u0001\r\n\r\n",
    "GET /api/ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "POST /api/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx",
    "PROPFIND /api/ HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\n\r\n",
    "\u0000\u0001",
  ])("does not end it: %j", async (bytes) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.end(bytes, "latin1"));
    socket.on("error", () => {}).resume();
    await new Promise((resolve) => socket.once("close", resolve));
    expect((await fetch(`${server.url}/api/`, { headers: TOKEN })).status).toBe(200);
  });

  it("stands in the record, where it was at fault", async () => {
    server.reset();
    await fetch(server.url + LIST, { headers: { ...TOKEN, Accept: "foo" } });
    await fetch(server.url + SET_USAGE, { ...post("application/json", "{"), headers: JSON_TOKEN });
    const found = server.violations.map(({ operationId, location }) => `${operationId} ${location}`);
    expect(new Set(found)).toEqual(new Set(["orders_list header.accept", "component_usages_set_usage body"]));
  });
});

describe("starting and ending", () => {
  it("tells of each request when asked to", async () => {
    const seen: RecordedRequest[] = [];
    await using server = await startMockServer({ onRequest: (request) => seen.push(request) });
    await fetch(`${server.url}/api/`, { headers: TOKEN });
    await vi.waitFor(() => expect(seen).toHaveLength(1), { timeout: 30_000 });
    expect(seen).toEqual(server.requests);
    expect(seen[0]).toMatchObject({ operationId: "root_list", status: 200 });
  });

  it("listens on a free port of this machine only, unless told", async () => {
    await using first = await startMockServer();
    await using second = await startMockServer();
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(second.url).not.toBe(first.url);
  });

  it("frees its port on close, in the middle of a request too, and may be closed twice", async () => {
    const server = await startMockServer();
    await fetch(`${server.url}/api/`, { headers: TOKEN });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const broken = new Promise((resolve) => socket.once("close", resolve));
    await new Promise<void>((resolve) => {
      // The server says so when it has read the head.
      socket.once("data", () => resolve());
      socket.write("POST /api/ HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");
    });
    await server.close();
    await server.close();
    await broken;
    await expect(fetch(`${server.url}/api/`)).rejects.toThrow("fetch failed");
    await using again = await startMockServer({ port: Number(port) });
    expect(again.url).toBe(server.url);
  });

  it("says which port is taken", async () => {
    await using taken = await startMockServer();
    const port = Number(new URL(taken.url).port);
    await expect(startMockServer({ port })).rejects.toMatchObject({
      name: "TestServerError",
      code: "port_in_use",
      message: `Port ${port} on 127.0.0.1 is in use: choose another one, or 0 for any free one.`,
    });
  });

  it.each([-1, 65_536, 1.5, Number.NaN])("refuses %s as a port", async (port) => {
    await expect(startMockServer({ port })).rejects.toMatchObject({ code: "invalid_option" });
  });

  it("says when it cannot listen where it was told to", async () => {
    await expect(startMockServer({ host: "192.0.2.1" })).rejects.toMatchObject({ code: "cannot_listen" });
  });

  it("is reachable at the address it names when it listens everywhere", async () => {
    await using server = await startMockServer({ host: "0.0.0.0" });
    expect((await fetch(`${server.url}/api/`, { headers: TOKEN })).status).toBe(200);
  });

  it("survives a client that hangs up in the middle of its request", async () => {
    await using server = await startMockServer();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /api/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{", () => socket.destroy());
    await new Promise((resolve) => socket.once("close", resolve));
    expect((await fetch(`${server.url}/api/`, { headers: TOKEN })).status).toBe(200);
  });
});
