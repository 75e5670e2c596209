import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removeFolder } from "@puhuri/e2e/packed/fresh-folder.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyChangesets, entryOf, type PackageRelease, pendingChangesets } from "../release/changesets.ts";
import { scratchCopy } from "../release/scratch-copy.ts";

let copy: string;
let texts: { readonly names: readonly string[]; readonly text: string }[];
let releases: PackageRelease[];

beforeAll(async () => {
  copy = scratchCopy();
  const changeset = '---\n"@puhuri/sdk": minor\n---\n\nA change that only this test makes.\n';
  writeFileSync(join(copy, ".changeset/only-here.md"), changeset);
  texts = pendingChangesets(copy).map((file) => {
    const [, head = "", text = ""] = readFileSync(join(copy, ".changeset", file), "utf8").split("---\n");
    return { names: [...head.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name), text: text.trim() };
  });
  releases = await applyChangesets(copy);
});

afterAll(() => removeFolder(copy));

it("writes the text of every changeset into the changelogs of its packages", () => {
  expect(texts).toContainEqual({ names: ["@puhuri/sdk"], text: "A change that only this test makes." });
  for (const { names, text } of texts) {
    for (const { changes } of releases.filter(({ name }) => names.includes(name))) {
      expect(changes.replace(/\s+/g, " ")).toContain(text.replace(/\s+/g, " "));
    }
  }
  expect(releases.find(({ name }) => name === "@puhuri/api-types")?.changes).not.toContain("only this test");
});

it("gives all packages the same new version", () => {
  expect(releases.map(({ name }) => name)).toEqual([
    "@puhuri/api-types",
    "@puhuri/sdk",
    "@puhuri/testing",
    "@puhuri/cli",
  ]);
  expect(new Set(releases.map(({ to }) => to)).size).toBe(1);
  for (const { from, to } of releases) expect(to).not.toBe(from);
});

it("leaves no changeset behind, and touches the copy only", () => {
  expect(pendingChangesets(copy)).toEqual([]);
  expect(pendingChangesets()).not.toContain("only-here.md");
});

it("finds the entry of one version among others", () => {
  const changelog = "# a\n\n## 0.2.0\n\n### Minor Changes\n\n- New.\n\n## 0.1.0\n\n- Old.\n";
  expect(entryOf(changelog, "0.1.0")).toBe("- Old.");
  expect(entryOf(changelog, "0.2.0")).toBe("### Minor Changes\n\n- New.");
  expect(entryOf(changelog, "0.2")).toBe("");
});
