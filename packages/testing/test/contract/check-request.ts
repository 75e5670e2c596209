import { narrowSchema } from "../../src/spec/answer-schema.ts";
import type { OperationMatch, SpecDialect } from "../../src/spec/operation-index.ts";
import {
  componentName,
  type Parameter,
  resolve,
  type Schema,
  type SpecDocument,
} from "../../src/spec/spec-document.ts";
import { type Exchange, headerValue, isEmpty, type Violation } from "./exchange.ts";
import type { Validators } from "./validators.ts";

/** Checks path, query and body of a request against its operation. */
export function checkRequest(
  spec: SpecDocument,
  validators: Validators,
  match: OperationMatch,
  exchange: Exchange,
  query: URLSearchParams,
  dialect: SpecDialect | undefined,
): Violation[] {
  const parameters = parametersOf(spec, match);
  return [
    ...checkPath(spec, validators, parameters, match.pathParameters),
    ...checkQuery(spec, validators, parameters, query),
    ...checkBody(spec, validators, match, exchange, dialect),
  ];
}

/** Whether `field` names a column of the row, so that the server sends those columns only. */
export function asksForColumns(spec: SpecDocument, match: OperationMatch, query: URLSearchParams): boolean {
  const field = parametersOf(spec, match).find(
    (parameter) => parameter.in === "query" && parameter.name === "field",
  );
  const schema = field === undefined ? undefined : schemaOf(spec, field.schema);
  const known = schema?.items === undefined ? undefined : schemaOf(spec, schema.items)?.enum;
  return query.getAll("field").some((name) => known?.includes(name) ?? false);
}

function parametersOf(spec: SpecDocument, { operation }: OperationMatch): Parameter[] {
  return (operation.parameters ?? []).map((parameter) => resolve(spec.components.parameters, parameter));
}

function checkPath(
  spec: SpecDocument,
  validators: Validators,
  parameters: readonly Parameter[],
  values: Readonly<Record<string, string>>,
): Violation[] {
  return parameters
    .filter((parameter) => parameter.in === "path")
    .flatMap((parameter) => checkValue(spec, validators, parameter, [values[parameter.name] ?? ""]));
}

function checkQuery(
  spec: SpecDocument,
  validators: Validators,
  parameters: readonly Parameter[],
  query: URLSearchParams,
): Violation[] {
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const unknown = [...new Set(query.keys())].filter(
    (name) => !inQuery.some((parameter) => parameter.name === name),
  );
  return [
    ...unknown.map((name) => violation(`query.${name}`, "is not a parameter of this operation")),
    ...inQuery.flatMap((parameter) => {
      const values = query.getAll(parameter.name);
      if (values.length > 0) return checkValue(spec, validators, parameter, values);
      return parameter.required === true ? [violation(`query.${parameter.name}`, "is missing")] : [];
    }),
  ];
}

function checkValue(
  spec: SpecDocument,
  validators: Validators,
  parameter: Parameter,
  texts: readonly string[],
): Violation[] {
  const path = `${parameter.in}.${parameter.name}`;
  const schema = schemaOf(spec, parameter.schema);
  const isArray = schema?.type === "array";
  if (!isArray && texts.length > 1) return [violation(path, "must not be repeated")];
  const itemSchema = isArray && schema.items !== undefined ? schemaOf(spec, schema.items) : schema;
  const values = texts.map((text) => fromText(text, itemSchema?.type));
  const validate = validators.get(`parameter ${JSON.stringify(parameter.schema)}`, () => parameter.schema);
  return validate(isArray ? values : values[0]).map((error) => violation(path + error.path, error.message));
}

function schemaOf(spec: SpecDocument, schema: Schema): Exclude<Schema, boolean> | undefined {
  if (typeof schema === "boolean") return undefined;
  if (schema.$ref === undefined) return schema;
  const found = spec.components.schemas[componentName(schema.$ref)];
  return found === undefined ? undefined : schemaOf(spec, found);
}

function fromText(text: string, type: unknown): unknown {
  if (type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text;
}

function checkBody(
  spec: SpecDocument,
  validators: Validators,
  { operation, method, template }: OperationMatch,
  exchange: Exchange,
  dialect: SpecDialect | undefined,
): Violation[] {
  if (operation.requestBody === undefined) {
    return isEmpty(exchange.body) ? [] : [violation("body", "this operation takes none")];
  }
  const { required, content } = resolve(spec.components.requestBodies, operation.requestBody);
  if (isEmpty(exchange.body)) return required === true ? [violation("body", "is missing")] : [];
  const mediaType = (headerValue(exchange.headers, "content-type") ?? "application/json")
    .replace(/;.*/, "")
    .trim();
  const schema = content[mediaType]?.schema;
  if (schema === undefined)
    return [violation("headers.content-type", `must be ${Object.keys(content).join(" or ")}`)];
  const validate = validators.get(`request ${method} ${template} ${dialect ?? ""}`, () =>
    narrowSchema(schema, { dialect, sparse: true }),
  );
  return validate(exchange.body).map((error) => violation(`body${error.path}`, error.message));
}

function violation(path: string, message: string): Violation {
  return { where: "request", path, message };
}
