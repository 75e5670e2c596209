import { describe, expect, it } from "vitest";
import { ListChangedError } from "../../src/errors.ts";
import { Paginated } from "../../src/list/paginated.ts";
import type { Page, PageAnswer, PageRequest, PageSource } from "../../src/list/pass.ts";
import { ModelList, type ModelRow } from "./model-list.ts";
import { numbers, StillList } from "./still-list.ts";

interface Told {
  readonly rows: readonly string[];
  readonly furthest?: number;
  readonly count?: number;
}

/** A server that gives the same answers for ever, whatever else is asked; undefined is its 404. */
class FixedPages implements PageSource<string> {
  readonly signal = undefined;
  readonly requests: PageRequest[] = [];
  readonly #page: (page: number) => Told | undefined;

  constructor(page: (page: number) => Told | undefined) {
    this.#page = page;
  }

  async open() {
    return {
      operation: "things_list",
      fetchCount: async () => undefined,
      fetchPage: async (request: PageRequest): Promise<PageAnswer<string> | undefined> => {
        this.requests.push(request);
        const told = this.#page(request.page);
        return told && { ids: told.rows, furthest: undefined, count: undefined, ...told };
      },
    };
  }

  get pagesAsked(): number[] {
    return this.requests.map(({ page }) => page);
  }
}

const pagesOf =
  (pages: readonly (readonly string[])[], told: Omit<Told, "rows"> = {}) =>
  (page: number): Told | undefined => {
    const rows = pages[page - 1];
    return rows && { rows, furthest: Math.min(page + 1, pages.length), ...told };
  };

describe("A list on an odd server", () => {
  it("is whole where the server cuts pages to its own limit without saying so", async () => {
    const source = new StillList({ rows: 250, limit: 60 });
    expect(await new Paginated(source).toArray()).toEqual(numbers(0, 250));
    expect(source.pagesAsked).toEqual([1, 2, 3, 4, 5]);
  });

  it("does not end with a short page that names a next one", async () => {
    const source = new FixedPages(pagesOf([["a", "b", "c"], ["d"], ["e", "f"]]));
    expect(await new Paginated(source).toArray()).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("is one page where a mock serves one, with no Link and no count", async () => {
    const source = new FixedPages(() => ({ rows: ["a", "b"] }));
    expect(await new Paginated(source).toArray()).toEqual(["a", "b"]);
    expect(source.pagesAsked).toEqual([1]);
  });

  it("goes by the count where Link names no further page", async () => {
    const source = new StillList({ rows: 250, limit: 100, link: false });
    expect(await new Paginated(source).toArray()).toEqual(numbers(0, 250));
    expect(source.pagesAsked).toEqual([1, 2, 3]);
  });

  it.each([
    ["gives the same page for every number", () => ({ rows: ["a", "b"], count: 812 })],
    ["has no second page", (page: number) => (page === 1 ? { rows: ["a", "b"], count: 812 } : undefined)],
    ["has an empty second page", (page: number) => ({ rows: page === 1 ? ["a", "b"] : [], count: 812 })],
    ["has no rows at all", () => ({ rows: [], count: 812 })],
  ])("is an error where a server counts 812 rows and %s", async (_, page) => {
    const source = new FixedPages(page);
    const got: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const item of new Paginated(source)) got.push(item);
    };
    const error = await reading().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ListChangedError);
    expect(String(error)).toMatch(/counts 812 rows in the list of things_list/);
    expect(error).toMatchObject({ delivered: got.length });
    expect(source.requests.length).toBeLessThan(100);
  });

  it("ends where a server names the same page for ever as the next", async () => {
    const source = new FixedPages((page) => ({ rows: ["a", "b"], furthest: page + 1 }));
    await expect(new Paginated(source).toArray()).rejects.toBeInstanceOf(ListChangedError);
    expect(source.requests.length).toBeLessThan(200);
  });

  it("drops what comes twice", async () => {
    const source = new FixedPages(
      pagesOf([
        ["a", "b"],
        ["b", "c"],
        ["c", "d"],
      ]),
    );
    expect(await new Paginated(source).toArray()).toEqual(["a", "b", "c", "d"]);
  });

  it("ends where the page that Link names does not exist, and stays so", async () => {
    const source = new FixedPages((page) => (page === 1 ? { rows: ["a", "b"], furthest: 2 } : undefined));
    expect(await new Paginated(source).toArray()).toEqual(["a", "b"]);
  });

  it("is checked by its counts where the server has one page size for everybody", async () => {
    const pages = [1, 2, 3].map((page) => numbers(page * 30, page * 30 + 30).map(String));
    const source = new FixedPages(pagesOf([...pages, ["29", "120"]], { count: 92 }));
    const again = new FixedPages(pagesOf([...pages, ["30", "120"]], { count: 92 }));
    expect(await new Paginated(source).toArray()).toEqual([...pages.flat(), "29", "120"]);
    await expect(new Paginated(again).toArray()).rejects.toThrow(/counts 92 rows .* only 91/);
  });
});

