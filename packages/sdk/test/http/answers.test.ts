import { describe, expect, test } from "vitest";
import { ApiError, NotFoundError, UnexpectedResponseError } from "../../src/errors.ts";
import { errorOf, failed, html, ok, scriptedHttp, THING } from "./harness.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const json = { "content-type": "application/json" };

/** A body that comes in pieces, as a chunked one does. */
function chunked(pieces: readonly (string | Uint8Array)[], init: ResponseInit = { headers: json }): Response {
  const stream = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(typeof piece === "string" ? bytes(piece) : piece);
      controller.close();
    },
  });
  return new Response(stream, init);
}

/** A body that breaks off. */
function broken(text: string, init: ResponseInit = { headers: json }): Response {
  const pieces = [bytes(text)];
  const stream = new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.error(new TypeError("terminated"));
      else controller.enqueue(piece);
    },
  });
  return new Response(stream, init);
}

describe("a success is the right value", () => {
  const list = JSON.stringify([THING]);
  const good: [name: string, answer: () => Response, data: unknown][] = [
    ["JSON", () => ok(), [THING]],
    [
      "JSON in chunks, cut inside a character",
      () => chunked(['[{"name":"\u00f5', new Uint8Array([0xc3]), new Uint8Array([0xb5]), '"}]']),
      [{ name: "õõ" }],
    ],
    [
      "JSON with content-length 0 and chunks all the same",
      () => chunked([list], { headers: { ...json, "content-length": "0", "transfer-encoding": "chunked" } }),
      [THING],
    ],
    ["JSON without a content type", () => chunked([list], {}), [THING]],
    [
      "JSON that says it is HTML",
      () => new Response(list, { headers: { "content-type": "text/html" } }),
      [THING],
    ],
    ["JSON after a byte order mark", () => new Response(`\ufeff${list}`, { headers: json }), [THING]],
    ["JSON among blanks", () => new Response(`\r\n ${list}\n`, { headers: json }), [THING]],
    ["a bare string", () => ok("done"), "done"],
    ["an empty array", () => ok([]), []],
    ["null", () => ok(null), null],
    ["a number", () => ok(0), 0],
  ];
  test.each(good)("%s", async (_, answer, data) => {
    const { list } = scriptedHttp([answer()]);
    expect((await list()).data).toEqual(data);
  });

  const empty: [name: string, answer: () => Response][] = [
    ["an empty 200", () => new Response("", { status: 200 })],
    [
      "an empty 201 with content-length 0",
      () => new Response("", { status: 201, headers: { ...json, "content-length": "0" } }),
    ],
    ["an empty chunked 202", () => chunked([], { status: 202, headers: json })],
    ["a 204", () => new Response(null, { status: 204 })],
    ["a 200 of blanks", () => new Response("\r\n", { status: 200 })],
    ["a 200 of nothing but a byte order mark", () => new Response("\ufeff", { status: 200 })],
  ];
  test.each(empty)("%s to a write is no data", async (_, answer) => {
    const { approve } = scriptedHttp([answer()]);
    expect((await approve()).data).toBeUndefined();
  });

  test.each(empty)("%s to a creation leaves open what was created", async (_, answer) => {
    const { create } = scriptedHttp([answer()]);
    const error = await errorOf(create());
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ operation: "things_create", maybeApplied: true });
  });

  test("status and headers come with it", async () => {
    const { list } = scriptedHttp([ok([], { "x-result-count": "43" })]);
    const { response } = await list();
    expect(response.status).toBe(200);
    expect(response.headers.get("x-result-count")).toBe("43");
  });

  test("the headers of a HEAD are an answer, and its body is not awaited", async () => {
    const stuck = new Response(new ReadableStream(), {
      headers: { "x-result-count": "43", "content-length": "99" },
    });
    const { count } = scriptedHttp([stuck]);
    const { data, response } = await count();
    expect(data).toBeUndefined();
    expect(response.headers.get("x-result-count")).toBe("43");
  });
});

