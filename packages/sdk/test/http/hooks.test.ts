import { describe, expect, test, vi } from "vitest";
import type { EndEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "../../src/http/hooks.ts";
import { errorOf, failed, html, ok, reset, scriptedHttp } from "./harness.ts";

type Seen =
  | ["request", RequestEvent]
  | ["response", ResponseEvent]
  | ["retry", RetryEvent]
  | ["end", EndEvent];

function recorder() {
  const seen: Seen[] = [];
  const hooks: Hooks = {
    onRequest: (event) => seen.push(["request", event]),
    onResponse: (event) => seen.push(["response", event]),
    onRetry: (event) => seen.push(["retry", event]),
    onEnd: (event) => seen.push(["end", event]),
  };
  return { seen, hooks };
}

const about = { operation: "things_get", kind: "read", method: "GET", path: "/api/things/{uuid}/" } as const;

describe("hooks", () => {
  test("tell of a request and its answer", async () => {
    const { seen, hooks } = recorder();
    const { get, clock } = scriptedHttp(
      [
        () => {
          clock.time += 25;
          return ok({});
        },
      ],
      { hooks },
    );
    await get();
    const event = { callId: 1, exchangeId: 2, ...about, attempt: 1 };
    expect(seen).toEqual([
      ["request", event],
      ["response", { ...event, status: 200, durationMs: 25 }],
      ["end", { ...event, durationMs: 25 }],
    ]);
  });

  test("tell of every attempt, why there was another, and after which wait", async () => {
    const { seen, hooks } = recorder();
    const { get } = scriptedHttp([html(502), reset(), ok({})], { hooks });
    await get();
    expect(seen.map(([name]) => name)).toEqual([
      "request",
      "response",
      "retry",
      "request",
      "retry",
      "request",
      "response",
      "end",
    ]);
    expect(seen[2]?.[1]).toEqual({
      callId: 1,
      exchangeId: 2,
      ...about,
      attempt: 1,
      reason: "502",
      delayMs: 500,
    });
    expect(seen[4]?.[1]).toEqual({
      callId: 1,
      exchangeId: 2,
      ...about,
      attempt: 2,
      reason: "read ECONNRESET",
      delayMs: 1000,
    });
    expect(seen[6]?.[1]).toMatchObject({ attempt: 3, status: 200 });
    // The waits are part of it.
    expect(seen[7]?.[1]).toEqual({ callId: 1, exchangeId: 2, ...about, attempt: 3, durationMs: 1500 });
  });

  test("tell of the error the caller gets, and how long it took in all", async () => {
    const { seen, hooks } = recorder();
    const { get } = scriptedHttp([html(500), html(500), html(500), html(500)], { hooks });
    const error = await errorOf(get());
    const given = { callId: 1, exchangeId: 2, ...about, attempt: 4, error, durationMs: 3500 };
    expect(seen.at(-1)).toEqual(["end", given]);
    expect(seen.filter(([name]) => name === "end")).toHaveLength(1);
  });

  test("tell once of a refusal that stands because the token is still the same", async () => {
    const { seen, hooks } = recorder();
    const { get } = scriptedHttp([failed(401)], { hooks, token: () => "expired-token" });
    await errorOf(get());
    expect(seen.map(([name]) => name)).toEqual(["request", "response", "end"]);
  });

  test("tell of an abort", async () => {
    const { seen, hooks } = recorder();
    const { get } = scriptedHttp([], { hooks });
    await errorOf(get({ signal: AbortSignal.abort("mine") }));
    const given = { callId: 1, exchangeId: 2, ...about, attempt: 0, error: "mine", durationMs: 0 };
    expect(seen).toEqual([["end", given]]);
  });

  test("tell of an answer that is none after all, before the end", async () => {
    const { seen, hooks } = recorder();
    const { get } = scriptedHttp([html(200)], { hooks, retry: false });
    const error = await errorOf(get());
    expect(seen.map(([name]) => name)).toEqual(["request", "response", "end"]);
    expect(seen[2]?.[1]).toMatchObject({ attempt: 1, error });
  });

  test("keep the requests of a client apart", async () => {
    const { seen, hooks } = recorder();
    const { get, list } = scriptedHttp([ok({}), ok()], { hooks });
    await get();
    await list();
    expect(seen.map(([, { exchangeId }]) => exchangeId)).toEqual([2, 2, 2, 4, 4, 4]);
  });

  test("tell of raw calls too; an error status is an answer there", async () => {
    const { seen, hooks } = recorder();
    const { http } = scriptedHttp([failed(404)], { hooks });
    await http.api.GET("/api/things/");
    expect(seen.map(([name]) => name)).toEqual(["request", "response", "end"]);
    expect(seen[1]?.[1]).toMatchObject({ operation: "things_list", status: 404 });
    expect(seen[2]?.[1]).not.toHaveProperty("error");
  });

  test("that throw, or reject, break nothing", async () => {
    const rejected = vi.fn();
    process.on("unhandledRejection", rejected);
    const angry = () => {
      throw new Error("hook");
    };
    const sulking = async () => angry();
    for (const hook of [angry, sulking]) {
      const hooks = { onRequest: hook, onResponse: hook, onRetry: hook, onEnd: hook };
      const { get } = scriptedHttp([html(502), ok({})], { hooks });
      await get();
      const failing = scriptedHttp([failed(404)], { hooks });
      expect(await errorOf(failing.get())).toMatchObject({ code: "not-found" });
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", rejected);
    expect(rejected).not.toHaveBeenCalled();
  });
});
