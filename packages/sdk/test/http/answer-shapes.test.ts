import { describe, expect, test } from "vitest";
import type { Shape } from "../../src/http/reply.ts";
import type { OperationKind } from "../../src/http/retry-policy.ts";
import { errorOf, ok, scriptedHttp, THING } from "./harness.ts";

/** Calls of operations of that kind which must answer with that. */
function answering(shape: Shape, kind: OperationKind, response: Response) {
  const { http } = scriptedHttp([response], { retry: false, operationOf: () => ({ id: "things", kind }) });
  const params = { path: { uuid: THING.uuid } };
  return {
    list: () => http.send(http.begin(), (api, init) => api.GET("/api/things/", init), shape),
    put: () =>
      http.send(
        http.begin(),
        (api, init) => api.PUT("/api/things/{uuid}/", { ...init, params, body: { name: "new" } }),
        shape,
      ),
  };
}

describe("what an operation answers with", () => {
  test.each<[Shape, unknown]>([
    ["object", THING],
    ["objects", [THING]],
    ["objects", []],
    [undefined, "anything"],
  ])("%s: %j is given to the caller", async (answer, data) => {
    expect((await answering(answer, "read", ok(data)).list()).data).toEqual(data);
  });

  test.each<[NonNullable<Shape>, unknown, RegExp]>([
    ["object", null, /but not with an object/],
    ["object", [THING], /but not with an object/],
    ["objects", { detail: "Maintenance." }, /but not with an array of objects/],
    ["objects", [null], /but not with an array of objects/],
  ])("%s: %j is refused", async (answer, data, says) => {
    const error = await errorOf(answering(answer, "read", ok(data)).list());
    expect(error).toMatchObject({ code: "unexpected-response", status: 200, maybeApplied: false });
    expect(error).toHaveProperty("message", expect.stringMatching(says));
  });

  test("is not looked at where a write is answered with nothing, and a strange answer leaves it in doubt", async () => {
    const nothing = answering("object", "upsert", new Response(null, { status: 204 }));
    expect((await nothing.put()).data).toBeUndefined();
    const strange = answering("object", "upsert", ok("done"));
    expect(await errorOf(strange.put())).toMatchObject({ code: "unexpected-response", maybeApplied: true });
  });
});

test("a page with blanks before it is told from broken JSON that holds one", async () => {
  const page = scriptedHttp([new Response("\r\n <html></html>")], { retry: false });
  expect(await errorOf(page.list())).toHaveProperty(
    "message",
    expect.stringMatching(/an HTML page instead of JSON/),
  );
  const broken = scriptedHttp([new Response('{"detail": <html></html>')], { retry: false });
  expect(await errorOf(broken.list())).toHaveProperty("message", expect.stringMatching(/but not valid JSON/));
});

test("300 is a redirect, too, and only its origin is told", async () => {
  const messageOf = async (location?: string) => {
    const headers: HeadersInit = location === undefined ? {} : { location };
    return String(await errorOf(scriptedHttp([new Response(null, { status: 300, headers })]).list()));
  };
  expect(await messageOf("https://elsewhere.example/a?b=1")).toMatch(
    /a redirect to https:\/\/elsewhere\.example that is not followed/,
  );
  for (const location of [undefined, "/login/?next=https://elsewhere.example"]) {
    expect(await messageOf(location)).toMatch(/a redirect that is not followed/);
  }
});
