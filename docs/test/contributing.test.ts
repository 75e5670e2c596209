import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeBlocks } from "../src/code-blocks.ts";
import { root } from "../src/pages.ts";

const text = (file: string) => readFileSync(root + file, "utf8");

it("shows an operation as the spec has it", () => {
  const blocks = codeBlocks({ file: "CONTRIBUTING.md", text: text("CONTRIBUTING.md") });
  const shown = blocks.filter(({ language }) => language === "yaml").map(({ code }) => code);
  expect(shown).toHaveLength(1);
  const spec = text("spec/puhuri.yaml").replaceAll("      x-fake: to come\n", "");
  expect(spec).toContain(shown.join().replaceAll(/^/gm, "  "));
});
