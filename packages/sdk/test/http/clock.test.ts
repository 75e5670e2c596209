import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "../../src/http/clock.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the system's clock", () => {
  test("counts milliseconds since 1970", () => {
    vi.useRealTimers();
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000);
  });

  test("knows the calendar's time besides, which can be set", () => {
    vi.setSystemTime("2031-01-01T00:00:00Z");
    expect(systemClock.date?.()).toBe(Date.parse("2031-01-01T00:00:00Z"));
  });

  test("sleeps as long as asked, and leaves nothing behind", async () => {
    const { signal } = new AbortController();
    const woken = vi.fn();
    const sleeping = systemClock.sleep(100, signal).then(woken);
    await vi.advanceTimersByTimeAsync(99);
    expect(woken).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await sleeping;
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("sleeps without a signal", async () => {
    const sleeping = systemClock.sleep(100, undefined);
    await vi.advanceTimersByTimeAsync(100);
    await expect(sleeping).resolves.toBeUndefined();
  });

  test("wakes at once on an abort, with its reason", async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(100, controller.signal);
    controller.abort("mine");
    await expect(sleeping).rejects.toBe("mine");
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    await expect(systemClock.sleep(100, controller.signal)).rejects.toBe("mine");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does not take a very long sleep for none", async () => {
    const woken = vi.fn();
    void systemClock.sleep(2 ** 40, undefined).then(woken);
    await vi.advanceTimersByTimeAsync(1000);
    expect(woken).not.toHaveBeenCalled();
  });
});
