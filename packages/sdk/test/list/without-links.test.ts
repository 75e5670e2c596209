import { describe, expect, it } from "vitest";
import { paginatedList } from "../../src/list/methods.ts";
import type { PaginationOptions } from "../../src/list/paginated.ts";
import { type Answer, answering } from "../nouns/answering.ts";

interface Server {
  readonly total: number;
  /** Rows a page has at most. */
  readonly limit?: number;
  readonly tellsCount?: boolean;
  readonly takesPages?: boolean;
}

/** A server whose answers have lost the header that tells of other pages, or all that do. */
function silentServer({ total, limit = 300, tellsCount = false, takesPages = true }: Server) {
  const answer: Answer = (line) => {
    const query = new URLSearchParams(line.split("?")[1]);
    const size = Math.min(limit, Number(query.get("page_size")));
    const first = takesPages ? (Number(query.get("page")) - 1) * size : 0;
    if (first > 0 && first >= total) return Response.json({ detail: "Invalid page." }, { status: 404 });
    const length = Math.min(size, total - first);
    const rows = Array.from({ length }, (_, index) => ({ uuid: `row ${first + index}` }));
    return Response.json(rows, { headers: tellsCount ? { "x-result-count": `${total}` } : {} });
  };
  const { context, sent } = answering("current", answer);
  const list = (options: PaginationOptions = {}) =>
    paginatedList(context, (api) => api.resources.listing, {}, { retry: false, pageSize: 10, ...options });
  return { list, sent };
}

const rows = (total: number) => Array.from({ length: total }, (_, index) => ({ uuid: `row ${index}` }));

it.each([
  [9, 1],
  [10, 2],
  [25, 3],
  [30, 4],
])(
  "a list of %i rows whose headers are hidden is read to its end, in %i requests",
  async (total, requests) => {
    const { list, sent } = silentServer({ total });
    expect(await list().toArray()).toEqual(rows(total));
    expect(sent).toHaveLength(requests);
  },
);

it("no page is asked for that nobody wants", async () => {
  const { list, sent } = silentServer({ total: 25 });
  expect(await list().first()).toEqual({ uuid: "row 0" });
  expect(await list().toArray({ limit: 10 })).toHaveLength(10);
  expect(sent).toHaveLength(2);
});

it("a server that takes no page number is asked once in vain", async () => {
  const { list, sent } = silentServer({ total: 10, takesPages: false });
  expect(await list().toArray()).toEqual(rows(10));
  expect(sent).toHaveLength(2);
});

describe.each([true, false])("where servers cut pages to their own limit (count told: %s)", (tellsCount) => {
  it.each([
    [{ total: 500, limit: 100 }, { pageSize: 300 }],
    [{ total: 500, limit: 100 }, { pageSize: 100 }],
    [{ total: 501, limit: 300 }, { pageSize: 500 }],
    [{ total: 720, limit: 300 }, { pageSize: 300 }],
    [{ total: 90, limit: 30 }, { pageSize: 100 }],
    [
      { total: 100, limit: 50 },
      { pageSize: 100, concurrency: 1 },
    ],
    [{ total: 99, limit: 300 }, { pageSize: 100 }],
  ] as const)("a list is read to its end: %j, %j", async (server, options) => {
    const { list } = silentServer({ ...server, tellsCount });
    expect(await list(options).toArray()).toEqual(rows(server.total));
  });

  it.each([
    [{ total: 310, limit: 300 }, 500, 2, 300],
    [{ total: 660, limit: 50 }, 100, 7, 300],
    // As many as if page 3 were the last one, of pages of 100.
    [{ total: 250, limit: 50 }, 100, 3, 100],
    [{ total: 700, limit: 300 }, 500, 2, 300],
    [{ total: 1800, limit: 300 }, 500, 4, 900],
  ] as const)(
    "one of %j in pages of %i is gone on with from page %i",
    async (server, pageSize, startPage, from) => {
      const { list, sent } = silentServer({ ...server, tellsCount });
      const pages = await Array.fromAsync(list({ pageSize }).byPage({ startPage }));
      expect(pages.flatMap(({ items }) => items)).toEqual(rows(server.total).slice(from));
      expect(sent.length).toBeLessThanOrEqual(Math.ceil((server.total - from) / server.limit) + 1);
    },
  );

  it("a list whose last page could be a full one of a smaller size takes no more requests", async () => {
    const { list, sent } = silentServer({ total: 1800, limit: 300, tellsCount });
    expect(await list({ pageSize: 500 }).toArray()).toEqual(rows(1800));
    expect(sent.length).toBeLessThanOrEqual(7);
  });

  it("a list can be gone on with from any page", async () => {
    const { list } = silentServer({ total: 250, limit: 100, tellsCount });
    const pages = await Array.fromAsync(list({ pageSize: 300 }).byPage({ startPage: 2 }));
    expect(pages.flatMap(({ items }) => items)).toEqual(rows(250).slice(100));
  });
});

it("a few rows are not all there are where the server counts more", async () => {
  const answer: Answer = () => Response.json([{ uuid: "a" }], { headers: { "x-result-count": "812" } });
  const { context } = answering("current", answer);
  const list = paginatedList(context, (api) => api.resources.listing, {}, { retry: false });
  await expect(list.toArray()).rejects.toThrow(/counts 812 rows .* only 1 /);
});

describe.each([true, false])("a list of any length (count told: %s)", (tellsCount) => {
  it.each([
    [300, 300],
    [50, 300],
    [20, 300],
    [60, 40],
  ])("is whole in pages of %i, cut to %i", async (pageSize, limit) => {
    for (let total = 0; total <= 700; total += 7) {
      for (const rows of [total, total + 1]) {
        const { list } = silentServer({ total: rows, limit, tellsCount });
        expect(await list({ pageSize }).toArray(), `${rows}`).toHaveLength(rows);
      }
    }
  });
});
