import { getEventListeners } from "node:events";
import { describe, expect, expectTypeOf, test } from "vitest";
import { RequestTimeoutError, UnexpectedResponseError } from "../../src/errors.ts";
import { errorOf, failed, html, ok, reset, scriptedHttp, THING, TOKEN } from "./harness.ts";
import type { Thing } from "./paths.ts";

const PATH = "/api/things/{uuid}/";
const params = { path: { uuid: THING.uuid } };

describe("the raw client answers as openapi-fetch does", () => {
  test("with typed data", async () => {
    const { http } = scriptedHttp([ok(THING, { "x-mine": "1" })]);
    const { data, error, response } = await http.api.GET(PATH, { params });
    expectTypeOf(data).toEqualTypeOf<Thing | undefined>();
    expect(data).toEqual(THING);
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-mine")).toBe("1");
  });

  test("with the URL that answered", async () => {
    const answer = Object.defineProperty(ok(THING), "url", { value: "https://puhuri.example/api/moved/" });
    const { http } = scriptedHttp([answer]);
    const { response } = await http.api.GET(PATH, { params });
    expect(response.url).toBe("https://puhuri.example/api/moved/");
  });

  test("with an error status instead of an exception", async () => {
    const { http } = scriptedHttp([failed(404, { detail: "Not found." })]);
    const { data, error, response } = await http.api.GET(PATH, { params });
    expect(data).toBeUndefined();
    expect(error).toEqual({ detail: "Not found." });
    expect(response.status).toBe(404);
    expect(response.ok).toBe(false);
  });

  test("with the text of an error page", async () => {
    const { http } = scriptedHttp([html(404, "<h1>Not Found</h1>")]);
    const { error } = await http.api.GET(PATH, { params });
    expect(error).toBe("<h1>Not Found</h1>");
  });

  test("with nothing for an empty answer, however it comes", async () => {
    const empty = [
      new Response(null, { status: 204 }),
      new Response("", { status: 200 }),
      new Response(new ReadableStream({ start: (controller) => controller.close() }), {
        headers: { "transfer-encoding": "chunked", "content-length": "0" },
      }),
      new Response(null, { status: 205 }),
    ];
    for (const answer of empty) {
      const { http } = scriptedHttp([answer]);
      const { data, response } = await http.api.POST("/api/things/{uuid}/approve/", { params });
      expect(data).toBeUndefined();
      expect(response.ok).toBe(true);
    }
  });

  test("with headers of a HEAD as the server sent them", async () => {
    const { http } = scriptedHttp([
      new Response(null, { headers: { "x-result-count": "7", "content-length": "999" } }),
    ]);
    const { response } = await http.api.HEAD("/api/things/");
    expect(response.headers.get("x-result-count")).toBe("7");
    expect(response.headers.get("content-length")).toBe("999");
  });

  test("with headers that describe the body as it is now, decompressed and whole", async () => {
    const packed = new Response(JSON.stringify([THING]), {
      headers: { "content-encoding": "gzip", "transfer-encoding": "chunked", "content-length": "12" },
    });
    const { http } = scriptedHttp([packed]);
    const { data, response } = await http.api.GET("/api/things/");
    expect(data).toEqual([THING]);
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("transfer-encoding")).toBeNull();
    expect(response.headers.get("content-length")).toBe(String(JSON.stringify([THING]).length));
  });

  test("as text or bytes where that is asked for", async () => {
    const { http } = scriptedHttp([ok("a"), ok("b")]);
    expect((await http.api.GET("/api/things/", { parseAs: "text" })).data).toBe('"a"');
    const { data } = await http.api.GET("/api/things/", { parseAs: "arrayBuffer" });
    expect(new TextDecoder().decode(data)).toBe('"b"');
  });

  test("query parameters are repeated, as Django wants them", async () => {
    const { http, requests } = scriptedHttp([ok()]);
    await http.api.GET("/api/things/", { params: { query: { field: ["uuid", "name"], page: 2 } } });
    expect(requests[0]?.url).toBe("https://puhuri.example/api/things/?field=uuid&field=name&page=2");
  });
});

describe("an error without a body", () => {
  test.each([500, 502, 403, 404])("of status %i is an error all the same", async (status) => {
    for (const headers of [{}, { "content-length": "0" }]) {
      const { http } = scriptedHttp([new Response(null, { status, headers })], { retry: false });
      const { data, error, response } = await http.api.POST("/api/things/", { body: { name: "x" } });
      expect(data).toBeUndefined();
      expect(error).toEqual({ detail: `${status} without a body.` });
      expect(response.ok).toBe(false);
    }
  });
});

