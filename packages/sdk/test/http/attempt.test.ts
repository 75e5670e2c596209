import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attempt, TIMED_OUT } from "../../src/http/call.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});

describe("attempt", () => {
  test("gives what the run gives, and clears up", async () => {
    const { signal } = new AbortController();
    expect(await attempt(async () => "done", 100, signal)).toBe("done");
    await expect(attempt(() => Promise.reject("failed"), 100, signal)).rejects.toBe("failed");
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("its time is up: the run is told, and not waited for", async () => {
    const { signal } = new AbortController();
    let own: AbortSignal | undefined;
    const result = attempt(
      (given) => {
        own = given;
        return never();
      },
      100,
      signal,
    ).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(99);
    expect(own?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toBe(TIMED_OUT);
    expect(own?.aborted).toBe(true);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("an abort: the run is told, and not waited for", async () => {
    const controller = new AbortController();
    let own: AbortSignal | undefined;
    const result = attempt(
      (given) => {
        own = given;
        return never();
      },
      100,
      controller.signal,
    ).catch((error: unknown) => error);
    controller.abort("mine");
    expect(await result).toBe("mine");
    expect(own?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("an aborted signal starts nothing", async () => {
    const run = vi.fn(never);
    await expect(attempt(run, 100, AbortSignal.abort("mine"))).rejects.toBe("mine");
    expect(run).not.toHaveBeenCalled();
  });

  test("a run that fails after its end disturbs nobody", async () => {
    const rejected = vi.fn();
    process.on("unhandledRejection", rejected);
    const result = attempt(
      (signal) => new Promise((_, reject) => signal.addEventListener("abort", reject)),
      5,
      undefined,
    );
    result.catch(() => {});
    await vi.advanceTimersByTimeAsync(5);
    await expect(result).rejects.toBe(TIMED_OUT);
    vi.useRealTimers();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", rejected);
    expect(rejected).not.toHaveBeenCalled();
  });

  test("without an end there is no timer", () => {
    void attempt(never, Number.POSITIVE_INFINITY, undefined);
    expect(vi.getTimerCount()).toBe(0);
    void attempt(never, 2 ** 31 - 1, undefined);
    expect(vi.getTimerCount()).toBe(1);
  });
});
