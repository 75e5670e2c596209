import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { run } from "../../scripts/diff/run.ts";
import { documentOf } from "./document.ts";

const folder = mkdtempSync(join(tmpdir(), "puhuri-repository-"));
const file = join(folder, "puhuri.yaml");
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], { cwd: folder });
const text = { type: "string" };
// JSON is YAML.
const [narrow, wide] = (["before", "after"] as const).map((side) =>
  JSON.stringify(
    documentOf(
      [
        {
          in: "answer",
          before: { type: "object", properties: { a: text } },
          after: { type: "object", properties: { a: text, b: text } },
        },
      ],
      side,
    ),
  ),
);

const write = (document = "") => writeFileSync(file, document);

let printed: string[] = [];
const diff = (...args: string[]) =>
  run(args, { folder, version: "0.3.1", print: (line) => printed.push(line) });

beforeAll(() => {
  git("init", "--quiet");
  write(wide);
  git("add", ".");
  git("commit", "--quiet", "--no-gpg-sign", "-m", "Describe");
});
beforeEach(() => {
  printed = [];
  write(wide);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("compares the file with what it was at the ref, and leaves it alone", async () => {
  write(narrow);
  expect(await diff("HEAD")).toBe(0);
  expect(printed.join("\n")).toBe(
    [
      "spec/puhuri.yaml since HEAD",
      "",
      "Fields, parameters and answers",
      "  - Case0.b  BREAKING: Property `b` of `Case0` was removed.",
      "",
      "Suggested bump of 0.3.1: minor (1 breaking; from 1.0.0 on: major)",
    ].join("\n"),
  );
  expect(readFileSync(file, "utf8")).toBe(narrow);
});

test("finds a change at every alias of an anchor", async () => {
  const aliased = (answers: string) =>
    `{ openapi: 3.1.0, info: { title: t, version: "1" }, paths: { /a/: { get: { responses: &r ${answers} } }, /b/: { get: { responses: *r } } } }`;
  write(aliased('{ "200": { description: ok }, "404": { description: no } }'));
  git("commit", "--quiet", "--no-gpg-sign", "-am", "Share answers");
  write(aliased('{ "200": { description: ok } }'));
  await diff("HEAD");
  expect(printed.join("\n")).toMatch(/GET \/a\/ → 404.*\n.*GET \/b\/ → 404/);
  git("reset", "--quiet", "--hard", "HEAD~1");
});

test("ends with 1 when it is to fail on what breaks, and only then", async () => {
  expect(await diff("--fail-on-breaking", "HEAD")).toBe(0);
  expect(printed.at(-1)).toContain("Nothing changed: no bump needed.");
  write(narrow);
  expect(await diff("--fail-on-breaking", "HEAD")).toBe(1);
});

test("ends with 2 and a reason when it cannot compare", async () => {
  expect(await diff("no-such-ref")).toBe(2);
  expect(printed.at(-1)).toContain("no-such-ref");
  expect(await diff()).toBe(2);
  expect(printed.at(-1)).toMatch(/^Usage: /);
  expect(await diff("--fail-on-braking", "HEAD")).toBe(2);
  expect(printed.at(-1)).toContain("--fail-on-braking");
  writeFileSync(file, "openapi: 3.1.0\npaths: [");
  expect(await diff("HEAD")).toBe(2);
  expect(printed.at(-1)).toContain("puhuri.yaml");
});

test("tells how it is used", async () => {
  expect(await diff("--help")).toBe(0);
  expect(printed.at(-1)).toMatch(/^Usage: npx -y pnpm@12 spec:diff/);
});