describe("the raw client is on the same transport", () => {
  test("it retries by operation", async () => {
    const { http, requests } = scriptedHttp([html(502), ok(THING)]);
    const { data } = await http.api.GET(PATH, { params });
    expect(data).toEqual(THING);
    expect(requests).toHaveLength(2);

    const writing = scriptedHttp([html(502)]);
    const { response } = await writing.http.api.POST("/api/things/", { body: { name: "x" } });
    expect(response.status).toBe(502);
    expect(writing.requests).toHaveLength(1);
  });

  test("it throws where there is no answer", async () => {
    const { http } = scriptedHttp([reset()]);
    const error = await errorOf(http.api.POST("/api/things/", { body: { name: "x" } }));
    expect(error).toMatchObject({ code: "connection", operation: "things_create", maybeApplied: true });
  });

  test("a page instead of JSON is an UnexpectedResponseError, not a bare SyntaxError", async () => {
    const { http } = scriptedHttp([html(200)], { retry: false });
    const error = await errorOf(http.api.GET("/api/things/"));
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ operation: "things_list", status: 200 });
  });

  test("a redirect that is not followed is an error and not an empty answer", async () => {
    const { http } = scriptedHttp([
      new Response(null, { status: 301, headers: { location: "/api/things/" } }),
    ]);
    const error = await errorOf(http.api.POST("/api/things/", { body: { name: "x" } }));
    expect(error).toMatchObject({ code: "unexpected-response", status: 301 });
  });

  test("it takes the options of a call", async () => {
    const { http, requests } = scriptedHttp([html(500), () => new Promise(() => {})]);
    const { response } = await http.api.GET("/api/things/", { retry: false });
    expect(response.status).toBe(500);
    expect(requests).toHaveLength(1);
    const error = await errorOf(http.api.GET("/api/things/", { timeoutMs: 5 }));
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ which: "total", timeoutMs: 5 });
  });

  test("an abort rethrows the reason and leaves no listener", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { http } = scriptedHttp([ok(), () => new Promise(() => {})]);
    await http.api.GET("/api/things/", { signal });
    const result = errorOf(http.api.GET("/api/things/", { signal }));
    controller.abort("stop");
    expect(await result).toBe("stop");
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("middlewares of the raw client", () => {
  test("get a real Request, and what they change is sent", async () => {
    const { http, requests } = scriptedHttp([ok(THING), ok(THING)]);
    http.api.use({
      async onRequest({ request, schemaPath }) {
        expect(request).toBeInstanceOf(Request);
        expect(schemaPath).toBe(PATH);
        expect(await request.clone().text()).toBe('{"name":"new"}');
        request.headers.set("x-traced", "1");
      },
    });
    await http.api.PUT(PATH, { params, body: { name: "new" } });
    expect(requests[0]?.method).toBe("PUT");
    expect(requests[0]?.headers.get("x-traced")).toBe("1");
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(requests[0]?.headers.get("authorization")).toBe(`Token ${TOKEN}`);
    expect(await new Response(requests[0]?.init.body).text()).toBe('{"name":"new"}');
  });

  test("keep the operation and the options of a call", async () => {
    const { http, requests } = scriptedHttp([html(500), html(502)]);
    http.api.use({ onRequest: () => undefined });
    await http.api.GET(PATH, { params, retry: false });
    expect(requests).toHaveLength(1);
    const { response } = await http.api.POST("/api/things/", { body: { name: "x" } });
    expect(response.status).toBe(502);
  });

  test("may put a Request of their own in its place, body and signal included", async () => {
    const { http, requests } = scriptedHttp([ok(THING)]);
    const seen = new AbortController();
    http.api.use({
      onRequest: ({ request }) =>
        new Request(request.url, { method: "PUT", body: '{"name":"other"}', signal: seen.signal }),
    });
    const { data } = await http.api.PUT(PATH, { params, body: { name: "new" } });
    expect(data).toEqual(THING);
    expect(await new Response(requests[0]?.init.body).text()).toBe('{"name":"other"}');
  });

  test("see the answer, and can change it", async () => {
    const { http } = scriptedHttp([ok(THING)]);
    http.api.use({
      onResponse: async ({ response }) => new Response(await response.text(), { status: 203 }),
    });
    const { data, response } = await http.api.GET(PATH, { params });
    expect(data).toEqual(THING);
    expect(response.status).toBe(203);
  });

  test("do not touch the sdk's own calls", async () => {
    const { http, list } = scriptedHttp([ok()]);
    http.api.use({
      onRequest() {
        throw new Error("Not mine.");
      },
    });
    expect((await list()).data).toEqual([THING]);
  });

  test("can be taken out again", async () => {
    const { http } = scriptedHttp([ok()]);
    const failing = {
      onRequest() {
        throw new Error("Still there.");
      },
    };
    http.api.use(failing);
    http.api.eject(failing);
    expect((await http.api.GET("/api/things/")).data).toEqual([THING]);
  });
});

describe("send()", () => {
  test("returns data as the spec types it", async () => {
    const { list, get, approve } = scriptedHttp([ok(), ok(THING), new Response()]);
    expectTypeOf((await list()).data).toEqualTypeOf<Thing[]>();
    expectTypeOf((await get()).data).toEqualTypeOf<Thing>();
    expectTypeOf((await approve()).data).toEqualTypeOf<undefined>();
  });

  test("sends what every request carries", async () => {
    const { list, put, requests } = scriptedHttp([ok(), ok({})], {
      headers: { "User-Agent": "my-agent/1", "Accept-Language": "et", "X-Site": "tartu" },
    });
    await list();
    await put();
    for (const { headers } of requests) {
      expect(headers.get("accept")).toBe("application/json");
      expect(headers.get("accept-language")).toBe("et");
      expect(headers.get("user-agent")).toBe("my-agent/1");
      expect(headers.get("x-site")).toBe("tartu");
    }
    expect(requests[0]?.headers.has("content-type")).toBe(false);
    expect(requests[1]?.headers.get("content-type")).toBe("application/json");
  });

  test("asks for English unless told otherwise", async () => {
    const { list, requests } = scriptedHttp([ok()]);
    await list();
    expect(requests[0]?.headers.get("accept-language")).toBe("en");
    expect(requests[0]?.headers.has("user-agent")).toBe(false);
  });

  test("gives fetch nothing that a worker would refuse", async () => {
    const { list, requests } = scriptedHttp([ok()]);
    await list();
    expect(Object.keys(requests[0]?.init ?? {}).sort()).toEqual([
      "body",
      "headers",
      "method",
      "redirect",
      "signal",
    ]);
  });
});
