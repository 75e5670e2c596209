import { expect, test } from "vitest";
import { perItem } from "../../src/bulk/per-item.ts";

const quiet = new AbortController().signal;

test("what an item comes to is its outcome, with the item beside it", async () => {
  const task = perItem(async (input: number) => ({ outcome: "changed", double: input * 2 }) as const);
  expect(await task(4, 7, quiet)).toEqual({
    outcome: "changed",
    input: 4,
    index: 7,
    result: { outcome: "changed", double: 8 },
  });
});

test("what an item throws is its outcome, too", async () => {
  const error = new Error("no");
  const task = perItem(async (_: number): Promise<{ outcome: "changed" }> => {
    throw error;
  });
  expect(await task(4, 7, quiet)).toEqual({ outcome: "failed", input: 4, index: 7, error });
  // Broken off, it has none.
  await expect(task(4, 7, AbortSignal.abort())).rejects.toBe(error);
});
