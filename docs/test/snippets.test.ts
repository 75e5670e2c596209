import { fileURLToPath } from "node:url";
import { format } from "node:util";
import type { Dialect } from "@puhuri/sdk";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type CodeBlock, codeBlocks, docExamples, promised } from "../src/code-blocks.ts";
import { compileSnippets } from "../src/compile-snippets.ts";
import { readPages, readPublicSources } from "../src/pages.ts";
import { snippetModule } from "../src/snippet-module.ts";
import { fake, setStage, token } from "../src/stage.ts";

const folder = fileURLToPath(new URL("../reports/snippets", import.meta.url));
const isOurs = ({ language, info }: CodeBlock) => language === "ts" && !info.startsWith("recipe=");
const snippets = readPages().flatMap(codeBlocks).filter(isOurs).map(snippetModule);
const examples = readPublicSources().flatMap(docExamples).map(snippetModule);

/** Mistakes that the same run of the compiler has to find, so that its silence about the rest means something. */
const mistakes = codeBlocks({
  file: "mistakes.md",
  text: [
    "```ts",
    'import { createPuhuriClient } from "@puhuri/sdk";',
    "",
    "const [row] = await puhuri.resources",
    '  .list({ fields: ["name"] })',
    "  .toArray();",
    "console.log(row?.nmae);",
    "```",
    "```ts",
    'puhuri.resources.list({ sate: "OK" });',
    "```",
    "```ts",
    "const result: PlanPeriod[] = await puhuri.resources.planPeriods(resourceUuid);",
    "```",
  ].join("\n"),
});
const errors = compileSnippets(folder, [...snippets, ...examples, ...mistakes.map(snippetModule)]);

it("compiles every snippet of the pages and every @example of what is exported", () => {
  expect(snippets.length).toBeGreaterThan(30);
  expect(examples.length).toBeGreaterThan(40);
  expect(errors.filter((error) => !error.startsWith("mistakes.md"))).toEqual([]);
});

it("says in which line of a page a snippet is wrong", () => {
  expect(errors.filter((error) => error.startsWith("mistakes.md"))).toEqual([
    expect.stringMatching(/^mistakes\.md:10 error TS\d+: .*'sate' does not exist/s),
    expect.stringMatching(/^mistakes\.md:7 error TS\d+: Property 'nmae' does not exist/),
  ]);
});

/** The generations a snippet is for: what its client says, what stands behind its fence, else both. */
function dialectsOf({ code, info }: CodeBlock): Dialect[] {
  const named = /dialect: "(2021|current)"/.exec(code)?.[1] ?? /\b(2021|current)\b/.exec(info)?.[1];
  if (named === "2021" || named === "current") return [named];
  return code.includes("createPuhuriClient(") ? ["current"] : ["2021", "current"];
}

describe.each(["2021", "current"] as const)("on a server of %s", (dialect) => {
  const here = snippets.filter(({ block }) => dialectsOf(block).includes(dialect));
  const named = here.map((module) => ({ name: `${module.block.file}:${module.block.line}`, ...module }));

  beforeEach(() => {
    setStage(dialect);
    const { fetch } = globalThis;
    vi.stubGlobal("fetch", (input: string | URL | Request, init?: RequestInit) => {
      const { hostname } = new URL(input instanceof Request ? input.url : input);
      if (hostname.startsWith("puhuri.")) return fake.fetch(input, init);
      if (hostname === "127.0.0.1") return fetch(input, init);
      throw new Error(`A snippet asks ${hostname}, which is neither the fake nor this machine.`);
    });
    vi.stubEnv("PUHURI_TOKEN", token);
  });

  it.each(named)("$name runs, and prints what it says", async ({ block, fileName }) => {
    const printed: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values) => void printed.push(format(...values)));
    const module: { snippet(): Promise<unknown> } = await import(`${folder}/${fileName}`);
    await module.snippet();
    const expected = promised(block);
    if (expected.length > 0) expect(printed).toEqual(expected);
  });
});
