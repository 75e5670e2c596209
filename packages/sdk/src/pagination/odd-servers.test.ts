import { describe, expect, it } from "vitest";
import { ModelList, type ModelRow } from "../../test/pagination/model-list.ts";
import { numbers, StillList } from "../../test/pagination/still-list.ts";
import { ListChangedError, UnexpectedResponseError } from "../errors.ts";
import type { Page, PageAnswer, PageRequest, PageSource } from "./page-source.ts";
import { Paginated } from "./paginated.ts";

interface Told {
  readonly rows: readonly string[];
  readonly next?: number;
  readonly last?: number;
  readonly count?: number;
}

/** A server that gives the same answers for ever, whatever else is asked; undefined is its 404. */
class FixedPages implements PageSource<string> {
  readonly operation = { operation: "things_list", method: "GET", path: "/api/things/" };
  readonly signal = undefined;
  readonly requests: PageRequest[] = [];
  readonly #page: (page: number) => Told | undefined;

  constructor(page: (page: number) => Told | undefined) {
    this.#page = page;
  }

  begin() {
    return {
      fetchCount: async () => undefined,
      fetchPage: async (request: PageRequest): Promise<PageAnswer<string> | undefined> => {
        this.requests.push(request);
        const told = this.#page(request.page);
        return told && { ids: told.rows, next: undefined, last: undefined, count: undefined, ...told };
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
    return rows && { rows, ...(page < pages.length && { next: page + 1 }), ...told };
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

  it("is one page where a mock's count is that of another list", async () => {
    const source = new FixedPages(() => ({ rows: ["a", "b"], last: 9, count: 812 }));
    expect(await new Paginated(source).toArray()).toEqual(["a", "b"]);
    expect(source.pagesAsked).toEqual([1]);
  });

  it.each([false, true])("is refused where a next link does not advance (overlap %s)", async (overlap) => {
    const source = new FixedPages(() => ({ rows: ["a", "b"], next: 2 }));
    const error = await new Paginated(source, { overlap }).toArray().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({
      operation: "things_list",
      page: 2,
      message: expect.stringMatching(/next/),
    });
    expect(source.pagesAsked).toEqual([1, 2]);
  });

  it("is refused where a page is empty and names a next one", async () => {
    const source = new FixedPages((page) => ({ rows: page === 1 ? ["a"] : [], next: page + 1 }));
    await expect(new Paginated(source).toArray()).rejects.toThrow(/leads nowhere/);
    expect(source.pagesAsked).toEqual([1, 2]);
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

  it.each([[{}], [{ count: 4, last: 2 }]])(
    "ends where the page named next does not exist, and stays so (told %j)",
    async (told) => {
      const source = new FixedPages((page) =>
        page === 1 ? { rows: ["a", "b"], next: 2, ...told } : undefined,
      );
      expect(await new Paginated(source).toArray()).toEqual(["a", "b"]);
      expect(await new Paginated(source, { overlap: true }).toArray()).toEqual(["a", "b"]);
    },
  );

  it("is checked by its counts where the server has one page size for everybody", async () => {
    const pages = [1, 2, 3].map((page) => numbers(page * 30, page * 30 + 30).map(String));
    const source = new FixedPages(pagesOf([...pages, ["29", "120"]], { count: 122, last: 4 }));
    const again = new FixedPages(pagesOf([...pages, ["30", "120"]], { count: 92, last: 4 }));
    expect(await new Paginated(source).toArray()).toEqual([...pages.flat(), "29", "120"]);
    expect(await new Paginated(again).toArray()).toEqual([...pages.flat(), "120"]);
  });
});

describe("A list that moves", () => {
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

  it("gives rows that slid past the reader at the end, and reads in full only the pages that have such rows", async () => {
    const list = new ModelList({
      rows: 1_000,
      limit: 300,
      change: (it) => it.requests.length === 1 && it.leave(0),
    });
    const pages: Page<ModelRow>[] = [];
    const reading = async (): Promise<void> => {
      for await (const page of new Paginated(list, { concurrency: 1 }).pages()) pages.push(page);
    };
    const all = ids(list.rows);
    await list.run(reading());
    expect(pages.flatMap(({ items }) => ids(items))).toEqual([...all.toSpliced(100, 1), "row-100"]);
    expect(pages.at(-1)).toEqual({
      items: [{ id: "row-100", created: 100 }],
      number: 11,
      total: undefined,
      next: undefined,
    });
    expect(list.requests.slice(10).map(({ idsOnly }) => idsOnly)).toEqual([true, false, true, true, true]);
  });

  it("is looked at again where the rows are fewer than every count told, which was taken a moment before them", async () => {
    const before = pagesOf([["a", "b"], ["d"]], { count: 4, last: 2 });
    const after = pagesOf([["b", "c"], ["d"]], { count: 3, last: 2 });
    const source: FixedPages = new FixedPages((page) => (source.requests.length > 2 ? after : before)(page));
    expect(await new Paginated(source, { pageSize: 2 }).toArray()).toEqual(["a", "b", "d", "c"]);
  });

  it("needs no second look where it is one page, whatever its count says", async () => {
    const list = new ModelList({ rows: 50, limit: 300, change: (it) => it.leave(0) });
    await list.run(new Paginated(list).toArray());
    expect(list.requests).toHaveLength(1);
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

  it("shows nothing where one row leaves and one enters between two pages, unless the pages overlap", async () => {
    const moving = () =>
      new ModelList({
        rows: 200,
        limit: 300,
        change: (list) => {
          if (list.requests.length !== 1) return;
          list.leave(0);
          list.append();
        },
      });
    const still = moving();
    const forward = await still.run(new Paginated(still, { concurrency: 1 }).toArray());
    // Two full pages and a count of 200, twice: the very answers of a list that nobody touched.
    expect(still.requests.map(({ answer }) => [answer?.ids.length, answer?.count])).toEqual([
      [100, 200],
      [100, 200],
    ]);
    expect(ids(forward)).not.toContain("row-100");

    const list = moving();
    const overlapping = await list.run(new Paginated(list, { concurrency: 1, overlap: true }).toArray());
    expect([...list.always].filter((id) => !ids(overlapping).includes(id))).toEqual([]);
  });
});
