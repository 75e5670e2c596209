import { setImmediate as macrotask } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { numbers, StillList } from "../../test/pagination/still-list.ts";
import { ConnectionError } from "../errors.ts";
import type { PageRequest } from "./page-source.ts";
import { Paginated } from "./paginated.ts";

/** Holds every page back until it is let go. */
class Gate {
  readonly #waiting = new Map<number, { open: () => void; fail: (error: unknown) => void }>();

  readonly before = ({ page }: PageRequest, signal: AbortSignal): Promise<void> =>
    new Promise((open, fail) => {
      this.#waiting.set(page, { open, fail });
      signal.addEventListener("abort", () => fail(signal.reason));
    });

  get waiting(): number[] {
    return [...this.#waiting.keys()];
  }

  async open(page: number): Promise<void> {
    this.#waiting.get(page)?.open();
    this.#waiting.delete(page);
    await macrotask();
  }

  async fail(page: number, error: unknown): Promise<void> {
    this.#waiting.get(page)?.fail(error);
    this.#waiting.delete(page);
    await macrotask();
  }
}

const reset = (): ConnectionError =>
  new ConnectionError({
    operation: "things_list",
    method: "GET",
    path: "/api/things/",
    attempts: 4,
    maybeApplied: false,
    maybeSent: true,
    reason: "reset",
  });

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
    await items.return?.();
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

  it("ends a next() that waits for a page, at once and without an error", async () => {
    const gate = new Gate();
    const source = new StillList({ rows: 1_000, before: gate.before });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    const waiting = items.next();
    await macrotask();
    expect(await items.return?.()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await items.next()).toEqual({ done: true, value: undefined });
    expect(source.inFlight).toBe(0);
  });

  it("sends nothing more, even where a transport does not heed the abort", async () => {
    const pages: (() => void)[] = [];
    const source = new StillList({
      rows: 1_000,
      before: () => new Promise<void>((open) => pages.push(open)),
    });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    const waiting = items.next();
    await macrotask();
    await items.return?.();
    pages[0]?.();
    await waiting;
    await macrotask();
    expect(source.pagesAsked).toEqual([1]);
  });

  it("sends nothing if it happens before the first item", async () => {
    const source = new StillList({ rows: 5 });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    await items.return?.();
    expect(await items.next()).toEqual({ done: true, value: undefined });
    expect(source.begun).toBe(0);
  });
});

describe("A page that fails", () => {
  it("throws after all items of the pages before it, as what it is, and says which page it was", async () => {
    const gate = new Gate();
    const got: number[] = [];
    const source = new StillList({ rows: 10, before: gate.before });
    const reading = (async () => {
      for await (const item of new Paginated(source, { pageSize: 2 })) got.push(item);
    })();
    const outcome = reading.catch((error: unknown) => error);
    await macrotask();
    await gate.open(1);
    await gate.fail(3, reset());
    await gate.fail(4, reset());
    expect(got).toEqual([0, 1]);
    await gate.open(2);
    const error = await outcome;
    expect(got).toEqual([0, 1, 2, 3]);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ page: 3, message: expect.stringMatching(/page 3 of the list/) });
    await macrotask();
    expect(source.inFlight).toBe(0);
  });

  it("is no unhandled rejection when the loop was left before it was due", async () => {
    const gate = new Gate();
    const items = new Paginated(new StillList({ rows: 10, before: gate.before }), { pageSize: 2 })[
      Symbol.asyncIterator
    ]();
    const first = items.next();
    await macrotask();
    await gate.open(1);
    await first;
    await gate.fail(2, reset());
    await gate.fail(3, reset());
    await items.return?.();
    await macrotask();
  });

  it("leaves the iterator at its end", async () => {
    const source = new StillList({
      rows: 10,
      before: () => {
        throw reset();
      },
    });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    await expect(items.next()).rejects.toThrow(ConnectionError);
    expect(await items.next()).toEqual({ done: true, value: undefined });
  });

  it("counts in the numbers of byPage() also where pages overlap", async () => {
    const source = new StillList({
      rows: 1_000,
      before: ({ page }) => {
        if (page > 1) throw reset();
      },
    });
    const error = await new Paginated(source, { overlap: true }).toArray().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "connection", page: 2 });
  });
});

describe("The caller's signal", () => {
  const reason = new Error("enough");

  it("stops before anything is sent, with its own reason", async () => {
    const source = new StillList({ rows: 5, signal: AbortSignal.abort(reason) });
    await expect(new Paginated(source).toArray()).rejects.toBe(reason);
    expect(source.begun).toBe(0);
  });

  it("aborts the pages in flight, and its reason is what is thrown", async () => {
    const controller = new AbortController();
    const gate = new Gate();
    const source = new StillList({ rows: 1_000, before: gate.before, signal: controller.signal });
    const reading = new Paginated(source).toArray().catch((error: unknown) => error);
    await macrotask();
    await gate.open(1);
    controller.abort(reason);
    expect(await reading).toBe(reason);
    await macrotask();
    expect(source.inFlight).toBe(0);
  });

  it("stops between two items of a page that is there", async () => {
    const controller = new AbortController();
    const got: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const item of new Paginated(new StillList({ rows: 50, signal: controller.signal }))) {
        got.push(item);
        if (item === 4) controller.abort(reason);
      }
    };
    await expect(reading()).rejects.toBe(reason);
    expect(got).toEqual(numbers(0, 5));
  });

  it("stops between two pages, though the next is there", async () => {
    const controller = new AbortController();
    const pages = new Paginated(new StillList({ rows: 500, signal: controller.signal })).pages();
    await pages.next();
    await macrotask();
    controller.abort(reason);
    await expect(pages.next()).rejects.toBe(reason);
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  it("wins over the error that a transport makes of it", async () => {
    const controller = new AbortController();
    const source = new StillList({
      rows: 5,
      signal: controller.signal,
      before: () => {
        controller.abort(reason);
        throw reset();
      },
    });
    await expect(new Paginated(source).toArray()).rejects.toBe(reason);
  });

  it("carries no listener while nothing is in flight, not even of a loop that was dropped midway", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove(...args);
    };
    const source = new StillList({ rows: 1_000, signal, before: () => expect(listeners).toBe(1) });
    const items = new Paginated(source)[Symbol.asyncIterator]();
    await items.next();
    await macrotask();
    expect(source.requests).toHaveLength(5);
    expect(listeners).toBe(0);
  });
});
