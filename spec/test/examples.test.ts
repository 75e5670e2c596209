import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import {
  answersOf,
  DIALECTS,
  type Header,
  type MediaType,
  nameOf,
  operations,
  resolve,
  type Schema,
  spec,
} from "./document.ts";

const SPEC_ID = "https://spec.invalid/puhuri";
// A full row leaves type and properties to its Selection and only requires columns.
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
ajv.addVocabulary(["x-since", "x-until", "x-left-out"]);
addFormats.default(ajv);
ajv.addSchema({ $id: SPEC_ID, $defs: withRefsTo(spec.components.schemas, "") });

function withRefsTo<T>(schema: T, base: string): T {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? `${base}#/$defs/${nameOf(value)}` : value,
  );
}

const compiled = new Map<string, ValidateFunction>();

function problems(schema: Schema, value: unknown): string {
  const key = JSON.stringify(schema);
  const validate = compiled.get(key) ?? ajv.compile(withRefsTo(schema, SPEC_ID));
  compiled.set(key, validate);
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

type Checked = [where: string, schema: Schema, value: unknown];

/** Leaves the form that an example is named after: the row of its generation, in full. */
function meant(schema: Schema, dialect: string): Schema {
  if (schema.items !== undefined) return { ...schema, items: meant(schema.items, dialect) };
  const branches = schema.anyOf?.map((branch) => nameOf(branch.$ref ?? "")) ?? [];
  const generations = new Set(branches.map((name) => name.includes("2021")));
  const kept = schema.anyOf?.filter((_, i) => {
    const name = branches[i] ?? "";
    const ofDialect = generations.size < 2 || name.includes("2021") === (dialect === "2021");
    return ofDialect && !name.endsWith("Selection");
  });
  return kept === undefined ? schema : { ...schema, anyOf: kept };
}

function bodies(where: string, content: Record<string, MediaType> | undefined): Checked[] {
  return Object.entries(content ?? {}).flatMap(([mediaType, { schema, examples }]) =>
    Object.entries(examples ?? {}).map(([name, example]): Checked => {
      const { value } = resolve(spec.components.examples, example);
      const form = DIALECTS.includes(name) ? meant(schema, name) : schema;
      return [`${where} ${mediaType} ${name}`, form, value];
    }),
  );
}

const checked = operations.flatMap((operation): Checked[] => [
  ...bodies(`${operation.operationId} request`, operation.requestBody?.content),
  ...answersOf(operation).flatMap(([code, { content }]) =>
    bodies(`${operation.operationId} ${code}`, content),
  ),
]);

test("every example of a body is what its schema says", () => {
  const broken = checked.flatMap(([where, schema, value]) => {
    const found = problems(schema, value);
    return found === "" ? [] : [`${where}: ${found}`];
  });
  expect(broken).toEqual([]);
  console.log(`${checked.length} examples of ${operations.length} operations checked`);
});

test("every example of a header is what its schema says", () => {
  const headers: [string, Header][] = Object.entries(spec.components.headers);
  const broken = headers.flatMap(([name, { schema, example }]) => {
    const found = problems(schema, example);
    return found === "" ? [] : [`${name}: ${found}`];
  });
  expect(broken).toEqual([]);
});

test("no example of a Link header sends a client to a next page", () => {
  expect(String(spec.components.headers.Link?.example)).not.toContain("next");
});

test("every example under components is used", () => {
  const text = JSON.stringify(spec);
  const unused = Object.keys(spec.components.examples).filter(
    (name) => !text.includes(`"#/components/examples/${name}"`),
  );
  expect(unused).toEqual([]);
});
