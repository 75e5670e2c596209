import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { RequestTimeoutError } from "../../src/errors.ts";
import { systemClock } from "../../src/http/clock.ts";
import { errorOf, failed, html, ok, scriptedFetch, scriptedHttp } from "./harness.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});

/** An answer whose headers are there and whose body never ends. */
function endless(): Response {
  return new Response(
    new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([0x5b])) }),
  );
}

describe("the time of one request", () => {
  test("is 30 s, and a read is then sent again", async () => {
    const { get, requests } = scriptedHttp([never, ok({})]);
    const result = get();
    await vi.advanceTimersByTimeAsync(29_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await result;
    expect(requests).toHaveLength(2);
    expect(requests[0]?.init.signal?.aborted).toBe(true);
    expect(requests[1]?.init.signal?.aborted).toBe(false);
  });

  test("covers the body, also of a fetch that does not heed its signal", async () => {
    const stuck = new Response(new ReadableStream());
    const { get } = scriptedHttp([stuck, endless()], { timeoutMs: 50, retry: { maxRetries: 1 } });
    const result = errorOf(get());
    await vi.advanceTimersByTimeAsync(50);
    await vi.advanceTimersByTimeAsync(50);
    const error = await result;
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({ which: "attempt", timeoutMs: 50, attempts: 2, maybeApplied: false });
  });

  test("of a write that must not be repeated ends the call, in doubt", async () => {
    const { create, requests } = scriptedHttp([never]);
    const result = errorOf(create());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await result).toMatchObject({
      code: "timeout",
      which: "attempt",
      timeoutMs: 30_000,
      maybeApplied: true,
    });
    expect(requests).toHaveLength(1);
  });

  test("of an upsert is followed by another", async () => {
    const { put, requests } = scriptedHttp([never, ok({})]);
    const result = put();
    await vi.advanceTimersByTimeAsync(30_000);
    await result;
    expect(requests).toHaveLength(2);
  });

  test("covers the token function; nothing was sent then", async () => {
    const { create, requests } = scriptedHttp([], { token: never, retry: false, timeoutMs: 100 });
    const result = errorOf(create());
    await vi.advanceTimersByTimeAsync(100);
    expect(await result).toMatchObject({ code: "timeout", maybeApplied: false, attempts: 0 });
    expect(requests).toHaveLength(0);
  });

  test("longer than a timer can hold is not cut short", async () => {
    const { get, requests } = scriptedHttp([never], { timeoutMs: 2 ** 33 });
    void get({ timeoutMs: Number.POSITIVE_INFINITY }).catch(() => {});
    await vi.advanceTimersByTimeAsync(2 ** 31);
    expect(requests[0]?.init.signal?.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the time of a call", () => {
  test("ends an attempt that goes beyond it, which is not repeated", async () => {
    const { get, requests } = scriptedHttp([never]);
    const result = errorOf(get({ timeoutMs: 1000 }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await result).toMatchObject({ code: "timeout", which: "total", timeoutMs: 1000, attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("ends a write that goes beyond it in doubt, and a read without", async () => {
    for (const kind of ["put", "approve", "create", "get"] as const) {
      const calls = scriptedHttp([never]);
      const result = errorOf(calls[kind]({ timeoutMs: 1000 }));
      await vi.advanceTimersByTimeAsync(1000);
      expect(await result).toMatchObject({ which: "total", maybeApplied: kind !== "get" });
    }
  });

  test("is counted over all attempts and waits", async () => {
    const { get, clock } = scriptedHttp([html(500), html(500), html(500), html(500)], { clock: systemClock });
    void clock;
    const result = errorOf(get({ timeoutMs: 1400 }));
    await vi.advanceTimersByTimeAsync(1400);
    // Waits of 500 and 1,000 ms: the second would end too late.
    expect(await result).toMatchObject({ code: "server-error", attempts: 2 });
  });

  test("is counted over all requests of the call", async () => {
    const { http, clock, requests } = scriptedHttp([ok()]);
    const call = http.begin({ timeoutMs: 5000 });
    await http.send(call, (api, init) => api.GET("/api/things/", init));
    clock.time += 5000;
    const error = await errorOf(http.send(call, (api, init) => api.GET("/api/things/", init)));
    expect(error).toMatchObject({ code: "timeout", which: "total", attempts: 0 });
    expect(requests).toHaveLength(1);
  });

  test("is two minutes unless the client or the call says otherwise", () => {
    const { http, clock } = scriptedHttp([]);
    expect(http.begin().deadline - clock.now()).toBe(120_000);
    expect(http.begin({ timeoutMs: 7 }).deadline - clock.now()).toBe(7);
    expect(http.begin({}, Number.POSITIVE_INFINITY).deadline).toBe(Number.POSITIVE_INFINITY);
    expect(http.begin({ timeoutMs: 7 }, Number.POSITIVE_INFINITY).deadline - clock.now()).toBe(7);
    const patient = scriptedHttp([], { totalTimeoutMs: 9 });
    expect(patient.http.begin().timeoutMs).toBe(9);
  });

  test("refuses options that make no sense", () => {
    const { http } = scriptedHttp([]);
    for (const timeoutMs of [0, -1, Number.NaN]) {
      expect(() => http.begin({ timeoutMs })).toThrow(expect.objectContaining({ argument: "timeoutMs" }));
    }
    expect(() => http.begin({ retry: { maxRetries: -1 } })).toThrow(
      expect.objectContaining({ argument: "maxRetries" }),
    );
    expect(() => Reflect.apply(http.begin, undefined, [{ signal: "stop" }])).toThrow(
      expect.objectContaining({ argument: "signal" }),
    );
  });

  test("wait() waits within it, and says no at once beyond it", async () => {
    const { http, clock } = scriptedHttp([]);
    const call = http.begin({ timeoutMs: 1000 });
    expect(await http.wait(call, 999)).toBe(true);
    expect(await http.wait(call, 1)).toBe(false);
    expect(clock.sleeps).toEqual([999]);
  });
});

describe("a caller's abort", () => {
  test("before anything is sent", async () => {
    const { get, requests } = scriptedHttp([]);
    const reason = { mine: true };
    expect(await errorOf(get({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(requests).toHaveLength(0);
  });

  test("while the answer is awaited, also by a fetch that does not heed its signal", async () => {
    const { get, requests } = scriptedHttp([never]);
    const controller = new AbortController();
    const result = errorOf(get({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1);
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await result).toBe(reason);
    expect(requests[0]?.init.signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("while the body is read", async () => {
    const { get } = scriptedHttp([endless()]);
    const controller = new AbortController();
    const result = errorOf(get({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1);
    controller.abort("no more");
    expect(await result).toBe("no more");
  });

  test("while a retry is waited for", async () => {
    const { get, requests } = scriptedHttp([html(500)], { clock: systemClock });
    const controller = new AbortController();
    const result = errorOf(get({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    expect(await result).toBe(controller.signal.reason);
    expect(requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("while a 429 holds the client back", async () => {
    const { get, list, requests } = scriptedHttp([failed(429, {}, { "retry-after": "30" })], {
      clock: systemClock,
    });
    await errorOf(get({ retry: false }));
    const controller = new AbortController();
    const result = errorOf(list({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    expect(await result).toBe(controller.signal.reason);
    expect(requests).toHaveLength(1);
  });

  test("while a token is asked for", async () => {
    const { get } = scriptedHttp([], { token: never });
    const controller = new AbortController();
    const result = errorOf(get({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    expect(await result).toBe(controller.signal.reason);
  });

  test("during wait()", async () => {
    const { http } = scriptedHttp([], { clock: systemClock });
    const controller = new AbortController();
    const result = errorOf(http.wait(http.begin({ signal: controller.signal }), 1000));
    controller.abort();
    expect(await result).toBe(controller.signal.reason);
  });

  test("that comes together with a failure is not mistaken for it", async () => {
    const controller = new AbortController();
    const abortAndFail = () => {
      controller.abort();
      throw new TypeError("fetch failed");
    };
    const { get, requests } = scriptedHttp([abortAndFail]);
    expect(await errorOf(get({ signal: controller.signal }))).toBe(controller.signal.reason);
    expect(requests).toHaveLength(1);
  });
});

describe("nothing is left behind", () => {
  test("10,000 calls on one signal, good and bad, leave neither listener nor timer", async () => {
    const { signal } = new AbortController();
    const steps = Array.from({ length: 10_000 }, (_, i) => (i % 5 === 0 ? failed(404) : ok()));
    const { fetch } = scriptedFetch(steps);
    const { list } = scriptedHttp([], { fetch });
    const listening: number[] = [];
    for (let i = 0; i < 10_000; i++) {
      await list({ signal }).catch(() => {});
      if (i % 1000 === 0) listening.push(getEventListeners(signal, "abort").length);
    }
    expect(new Set(listening)).toEqual(new Set([0]));
    expect(vi.getTimerCount()).toBe(0);
  });

  test("nor do waits, timeouts and aborts", async () => {
    const { signal } = new AbortController();
    const { get, create } = scriptedHttp([html(500), ok({}), never], { clock: systemClock, timeoutMs: 50 });
    const read = get({ signal });
    await vi.advanceTimersByTimeAsync(500);
    await read;
    const write = errorOf(create({ signal }));
    await vi.advanceTimersByTimeAsync(50);
    await write;
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("the caller's signal itself is never handed to fetch, which would keep a listener on it", async () => {
    const { signal } = new AbortController();
    const { list, requests } = scriptedHttp([ok()]);
    await list({ signal });
    expect(requests[0]?.init.signal).not.toBe(signal);
  });
});
