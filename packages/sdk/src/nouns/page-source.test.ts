import { describe, expect, it, vi } from "vitest";
import { type Answer, answering } from "../../test/nouns/answering.ts";
import type { Dialect } from "../dialects/provider-api.ts";
import { NotFoundError, ServerError } from "../errors.ts";
import { Paginated } from "../pagination/paginated.ts";
import { pageSource } from "./page-source.ts";

const rows = [
  { uuid: "a", name: "A", state: "OK" },
  { uuid: "b", name: "B", state: "OK" },
];
const link = '<http://elsewhere.test/?page=3&x=1>; rel="next", <http://elsewhere.test/?page=9>; rel="last"';
const answerRows: Answer = () => Response.json(rows, { headers: { link, "x-result-count": "812" } });

function source(dialect: Dialect | "auto", answer: Answer, query: object = {}) {
  const { context, sent } = answering(dialect, answer);
  const pages = pageSource(context, (api) => api.resources.listing, query, { retry: false });
  return { pages, reader: () => pages.begin(new AbortController().signal), sent };
}

const first = { page: 1, pageSize: 100, idsOnly: false };

describe("a page", () => {
  it("has the rows, what tells them apart, and where the others are", async () => {
    const { reader, sent } = source("current", answerRows, { state: "OK" });
    expect(await reader().fetchPage({ page: 2, pageSize: 50, idsOnly: false })).toEqual({
      rows,
      ids: ["a", "b"],
      next: 3,
      last: 9,
      count: 812,
    });
    expect(sent).toEqual(["GET /api/marketplace-provider-resources/?state=OK&o=created&page=2&page_size=50"]);
  });

  it("asks for uuids besides the columns, and shows only the columns", async () => {
    const { reader, sent } = source("current", answerRows, { fields: ["name"] });
    const page = await reader().fetchPage(first);
    expect(page?.rows).toEqual([{ name: "A" }, { name: "B" }]);
    expect(page?.ids).toEqual(["a", "b"]);
    expect(sent[0]).toContain("field=name&field=uuid&");
  });

  it("asks for uuids alone where only those are wanted", async () => {
    const { reader, sent } = source("2021", answerRows, { fields: ["name"] });
    await reader().fetchPage({ ...first, idsOnly: true });
    expect(sent).toEqual(["GET /api/marketplace-resources/?o=created&field=uuid&page=1&page_size=100"]);
  });

  it("is followed by another without a Link header only if it is full and the count tells of more", async () => {
    const pageOf = (count: number, page: number, pageSize: number) => {
      const headers: HeadersInit = { "x-result-count": `${count}` };
      const { reader } = source("current", () => Response.json(rows, { headers }));
      return reader().fetchPage({ page, pageSize, idsOnly: false });
    };
    expect(await pageOf(7, 1, 2)).toMatchObject({ next: 2, last: 4, count: 7 });
    expect(await pageOf(7, 3, 2)).toMatchObject({ next: 4, last: 4 });
    expect(await pageOf(4, 2, 2)).toMatchObject({ next: undefined, last: undefined });
    expect(await pageOf(7, 1, 3)).toMatchObject({ next: undefined, last: undefined });
  });

  it("knows no count that is none", async () => {
    for (const count of ["", "-1", "many", "1e3", "9".repeat(16)]) {
      const headers: HeadersInit = { "x-result-count": count };
      const { reader } = source("current", () => Response.json(rows, { headers }));
      expect(await reader().fetchPage(first)).toMatchObject({
        count: undefined,
        next: undefined,
        last: undefined,
      });
    }
  });
});

describe("a page that is not there", () => {
  const missing: Answer = () => Response.json({ detail: "Invalid page." }, { status: 404 });
  const nowhere: Answer = () =>
    new Response("<h1>Not Found</h1>", { status: 404, headers: { "content-type": "text/html" } });

  it("is the end, unless it is the first", async () => {
    expect(
      await source("current", missing)
        .reader()
        .fetchPage({ ...first, page: 2 }),
    ).toBeUndefined();
    await expect(source("current", missing).reader().fetchPage(first)).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is an error where the server has no such address, or fails", async () => {
    const second = { ...first, page: 2 };
    await expect(source("current", nowhere).reader().fetchPage(second)).rejects.toBeInstanceOf(NotFoundError);
    const broken: Answer = () => new Response("", { status: 500 });
    await expect(source("current", broken).reader().fetchPage(second)).rejects.toBeInstanceOf(ServerError);
  });
});

describe("a count", () => {
  it("asks for no rows, order or columns", async () => {
    const headers = { "x-result-count": "812" };
    const { reader, sent } = source("current", () => new Response(null, { headers }), {
      state: ["OK", "Erred"],
      o: "name",
      fields: ["name"],
    });
    expect(await reader().fetchCount()).toBe(812);
    expect(sent).toEqual(["HEAD /api/marketplace-provider-resources/?state=OK&state=Erred&page_size=1"]);
  });
});

describe("with a server whose generation is not known yet", () => {
  const root = { "marketplace-offerings": "https://puhuri.test/api/marketplace-offerings/" };
  const answer: Answer = (line) => (line === "GET /api/" ? Response.json(root) : Response.json(rows));

  it("asks for it once, and then names the operation of that generation", async () => {
    const { pages, reader, sent } = source("auto", answer);
    const reading = reader();
    await Promise.all([reading.fetchPage(first), reading.fetchPage({ ...first, page: 2 })]);
    expect(sent.map((line) => line.replace(/\?.*/, ""))).toEqual([
      "GET /api/",
      "GET /api/marketplace-resources/",
      "GET /api/marketplace-resources/",
    ]);
    expect(pages.operation).toEqual({
      operation: "resources_list",
      method: "GET",
      path: "/api/marketplace-resources/",
    });
  });

  it("does not call what fails in that a page of the list", async () => {
    const { context } = answering("auto", () => Response.json({ detail: "No." }, { status: 403 }));
    const list = new Paginated(pageSource(context, (api) => api.resources.listing, {}, { retry: false }));
    const error = await list.first().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ operation: "root_list", status: 403 });
    expect(String(error)).not.toContain("It was page");
  });

  it("refuses what that generation does not know, and nobody has to catch it who reads no page", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { reader, sent } = source("auto", answer, { order_state: "executing" });
    const reading = reader();
    await new Promise((resolve) => setImmediate(resolve));
    await expect(reading.fetchPage(first)).rejects.toMatchObject({ argument: "order_state" });
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(sent).toEqual(["GET /api/"]);
  });
});

it("tells rows without a uuid apart by what they have", async () => {
  const accounts = [
    { offering_uuid: "o", user_uuid: "u", created: "2021-08-12", username: "abc" },
    { offering_uuid: "o", user_uuid: "u", created: "2021-08-13", username: "abc" },
  ];
  const { context } = answering("2021", () => Response.json(accounts));
  const pages = pageSource(context, (api) => api.offeringUsers.listing, { fields: ["username"] }, {});
  const page = await pages.begin(new AbortController().signal).fetchPage(first);
  expect(page?.rows).toEqual([{ username: "abc" }, { username: "abc" }]);
  expect(new Set(page?.ids).size).toBe(2);
});
