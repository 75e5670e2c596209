import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { narrowSchema } from "../../src/spec/answer-schema.ts";
import { loadSpec, specPath } from "../../src/spec/load-spec.ts";
import { indexOperations } from "../../src/spec/operation-index.ts";
import { type Operation, resolve, type Schema, type SpecDocument } from "../../src/spec/spec-document.ts";

function operation(operationId: string): Operation {
  return { operationId, tags: ["current"], responses: {} };
}

const tiny: SpecDocument = {
  paths: {
    "/api/usages/{uuid}/": { post: operation("by_uuid") },
    "/api/usages/set_usage/": { post: operation("set_usage") },
  },
  components: { schemas: {} },
};

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const anyRow: Schema = { anyOf: [ref("Row2021"), ref("Row"), ref("RowSelection")] };

test("a path written out wins over one with a uuid in the same place", () => {
  const { match } = indexOperations(tiny);
  expect(match("post", "/api/usages/set_usage/")?.operation.operationId).toBe("set_usage");
  expect(match("POST", "/api/usages/1f/")).toMatchObject({
    pathParameters: { uuid: "1f" },
    template: "/api/usages/{uuid}/",
  });
  expect(match("POST", "/api/usages//")).toBeUndefined();
});

test("only the operations of the dialect are listed", () => {
  expect(indexOperations(tiny, "current").operations).toHaveLength(2);
  expect(indexOperations(tiny, "2021").operations).toHaveLength(0);
});

test("the form of a row is chosen by dialect and by whether columns may be missing", () => {
  expect(narrowSchema(anyRow, { dialect: "2021", sparse: true })).toEqual(ref("Row2021"));
  expect(narrowSchema(anyRow, { dialect: "current", sparse: false })).toEqual(ref("Row"));
  expect(narrowSchema(anyRow, { dialect: "current", sparse: true })).toEqual(ref("RowSelection"));
  expect(narrowSchema(anyRow, { dialect: undefined, sparse: false })).toEqual({
    anyOf: [ref("Row2021"), ref("Row")],
  });
  expect(narrowSchema({ type: "array", items: anyRow }, { dialect: "current", sparse: false })).toEqual({
    type: "array",
    items: ref("Row"),
  });
});

test("what stands beside the rows in a union stays", () => {
  const nullable: Schema = { anyOf: [ref("Row2021"), ref("Row"), { type: "null" }] };
  expect(narrowSchema(nullable, { dialect: "current", sparse: false })).toEqual({
    anyOf: [ref("Row"), { type: "null" }],
  });
  // A column that holds a row of which columns may always be missing.
  const nested: Schema = { anyOf: [ref("RowSelection"), { type: "null" }] };
  expect(narrowSchema(nested, { dialect: "current", sparse: false })).toEqual(nested);
  const amount: Schema = { anyOf: [ref("Decimal"), { type: "number" }] };
  expect(narrowSchema(amount, { dialect: "2021", sparse: false })).toEqual(amount);
});

test("a reference to a component that is missing says which", () => {
  expect(() => resolve({}, { $ref: "#/components/parameters/Page" })).toThrow(
    "The spec has no #/components/parameters/Page",
  );
});

test("the spec of the checkout is found and describes all operations", () => {
  expect(specPath()).toMatch(/\/spec\/puhuri\.yaml$/);
  const spec = loadSpec();
  const described = Object.values(spec.paths).flatMap((path) => Object.values(path ?? {}));
  const indexed = indexOperations(spec).operations.map(({ operation }) => operation);
  expect(new Set(indexed)).toEqual(new Set(described));
  expect(described).not.toEqual([]);
});

test("a published package reads the copy it carries, and says where it looked when that is gone", () => {
  const dist = mkdtempSync(join(tmpdir(), "puhuri-dist-"));
  const moduleUrl = pathToFileURL(join(dist, "contract", "load-spec.js")).href;
  try {
    expect(() => specPath(moduleUrl)).toThrow(join(dist, "puhuri.yaml"));
    writeFileSync(join(dist, "puhuri.yaml"), "openapi: 3.1.0");
    expect(specPath(moduleUrl)).toBe(join(dist, "puhuri.yaml"));
  } finally {
    rmSync(dist, { recursive: true });
  }
});
