import { TestServerError } from "../errors.ts";

/** A JSON Schema as it stands in the spec, or the boolean form of one. */
export type Schema = SchemaObject | boolean;

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  [keyword: string]: unknown;
}

export interface Reference {
  $ref: string;
}

/** The oldest and the newest generation of current servers that has it; all have, where nothing is said. */
export interface Tagged {
  "x-since"?: string;
  "x-until"?: string;
}

export interface Parameter extends Tagged {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}

export interface Header {
  required?: boolean;
  schema: Schema;
}

export interface Example {
  value: unknown;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example | Reference>;
}

export interface Response {
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
  /** Some servers send the content, others nothing. */
  "x-body-may-be-empty"?: boolean;
}

export interface RequestBody {
  required?: boolean;
  content: Record<string, MediaType>;
}

export interface Operation extends Tagged {
  /** The fake does not answer it yet. */
  "x-fake"?: "to come" | "plain";
  /** What sending it twice does; on every write. */
  "x-repeat"?: "upsert" | "transition" | "create";
  operationId: string;
  tags: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses: Record<string, Response | Reference>;
}

export const METHODS = ["get", "head", "post", "put", "patch", "delete", "options"] as const;
export type Method = (typeof METHODS)[number];

/** The parts of an OpenAPI 3.1 document that contract checks read. */
export interface SpecDocument {
  paths: Record<string, Partial<Record<Method, Operation>>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
    headers?: Record<string, Header>;
    examples?: Record<string, Example>;
    requestBodies?: Record<string, RequestBody>;
  };
}

/** Gives the component that a `$ref` names, or the value itself when it is none. */
export function resolve<T extends object>(
  components: Record<string, T> | undefined,
  value: T | Reference,
): T {
  if (!isReference(value)) return value;
  const found = components?.[componentName(value.$ref)];
  if (found === undefined) throw new TestServerError("invalid_option", `The spec has no ${value.$ref}.`);
  return found;
}

export function isReference(value: object): value is Reference {
  return "$ref" in value && typeof value.$ref === "string";
}

/** `Resource` of `#/components/schemas/Resource`. */
export function componentName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}
