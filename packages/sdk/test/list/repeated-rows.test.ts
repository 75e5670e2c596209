import { describe, expect, it } from "vitest";
import { Paginated } from "../../src/list/paginated.ts";
import type { PageAnswer } from "../../src/list/pass.ts";

/** A server that shows rows as often as given, such as `["a a b", "b b c"]`: pages of three. */
function listOf(pages: readonly string[], facts: { counts?: readonly number[]; repeats?: boolean } = {}) {
  const { repeats = true, counts = [] } = facts;
  const rows = pages.flatMap((page) => page.split(" "));
  const asked: number[] = [];
  const answer = (page: number, pageSize: number): PageAnswer<string> => {
    const ids = rows.slice((page - 1) * pageSize, page * pageSize);
    const last = Math.ceil(rows.length / pageSize);
    const count = counts[asked.length - 1] ?? rows.length;
    return { rows: ids, ids, furthest: last, count, repeats };
  };
  const list = new Paginated(
    {
      signal: undefined,
      open: async () => ({
        operation: "things_list",
        fetchPage: async ({ page, pageSize }) => {
          asked.push(page);
          return answer(page, pageSize);
        },
        fetchCount: async () => undefined,
      }),
    },
    { pageSize: 3 },
  );
  return { list, asked };
}

describe("a list that shows a row several times, and counts it so", () => {
  const PAGES = ["a a b", "b b c", "c d d"];

  it("is read once, with each row once", async () => {
    const { list, asked } = listOf(PAGES);
    expect(await list.toArray()).toEqual(["a", "b", "c", "d"]);
    expect(asked).toEqual([1, 2, 3]);
  });

  it("has as many items as it has rows that differ, and no total that says otherwise", async () => {
    const { list } = listOf(PAGES);
    expect(await list.count()).toBe(4);
    const pages = await Array.fromAsync(list.pages());
    expect(pages.map(({ items, total }) => ({ items, total }))).toEqual([
      { items: ["a", "b"], total: undefined },
      { items: ["c"], total: undefined },
      { items: ["d"], total: undefined },
    ]);
  });

  it("is read again where its count changes", async () => {
    const { list, asked } = listOf(PAGES, { counts: [9, 12] });
    expect(await list.toArray()).toEqual(["a", "b", "c", "d"]);
    expect(asked.length).toBeGreaterThan(PAGES.length);
  });
});

it("a list that shows a row twice, and is not known to, has fewer rows than it counts", async () => {
  const error = await listOf(["a b c", "c d e"], { repeats: false })
    .list.toArray()
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "list-changed", delivered: 5 });
  expect(String(error)).toMatch(/counts 6 rows .* only 5 different ones/);
});
