import { describe, expect, test } from "vitest";
import { ConflictError, ConnectionError, RateLimitError, ServerError } from "../../src/errors.ts";
import {
  BASE,
  callsOf,
  createHttp,
  errorOf,
  FakeClock,
  failed,
  html,
  ok,
  refused,
  reset,
  scriptedHttp,
  TOKEN,
} from "./harness.ts";

const KINDS = ["get", "put", "approve", "create"] as const;
const READ = ["get"];
const REPEATABLE = ["get", "put"];
const ALL = [...KINDS];

const FAILURES: [
  name: string,
  step: () => Response | Error,
  retriedFor: readonly string[],
  inDoubtFor: readonly string[],
][] = [
  ["connection refused", refused, ALL, []],
  ["connection reset", reset, REPEATABLE, ["put", "approve", "create"]],
  ["an error nobody knows", () => new TypeError("something new"), REPEATABLE, ["put", "approve", "create"]],
  ["408", () => failed(408), READ, ["put", "approve", "create"]],
  ["425", () => failed(425), READ, []],
  ["429", () => failed(429), ALL, []],
  ["500", () => html(500), READ, ["put", "approve", "create"]],
  ["501", () => failed(501), [], ["put", "approve", "create"]],
  ["502", () => html(502), REPEATABLE, ["put", "approve", "create"]],
  ["503", () => html(503), REPEATABLE, ["put", "approve", "create"]],
  ["503 with Retry-After", () => failed(503, {}, { "retry-after": "1" }), ALL, []],
  [
    "503 with a malformed Retry-After",
    () => failed(503, {}, { "retry-after": "soon" }),
    REPEATABLE,
    ["put", "approve", "create"],
  ],
  ["504", () => html(504), REPEATABLE, ["put", "approve", "create"]],
  ["400", () => failed(400), [], []],
  ["401", () => failed(401), [], []],
  ["403", () => failed(403), [], []],
  ["404", () => failed(404), [], []],
  ["405", () => failed(405), [], []],
  ["409", () => failed(409), [], []],
  ["424", () => failed(424), [], []],
];

describe("what is sent again", () => {
  for (const [name, step, retriedFor, inDoubtFor] of FAILURES) {
    for (const kind of KINDS) {
      const retried = retriedFor.includes(kind);
      test(`${name} to ${kind}: ${retried ? "retried" : "not retried"}`, async () => {
        const steps = [step(), kind === "approve" ? new Response() : ok({})];
        const { requests, ...calls } = scriptedHttp(steps);
        const result = calls[kind]();
        if (retried) await result;
        else await errorOf(result);
        expect(requests).toHaveLength(retried ? 2 : 1);
      });

      const inDoubt = inDoubtFor.includes(kind);
      test(`${name} to ${kind}, for good: ${inDoubt ? "may have been applied" : "was not applied"}`, async () => {
        const calls = scriptedHttp([step()]);
        const error = await errorOf(calls[kind]({ retry: false }));
        expect(error).toMatchObject({ maybeApplied: inDoubt, attempts: 1 });
        expect(String(error).includes("may have been applied")).toBe(inDoubt);
      });
    }
  }

  test("doubt of an earlier attempt stays with the last error", async () => {
    const { put } = scriptedHttp([reset(), failed(400, { name: ["Too long."] })]);
    const error = await errorOf(put());
    expect(error).toMatchObject({ code: "bad-request", attempts: 2, maybeApplied: true });
  });

  test("a request sent again is the same to the letter", async () => {
    const { put, requests } = scriptedHttp([html(502), ok({})]);
    await put();
    const [first, second] = requests;
    expect(second?.body).toBe('{"name":"new"}');
    expect({ ...second?.init, signal: null }).toEqual({ ...first?.init, signal: null });
    expect(second?.url).toBe(first?.url);
  });

  test("a conflict is an answer", async () => {
    const { approve, requests } = scriptedHttp([failed(409, { detail: "Valid states for operation: OK." })]);
    const error = await errorOf(approve());
    expect(error).toBeInstanceOf(ConflictError);
    expect(requests).toHaveLength(1);
  });
});

