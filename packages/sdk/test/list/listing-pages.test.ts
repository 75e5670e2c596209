import { describe, expect, it } from "vitest";
import { NotFoundError, ServerError } from "../../src/errors.ts";
import { openListing } from "../../src/list/listing.ts";
import { paginatedList } from "../../src/list/methods.ts";
import type { PageRequest } from "../../src/list/pass.ts";
import { checkListQuery } from "../../src/list/query.ts";
import type { Dialect } from "../../src/servers/server.ts";
import { type Answer, answering } from "../nouns/answering.ts";

const rows = [
  { uuid: "a", name: "A", state: "OK" },
  { uuid: "b", name: "B", state: "OK" },
];
const link = '<http://elsewhere.test/?page=3&x=1>; rel="next", <http://elsewhere.test/?page=9>; rel="last"';
const answerRows: Answer = () => Response.json(rows, { headers: { link, "x-result-count": "812" } });

function source(dialect: Dialect | "auto", answer: Answer, query: object = {}) {
  const { context, sent } = answering(dialect, answer);
  const open = async () => {
    const call = context.http.begin({ retry: false });
    const { listing } = (await context.provider.resolve(call)).resources;
    return openListing(listing, checkListQuery(listing, query), call);
  };
  const reader = () => {
    const opened = open();
    return {
      fetchPage: async (request: PageRequest) => (await opened).fetchPage(request),
      fetchCount: async () => (await opened).fetchCount(),
    };
  };
  const list = paginatedList(context, (api) => api.resources.listing, query, { retry: false });
  return { list, open, reader, sent };
}

const first = { page: 1, pageSize: 100, idsOnly: false };

describe("a page", () => {
  it("has the rows, what tells them apart, and where the others are", async () => {
    const { reader, sent } = source("current", answerRows, { state: "OK" });
    expect(await reader().fetchPage({ page: 2, pageSize: 50, idsOnly: false })).toEqual({
      rows,
      ids: ["a", "b"],
      furthest: 9,
      count: 812,
      repeats: false,
    });
    expect(sent).toEqual(["GET /api/marketplace-provider-resources/?state=OK&o=created&page=2&page_size=50"]);
  });

  it("is asked for as the query was when the list was made, whatever becomes of that object", async () => {
    const query: { state?: string } = { state: "OK" };
    const { list, sent } = source("current", answerRows, query);
    delete query.state;
    await list.first();
    expect(sent[0]).toContain("?state=OK&");
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

  it("knows no count that is none", async () => {
    for (const count of ["", "-1", "many", "1e3", "9".repeat(16)]) {
      const headers: HeadersInit = { "x-result-count": count };
      const { reader } = source("current", () => Response.json(rows, { headers }));
      expect(await reader().fetchPage(first)).toMatchObject({ count: undefined, furthest: undefined });
    }
  });
});

describe("the furthest page that Link names", () => {
  const furthest = async (link: string) => {
    const { reader } = source("current", () => Response.json(rows, { headers: { link } }));
    return (await reader().fetchPage(first))?.furthest;
  };
  const BASE = "https://puhuri.example/api/marketplace-resources/";

  it.each([
    [
      "as the server sends them",
      `<${BASE}?page_size=2>; rel="first", <${BASE}?page=2&page_size=2>; rel="prev", <${BASE}?page=4&page_size=2>; rel="next", <${BASE}?page=9&page_size=2>; rel="last"`,
      9,
    ],
    ["the next alone", `<${BASE}?page=3>; rel="next"`, 3],
    ["the last alone", `<${BASE}?page=9>; rel="last"`, 9],
    ["another host or scheme", '<http://internal:8000/?page=3>; rel="next"', 3],
    ["a relative URL", '</api/?page=3>; rel="next"', 3],
    ["no blanks between links", `<${BASE}?page=3>;rel="next",<${BASE}?page=9>;rel="last"`, 9],
    ["page_size, which is not page", `<${BASE}?page_size=50>; rel="last"`, 1],
    ["an encoded query", `<${BASE}?field=uuid&page=3&state=OK%2CErred>; rel="next"`, 3],
    ["nothing it could be", "; rel=next, <>, ;;; <", 1],
  ])("reads %s", async (_, link, page) => {
    expect(await furthest(link)).toBe(page);
  });

  it("takes no time to read, however long the header", async () => {
    const started = performance.now();
    await furthest(`${"<".repeat(20_000)}; rel=next${" ;".repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
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

  it("reads the ids where a gateway refuses HEAD", async () => {
    const { list, sent } = source("current", (line) =>
      line.startsWith("HEAD") ? new Response(null, { status: 405 }) : Response.json(rows),
    );
    expect(await list.count()).toBe(2);
    expect(sent).toEqual([
      "HEAD /api/marketplace-provider-resources/?page_size=1",
      "GET /api/marketplace-provider-resources/?o=created&field=uuid&page=1&page_size=100",
    ]);
  });

  it("fails where HEAD fails otherwise", async () => {
    const { reader, sent } = source("current", () => new Response(null, { status: 403 }));
    await expect(reader().fetchCount()).rejects.toMatchObject({ status: 403 });
    expect(sent).toHaveLength(1);
  });
});

describe("with a server whose generation is not known yet", () => {
  const root = { "marketplace-offerings": "https://puhuri.test/api/marketplace-offerings/" };
  const answer: Answer = (line) => (line === "GET /api/" ? Response.json(root) : Response.json(rows));

  it("asks for it once, and then names the operation of that generation", async () => {
    const { open, sent } = source("auto", answer);
    const reading = await open();
    await Promise.all([reading.fetchPage(first), reading.fetchPage({ ...first, page: 2 })]);
    expect(sent.map((line) => line.replace(/\?.*/, ""))).toEqual([
      "GET /api/",
      "GET /api/marketplace-resources/",
      "GET /api/marketplace-resources/",
    ]);
    expect(reading.operation).toBe("resources_list");
  });

  it("does not call what fails in that a page of the list", async () => {
    const { list } = source("auto", () => Response.json({ detail: "No." }, { status: 403 }));
    const error = await list.first().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ operation: "root_list", status: 403 });
    expect(String(error)).not.toContain("This was page");
  });

  it("refuses what that generation does not know", async () => {
    const { reader, sent } = source("auto", answer, { order_state: "executing" });
    await expect(reader().fetchPage(first)).rejects.toMatchObject({ argument: "order_state" });
    expect(sent).toEqual(["GET /api/"]);
  });
});

it("tells rows without a uuid apart by what they have", async () => {
  const accounts = [
    { offering_uuid: "o", user_uuid: "u", created: "2021-08-12", username: "abc" },
    { offering_uuid: "o", user_uuid: "u", created: "2021-08-13", username: "abc" },
  ];
  const { context } = answering("2021", () => Response.json(accounts));
  const list = paginatedList(context, (api) => api.offeringUsers.listing, { fields: ["username"] });
  expect(await list.toArray()).toEqual([{ username: "abc" }, { username: "abc" }]);
});
