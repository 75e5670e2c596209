import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generatedPages } from "../src/generated-pages.ts";
import { operationCalls } from "../src/operation-calls.ts";
import { root } from "../src/pages.ts";
import { puhuri, setStage } from "../src/stage.ts";

it("has pages that are up to date: run `npx -y pnpm@12 generate` where they are not", async () => {
  const pages = await generatedPages();
  expect([...pages.keys()]).toEqual(["docs/testing-your-integration.md", "docs/operations.md"]);
  for (const [file, text] of pages) expect(readFileSync(root + file, "utf8"), file).toBe(text);
});

it("has every method of the client in the table: see docs/src/operation-calls.ts", () => {
  setStage("current");
  const { api: _, ...nouns } = puhuri;
  const methods = Object.entries(nouns).flatMap(([noun, object]) => {
    const names = [...Object.keys(object), ...Object.getOwnPropertyNames(Object.getPrototypeOf(object))];
    return names.filter((name) => name !== "constructor").map((name) => `${noun}.${name}`);
  });
  const listed = [...operationCalls.values()].flat().map(({ method }) => method);
  expect([...new Set(listed)].sort()).toEqual(methods.sort());
});
