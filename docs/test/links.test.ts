import { expect, it } from "vitest";
import { brokenLinks } from "../src/links.ts";
import { readPages } from "../src/pages.ts";

it("links only to files and headings that are there", () => {
  expect(readPages().flatMap(brokenLinks)).toEqual([]);
});

it("notices a link to a file or a heading that is not there", () => {
  const text =
    "# Here it is\n[a](#here-it-is) [b](#there) [c](../README.md#try-it) [d](../README.md#try) [e](nowhere.md)\n";
  expect(brokenLinks({ file: "docs/page.md", text })).toEqual([
    "docs/page.md: #there",
    "docs/page.md: ../README.md#try",
    "docs/page.md: nowhere.md",
  ]);
});
