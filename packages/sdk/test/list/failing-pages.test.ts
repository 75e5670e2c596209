import { setImmediate as macrotask } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ConnectionError } from "../../src/errors.ts";
import { Paginated } from "../../src/list/paginated.ts";
import { Gate } from "./gate.ts";
import { numbers, StillList } from "./still-list.ts";

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
    await items.return(undefined);
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
});

describe("The caller's signal", () => {
  const reason = new Error("enough");

  it("stops before anything is sent, with its own reason", async () => {
    const source = new StillList({ rows: 5, signal: AbortSignal.abort(reason) });
    await expect(new Paginated(source).toArray()).rejects.toBe(reason);
    expect(source.requests).toEqual([]);
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
});
