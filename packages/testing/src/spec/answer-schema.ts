import type { SpecDialect } from "./operation-index.ts";
import { componentName, type Schema, type SchemaObject, type SpecDocument } from "./spec-document.ts";

/** What is known about an answer before its body is looked at. */
export interface AnswerContext {
  /** Undefined when the generation of the server is not known. */
  dialect: SpecDialect | undefined;
  /** The request named a column that `field` knows, so columns may be missing. */
  sparse: boolean;
}

const SELECTION = /Selection$/;
const ONLY_2021 = /2021(Selection)?$/;

/**
 * Keeps of a schema's `anyOf` (its own or its items') only the branches that count: `…Selection` only for a sparse answer, and
 * of `X2021` and `X` the one of the dialect. So a column that is missing from a full row is found.
 */
export function narrowSchema(schema: Schema, context: AnswerContext): Schema {
  if (typeof schema === "boolean") return schema;
  if (schema.items !== undefined) return { ...schema, items: narrowSchema(schema.items, context) };
  if (schema.anyOf === undefined) return schema;
  const names = schema.anyOf.map(branchName);
  const kept = schema.anyOf.filter((_, i) => counts(names[i], names, context));
  const [only, ...others] = kept;
  if (only === undefined) return schema;
  return others.length === 0 ? only : { ...schema, anyOf: kept };
}

function branchName(branch: Schema): string | undefined {
  return typeof branch === "object" && branch.$ref !== undefined ? componentName(branch.$ref) : undefined;
}

function counts(
  name: string | undefined,
  all: readonly (string | undefined)[],
  { dialect, sparse }: AnswerContext,
): boolean {
  if (name === undefined) return true;
  // A full row is a selection too, so of the two forms of one row exactly one decides.
  const twin = sparse ? `${name}Selection` : SELECTION.test(name) ? name.replace(SELECTION, "") : undefined;
  if (twin !== undefined && all.includes(twin)) return false;
  const bothGenerations =
    all.some((other) => ONLY_2021.test(other ?? "")) && !all.every((other) => ONLY_2021.test(other ?? ""));
  if (dialect === undefined || !bothGenerations) return true;
  return ONLY_2021.test(name) === (dialect === "2021");
}

/**
 * Copies a spec and takes out of its `anyOf`s what does not count: the other dialect's form of a row or a request, and, for
 * answers that are not sparse, rows with columns missing.
 */
export function narrowSpec(spec: SpecDocument, context: AnswerContext): object {
  return JSON.parse(JSON.stringify(spec), (_key, node: unknown) =>
    isUnion(node) ? narrowSchema(node, context) : node,
  );
}

function isUnion(node: unknown): node is SchemaObject {
  return typeof node === "object" && node !== null && "anyOf" in node && Array.isArray(node.anyOf);
}