describe("a success that makes no sense is an UnexpectedResponseError", () => {
  const page = "<!DOCTYPE html>\n<html><title>Maintenance</title></html>";
  const bad: [name: string, answer: () => Response, reason: RegExp][] = [
    ["an HTML page", () => new Response(page, { headers: { "content-type": "text/html" } }), /HTML page/],
    ["an HTML page that says it is JSON", () => new Response(page, { headers: json }), /HTML page/],
    ["truncated JSON", () => new Response('[{"uuid": "0a1', { headers: json }), /not valid JSON/],
    [
      "a plain sentence",
      () => new Response("OK", { headers: { "content-type": "text/plain" } }),
      /not valid JSON/,
    ],
    ["an empty body to a GET", () => new Response("", { headers: json }), /empty body/],
  ];
  test.each(bad)("%s", async (_, answer, reason) => {
    const { list, requests } = scriptedHttp([answer(), answer(), answer(), answer()]);
    const error = await errorOf(list());
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({
      code: "unexpected-response",
      status: 200,
      operation: "things_list",
      maybeApplied: false,
    });
    expect(String(error)).toMatch(reason);
    // A proxy's hiccup is over the next time.
    expect(requests).toHaveLength(4);
  });

  test("it says what was there", async () => {
    const { list } = scriptedHttp([html(200, page)], { retry: false });
    expect(await errorOf(list())).toMatchObject({
      contentType: "text/html; charset=utf-8",
      snippet: "<!DOCTYPE html> <html><title>Maintenance</title></html>",
    });
  });

  test("a long page is cut to a snippet", async () => {
    const { list } = scriptedHttp([html(200, "<p>long ".repeat(10_000))], { retry: false });
    const error = await errorOf(list());
    expect(error).toHaveProperty("snippet.length", 500);
  });

  test("a read is asked for again, and then is the right value", async () => {
    for (const [, answer] of bad) {
      const { list, requests } = scriptedHttp([answer(), ok()]);
      expect((await list()).data).toEqual([THING]);
      expect(requests).toHaveLength(2);
    }
  });

  test("of a write it may have been applied", async () => {
    const { approve, requests } = scriptedHttp([html(200)]);
    expect(await errorOf(approve())).toMatchObject({ code: "unexpected-response", maybeApplied: true });
    expect(requests).toHaveLength(1);
  });
});

describe("a body that breaks off", () => {
  test("of a read is read again", async () => {
    const { list, requests } = scriptedHttp([broken('[{"uuid":'), ok()]);
    expect((await list()).data).toEqual([THING]);
    expect(requests).toHaveLength(2);
  });

  test("of a transition is a lost answer: it may have been applied", async () => {
    const { approve, requests } = scriptedHttp([broken("{")]);
    expect(await errorOf(approve())).toMatchObject({
      code: "connection",
      maybeSent: true,
      maybeApplied: true,
    });
    expect(requests).toHaveLength(1);
  });

  test("of an error leaves the error", async () => {
    const { approve } = scriptedHttp([broken('{"detail": "Not fo', { status: 404, headers: json })]);
    const error = await errorOf(approve());
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ routeMissing: false, status: 404, body: undefined });
  });
});

describe("an error status", () => {
  const classes: [number, string][] = [
    [400, "bad-request"],
    [401, "authentication"],
    [402, "bad-request"],
    [403, "permission-denied"],
    [404, "not-found"],
    [405, "bad-request"],
    [406, "bad-request"],
    [409, "conflict"],
    [415, "bad-request"],
    [422, "bad-request"],
    [424, "bad-request"],
    [429, "rate-limited"],
    [499, "bad-request"],
    [500, "server-error"],
    [503, "server-error"],
    [599, "server-error"],
  ];
  test.each(classes)("%i is %s", async (status, code) => {
    const { create } = scriptedHttp([failed(status, { detail: "Because." })]);
    const error = await errorOf(create({ retry: false }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status,
      code,
      operation: "things_create",
      method: "POST",
      path: "/api/things/",
    });
    expect(String(error)).toContain(`POST /api/things/ (things_create) answered ${status}: Because.`);
  });

  test("the path in it is the spec's, without ids", async () => {
    const { get } = scriptedHttp([failed(404, { detail: "Not found." })]);
    const error = await errorOf(get());
    expect(error).toMatchObject({ path: "/api/things/{uuid}/", routeMissing: false });
    expect(String(error)).not.toContain("0a1b2c3d");
  });

  test("an HTML 404 means that the server has no such endpoint", async () => {
    const { get } = scriptedHttp([html(404, "<h1>Not Found</h1>")]);
    const error = await errorOf(get());
    expect(error).toMatchObject({ routeMissing: true });
    expect(String(error)).toContain("no such endpoint");
  });

  test("also where it is seen by its type only, as in the answer to a HEAD", async () => {
    const { count } = scriptedHttp([
      new Response(null, { status: 404, headers: { "content-type": "text/html" } }),
    ]);
    expect(await errorOf(count())).toMatchObject({ routeMissing: true });
  });

  test("a 404 without a body does not", async () => {
    const { get } = scriptedHttp([new Response(null, { status: 404 })]);
    expect(await errorOf(get())).toMatchObject({ routeMissing: false, body: undefined, fieldErrors: {} });
  });

  test("of a proxy shows the proxy's words", async () => {
    const { create } = scriptedHttp([html(502, "<html><title>502</title>\n<h1>Bad Gateway</h1></html>")]);
    expect(String(await errorOf(create()))).toContain("answered 502: 502 Bad Gateway.");
  });
});
