import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type HttpOptions, settingsOf } from "./options.ts";

const good = {
  baseUrl: "https://puhuri.example/api/",
  token: "0123456789abcdef",
  operationOf: () => undefined,
};
const settings = (options: Partial<HttpOptions> = {}) => settingsOf({ ...good, ...options });

describe("settingsOf", () => {
  test("fills in the defaults", () => {
    expect(settings()).toMatchObject({
      baseUrl: "https://puhuri.example",
      headers: { accept: "application/json", "accept-language": "en" },
      timeoutMs: 30_000,
      totalTimeoutMs: 120_000,
      retry: { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 },
      maxRetryAfterMs: 60_000,
      maxResponseBytes: 64 * 1024 * 1024,
      hooks: {},
      fetch: undefined,
    });
  });

  test("takes what is given", () => {
    const given = {
      timeoutMs: 1,
      totalTimeoutMs: Number.POSITIVE_INFINITY,
      maxRetryAfterMs: 0,
      maxResponseBytes: 5,
      hooks: { onError: () => {} },
      random: () => 0.5,
      clock: { now: () => 5, sleep: async () => {} },
      fetch: async () => new Response(),
    };
    expect(settings(given)).toMatchObject(given);
    expect(settings({ retry: false }).retry).toEqual({ maxRetries: 0, baseDelayMs: 500, maxDelayMs: 8000 });
    expect(settings({ retry: { maxRetries: 0, maxDelayMs: 0 } }).retry).toEqual({
      maxRetries: 0,
      baseDelayMs: 500,
      maxDelayMs: 0,
    });
  });

  test("headers keep their last word, in lower case", () => {
    const { headers } = settings({
      userAgent: "agent/1",
      acceptLanguage: "et",
      headers: { "X-Site": "tartu", Accept: "application/json; version=1" },
    });
    expect(headers).toEqual({
      accept: "application/json; version=1",
      "accept-language": "et",
      "user-agent": "agent/1",
      "x-site": "tartu",
    });
  });

  test.each([
    ["timeoutMs", { timeoutMs: 0 }],
    ["timeoutMs", { timeoutMs: Number.NaN }],
    ["totalTimeoutMs", { totalTimeoutMs: -1 }],
    ["maxRetryAfterMs", { maxRetryAfterMs: -1 }],
    ["maxResponseBytes", { maxResponseBytes: 0 }],
    ["maxRetries", { retry: { maxRetries: -1 } }],
    ["baseDelayMs", { retry: { baseDelayMs: Number.NaN } }],
    ["maxDelayMs", { retry: { maxDelayMs: -5 } }],
    ["headers", { headers: { Authorization: "Token SECRET" } }],
    ["headers", { headers: { "bad name": "SECRET" } }],
    ["headers", { headers: { "x-a": "SECRET\r\nx-b: c" } }],
    ["headers", { headers: { "x-a": "SECRET\u2028" } }],
    ["headers", { userAgent: "SECRET\n" }],
    ["headers", { acceptLanguage: "SECRET\u0000" }],
    ["token", { token: "SECRET\n" }],
    ["baseUrl", { baseUrl: "http://SECRET.example" }],
  ])("refuses a wrong %s, and prints no value", (argument, options) => {
    let error: unknown;
    try {
      settings(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "invalid-argument", argument });
    expect(inspect(error)).not.toContain("SECRET");
  });

  test("refuses from JavaScript what is of the wrong type", () => {
    for (const [argument, value] of [
      ["timeoutMs", "5"],
      ["retry", "no"],
      ["retry", true],
      ["retry", 5],
      ["fetch", "x"],
      ["token", 5],
      ["baseUrl", undefined],
    ] as const) {
      expect(() => Reflect.apply(settingsOf, undefined, [{ ...good, [argument]: value }])).toThrow(
        expect.objectContaining({ argument }),
      );
    }
  });
});
