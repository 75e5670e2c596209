import { describe, expect, test } from "vitest";
import { LazyRun } from "../../src/bulk/lazy-run.ts";
import { WindowedRun } from "../../src/bulk/windowed-run.ts";
import { errorOf } from "../http/harness.ts";
import { ByHand, COUNTS, type ItsOutcome, settled } from "./by-hand.ts";

function lazyRun(source: Iterable<number>) {
  const hand = new ByHand();
  let loads = 0;
  const run = new LazyRun<ItsOutcome>(COUNTS, async () => {
    loads++;
    return new WindowedRun<number, ItsOutcome>({ source, counts: COUNTS, task: hand.task }, {});
  });
  return { hand, run, loads: () => loads };
}

describe("a lazy run", () => {
  test("is loaded by the first outcome asked for, once", async () => {
    const { run, loads, hand } = lazyRun([1, 2]);
    expect(run.summary()).toEqual({ total: 0, unfinished: 0, changed: 0, failed: 0, failures: [] });
    await settled();
    expect(loads()).toBe(0);
    const outcomes = [run.next(), run.next(), run.next()];
    await settled();
    await hand.finish(1, 2);
    expect((await Promise.all(outcomes)).map(({ done }) => done)).toEqual([false, false, true]);
    expect(loads()).toBe(1);
    expect(run.summary()).toMatchObject({ total: 2, changed: 2 });
  });

  test("runs to its end without a loop", async () => {
    const { run, hand } = lazyRun([1, 2]);
    const summary = run.finish();
    await settled();
    await hand.finish(1, 2);
    expect(await summary).toMatchObject({ total: 2, changed: 2 });
  });

  test("stops what it has begun when it is left", async () => {
    const { run, hand } = lazyRun([1, 2]);
    const next = run.next();
    await settled();
    await run.return();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(hand.aborted).toEqual([1, 2]);
  });

  test("that is left before its start never loads", async () => {
    const { run, loads } = lazyRun([1]);
    await run.return();
    expect(await run.next()).toEqual({ done: true, value: undefined });
    expect(await run.finish()).toMatchObject({ total: 0 });
    expect(loads()).toBe(0);
  });

  test("that cannot be loaded says why", async () => {
    const run = new LazyRun<ItsOutcome>(COUNTS, async () => {
      throw new Error("no such module");
    });
    expect(await errorOf(run.next())).toMatchObject({ message: "no such module" });
  });
});
