import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.ts";
import { errorOf, failed, html, ok, reset, scriptedHttp } from "./harness.ts";

/** A token function that gives one after the other; an error it throws, and undefined it gives for a token. */
function tokensOf(...tokens: readonly (string | Error | undefined)[]) {
  const left = [...tokens];
  return async (): Promise<string> => {
    const token = left.shift();
    if (token instanceof Error) throw token;
    return JSON.parse(JSON.stringify(token ?? null));
  };
}

describe("a token function", () => {
  test("is asked for every attempt", async () => {
    const tokens = ["first-token", "second-token"];
    const { get, requests } = scriptedHttp([html(502), ok({})], { token: async () => tokens.shift() ?? "" });
    await get();
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Token first-token",
      "Token second-token",
    ]);
  });

  test("is asked once more after a 401, whatever the operation, and another token is tried", async () => {
    const tokens = ["expired-token", "fresh-token"];
    const { create, requests, clock } = scriptedHttp([failed(401), ok({})], {
      token: () => tokens.shift() ?? "asked too often",
      retry: false,
    });
    await create();
    expect(requests[1]?.headers.get("authorization")).toBe("Token fresh-token");
    expect(clock.sleeps).toEqual([]);
  });

  test("that gives the same token again ends with the 401", async () => {
    const { create, requests } = scriptedHttp([failed(401)], { token: () => "expired-token" });
    expect(await errorOf(create())).toMatchObject({ code: "authentication", attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("is asked only once more for one request", async () => {
    let asked = 0;
    const { create, requests } = scriptedHttp([failed(401), failed(401)], {
      token: () => `token-number-${++asked}`,
    });
    expect(await errorOf(create())).toMatchObject({ code: "authentication", attempts: 2 });
    expect(requests).toHaveLength(2);
    expect(asked).toBe(2);
  });

  test("is not asked again after any other refusal", async () => {
    let asked = 0;
    const token = () => `token-number-${++asked}`;
    for (const status of [400, 403, 404, 409]) {
      const { create, requests } = scriptedHttp([failed(status)], { token });
      expect(await errorOf(create())).toMatchObject({ status });
      expect(requests).toHaveLength(1);
    }
    expect(asked).toBe(4);
  });

  test("a fixed token is not tried twice", async () => {
    const { list, requests } = scriptedHttp([failed(401)]);
    await errorOf(list());
    expect(requests).toHaveLength(1);
  });
});

describe("a token function that fails", () => {
  const failure = Object.assign(new Error("The vault is closed."), { code: "SEALED" });

  test("at first has nothing sent, and its own error is the cause", async () => {
    const { list, requests } = scriptedHttp([], { token: tokensOf(failure) });
    expect(await errorOf(list())).toMatchObject({
      code: "token",
      operation: "things_list",
      attempts: 0,
      maybeApplied: false,
      message:
        "GET /api/things/ (things_list) could not be sent: the function given as token failed. See the cause.",
      cause: { message: "The vault is closed.", code: "SEALED" },
    });
    expect(requests).toHaveLength(0);
  });

  test("after a write that was lost leaves open whether that was applied", async () => {
    const { put, requests } = scriptedHttp([reset()], { token: tokensOf("first-token", failure) });
    expect(await errorOf(put())).toMatchObject({
      code: "token",
      attempts: 1,
      maybeApplied: true,
      message: expect.stringContaining("The write may have been applied"),
      cause: { message: "The vault is closed." },
    });
    expect(requests).toHaveLength(1);
  });

  test("after a 401 is told, and not the 401", async () => {
    const { create } = scriptedHttp([failed(401)], { token: tokensOf("first-token", failure) });
    expect(await errorOf(create())).toMatchObject({ code: "token", attempts: 1, maybeApplied: false });
  });

  test("by giving none is a mistake at first, and trouble later", async () => {
    const { put } = scriptedHttp([], { token: tokensOf(undefined) });
    expect(await errorOf(put())).toBeInstanceOf(InvalidArgumentError);
    const later = scriptedHttp([reset()], { token: tokensOf("first-token", undefined) });
    expect(await errorOf(later.put())).toMatchObject({
      code: "token",
      maybeApplied: true,
      cause: { message: expect.stringContaining("token is empty") },
    });
  });

  test("does not put a token into the error that it told before", async () => {
    const { get } = scriptedHttp([html(502)], {
      token: tokensOf("first-token", new Error("first-token has expired")),
    });
    const error = await errorOf(get());
    expect(error).toMatchObject({ code: "token", cause: { message: "[redacted] has expired" } });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("first-token");
  });

  test("because it was aborted is an abort", async () => {
    const stop = new AbortController();
    const token = () => {
      stop.abort("enough");
      return Promise.reject(failure);
    };
    const { get } = scriptedHttp([], { token });
    expect(await errorOf(get({ signal: stop.signal }))).toBe("enough");
  });
});