describe("A list that moves", () => {
  it("is gone back in where it slid away, so that the row comes in its place, and its ids are looked at once more", async () => {
    const list = new ModelList({
      rows: 1_000,
      limit: 300,
      change: (it) => it.requests.length === 1 && it.leave(0),
    });
    const got = await list.run(new Paginated(list, { concurrency: 1 }).toArray());
    expect(ids(got)).toEqual(["row-0", ...ids(list.rows)]);
    const asked = list.requests.map(({ page, pageSize, idsOnly }) => [page, pageSize, idsOnly]);
    expect(asked.slice(0, 4).map(([page]) => page)).toEqual([1, 2, 1, 2]);
    expect(asked.slice(-4)).toEqual([1, 2, 3, 4].map((page) => [page, 300, true]));
    expect(asked).toHaveLength(12 + 4);
  });

  it("gives what only the second look finds at the end, and reads in full only the pages with such rows", async () => {
    const list = new ModelList({
      rows: 1_000,
      limit: 300,
      // Past page 2 and back in behind it, where both counts are the same; later one more, which shows.
      change: (it) => {
        if (it.requests.length === 1) {
          it.leave(0);
          it.append();
        }
        if (it.requests.length === 8) it.append();
      },
    });
    const pages: Page<ModelRow>[] = [];
    const reading = async (): Promise<void> => {
      for await (const page of new Paginated(list, { concurrency: 1 }).pages()) pages.push(page);
    };
    await list.run(reading());
    expect(pages.at(-1)).toEqual({
      items: [{ id: "row-100", created: 100 }],
      number: 12,
      total: undefined,
      next: undefined,
    });
    const looked = list.requests.filter(({ pageSize }) => pageSize === 300);
    expect(looked.map(({ page, idsOnly }) => [page, idsOnly])).toEqual([
      [1, true],
      [1, false],
      [2, true],
      [3, true],
      [4, true],
    ]);
  });

  it.each([150, 1_000, 1_650])(
    "is found again at once if %i rows have left in front of the reader",
    async (left) => {
      const list = new ModelList({
        rows: 5_000,
        limit: 100,
        change: (it) => {
          if (it.requests.length === 18) for (let n = 0; n < left; n++) it.leave(0);
        },
      });
      const got = await list.run(new Paginated(list, { concurrency: 1 }).toArray());
      const found = new Set(ids(got));
      expect(ids(list.rows).filter((id) => !found.has(id))).toEqual([]);
      // As many as the list had pages, the one that did not join, and the one it is found again by.
      expect(list.requests.filter(({ idsOnly }) => !idsOnly).length).toBeLessThanOrEqual(50 + 2);
    },
  );

  it("is looked at until a look has met as many rows as are counted: those that left do not stand for others", async () => {
    const told = [
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
      ],
      [["b", "c"], ["c", "d"], ["e"]],
      [["b", "c"], ["d", "e"], ["f"]],
    ];
    // Before the last page of the first pass, a leaves, and the pages are cut anew.
    const source: FixedPages = new FixedPages((page) => {
      const { length } = source.requests;
      const count = length < 3 ? 6 : 5;
      if (length >= 3 && length <= 5)
        return [["a", "b"], ["c", "d"], ["e"]].map((rows) => ({ rows, count }))[page - 1];
      const pass = length < 3 ? 0 : length < 10 ? 1 : 2;
      const rows = told[pass]?.[page - 1];
      return rows && { rows, count };
    });
    const got = await new Paginated(source, { pageSize: 2, concurrency: 1 }).toArray();
    expect(got.toSorted()).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  it("shows it without counts by a row that comes twice, or by a page that is gone", async () => {
    const twice: FixedPages = new FixedPages((page) => {
      const before = pagesOf([
        ["a", "b"],
        ["b", "d"],
      ]);
      const after = pagesOf([
        ["a", "b"],
        ["c", "d"],
      ]);
      return (twice.requests.length > 2 ? after : before)(page);
    });
    expect(await new Paginated(twice, { pageSize: 2 }).toArray()).toEqual(["a", "b", "d", "c"]);
    const gone: FixedPages = new FixedPages((page) => {
      const before = pagesOf([["a", "b"], ["d", "e"], ["f"]]);
      const after = pagesOf([
        ["b", "c"],
        ["d", "e"],
      ]);
      return (gone.requests.length > 2 ? after : before)(page);
    });
    expect(await new Paginated(gone, { pageSize: 2 }).toArray()).toEqual(["a", "b", "d", "e", "c"]);
  });

  it("is looked at again where the rows are fewer than every count told, which was taken a moment before them", async () => {
    const before = pagesOf([["a", "b"], ["d"]], { count: 4 });
    const after = pagesOf([["b", "c"], ["d"]], { count: 3 });
    const source: FixedPages = new FixedPages((page) => (source.requests.length > 5 ? after : before)(page));
    expect(await new Paginated(source, { pageSize: 2 }).toArray()).toEqual(["a", "b", "d", "c"]);
  });

  it("resumed, gives no row of the pages before the one it was resumed at", async () => {
    const list = new ModelList({
      rows: 100,
      limit: 300,
      change: (it) => it.requests.length === 1 && it.leave(35),
    });
    const got: string[] = [];
    const reading = async (): Promise<void> => {
      const pages = new Paginated(list, { pageSize: 20, concurrency: 1 }).byPage({ startPage: 2 });
      for await (const { items } of pages) got.push(...ids(items));
    };
    await list.run(reading());
    expect(got.toSorted()).toEqual(
      numbers(20, 100)
        .map((row) => `row-${row}`)
        .toSorted(),
    );
  });

  it("says so when it will not hold still, and how much was delivered", async () => {
    const list = new ModelList({
      rows: 200,
      limit: 20,
      // Other rows every time, so that no page has one in common with any other.
      change: (it) => {
        const { length } = it.rows;
        for (let n = 0; n < length; n++) it.leave(0);
        for (let n = 0; n < 200 + (it.requests.length % 2); n++) it.append();
      },
    });
    const error = await list
      .run(new Paginated(list, { pageSize: 20 }).toArray())
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ListChangedError);
    expect(error).toMatchObject({ code: "list-changed", operation: "things_list", name: "ListChangedError" });
    expect(error).toHaveProperty("delivered", expect.any(Number));
    expect(list.requests.length).toBeLessThan(1_000);
  });

  it("shows nothing where one row leaves and one enters between two pages; the next reading has all", async () => {
    const list = new ModelList({
      rows: 200,
      limit: 300,
      change: (it) => {
        if (it.requests.length !== 1) return;
        it.leave(0);
        it.append();
      },
    });
    const reading = new Paginated(list, { concurrency: 1 });
    const first = await list.run(reading.toArray());
    // Two full pages and a count of 200, twice: the very answers of a list that nobody touched.
    expect(list.requests.map(({ answer }) => [answer?.ids.length, answer?.count])).toEqual([
      [100, 200],
      [100, 200],
    ]);
    expect(ids(first)).not.toContain("row-100");
    expect(ids(await list.run(reading.toArray()))).toEqual(ids(list.rows));
  });
});

