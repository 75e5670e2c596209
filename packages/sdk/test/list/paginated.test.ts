import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../src/errors.ts";
import { Paginated } from "../../src/list/paginated.ts";
import { numbers, StillList } from "./still-list.ts";

describe("A paginated list", () => {
  it("sends nothing until it is used", () => {
    const source = new StillList({ rows: 250 });
    const list = new Paginated(source);
    list[Symbol.asyncIterator]();
    list.pages();
    list.byPage({ startPage: 2 });
    expect(source.begun).toBe(0);
  });

  it("yields every item in order, by pages of 100", async () => {
    const source = new StillList({ rows: 250 });
    const items: number[] = [];
    for await (const item of new Paginated(source)) items.push(item);
    expect(items).toEqual(numbers(0, 250));
    expect(source.requests).toEqual([1, 2, 3].map((page) => ({ page, pageSize: 100, idsOnly: false })));
  });

  it("is read anew by every use, each a reading of its own", async () => {
    const source = new StillList({ rows: 3 });
    const list = new Paginated(source);
    expect(await list.toArray()).toEqual([0, 1, 2]);
    expect(await list.toArray()).toEqual([0, 1, 2]);
    expect(source.begun).toBe(2);
  });

  it("can be read by two loops at once, which do not take each other's items", async () => {
    const list = new Paginated(new StillList({ rows: 250 }));
    const both = await Promise.all([list.toArray(), list.toArray()]);
    expect(both).toEqual([numbers(0, 250), numbers(0, 250)]);
  });

  it("is no promise, so that awaiting it by mistake gives the list and not an item", async () => {
    const list = new Paginated(new StillList({ rows: 3 }));
    expect(await list).toBe(list);
  });

  it("yields nothing where there is nothing", async () => {
    const source = new StillList({ rows: 0 });
    expect(await new Paginated(source).toArray()).toEqual([]);
    expect(source.pagesAsked).toEqual([1]);
  });

  it("yields pages with their number, the total, and where to go on", async () => {
    const pages = [];
    for await (const page of new Paginated(new StillList({ rows: 5 }), { pageSize: 2 }).pages())
      pages.push(page);
    expect(pages).toEqual([
      { items: [0, 1], number: 1, total: 5, next: 2 },
      { items: [2, 3], number: 2, total: 5, next: 3 },
      { items: [4], number: 3, total: 5, next: undefined },
    ]);
  });

  it("goes on from a page that was kept", async () => {
    const source = new StillList({ rows: 5 });
    const pages = [];
    for await (const page of new Paginated(source, { pageSize: 2 }).byPage({ startPage: 2 }))
      pages.push(page.items);
    expect(pages).toEqual([[2, 3], [4]]);
    expect(source.pagesAsked).toEqual([2, 3]);
  });

  it("goes on from a page that would be the last one if the server's pages were as large as asked for", async () => {
    const source = new StillList({ rows: 11, limit: 3 });
    const pages = await Array.fromAsync(new Paginated(source, { pageSize: 8 }).byPage({ startPage: 2 }));
    expect(pages.flatMap(({ items }) => items)).toEqual(numbers(3, 11));
    expect(source.pagesAsked).toEqual([2, 3, 4]);
  });

  it("yields nothing from a page behind the end", async () => {
    const pages = new Paginated(new StillList({ rows: 5 })).byPage({ startPage: 7 });
    expect(await pages.next()).toEqual({ done: true, value: undefined });
  });

  it("collects no more than the limit, with no more pages than it takes", async () => {
    const source = new StillList({ rows: 1_000 });
    expect(await new Paginated(source).toArray({ limit: 250 })).toEqual(numbers(0, 250));
    expect(source.pagesAsked).toEqual([1, 2, 3]);
  });

  it("asks for no more rows than a limit below the page size", async () => {
    const source = new StillList({ rows: 1_000 });
    expect(await new Paginated(source).toArray({ limit: 7 })).toEqual(numbers(0, 7));
    expect(source.requests).toEqual([{ page: 1, pageSize: 7, idsOnly: false }]);
  });

  it("collects everything where the limit is more than there is", async () => {
    expect(await new Paginated(new StillList({ rows: 5 })).toArray({ limit: 9 })).toEqual(numbers(0, 5));
  });

  it("collects nothing, and sends nothing, with a limit of 0", async () => {
    const source = new StillList({ rows: 5 });
    expect(await new Paginated(source).toArray({ limit: 0 })).toEqual([]);
    expect(source.begun).toBe(0);
  });

  it("gets the first item by asking for one row", async () => {
    const source = new StillList({ rows: 1_000 });
    expect(await new Paginated(source).first()).toBe(0);
    expect(source.requests).toEqual([{ page: 1, pageSize: 1, idsOnly: false }]);
  });

  it("has no first item where there is none", async () => {
    expect(await new Paginated(new StillList({ rows: 0 })).first()).toBeUndefined();
  });

  it("is counted without reading a row", async () => {
    const source = new StillList({ rows: 1_000 });
    expect(await new Paginated(source).count()).toBe(1_000);
    expect(source.counted).toBe(1);
    expect(source.requests).toEqual([]);
  });

  it("is counted by its ids where the server does not tell how many there are", async () => {
    const source = new StillList({ rows: 250, tells: false, count: () => undefined });
    expect(await new Paginated(source).count()).toBe(250);
    expect(source.requests.map(({ idsOnly }) => idsOnly)).toEqual([true, true, true]);
  });

  it.each([0, -1, Number.NaN])("refuses %s as a number of rows or pages", async (bad) => {
    const source = new StillList({ rows: 5 });
    const uses = [
      new Paginated(source, { pageSize: bad }).toArray(),
      new Paginated(source, { pageSize: bad }).count(),
      new Paginated(source, { concurrency: bad }).first(),
      new Paginated(source).byPage({ startPage: bad }).next(),
    ];
    for (const use of uses) await expect(use).rejects.toBeInstanceOf(InvalidArgumentError);
    if (bad !== 0) {
      await expect(new Paginated(source).toArray({ limit: bad })).rejects.toThrow(InvalidArgumentError);
    }
    expect(source.begun).toBe(0);
  });
});
