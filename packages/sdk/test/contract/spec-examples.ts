import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Ref {
  $ref?: string;
}
interface Example extends Ref {
  value?: unknown;
}
interface Header extends Ref {
  example?: unknown;
}
interface Answer extends Ref {
  headers?: Record<string, Header>;
  content?: Record<string, { examples?: Record<string, Example> }>;
}
interface Parameter extends Ref {
  name: string;
  in: string;
  schema: Ref;
}
export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  /** The first server that has it, where not all of its generation do. */
  "x-since"?: "8.0" | "8.1";
  parameters?: Parameter[];
  requestBody?: Answer;
  responses: Record<string, Answer>;
}
/** An operation, and what it is asked by: `GET`, and the path as the spec writes it. */
export interface LocatedOperation extends Operation {
  method: string;
  path: string;
}
interface Spec {
  paths: Record<string, Record<string, Operation>>;
  components: Record<"examples" | "headers" | "parameters" | "responses", Record<string, Ref>>;
}

const spec: Spec = parse(readFileSync(new URL("../../../../spec/puhuri.yaml", import.meta.url), "utf8"));

export const operations: readonly LocatedOperation[] = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    method: method.toUpperCase(),
    path,
  })),
);

function operation(id: string): Operation {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`The spec has no operation ${id}.`);
  return found;
}

function resolve<T extends Ref>(room: keyof Spec["components"], value: T): T {
  if (value.$ref === undefined) return value;
  const found = spec.components[room][value.$ref.slice(value.$ref.lastIndexOf("/") + 1)];
  if (found === undefined) throw new Error(`${value.$ref} is missing.`);
  return { ...value, $ref: undefined, ...found };
}

/** What an operation may be sent: the spec's example of that name, or its first. */
export function requestExampleOf(operationId: string, name: string): unknown {
  const examples = operation(operationId).requestBody?.content?.["application/json"]?.examples ?? {};
  const example = examples[name] ?? Object.values(examples)[0];
  return example === undefined ? undefined : resolve("examples", example).value;
}

/** What an operation answers with a success, as the spec's example of that name says. */
export function exampleOf(operationId: string, name: string): unknown {
  const example = examplesOf(operationId)?.[name];
  if (example === undefined) throw new Error(`${operationId} has no example ${name}.`);
  return resolve("examples", example).value;
}

/** The status an operation answers a success with. */
export function successOf(operationId: string): number {
  return Number(Object.keys(operation(operationId).responses).find((status) => status.startsWith("2")));
}

/** Whether an operation answers a success with nothing. */
export function isAnsweredEmpty(operationId: string): boolean {
  return examplesOf(operationId) === undefined;
}

function examplesOf(operationId: string): Record<string, Example> | undefined {
  const { responses } = operation(operationId);
  const code = Object.keys(responses).find((status) => status.startsWith("2"));
  const { content } = resolve("responses", responses[code ?? ""] ?? {});
  return content?.["application/json"]?.examples;
}

/** The same, of a list or another operation that answers with rows. */
export function rowsOf(operationId: string, name: string): Record<string, unknown>[] {
  const rows = exampleOf(operationId, name);
  if (Array.isArray(rows)) return rows;
  throw new Error(`${operationId} ${name} is not a list.`);
}

/** How many rows the answers of a count say there are. */
export function countOf(operationId: string): number {
  const { headers = {} } = resolve("responses", operation(operationId).responses["200"] ?? {});
  return Number(resolve("headers", headers["X-Result-Count"] ?? {}).example);
}

/** The query parameters of an operation. */
export function queryOf(operationId: string): Parameter[] {
  return (operation(operationId).parameters ?? [])
    .map((parameter) => resolve("parameters", parameter))
    .filter((parameter) => parameter.in === "query");
}

/** A row with some of its columns. */
export function pick(row: unknown, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([column]) => columns.includes(column)));
}
