import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { clientMethods } from "../src/client-methods.ts";
import { generatedPages } from "../src/generated-pages.ts";
import { operationCalls } from "../src/operation-calls.ts";
import { root } from "../src/pages.ts";
import { puhuri, setStage } from "../src/stage.ts";

it("has pages that are up to date: run `npx -y pnpm@12 generate` where they are not", async () => {
  const pages = await generatedPages();
  expect([...pages.keys()]).toEqual([
    "docs/testing-your-integration.md",
    "docs/errors.md",
    "docs/operations.md",
  ]);
  for (const [file, text] of pages) expect(readFileSync(root + file, "utf8"), file).toBe(text);
});

function methods(): string[] {
  setStage("current");
  return clientMethods(puhuri).sort();
}

it("has every method of the client in the table: see docs/src/operation-calls.ts", () => {
  const listed = [...operationCalls.values()].flat().map(({ method }) => method);
  expect([...new Set(listed)].sort()).toEqual(methods());
});

it("has every method of the client in the README of the sdk", () => {
  const readme = readFileSync(`${root}packages/sdk/README.md`, "utf8");
  const listed = [...readme.matchAll(/^\| `puhuri\.(\w+)` \| (`\w+`(?: `\w+`)*) \|$/gm)].flatMap(
    ([, noun, names = ""]) => [...names.matchAll(/\w+/g)].map(([name]) => `${noun}.${name}`),
  );
  expect(listed.sort()).toEqual(methods());
});
