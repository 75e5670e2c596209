import { expect, test } from "vitest";
import { type MediaType, nameOf, operations, queryOf, type Schema, spec } from "./document.ts";

const { schemas } = spec.components;
const names = Object.keys(schemas);
const selections = names.filter((name) => name.endsWith("Selection"));

function refsIn(schema: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === "$ref" && typeof value === "string") found.push(nameOf(value));
    return value;
  });
  return found;
}

/** The schemas a body may reach, by name. */
function reachable(roots: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    refsIn(schemas[name]).forEach(visit);
  };
  roots.forEach(visit);
  return seen;
}

function bodySchemas(content: Record<string, MediaType> | undefined): string[] {
  return Object.values(content ?? {}).flatMap(({ schema }) => refsIn(schema));
}

const inRequests = reachable(operations.flatMap(({ requestBody }) => bodySchemas(requestBody?.content)));

test("a full row requires columns of its selection and adds none", () => {
  for (const selection of selections) {
    const name = selection.replace(/Selection$/, "");
    const columns = Object.keys(schemas[selection]?.properties ?? {});
    expect(schemas[name]?.allOf, name).toEqual([{ $ref: `#/components/schemas/${selection}` }]);
    expect(schemas[name]?.properties, name).toBeUndefined();
    expect(schemas[selection]?.required, selection).toBeUndefined();
    expect(columns, name).toEqual(expect.arrayContaining(schemas[name]?.required ?? ["required is missing"]));
  }
  expect(selections).toContain("ResourceSelection");
});

test("`field` offers exactly the columns of the row", () => {
  for (const selection of selections) {
    const field = selection.replace(/Selection$/, "Field");
    expect(schemas[field]?.enum, field).toEqual(Object.keys(schemas[selection]?.properties ?? {}));
  }
});

test("an operation takes `field` where its rows may be sparse, and only there", () => {
  for (const operation of operations.filter(({ method }) => method === "get")) {
    const fields = queryOf(operation).filter((parameter) => parameter.name === "field");
    const rows = bodySchemas(operation.responses["200"]?.content).filter((name) => selections.includes(name));
    expect(
      fields.flatMap((parameter) => refsIn(parameter.schema)),
      operation.operationId,
    ).toEqual(rows.map((name) => name.replace(/Selection$/, "Field")));
  }
});

test("an enum in an answer is open: an unlisted value may stand in its place", () => {
  const enums = names.filter((name) => schemas[name]?.enum !== undefined && !inRequests.has(name));
  const closed: string[] = [];
  const visit = (schema: Schema, where: string, open: boolean) => {
    if (schema.$ref !== undefined && enums.includes(nameOf(schema.$ref)) && !open) closed.push(where);
    const isOpen = refsIn(schema.anyOf).includes("UnlistedValue");
    for (const branch of schema.anyOf ?? []) visit(branch, where, isOpen);
    for (const part of schema.allOf ?? []) visit(part, where, false);
    if (schema.items !== undefined) visit(schema.items, where, false);
    if (typeof schema.additionalProperties === "object") visit(schema.additionalProperties, where, false);
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      visit(property, `${where}.${name}`, false);
    if (schema.enum !== undefined && !names.includes(where)) closed.push(where);
  };
  for (const name of names.filter((candidate) => !inRequests.has(candidate)))
    visit(schemas[name] ?? {}, name, false);
  expect(closed).toEqual([]);
  expect(enums.length).toBeGreaterThan(10);
});

test("requests are closed, answers are open to new columns", () => {
  const objects = names.filter(
    (name) => schemas[name]?.properties !== undefined && schemas[name]?.type === "object",
  );
  const isClosed = (name: string) => schemas[name]?.additionalProperties === false;
  expect(objects.filter((name) => isClosed(name) !== inRequests.has(name))).toEqual([]);
});

test("every schema and every parameter is used", () => {
  const text = JSON.stringify(spec);
  const unused = (section: string, all: string[]) =>
    all.filter((name) => !text.includes(`"#/components/${section}/${name}"`));
  expect(unused("schemas", names)).toEqual([]);
  expect(unused("parameters", Object.keys(spec.components.parameters))).toEqual([]);
});

test("filters by state list their values once each", () => {
  const arrays = operations.flatMap(queryOf).filter((parameter) => parameter.schema.type === "array");
  for (const { name, schema } of arrays) {
    const values = refsIn(schema.items).flatMap((item) => schemas[item]?.enum ?? []);
    expect(new Set(values).size, name).toBe(values.length);
  }
});
