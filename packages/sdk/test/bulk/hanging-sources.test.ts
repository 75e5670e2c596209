import { expect, test } from "vitest";
import { WindowedRun } from "../../src/bulk/windowed-run.ts";
import { settled } from "./by-hand.ts";

/** A source that gives items for ever, and when it is told that no more is wanted, does as told. */
function sourceThat(close: () => Promise<IteratorResult<number>>) {
  let given = 0;
  let closed = 0;
  const iterator = {
    next: async () => ({ done: false, value: given++ }),
    return: () => {
      closed++;
      return close();
    },
  };
  return { source: { [Symbol.asyncIterator]: () => iterator }, closed: () => closed };
}

function runOf(source: AsyncIterable<number>, signal?: AbortSignal) {
  const task = async () => ({ outcome: "changed" }) as const;
  return new WindowedRun({ source, counts: { changed: 0 }, task }, { signal });
}

const never = () => new Promise<never>(() => {});

test("an abort is not held up by a source that does not let go, which is told all the same", async () => {
  const { source, closed } = sourceThat(never);
  const stop = new AbortController();
  const run = runOf(source, stop.signal);
  await run.next();
  await settled();
  const reason = new Error("enough");
  stop.abort(reason);
  await expect(run.next()).rejects.toBe(reason);
  expect(closed()).toBe(1);
});

test("an abort is not changed by a source that fails when it is to let go", async () => {
  for (const fail of [
    () => Promise.reject(new Error("in use")),
    () => {
      throw new Error("in use");
    },
  ]) {
    const { source } = sourceThat(fail);
    const stop = new AbortController();
    const run = runOf(source, stop.signal);
    await run.next();
    stop.abort("enough");
    await expect(run.next()).rejects.toBe("enough");
  }
});

test("leaving a loop waits until the source has let go", async () => {
  let letGo = () => {};
  const { source } = sourceThat(
    () =>
      new Promise((resolve) => {
        letGo = () => resolve({ done: true, value: undefined });
      }),
  );
  const run = runOf(source);
  await run.next();
  let hasLeft = false;
  const leaving = run.return().then(() => {
    hasLeft = true;
  });
  await settled();
  expect(hasLeft).toBe(false);
  letGo();
  await leaving;
  expect(hasLeft).toBe(true);
});

test("neither is one that comes after the run was left, and lets that end", async () => {
  const { source } = sourceThat(never);
  const stop = new AbortController();
  const run = runOf(source, stop.signal);
  await run.next();
  let isLeft = false;
  const leaving = run.return().then(() => {
    isLeft = true;
  });
  await settled();
  expect(isLeft).toBe(false);
  stop.abort();
  await leaving;
  expect(isLeft).toBe(true);
});
