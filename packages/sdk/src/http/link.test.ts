import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLinkPages } from "./link.ts";

const BASE = "https://puhuri.example/api/marketplace-resources/";

describe("parseLinkPages", () => {
  test("reads the page numbers as the server sends them", () => {
    const header = [
      `<${BASE}?page_size=2>; rel="first"`,
      `<${BASE}?page=2&page_size=2>; rel="prev"`,
      `<${BASE}?page=4&page_size=2>; rel="next"`,
      `<${BASE}?page=9&page_size=2>; rel="last"`,
    ].join(", ");
    expect(parseLinkPages(header)).toEqual({ first: 1, prev: 2, next: 4, last: 9 });
  });

  test.each([
    ["a comma and a semicolon inside a URL", `<${BASE}?name=a,b;c&page=3>; rel="next"`, { next: 3 }],
    [
      "another host or scheme: only the number counts",
      '<http://internal:8000/?page=3>; rel="next"',
      { next: 3 },
    ],
    ["a relative URL", '</api/?page=3>; rel="next"', { next: 3 }],
    ["no quotes", `<${BASE}?page=3>; rel=next`, { next: 3 }],
    ["capitals and blanks", `<${BASE}?page=3> ;  REL = "Next"`, { next: 3 }],
    [
      "other parameters before and after",
      `<${BASE}?page=3>; title="a, \\"b\\""; rel="next"; type="x"`,
      { next: 3 },
    ],
    ["several relations at once: the first counts", `<${BASE}?page=3>; rel="next last"`, { next: 3 }],
    [
      "no blanks between links",
      `<${BASE}?page=3>;rel="next",<${BASE}?page=9>;rel="last"`,
      { next: 3, last: 9 },
    ],
    [
      "a relation nobody asked for",
      `<${BASE}?page=3>; rel="alternate", <${BASE}?page=2>; rel="next"`,
      { next: 2 },
    ],
    [
      "a relation given twice: the first holds",
      `<${BASE}?page=3>; rel="next", <${BASE}?page=7>; rel="next"`,
      { next: 3 },
    ],
    ["page_size is not page", `<${BASE}?page_size=50>; rel="last"`, { last: 1 }],
    ["a page in the fragment is none", `<${BASE}#?page=5>; rel="last"`, { last: 1 }],
    ["an encoded query", `<${BASE}?field=uuid&field=name&page=3&state=OK%2CErred>; rel="next"`, { next: 3 }],
  ])("%s", (_, header, pages) => {
    expect(parseLinkPages(header)).toEqual(pages);
  });

  test.each(["0", "-1", "1.5", "abc", "", "last", "99999999999999999999", "1a"])(
    "page=%s is no page number",
    (page) => {
      expect(parseLinkPages(`<${BASE}?page=${page}>; rel="next"`)).toEqual({});
    },
  );

  test.each([
    null,
    undefined,
    "",
    "garbage",
    "<",
    "<>",
    "rel=next",
    `${BASE}?page=3; rel="next"`,
    ",,,",
    '<a; rel="next"',
  ])("%j holds nothing", (header) => {
    expect(parseLinkPages(header)).toEqual({});
  });

  test("never throws, and gives only whole numbers from 1", () => {
    const fragment = fc.constantFrom("<", ">", ";", ",", '"', "rel", "=", "next", "?page=", "7", " ", "\\");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join("")),
        ),
        (header) => {
          for (const page of Object.values(parseLinkPages(header)))
            expect(page).toSatisfy(Number.isSafeInteger);
        },
      ),
    );
  });
});