describe("how often and how fast", () => {
  test("three retries by default, with exponential backoff", async () => {
    const { get, clock, requests } = scriptedHttp([html(500), html(500), html(500), html(500)]);
    const error = await errorOf(get());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ attempts: 4, status: 500 });
    expect(requests).toHaveLength(4);
    expect(clock.sleeps).toEqual([500, 1000, 2000]);
  });

  test("jitter takes anything from nothing to the limit", async () => {
    const draws = [0, 0.5, 0.25];
    const { get, clock } = scriptedHttp([html(500), html(500), html(500), ok({})], {
      random: () => draws.shift() ?? 1,
    });
    await get();
    expect(clock.sleeps).toEqual([0, 500, 500]);
  });

  test("the backoff has an upper limit", async () => {
    const { get, clock } = scriptedHttp([html(500), html(500), html(500), html(500), html(500), ok({})], {
      retry: { maxRetries: 5, baseDelayMs: 100, maxDelayMs: 300 },
    });
    await get();
    expect(clock.sleeps).toEqual([100, 200, 300, 300, 300]);
  });

  test("a call overrides the client's retry options one by one", async () => {
    const { get, clock } = scriptedHttp([html(500), html(500), ok({})], {
      retry: { maxRetries: 1, baseDelayMs: 100 },
    });
    await get({ retry: { maxRetries: 2 } });
    expect(clock.sleeps).toEqual([100, 200]);
  });

  test("retry: false, of the client or of a call, sends once", async () => {
    const client = scriptedHttp([html(500)], { retry: false });
    expect(await errorOf(client.get())).toMatchObject({ attempts: 1 });
    const call = scriptedHttp([html(500)]);
    expect(await errorOf(call.get({ retry: false }))).toMatchObject({ attempts: 1 });
  });
});

describe("Retry-After", () => {
  test("is waited for to the second, without jitter", async () => {
    const { get, clock } = scriptedHttp([failed(503, {}, { "retry-after": "7" }), ok({})], {
      random: () => 0,
    });
    await get();
    expect(clock.sleeps).toEqual([7000]);
  });

  test("as a date is held against the answer's own date", async () => {
    const headers = { date: "Mon, 23 Nov 2026 10:00:00 GMT", "retry-after": "Mon, 23 Nov 2026 10:00:09 GMT" };
    const { get, clock } = scriptedHttp([failed(503, {}, headers), ok({})]);
    await get();
    expect(clock.sleeps).toEqual([9000]);
  });

  test("malformed falls back to the backoff", async () => {
    const { get, clock } = scriptedHttp([failed(429, {}, { "retry-after": "a while" }), ok({})]);
    await get();
    expect(clock.sleeps).toEqual([500]);
  });

  test("beyond the limit is thrown at once, with the wait in it", async () => {
    const { get, clock, requests } = scriptedHttp([failed(429, {}, { "retry-after": "61" })]);
    const error = await errorOf(get());
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 61_000, attempts: 1 });
    expect(String(error)).toContain("Wait 61 s");
    expect(clock.sleeps).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  test("at the limit is waited for", async () => {
    const { get, clock } = scriptedHttp([failed(429, {}, { "retry-after": "5" }), ok({})], {
      maxRetryAfterMs: 5000,
    });
    await get();
    expect(clock.sleeps).toEqual([5000]);
  });

  test("past the call's deadline is not begun: the server's answer is thrown instead", async () => {
    const { get, clock } = scriptedHttp([failed(429, {}, { "retry-after": "10" })]);
    const error = await errorOf(get({ timeoutMs: 10_000 }));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(clock.sleeps).toEqual([]);
  });
});

