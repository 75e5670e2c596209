import { readFileSync } from "node:fs";
import { parse } from "yaml";

export interface Schema extends Tagged {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
}

interface Ref {
  $ref?: string;
}

/** The oldest and the newest generation of current servers that has it; all have, where nothing is said. */
export interface Tagged {
  "x-since"?: string;
  "x-until"?: string;
}

export interface Parameter extends Ref, Tagged {
  name: string;
  in: string;
  schema: Schema;
}

export interface Example extends Ref {
  value?: unknown;
}

export interface MediaType {
  schema: Schema;
  examples?: Record<string, Example>;
}

export interface Header extends Ref {
  schema: Schema;
  example?: unknown;
}

export interface Answer extends Ref {
  headers?: Record<string, Header>;
  content?: Record<string, MediaType>;
}

export interface Operation extends Tagged {
  operationId: string;
  tags: string[];
  deprecated?: boolean;
  "x-repeat"?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, Answer>;
}

export interface Document {
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Answer>;
    headers: Record<string, Header>;
    examples: Record<string, Example>;
  };
}

export const spec: Document = parse(readFileSync(new URL("../puhuri.yaml", import.meta.url), "utf8"));

export const DIALECTS = ["2021", "current"];

export interface LocatedOperation extends Operation {
  path: string;
  method: string;
}

export const operations: LocatedOperation[] = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
);

/** The component that a `$ref` names, or the value itself. */
export function resolve<T extends Ref>(components: Record<string, T>, value: T): T {
  const found = value.$ref === undefined ? value : components[nameOf(value.$ref)];
  if (found === undefined) throw new Error(`${value.$ref} is missing`);
  return found;
}

export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

/** The answers of an operation by status code, `$ref`s followed. */
export function answersOf(operation: Operation): [code: string, answer: Answer][] {
  return Object.entries(operation.responses).map(([code, answer]) => [
    code,
    resolve(spec.components.responses, answer),
  ]);
}

/** The query parameters of an operation, `$ref`s followed. */
export function queryOf(operation: Operation): Parameter[] {
  return (operation.parameters ?? [])
    .map((parameter) => resolve(spec.components.parameters, parameter))
    .filter((parameter) => parameter.in === "query");
}

/** The names of the examples of all media types. */
export function exampleNames(content: Record<string, MediaType> | undefined): string[] {
  return Object.values(content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}));
}
