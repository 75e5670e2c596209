import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createFakePuhuri } from "@puhuri/testing";
import { afterAll, beforeEach, expect, it } from "vitest";
import { type CodeBlock, codeBlocks, promised } from "../src/code-blocks.ts";
import { root } from "../src/pages.ts";

const file = "docs/getting-started.md";
const blocks = codeBlocks({ file, text: readFileSync(root + file, "utf8") }).filter(
  ({ language }) => language === "ts",
);
/** The name a block gives its file in its first line; undefined for what is only run. */
const nameOf = ({ code }: CodeBlock) => /^\/\/ ([\w-]+\.ts)\n/.exec(code)?.[1];
const steps = blocks.filter((block) => nameOf(block) === undefined);

const folder = fileURLToPath(new URL("../reports/getting-started", import.meta.url));
const fake = createFakePuhuri({ dialect: "current" });
const { url } = await fake.listen();

beforeEach(() => {
  fake.reset();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const block of blocks) writeFileSync(join(folder, nameOf(block) ?? `${block.line}.ts`), block.code);
});
afterAll(() => fake.close());

it("has the files that the others import", () => {
  expect(blocks.map(nameOf).filter((name) => name !== undefined)).toEqual(["puhuri.ts", "cluster.ts"]);
  expect(steps.length).toBeGreaterThan(6);
});

it.each(steps.map((block) => ({ name: `${block.file}:${block.line}`, block })))(
  "$name runs as it stands",
  async ({ block }) => {
    // The address may be given; the token and the uuids are those on the page.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--conditions=@puhuri/source", `${block.line}.ts`],
      { cwd: folder, env: { ...process.env, PUHURI_URL: url } },
    );
    const expected = promised(block);
    if (expected.length > 0) expect(stdout.trim().split("\n")).toEqual(expected);
    expect(fake.requests.length).toBeGreaterThan(0);
  },
);
