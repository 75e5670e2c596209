import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Call, withinCall } from "../../src/http/call.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const NOW = 1_000_000;
const REQUEST = { operation: "things_list", method: "GET", path: "/api/things/" };
const never = new Promise<never>(() => {});

function callOf(signal?: AbortSignal): Call {
  const retry = { maxRetries: 3, baseDelayMs: 500, maxDelayMs: 8000 };
  return { id: 1, signal, timeoutMs: 100, deadline: NOW + 100, retry, isOver: () => false };
}

test("what another call comes to is shared", async () => {
  expect(await withinCall(callOf(), NOW, REQUEST, Promise.resolve("done"))).toBe("done");
  await expect(withinCall(callOf(), NOW, REQUEST, Promise.reject("failed"))).rejects.toBe("failed");
});

test("a call waits for another until its own time is up, and says that it was waiting", async () => {
  // 40 of its 100 ms are gone.
  const waited = withinCall(callOf(), NOW + 40, REQUEST, never).catch((error: unknown) => error);
  let isOver = false;
  void waited.then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(59);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await waited).toMatchObject({
    code: "timeout",
    ...REQUEST,
    attempts: 0,
    maybeApplied: false,
    which: "total",
    timeoutMs: 100,
    message: expect.stringContaining("It waited for another call of this client."),
  });
});

test("a call that waits for another can be aborted", async () => {
  const controller = new AbortController();
  const waited = withinCall(callOf(controller.signal), NOW, REQUEST, never);
  const reason = new Error("stop");
  controller.abort(reason);
  await expect(waited).rejects.toBe(reason);
});
