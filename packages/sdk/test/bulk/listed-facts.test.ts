import { describe, expect, test } from "vitest";
import { ListedFacts } from "../../src/bulk/converge-many.ts";
import { FakeClock } from "../http/harness.ts";
import { settled } from "./by-hand.ts";

const MINUTE = 60_000;

/** Facts of three items, from a listing of so many requests, of which each item saves two. */
function factsOf({
  requests = 1,
  pays = false,
  tookMs = 0,
  read = undefined as (() => void) | undefined,
} = {}) {
  const clock = new FakeClock();
  const calls = { counts: 0, reads: 0 };
  const listing = {
    savedPerItem: 2,
    lists: [
      {
        async count() {
          calls.counts++;
          if (Number.isNaN(requests)) throw new Error("no");
          return requests * 300;
        },
      },
    ],
    async read() {
      calls.reads++;
      read?.();
      clock.time += tookMs;
      await settled();
      return new Map([
        ["a", `a${calls.reads}`],
        ["b", `b${calls.reads}`],
        ["c", `c${calls.reads}`],
      ]);
    },
  };
  return { facts: new ListedFacts<string>(listing, pays, clock), calls, clock };
}

describe("facts from a listing", () => {
  test("are read at once where it is known to pay, once for all who wait", async () => {
    const { facts, calls } = factsOf({ pays: true });
    expect(await Promise.all([facts.take("a"), facts.take("b"), facts.take("x")])).toEqual([
      "a1",
      "b1",
      undefined,
    ]);
    expect(calls).toEqual({ counts: 0, reads: 1 });
  });

  test("are used once each", async () => {
    const { facts } = factsOf({ pays: true });
    expect([
      await facts.take("a"),
      await facts.take("a"),
      await facts.take("b"),
      await facts.take("b"),
    ]).toEqual(["a1", undefined, "b1", undefined]);
  });

  test("are not read while single requests have been fewer than reading takes", async () => {
    const { facts, calls } = factsOf({ requests: 7 });
    expect(await Promise.all([facts.take("a"), facts.take("b")])).toEqual([undefined, undefined]);
    expect(calls).toEqual({ counts: 0, reads: 0 });
    expect(await Promise.all([facts.take("x"), facts.take("y")])).toEqual([undefined, undefined]);
    expect(calls).toEqual({ counts: 1, reads: 0 });
    expect(await facts.take("c")).toBe("c1");
    expect(calls).toEqual({ counts: 1, reads: 1 });
  });

  test("are read at once when what they take cannot be counted", async () => {
    const { facts, calls } = factsOf({ requests: Number.NaN });
    for (const key of ["a", "b"]) expect(await facts.take(key)).toBeUndefined();
    expect(await facts.take("c")).toBe("c1");
    expect(calls).toEqual({ counts: 1, reads: 1 });
  });

  test("do not hold any more of what was changed, even while they are read", async () => {
    const { facts, calls } = factsOf({ pays: true });
    const a = facts.take("a");
    while (calls.reads === 0) await Promise.resolve();
    facts.forget("b");
    expect(await a).toBe("a1");
    facts.forget("c");
    expect([await facts.take("b"), await facts.take("c")]).toEqual([undefined, undefined]);
  });

  test("are read anew after a minute", async () => {
    const { facts, calls, clock } = factsOf({ pays: true });
    await facts.take("a");
    clock.time += MINUTE;
    expect(await facts.take("b")).toBe("b1");
    clock.time += 1;
    expect(await facts.take("a")).toBe("a2");
    expect(calls.reads).toBe(2);
  });

  test("hold ten times as long as reading takes", async () => {
    const { facts, clock } = factsOf({ pays: true, tookMs: 2 * MINUTE });
    expect(facts.isFresh).toBe(false);
    await facts.take("a");
    clock.time += 18 * MINUTE;
    expect(await facts.take("b")).toBe("b1");
    clock.time += 1;
    expect(await facts.take("c")).toBe("c2");
  });

  test("are fresh for a minute from when reading began", async () => {
    const { facts, clock } = factsOf({ pays: true, tookMs: MINUTE / 2 });
    await facts.take("a");
    expect(facts.isFresh).toBe(true);
    clock.time += MINUTE / 2;
    expect(facts.isFresh).toBe(true);
    clock.time += 1;
    expect(facts.isFresh).toBe(false);
    expect(await facts.take("b")).toBe("b1");
  });

  test("that cannot be read leave everything to single requests", async () => {
    const { facts, calls } = factsOf({
      pays: true,
      read: () => {
        throw new Error("no");
      },
    });
    expect(await Promise.all([facts.take("a"), facts.take("b")])).toEqual([undefined, undefined]);
    expect(await facts.take("c")).toBeUndefined();
    expect(calls.reads).toBe(1);
  });
});
