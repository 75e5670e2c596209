import { describe, expect, test, vi } from "vitest";
import { readBody } from "./read-body.ts";

const never = new AbortController().signal;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function streamed(...chunks: string[]): Response {
  const encoder = new TextEncoder();
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
        controller.close();
      },
    }),
  );
}

describe("readBody", () => {
  test("puts the pieces together", async () => {
    const body = await readBody(streamed("ab", "", "cde", "f").body, 100, never);
    expect(body.end).toBe("whole");
    expect(text(body.bytes)).toBe("abcdef");
  });

  test("a missing or empty body is no bytes", async () => {
    for (const response of [
      new Response(null, { status: 204 }),
      new Response(""),
      streamed(),
      streamed(""),
    ]) {
      const body = await readBody(response.body, 100, never);
      expect([body.end, body.bytes.length]).toEqual(["whole", 0]);
    }
  });

  test.each([
    [["abc"], 3, "abc", "whole"],
    [["abc"], 2, "ab", "cut"],
    [["ab", "c"], 3, "abc", "whole"],
    [["ab", "c"], 2, "ab", "cut"],
    [["ab", "cd", "ef"], 3, "abc", "cut"],
  ])("%j, at most %i bytes: %s, %s", async (chunks, max, read, end) => {
    const body = await readBody(streamed(...chunks).body, max, never);
    expect([text(body.bytes), body.end]).toEqual([read, end]);
  });

  test("lets go of what it does not read", async () => {
    const cancel = vi.fn();
    const response = new Response(
      new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(9)), cancel }),
    );
    await readBody(response.body, 5, never);
    expect(cancel).toHaveBeenCalledOnce();
  });

  test("keeps what came before it broke off, and tells why", async () => {
    const failure = new Error("reset");
    const chunks = ["abc", "def"].map((chunk) => new TextEncoder().encode(chunk));
    const response = new Response(
      new ReadableStream({
        pull(controller) {
          const chunk = chunks.shift();
          if (chunk === undefined) controller.error(failure);
          else controller.enqueue(chunk);
        },
      }),
    );
    const body = await readBody(response.body, 100, never);
    expect([text(body.bytes), body.end, body.error]).toEqual(["abcdef", "broken", failure]);
  });

  test("ends when the signal is aborted, whatever the stream does, and listens no more", async () => {
    for (const early of [true, false]) {
      const controller = new AbortController();
      const listening = vi.spyOn(controller.signal, "addEventListener");
      const letGo = vi.spyOn(controller.signal, "removeEventListener");
      const cancel = vi.fn(() => Promise.reject(new Error("cannot")));
      const response = new Response(new ReadableStream({ cancel }));
      if (early) controller.abort();
      const body = readBody(response.body, 100, controller.signal);
      controller.abort();
      expect((await body).bytes).toHaveLength(0);
      expect(cancel).toHaveBeenCalledOnce();
      expect(letGo).toHaveBeenCalledTimes(listening.mock.calls.length);
    }
  });
});
