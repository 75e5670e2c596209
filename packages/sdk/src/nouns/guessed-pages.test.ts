import { expect, it } from "vitest";
import { type Answer, answering } from "../../test/nouns/answering.ts";
import { Paginated } from "../pagination/paginated.ts";
import { pageSource } from "./page-source.ts";

/** A server whose answers have lost every header that tells of other pages. */
function silentServer(total: number, { takesPages = true } = {}) {
  const answer: Answer = (line) => {
    const query = new URLSearchParams(line.split("?")[1]);
    const size = Number(query.get("page_size"));
    const first = takesPages ? (Number(query.get("page")) - 1) * size : 0;
    if (first > 0 && first >= total) return Response.json({ detail: "Invalid page." }, { status: 404 });
    const length = Math.min(size, total - first);
    return Response.json(Array.from({ length }, (_, index) => ({ uuid: `row ${first + index}` })));
  };
  const { context, sent } = answering("current", answer);
  const list = (overlap = false) =>
    new Paginated(
      pageSource(context, (api) => api.resources.listing, {}, { retry: false }),
      { pageSize: 10, overlap },
    );
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
    const { list, sent } = silentServer(total);
    expect(await list().toArray()).toEqual(rows(total));
    expect(sent).toHaveLength(requests);
  },
);

it.each([9, 17, 34, 100])("so is one of %i rows in overlapping pages", async (total) => {
  expect(await silentServer(total).list(true).toArray()).toEqual(rows(total));
});

it("no page is asked for that nobody wants", async () => {
  const { list, sent } = silentServer(25);
  expect(await list().first()).toEqual({ uuid: "row 0" });
  expect(await list().toArray({ limit: 10 })).toHaveLength(10);
  expect(sent).toHaveLength(2);
});

it("a server that takes no page number is asked once in vain", async () => {
  const { list, sent } = silentServer(10, { takesPages: false });
  expect(await list().toArray()).toEqual(rows(10));
  expect(sent).toHaveLength(2);
});
