import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { codeBlocks } from "../src/code-blocks.ts";
import { root } from "../src/pages.ts";

const text = (file: string) => readFileSync(root + file, "utf8");

it("shows an operation for the spec that refers only to what the spec has", () => {
  const spec: unknown = parse(text("spec/puhuri.yaml"));
  const blocks = codeBlocks({ file: "CONTRIBUTING.md", text: text("CONTRIBUTING.md") });
  const [operation = "", schema = ""] = blocks
    .filter(({ language }) => language === "yaml")
    .map(({ code }) => code);
  const own = Object.keys(parse(schema)).map((name) => `#/components/schemas/${name}`);
  const refs = [...operation.matchAll(/\$ref: "(.*?)"/g)].map(([, ref = ""]) => ref);
  const missing = refs.filter((ref) => !own.includes(ref) && at(spec, ref.slice(2).split("/")) === undefined);
  expect(refs.length).toBeGreaterThan(5);
  expect(missing).toEqual([]);
  expect(() => parse(operation)).not.toThrow();
});

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (object, key) => (typeof object === "object" && object !== null ? Reflect.get(object, key) : undefined),
    value,
  );
}
