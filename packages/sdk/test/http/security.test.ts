import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError, UnexpectedResponseError } from "../../src/errors.ts";
import { BASE, errorOf, failed, html, ok, type Step, scriptedHttp, TOKEN } from "./harness.ts";

const redirect = (status: number, location: string) => new Response(null, { status, headers: { location } });

describe("the token goes to the base URL's origin and nowhere else", () => {
  test("every request carries it in the Authorization header", async () => {
    const { list, requests } = scriptedHttp([ok()]);
    await list();
    expect(requests[0]?.headers.get("authorization")).toBe(`Token ${TOKEN}`);
    expect(requests[0]?.url).not.toContain(TOKEN);
  });

  test("a scheme before the token is kept", async () => {
    const { list, requests } = scriptedHttp([ok()], { token: "Bearer w_0123456789" });
    await list();
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer w_0123456789");
  });

  test("headers given to one raw call cannot replace it", async () => {
    const { http, requests } = scriptedHttp([ok()]);
    await http.api.GET("/api/things/", { headers: { Authorization: "Token other", "X-Mine": "1" } });
    expect(requests[0]?.headers.get("authorization")).toBe(`Token ${TOKEN}`);
    expect(requests[0]?.headers.get("x-mine")).toBe("1");
  });

  for (const location of [
    "https://elsewhere.example/api/things/",
    "http://puhuri.example/api/things/",
    "https://puhuri.example:8443/api/things/",
    "https://puhuri.example.evil.example/",
    "https://user:secret@puhuri.example/api/things/",
    "//elsewhere.example/api/things/",
    "https://",
  ]) {
    test(`a read is not redirected to ${location}`, async () => {
      const { list, requests } = scriptedHttp([redirect(302, location)]);
      const error = await errorOf(list());
      expect(error).toBeInstanceOf(UnexpectedResponseError);
      expect(error).toMatchObject({ status: 302, maybeApplied: false });
      expect(String(error)).toMatch(/redirect.*not followed.*baseUrl/);
      expect(inspect(error)).not.toContain("secret");
      expect(requests).toHaveLength(1);
    });
  }

  test("the message names where a redirect leads, but only its origin", async () => {
    const { list } = scriptedHttp([redirect(301, "https://login.example/sso?ticket=abc")]);
    const message = String(await errorOf(list()));
    expect(message).toContain("a redirect to https://login.example that is not followed");
    expect(message).not.toContain("ticket");
  });

  for (const status of [301, 302, 303, 307, 308]) {
    test(`a write answered by ${status} is not followed, not repeated, and not in doubt`, async () => {
      for (const kind of ["put", "approve", "create"] as const) {
        const { requests, ...calls } = scriptedHttp([redirect(status, "/api/things/")]);
        const error = await errorOf(calls[kind]());
        expect(error).toMatchObject({ code: "unexpected-response", status, maybeApplied: false });
        expect(String(error)).toContain("slash");
        expect(requests).toHaveLength(1);
      }
    });
  }

  test("a redirect that a browser hides is an error too", async () => {
    const hidden = Object.defineProperties(new Response(null), {
      status: { value: 0 },
      ok: { value: false },
      type: { value: "opaqueredirect" },
    });
    const { list } = scriptedHttp([hidden]);
    expect(await errorOf(list())).toMatchObject({ code: "unexpected-response", status: 0 });
  });

  test("a raw call to another base URL is refused before it is sent", async () => {
    for (const baseUrl of [
      "https://elsewhere.example",
      "https://puhuri.example.evil.example",
      "http://puhuri.example",
    ]) {
      const { http, requests } = scriptedHttp([]);
      expect(await errorOf(http.api.GET("/api/things/", { baseUrl }))).toBeInstanceOf(InvalidArgumentError);
      expect(requests).toHaveLength(0);
    }
  });

  test("a middleware cannot send it elsewhere", async () => {
    const { http, requests } = scriptedHttp([]);
    http.api.use({ onRequest: () => new Request("https://elsewhere.example/api/things/") });
    expect(await errorOf(http.api.GET("/api/things/"))).toBeInstanceOf(InvalidArgumentError);
    expect(requests).toHaveLength(0);
  });
});

describe("a token that cannot be sent", () => {
  const bad = [
    "",
    " ",
    "abc\ndef-SECRET",
    "abc-SECRET\n",
    "\u0000SECRET",
    "SECRET\u00e9",
    "SECRET\u2028x",
    "a b SECRET",
    " SECRET",
  ];

  test.each(bad)("%j is refused at once, and not printed", (token) => {
    const create = () => scriptedHttp([], { token });
    expect(create).toThrow(expect.objectContaining({ code: "invalid-argument", argument: "token" }));
    try {
      create();
    } catch (error) {
      expect(inspect(error)).not.toContain("SECRET");
    }
  });

  test("from a function it is refused before anything is sent", async () => {
    const { list, requests } = scriptedHttp([], { token: () => "abc\nSECRET" });
    const error = await errorOf(list());
    expect(error).toMatchObject({ code: "invalid-argument", argument: "token" });
    expect(inspect(error)).not.toContain("SECRET");
    expect(requests).toHaveLength(0);
  });
});

