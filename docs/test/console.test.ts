import { expect, it } from "vitest";
import { withOutput } from "../src/console.ts";
import { readPages, root } from "../src/pages.ts";

const pages = readPages().filter(({ text }) => text.includes("```console\n"));

// When a command prints something else now, `vitest run test/console.test.ts -u` writes it into the page.
it.each(pages.map((page) => ({ name: page.file, page })))(
  "$name shows what its commands print",
  async ({ page }) => {
    await expect(await withOutput(page)).toMatchFileSnapshot(root + page.file);
  },
);

it("runs at least one page", () => {
  expect(pages.length).toBeGreaterThan(0);
});
