import { setImmediate as macrotask } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Paginated } from "../../src/list/paginated.ts";
import { Gate } from "./gate.ts";
import { numbers, StillList } from "./still-list.ts";

describe("Reading ahead", () => {
  it("keeps as many pages in flight as asked for, and no more, once the first has told how many there are", async () => {
    const gate = new Gate();
    const source = new StillList({ rows: 1_000, before: gate.before });
    const reading = new Paginated(source, { concurrency: 3 }).toArray();
    await macrotask();
    expect(gate.waiting).toEqual([1]);
    await gate.open(1);
    expect(gate.waiting).toEqual([2, 3, 4]);
    await gate.open(2);
    expect(gate.waiting).toEqual([3, 4, 5]);
    for (let page = 3; page <= 10; page++) await gate.open(page);
    expect(await reading).toHaveLength(1_000);
    expect(source.mostInFlight).toBe(3);
  });

  it("has four pages in flight unless told otherwise", async () => {
    const source = new StillList({ rows: 2_000, before: () => macrotask() });
    await new Paginated(source).toArray();
    expect(source.mostInFlight).toBe(4);
  });

  it("keeps the order when pages arrive in another one, and waits no longer than for the next", async () => {
    const gate = new Gate();
    const items = new Paginated(new StillList({ rows: 8, before: gate.before }), { pageSize: 2 })[
      Symbol.asyncIterator
    ]();
    const got: number[] = [];
    const reading = (async () => {
      for await (const item of items) got.push(item);
    })();
    await macrotask();
    await gate.open(1);
    await gate.open(4);
    await gate.open(3);
    expect(got).toEqual([0, 1]);
    await gate.open(2);
    await reading;
    expect(got).toEqual(numbers(0, 8));
  });

  it("holds no more pages than its window while the reader is busy", async () => {
    const source = new StillList({ rows: 10_000 });
    const items = new Paginated(source, { concurrency: 3 })[Symbol.asyncIterator]();
    await items.next();
    for (let turn = 0; turn < 20; turn++) await macrotask();
    expect(source.pagesAsked).toEqual([1, 2, 3, 4]);
    for (let item = 0; item < 100; item++) await items.next();
    for (let turn = 0; turn < 20; turn++) await macrotask();
    expect(source.pagesAsked).toEqual([1, 2, 3, 4, 5]);
    await items.return(undefined);
  });

  it("asks for one page after the other where the server names only the next", async () => {
    const source = new StillList({ rows: 1_000, tells: false, before: () => macrotask() });
    expect(await new Paginated(source).toArray()).toEqual(numbers(0, 1_000));
    expect(source.mostInFlight).toBe(1);
  });

  it("sends one request for several next() at once, and answers them in order", async () => {
    const source = new StillList({ rows: 3, before: () => macrotask() });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    const steps = await Promise.all([items.next(), items.next(), items.next(), items.next(), items.next()]);
    expect(steps.map(({ value }) => value)).toEqual([0, 1, 2, undefined, undefined]);
    expect(steps.map(({ done }) => done ?? false)).toEqual([false, false, false, true, true]);
    expect(source.pagesAsked).toEqual([1]);
  });
});

describe("Leaving early", () => {
  it("aborts what is in flight", async () => {
    const gate = new Gate();
    const source = new StillList({ rows: 1_000, before: gate.before });
    const reading = (async () => {
      for await (const item of new Paginated(source)) if (item === 3) break;
    })();
    await macrotask();
    await gate.open(1);
    await reading;
    await macrotask();
    expect(source.pagesAsked).toEqual([1, 2, 3, 4, 5]);
    expect(source.inFlight).toBe(0);
  });

  it("sends nothing if it happens before the first item", async () => {
    const source = new StillList({ rows: 5 });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    await items.return(undefined);
    expect(await items.next()).toEqual({ done: true, value: undefined });
    expect(source.begun).toBe(0);
  });
});