describe("one 429 holds back the whole client", () => {
  test("other calls wait as long as the one that got it", async () => {
    const { get, list, clock, requests } = scriptedHttp([
      failed(429, {}, { "retry-after": "30" }),
      ok(),
      ok({}),
    ]);
    await errorOf(get({ retry: false }));
    clock.time += 10_000;
    await list();
    expect(clock.sleeps).toEqual([20_000]);
    expect(requests).toHaveLength(2);
    await get();
    expect(clock.sleeps).toEqual([20_000]);
  });

  test("without Retry-After they wait for the backoff", async () => {
    const { get, list, clock } = scriptedHttp([failed(429), ok()]);
    await errorOf(get({ retry: false }));
    await list();
    expect(clock.sleeps).toEqual([500]);
  });

  test("a wait beyond the limit holds the others only up to the limit", async () => {
    const { get, list, clock } = scriptedHttp([failed(429, {}, { "retry-after": "3600" }), ok()]);
    await errorOf(get());
    await list();
    expect(clock.sleeps).toEqual([60_000]);
  });

  test("a call whose time is up before is not kept waiting", async () => {
    const { get, list, clock, requests } = scriptedHttp([failed(429, {}, { "retry-after": "30" })]);
    await errorOf(get({ retry: false }));
    const error = await errorOf(list({ timeoutMs: 29_000 }));
    expect(error).toMatchObject({ code: "timeout", which: "total", attempts: 0, maybeApplied: false });
    expect(String(error)).toContain("429");
    expect(requests).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });

  test("any other failure holds back only the call that got it", async () => {
    for (const failure of [html(502), failed(503, {}, { "retry-after": "30" }), failed(500)]) {
      const { get, list, clock } = scriptedHttp([failure, ok()]);
      await errorOf(get({ retry: false }));
      await list();
      expect(clock.sleeps).toEqual([]);
    }
  });

  test("another client is not held back", async () => {
    const limited = scriptedHttp([failed(429, {}, { "retry-after": "30" })]);
    await errorOf(limited.get({ retry: false }));
    const other = scriptedHttp([ok()]);
    await other.list();
    expect(other.clock.sleeps).toEqual([]);
  });
});

describe("a server that limits requests and does not say when to come back", () => {
  const limited = (times: number) => Array.from({ length: times }, () => failed(429));

  test("is waited for longer each time, and by calls that come later, too", async () => {
    const { get, list, clock } = scriptedHttp([...limited(5), ok({}), failed(429), ok()]);
    await get();
    expect(clock.sleeps).toEqual([500, 1000, 2000, 4000, 8000]);
    await list();
    expect(clock.sleeps.slice(5)).toEqual([500]);
  });

  test("is not taken for one that is down: such failures are counted by themselves", async () => {
    const steps = [failed(503), ...limited(4), failed(503), failed(503), ok({})];
    const { get, requests } = scriptedHttp(steps);
    await get();
    expect(requests).toHaveLength(8);
  });

  test.each([
    ["a call without a limit of time", {}, 13],
    ["a call that is not to be repeated", { retry: false }, 1],
    ["a call that may be repeated more often", { retry: { maxRetries: 14 } }, 15],
  ] as const)("is given up in the end: %s", async (_, options, attempts) => {
    const { http, requests } = scriptedHttp(limited(20));
    const call = http.begin(options, Number.POSITIVE_INFINITY);
    const error = await errorOf(http.send(call, (api, init) => api.GET("/api/things/", init)));
    expect(error).toMatchObject({ code: "rate-limited", attempts });
    expect(requests).toHaveLength(attempts);
  });

  test("lets all of many requests through in time", async () => {
    const clock = new FakeClock();
    let window = { endsAt: 0, left: 0 };
    const http = createHttp({
      baseUrl: BASE,
      token: TOKEN,
      clock,
      random: () => 0.5,
      fetch: async () => {
        if (clock.time >= window.endsAt) window = { endsAt: clock.time + 30_000, left: 100 };
        return window.left-- > 0 ? ok() : failed(429);
      },
    });
    const { list } = callsOf(http);
    let left = 700;
    const worker = async () => {
      while (left-- > 0) await list();
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(left).toBeLessThan(0);
  });
});

describe("connections", () => {
  test("refused for good: never sent, and says so", async () => {
    const { create, requests } = scriptedHttp([refused(), refused(), refused(), refused()]);
    const error = await errorOf(create());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      maybeSent: false,
      maybeApplied: false,
      attempts: 4,
      operation: "things_create",
    });
    expect(String(error)).toContain("ECONNREFUSED");
    expect(requests).toHaveLength(4);
  });

  test("lost once and refused after: the write may have been applied although the last one never left", async () => {
    const { put } = scriptedHttp([reset(), refused(), refused(), refused()]);
    expect(await errorOf(put())).toMatchObject({ maybeSent: false, maybeApplied: true, attempts: 4 });
  });
});