describe("A list whose order has ties", () => {
  it.each([
    { rows: 202, ties: 125, pageSize: 10 },
    { rows: 1_035, ties: 1_035, pageSize: 100 },
    { rows: 1_035, ties: 40, pageSize: 100 },
  ])("is whole all the same: %j", async ({ rows, ties, pageSize }) => {
    const list = new ModelList({ rows, ties, limit: 300 });
    const items = await list.run(new Paginated(list, { pageSize }).toArray());
    expect(ids(items).toSorted()).toEqual(ids(list.rows).toSorted());
  });

  it("would not be to a reader that goes through it once", async () => {
    const list = new ModelList({ rows: 202, ties: 125, limit: 300 });
    const pages = new Paginated(list, { pageSize: 10 }).pages();
    const first = async (): Promise<string[]> => {
      const got: string[] = [];
      for await (const { items, number } of pages) {
        if (number > 21) return got;
        got.push(...ids(items));
      }
      return got;
    };
    expect((await list.run(first())).length).toBeLessThan(202);
  });

  it("is an error that says why where no page size shows the rest", async () => {
    const source = new FixedPages(
      pagesOf(
        [
          ["a", "b"],
          ["b", "c"],
        ],
        { count: 4 },
      ),
    );
    const error = await new Paginated(source, { pageSize: 2 }).toArray().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "list-changed", operation: "things_list", delivered: 3 });
    expect(String(error)).toMatch(/counts 4 rows .* only 3 different ones.* equal values.* another order/);
  });
});

function ids(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
