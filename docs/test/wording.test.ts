import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readFiles, readPages, readPublicSources, root } from "../src/pages.ts";
import { wordingFaults, wordingFaultsOfSource, wordingRules } from "../src/wording.ts";

const GLOSSARY = "docs/glossary.md";
const rules = wordingRules(readFileSync(root + GLOSSARY, "utf8"));

it("says things on every page, and of every change, as the glossary has them", () => {
  expect(rules.length).toBeGreaterThan(10);
  // What changesets say stands in the changelogs later.
  const pages = [...readPages(), ...readFiles([".changeset/*.md"])].filter(({ file }) => file !== GLOSSARY);
  expect(pages.flatMap((page) => wordingFaults(page, rules))).toEqual([]);
});

it("says things in the comments and messages of the sources as the glossary has them", () => {
  const sources = readFiles(["packages/*/src/**/*.ts"]);
  const files = new Map([...readPublicSources(), ...sources].map((source) => [source.file, source]));
  expect([...files.values()].flatMap((source) => wordingFaultsOfSource(source, rules))).toEqual([]);
});

it("finds a word that stands alone, in the plural, and over the end of a line", () => {
  const text =
    "# Page\n\nSlurm accounts are fine, other Accounts not.\nA 2021 server did it; in\n2021 it was done.\n";
  expect(wordingFaults({ file: "docs/page.md", text }, rules)).toEqual([
    "docs/page.md:3 account",
    "docs/page.md:4 in 2021",
  ]);
});

it("takes no notice of code and of links", () => {
  const text = "`account` [it](today.md)\n\n```ts\nconst account = today;\n```\n\ntoday\n";
  expect(wordingFaults({ file: "docs/page.md", text }, rules)).toEqual(["docs/page.md:7 today"]);
});

it("reads comments and sentences of a source, and no code", () => {
  const text = [
    "/** An account. ",
    " * ```ts",
    " * today();",
    " * ```",
    " */",
    "const account = state(`today`, 'x'); // their account",
    'fail("the account of", account);',
    "say(`the account of \\`today\\`, today`);",
  ].join("\n");
  expect(wordingFaultsOfSource({ file: "src/a.ts", text }, rules)).toEqual([
    "src/a.ts:1 account",
    "src/a.ts:6 account",
    "src/a.ts:7 account",
    "src/a.ts:8 account",
    "src/a.ts:8 today",
  ]);
});
