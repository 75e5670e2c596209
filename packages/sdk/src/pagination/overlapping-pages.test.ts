import { setImmediate as macrotask } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ModelList } from "../../test/pagination/model-list.ts";
import { numbers, StillList } from "../../test/pagination/still-list.ts";
import { overlappingSpan } from "./overlapping-pages.ts";
import { Paginated } from "./paginated.ts";

describe("An overlapping page", () => {
  it("starts where a page of its size starts, before the end of what was read, and reaches beyond", () => {
    for (let end = 100; end < 20_000; end += 7) {
      const span = overlappingSpan(end, 1, 100);
      if (span === undefined) throw new Error(`No page of 100 rows or less overlaps ${end}.`);
      const { page, pageSize, start } = span;
      expect(span).toEqual({ page, pageSize, start: (page - 1) * pageSize, end: page * pageSize });
      expect(pageSize <= 100 && start < end && span.end > end).toBe(true);
    }
  });

  it("overlaps by as many rows as asked for, or by one where that is not possible", () => {
    expect(overlappingSpan(200, 25, 100)?.start).toBeLessThanOrEqual(175);
    expect(overlappingSpan(60, 5, 6)).toBeUndefined();
    expect(overlappingSpan(12, 3, 5)).toEqual({ page: 3, pageSize: 5, start: 10, end: 15 });
  });

  it("does not exist where every size up to the limit divides the end", () => {
    expect(overlappingSpan(2_520, 1, 10)).toBeUndefined();
    expect(overlappingSpan(2_520, 1, 11)).toEqual({ page: 230, pageSize: 11, start: 2_519, end: 2_530 });
    expect(overlappingSpan(4, 1, 1)).toBeUndefined();
  });
});

describe("Reading in overlapping pages", () => {
  it.each([10, 50, 100, 200])(
    "takes no more requests than pages of %i rows, however long the list is",
    async (pageSize) => {
      for (const rows of [
        1,
        pageSize,
        pageSize + 1,
        2 * pageSize,
        3 * pageSize,
        10 * pageSize,
        500 * pageSize,
      ]) {
        const source = new StillList({ rows });
        const list = new Paginated(source, { pageSize, overlap: true });
        expect((await list.toArray()).length).toBe(rows);
        expect(source.requests.length).toBeLessThanOrEqual(Math.ceil(rows / pageSize));
      }
    },
  );

  it("takes up to a seventh more where the server's limit leaves no room", async () => {
    const source = new StillList({ rows: 50_000, limit: 100 });
    expect(await new Paginated(source, { overlap: true }).toArray()).toEqual(numbers(0, 50_000));
    expect(source.requests.length / 500).toBeLessThan(1.15);
  });

  it("keeps as many pages in flight", async () => {
    const source = new StillList({ rows: 5_000, before: () => macrotask() });
    await new Paginated(source, { concurrency: 6, overlap: true }).toArray();
    expect(source.mostInFlight).toBe(6);
  });

  it("asks ahead while its reader is busy, for no more than the window", async () => {
    const source = new StillList({ rows: 5_000 });
    const items = new Paginated(source, { concurrency: 3, overlap: true })[Symbol.asyncIterator]();
    await items.next();
    await macrotask();
    expect(source.requests).toHaveLength(4);
    await items.return?.();
  });
});

describe("A list that slides away from under pages that overlap", () => {
  /** Reads 2,000 rows, of which some leave from the front before the requests of these numbers; returns the requests. */
  async function requestsIf(leaving: Record<number, number>, concurrency = 1): Promise<number> {
    const list = new ModelList({
      rows: 2_000,
      limit: 100,
      change: (it) => {
        for (let n = leaving[it.requests.length] ?? 0; n > 0; n--) it.leave(0);
      },
    });
    const items = await list.run(new Paginated(list, { overlap: true, concurrency }).toArray());
    const delivered = new Set(items.map(({ id }) => id));
    expect([...list.always].filter((id) => !delivered.has(id))).toEqual([]);
    return list.requests.length;
  }

  it("is read again from the page before", async () => {
    const still = await requestsIf({});
    expect(await requestsIf({ 10: 30 })).toBeLessThanOrEqual(still + 3);
    expect(await requestsIf({ 5: 30, 15: 30 })).toBeLessThanOrEqual(still + 8);
  });

  it("is overlapped more from then on, so that it does not slide away again", async () => {
    const leaving = Object.fromEntries(Array.from({ length: 40 }, (_, request) => [request, 10]));
    expect(await requestsIf(leaving)).toBeLessThanOrEqual((await requestsIf({})) + 1);
  });

  it("is found again in steps that double, if hardly anything is left of it", async () => {
    expect(await requestsIf({ 18: 1_980 })).toBeLessThanOrEqual(18 + 6);
  });

  it("is not taken to end where page after page is gone, as long as it shrinks", async () => {
    const shrinking = new Set([5, 7, 8, 9, 12]);
    const list = new ModelList({
      rows: 189,
      limit: 12,
      // From the front, and from the end until the page that was just named as the next one is gone.
      change: (it) => {
        const read = it.requests.at(-1);
        if (read?.answer?.next === undefined || !shrinking.has(it.requests.length)) return;
        for (let n = 0; n < 9; n++) it.leave(0);
        while (it.rows.length > read.page * read.pageSize - 4) it.leave(it.rows.length - 1);
      },
    });
    const reading = new Paginated(list, { overlap: true, pageSize: 12, concurrency: 1 }).toArray();
    const delivered = new Set((await list.run(reading)).map(({ id }) => id));
    expect([...list.always].filter((id) => !delivered.has(id))).toEqual([]);
    expect(list.requests.filter(({ answer }) => answer === undefined).length).toBeGreaterThan(2);
  });

  it("drops the pages that were fetched ahead", async () => {
    expect(await requestsIf({ 10: 30 }, 4)).toBeLessThanOrEqual((await requestsIf({})) + 2 + 4);
  });
});

describe("Reading in overlapping pages, to a limit", () => {
  it("asks ahead for no more pages than a limit takes", async () => {
    const source = new StillList({ rows: 5_000 });
    expect(await new Paginated(source, { overlap: true }).toArray({ limit: 150 })).toEqual(numbers(0, 150));
    expect(source.requests).toHaveLength(2);
  });
});
