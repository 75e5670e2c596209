import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generatedPages } from "../src/generated-pages.ts";
import { root } from "../src/pages.ts";

it("has pages that are up to date: run `npx -y pnpm@12 generate` where they are not", () => {
  const pages = generatedPages();
  expect([...pages.keys()]).toEqual([
    "docs/compatibility.md",
    "docs/seed-format.md",
    "docs/testing-your-integration.md",
    "docs/errors.md",
    "docs/operations.md",
  ]);
  for (const [file, text] of pages) expect(readFileSync(root + file, "utf8"), file).toBe(text);
});
