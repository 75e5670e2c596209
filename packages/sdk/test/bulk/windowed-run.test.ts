import { describe, expect, test } from "vitest";
import type { BulkOptions } from "../../src/bulk/bulk-run.ts";
import { WindowedRun } from "../../src/bulk/windowed-run.ts";
import { errorOf } from "../http/harness.ts";
import { ByHand, COUNTS, type ItsOutcome, settled } from "./by-hand.ts";
import { CountedSource } from "./counted-source.ts";

function runOf(source: Iterable<number> | AsyncIterable<number>, options: BulkOptions<ItsOutcome> = {}) {
  const hand = new ByHand();
  const run = new WindowedRun<number, ItsOutcome>({ source, counts: COUNTS, task: hand.task }, options);
  return { hand, run };
}

/** A run whose tasks are done at once. */
function quickRun(source: Iterable<number> | AsyncIterable<number>, options: BulkOptions<ItsOutcome> = {}) {
  const task = async (item: number, index: number): Promise<ItsOutcome> => ({
    outcome: "changed",
    item,
    index,
  });
  return new WindowedRun<number, ItsOutcome>({ source, counts: COUNTS, task }, options);
}

describe("a windowed run", () => {
  test("does nothing before an outcome is asked for", async () => {
    const source = new CountedSource(10);
    runOf(source);
    await settled();
    expect(source.asked).toBe(0);
  });

  test("reads a window ahead and no further, until outcomes are taken", async () => {
    const source = new CountedSource(100);
    const { hand, run } = runOf(source, { concurrency: 3 });
    const first = run.next();
    await settled();
    expect(hand.begun).toEqual([0, 1, 2]);
    await hand.finish(0, 1, 2);
    expect(await first).toMatchObject({ value: { item: 0 } });
    await settled();
    // One is being dealt with, two wait to be taken.
    expect(source.read).toBe(3);
    await run.next();
    await settled();
    expect(source.read).toBe(4);
  });

  test("hands outcomes out as they are finished, with the place of their item", async () => {
    const { hand, run } = runOf([10, 20, 30], { concurrency: 3 });
    const outcomes = [run.next(), run.next(), run.next()];
    await settled();
    await hand.finish(30);
    await hand.finish(10);
    await hand.finish(20);
    const values = (await Promise.all(outcomes)).map(({ value }) => [value?.item, value?.index]);
    expect(values).toEqual([
      [30, 2],
      [10, 0],
      [20, 1],
    ]);
    expect(await run.next()).toEqual({ done: true, value: undefined });
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  test("goes on when items fail, and counts them", async () => {
    const { hand, run } = runOf([0, 1, 2], { concurrency: 1 });
    const outcomes = [run.next(), run.next(), run.next(), run.next()];
    await settled();
    await hand.finish(0);
    await hand.fail(1, "no");
    expect(run.summary()).toMatchObject({ total: 2, unfinished: 1, changed: 1, failed: 1 });
    await hand.finish(2);
    expect((await Promise.all(outcomes)).map(({ done }) => done)).toEqual([false, false, false, true]);
    expect(run.summary()).toEqual({
      total: 3,
      unfinished: 0,
      changed: 2,
      failed: 1,
      failures: [{ outcome: "failed", item: 1, index: 1, error: "no" }],
    });
  });

  test("keeps a thousand failures, and counts all of them", async () => {
    const task = async (item: number, index: number): Promise<ItsOutcome> => ({
      outcome: "failed",
      item,
      index,
      error: item,
    });
    const source = new CountedSource(2500);
    const summary = await new WindowedRun<number, ItsOutcome>({ source, counts: COUNTS, task }, {}).finish();
    expect(summary).toMatchObject({ total: 2500, failed: 2500 });
    expect(summary.failures).toHaveLength(1000);
  });

  test.each([
    [1_000, 1],
    [1_000, 7],
    [100_000, 8],
  ])("never holds more than its window of %i items, %i at a time", async (length, concurrency) => {
    let taken = 0;
    let worked = 0;
    let most = 0;
    const source = new CountedSource(length, (n) => {
      most = Math.max(most, n + 1 - taken);
      return n;
    });
    const task = async (item: number, index: number): Promise<ItsOutcome> => {
      worked++;
      if (item % 3 === 0) await Promise.resolve();
      return { outcome: "changed", item, index };
    };
    const run = new WindowedRun<number, ItsOutcome>({ source, counts: COUNTS, task }, { concurrency });
    for await (const _ of run) {
      taken++;
      if (taken % 97 === 0) await settled();
    }
    expect(taken).toBe(length);
    expect(worked).toBe(length);
    expect(most).toBeLessThanOrEqual(concurrency);
    expect(most).toBe(concurrency);
  });

  test("reads generators, arrays, sets and promises of items", async () => {
    async function* later() {
      yield 1;
      yield 2;
    }
    const items = async (source: Iterable<number> | AsyncIterable<number>) =>
      (await Array.fromAsync(quickRun(source))).map(({ item }) => item);
    expect(await items(later())).toEqual([1, 2]);
    expect(await items(new Set([3, 4]))).toEqual([3, 4]);
    expect(await items([])).toEqual([]);
  });

  test("finish runs to the end, and a loop after it finds nothing", async () => {
    const run = quickRun(new CountedSource(50));
    expect(await run.finish()).toEqual({ total: 50, unfinished: 0, changed: 50, failed: 0, failures: [] });
    expect(await Array.fromAsync(run)).toEqual([]);
  });

  test("tells its progress after each item, and does not mind what is done with it", async () => {
    const seen: number[] = [];
    const run = quickRun([1, 2, 3], {
      concurrency: 1,
      onProgress: ({ total, changed }) => {
        seen.push(total, changed);
        throw new Error("a broken progress bar");
      },
    });
    await run.finish();
    expect(seen).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe("a windowed run whose source fails", () => {
  test("brings what was begun to its end, and then throws", async () => {
    const broken = new Error("the file ended too soon");
    const source = new CountedSource(10, (n) => {
      if (n === 2) throw broken;
      return n;
    });
    const { hand, run } = runOf(source, { concurrency: 4 });
    const outcomes = [run.next(), run.next()];
    const third = errorOf(run.next());
    await settled();
    await hand.finish(1, 0);
    expect((await Promise.all(outcomes)).map(({ value }) => value?.item)).toEqual([1, 0]);
    expect(await third).toBe(broken);
    expect(await run.next()).toEqual({ done: true, value: undefined });
    expect(source.returned).toBe(0);
  });
});

describe("a windowed run that is left early", () => {
  test("aborts what is on its way, closes the source, and goes on with nothing", async () => {
    const source = new CountedSource(100);
    const { hand, run } = runOf(source, { concurrency: 3 });
    const first = run.next();
    await settled();
    await hand.finish(1);
    await first;
    for await (const _ of closing(run, hand)) break;
    expect(hand.aborted).toEqual([2, 3]);
    expect(source.returned).toBe(1);
    const { read } = source;
    await settled();
    expect(source.read).toBe(read);
    expect(run.summary()).toMatchObject({ changed: 2, unfinished: read - 2 });
    expect(await run.next()).toEqual({ done: true, value: undefined });
  });

  test("does not wait for a source that is busy making an item", async () => {
    const source = new CountedSource(10, (n) => (n === 1 ? new Promise<number>(() => {}) : n));
    const { hand, run } = runOf(source, { concurrency: 2 });
    const first = run.next();
    await settled();
    await hand.finish(0);
    await first;
    expect(await run.return()).toEqual({ done: true, value: undefined });
    expect(source.returned).toBe(1);
  });

  test("before its start reads nothing", async () => {
    const source = new CountedSource(10);
    const { run } = runOf(source);
    await run.return();
    expect(await run.next()).toEqual({ done: true, value: undefined });
    expect([source.asked, source.returned]).toEqual([0, 0]);
  });

  /** The run, with item 3 finished as soon as somebody waits. */
  async function* closing(run: WindowedRun<number, ItsOutcome>, hand: ByHand) {
    try {
      const next = run.next();
      await settled();
      await hand.finish(0);
      const { value } = await next;
      await settled();
      yield value;
    } finally {
      await run.return();
    }
  }
});

describe("a windowed run that is aborted", () => {
  test("throws the reason once, after all is quiet", async () => {
    const controller = new AbortController();
    const source = new CountedSource(100);
    const { hand, run } = runOf(source, { concurrency: 2, signal: controller.signal });
    const [first, second] = [errorOf(run.next()), run.next()];
    await settled();
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await first).toBe(reason);
    expect(await second).toEqual({ done: true, value: undefined });
    expect(hand.aborted).toEqual([0, 1]);
    expect(source.returned).toBe(1);
    expect(run.summary()).toMatchObject({ total: 0, unfinished: 2 });
  });

  test("throws to whoever asks next, when nobody waits at that moment", async () => {
    const controller = new AbortController();
    const { hand, run } = runOf([0, 1, 2], { concurrency: 2, signal: controller.signal });
    const first = run.next();
    await settled();
    await hand.finish(0, 1);
    await first;
    controller.abort("enough");
    await settled();
    await expect(run.next()).rejects.toBe("enough");
    // It was done, although nobody got to know.
    expect(run.summary()).toMatchObject({ changed: 2 });
  });

  test("before its start reads nothing", async () => {
    const source = new CountedSource(10);
    const { run } = runOf(source, { signal: AbortSignal.abort("before") });
    await expect(run.next()).rejects.toBe("before");
    expect([source.asked, source.returned]).toEqual([0, 0]);
  });

  test("is not held up by a source that hangs", async () => {
    const controller = new AbortController();
    const source = new CountedSource(10, () => new Promise<number>(() => {}));
    const { run } = runOf(source, { signal: controller.signal });
    const first = run.next();
    await settled();
    controller.abort("enough");
    await expect(first).rejects.toBe("enough");
  });

  test("counts what a task brings to its end all the same", async () => {
    const controller = new AbortController();
    const task = async (item: number, index: number, signal: AbortSignal): Promise<ItsOutcome> => {
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return { outcome: "changed", item, index };
    };
    const { signal } = controller;
    const run = new WindowedRun<number, ItsOutcome>({ source: [1], counts: COUNTS, task }, { signal });
    const next = run.next();
    await settled();
    controller.abort("enough");
    await expect(next).rejects.toBe("enough");
    expect(run.summary()).toMatchObject({ changed: 1, unfinished: 0 });
  });

  test("stops listening to the signal when it is over", async () => {
    const controller = new AbortController();
    const listeners = countListeners(controller.signal);
    await quickRun([1, 2], { signal: controller.signal }).finish();
    const { run } = runOf([1, 2], { signal: controller.signal });
    void run.next();
    await settled();
    expect(listeners.count).toBe(1);
    await run.return();
    expect(listeners.count).toBe(0);
  });

  function countListeners(signal: AbortSignal) {
    const listeners = { count: 0 };
    const { addEventListener: add, removeEventListener: remove } = signal;
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners.count++;
      add.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners.count--;
      remove.apply(signal, args);
    };
    return listeners;
  }
});
