import { describe, expect, it } from "vitest";
import { codeBlocks, docExamples } from "../src/code-blocks.ts";

const page = (text: string) => ({ file: "docs/page.md", text });

describe("code blocks", () => {
  it("finds fenced blocks with their first line, also inside of lists", () => {
    const text =
      "# Title\n\n1. Do:\n\n   ```ts recipe=a.test.ts\n   const a = 1;\n   ```\n\n```sh\nls\n```\n";
    expect(codeBlocks(page(text))).toEqual([
      { file: "docs/page.md", line: 6, language: "ts", info: "recipe=a.test.ts", code: "const a = 1;" },
      { file: "docs/page.md", line: 10, language: "sh", info: "", code: "ls" },
    ]);
  });

  it("refuses a block that never ends", () => {
    expect(() => codeBlocks(page("```ts\nconst a = 1;\n"))).toThrow("docs/page.md:2");
  });

  it("finds examples in comments, with and without a fence, and ends them where they end", () => {
    const plain = "/**\n * Does.\n *\n * @example\n * one();\n *   two();\n * @see there\n */\n";
    const fenced = "/**\n * @example\n * ```ts\n * three();\n * ```\n */\nfour();\n";
    const found = docExamples({ file: "a.ts", text: plain + fenced });
    expect(found.map(({ line, code }) => [line, code.trim()])).toEqual([
      [5, "one();\n  two();"],
      [11, "three();"],
    ]);
  });
});