describe("no error, event or printed client holds the token", () => {
  const echoes: [name: string, step: () => Step][] = [
    ...[400, 401, 403, 404, 409, 429, 500].map((status): [string, () => Response] => [
      `a ${status} that echoes it`,
      () =>
        failed(status, {
          detail: `Invalid ${TOKEN}.`,
          [TOKEN]: [TOKEN],
          nested: [{ header: [`Token ${TOKEN}`] }],
        }),
    ]),
    ["an HTML error page that echoes it", () => html(502, `<pre>Authorization: Token ${TOKEN}</pre>`)],
    ["an HTML page with status 200", () => html(200, `<p>${TOKEN}</p>`)],
    ["broken JSON", () => new Response(`{"token": "${TOKEN}`, { headers: { "content-type": `x/${TOKEN}` } })],
    ["a redirect", () => redirect(302, `https://${TOKEN}.example/?t=${TOKEN}`)],
    [
      "a body in another encoding",
      () => new Response(new Uint8Array([0xff, ...new TextEncoder().encode(TOKEN)])),
    ],
    [
      "an error of fetch that carries the request",
      () => {
        const request = { headers: { authorization: `Token ${TOKEN}` } };
        const cause = Object.assign(new Error(`sent Token ${TOKEN}`), { request, code: `E${TOKEN}` });
        return Object.assign(new TypeError(`failed with ${TOKEN}`, { cause }), { request });
      },
    ],
    [
      "a string thrown by fetch",
      () => () => {
        throw `Token ${TOKEN}`;
      },
    ],
  ];

  for (const [name, step] of echoes) {
    test(name, async () => {
      const seen: unknown[] = [];
      const log = (event: unknown) => seen.push(event);
      const hooks = { onRequest: log, onResponse: log, onRetry: log, onEnd: log };
      for (const retry of [false, undefined] as const) {
        const { get } = scriptedHttp([step(), step(), step(), step()], { hooks, retry });
        const error = await errorOf(get());
        expect(error).toBeInstanceOf(Error);
        seen.push(error, String(error), error instanceof Error && error.stack);
      }
      expect(seen.length).toBeGreaterThan(4);
      for (const value of seen) {
        expect(inspect(value, { depth: 20, showHidden: true, getters: true })).not.toContain(TOKEN);
        expect(JSON.stringify(value) ?? "").not.toContain(TOKEN);
      }
    });
  }

  test("nor does the client itself, its raw client, or a call", async () => {
    const { http, list } = scriptedHttp([ok()]);
    await list();
    for (const value of [http, http.api, http.begin()]) {
      expect(inspect(value, { depth: 20, showHidden: true, getters: true })).not.toContain(TOKEN);
      expect(JSON.stringify(value)).not.toContain(TOKEN);
    }
  });

  test("nor does a request that a middleware sees", async () => {
    const { http } = scriptedHttp([ok()]);
    let headers = "";
    http.api.use({
      onRequest({ request }) {
        headers = JSON.stringify([...request.headers]);
      },
    });
    await http.api.GET("/api/things/");
    expect(headers).not.toContain(TOKEN);
  });
});

describe("path parameters", () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      "",
      ".",
      "..",
      "...",
      " ",
      "../..",
      "a/b",
      "a\\b",
      "a?b",
      "a#b",
      "%2e%2e",
      "%2F",
      "a\u0000",
      "\n",
      "\u007f",
    ),
    fc
      .tuple(
        fc.string({ unit: "binary" }),
        fc.constantFrom("/", "\\", "?", "#", "%", "\u0001", "\r", "\u2028", "\ud800"),
        fc.string(),
      )
      .map((parts) => parts.join("")),
  );

  test("that could lead elsewhere never reach a URL, on the raw client neither", async () => {
    const { http, requests } = scriptedHttp([]);
    await fc.assert(
      fc.asyncProperty(hostile, async (uuid) => {
        const params = { path: { uuid } };
        const sent = http.send(http.begin(), (api, init) =>
          api.GET("/api/things/{uuid}/", { ...init, params }),
        );
        expect(await errorOf(sent)).toMatchObject({ code: "invalid-argument", argument: "uuid" });
        expect(await errorOf(http.api.GET("/api/things/{uuid}/", { params }))).toBeInstanceOf(
          InvalidArgumentError,
        );
      }),
    );
    expect(requests).toHaveLength(0);
  });

  test("whatever is sent has exactly the path that was meant", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (uuid) => {
        const { http, requests } = scriptedHttp([ok({})]);
        await http.api.GET("/api/things/{uuid}/", { params: { path: { uuid } } }).catch(() => {});
        for (const { url } of requests) {
          const { origin, pathname, search, hash } = new URL(url);
          expect([origin, search, hash]).toEqual([BASE, "", ""]);
          expect(pathname.split("/").map(decodeURIComponent)).toEqual(["", "api", "things", uuid, ""]);
        }
      }),
    );
  });

  test("a path that is none of the spec's cannot leave the server", async () => {
    const { http, requests } = scriptedHttp([]);
    const untyped: { GET(path: string): Promise<unknown> } = http.api;
    for (const path of [".evil.example/", ":8443/api/", "https://elsewhere.example/"]) {
      expect(await errorOf(untyped.GET(path))).toBeInstanceOf(InvalidArgumentError);
    }
    expect(requests).toHaveLength(0);
  });
});
