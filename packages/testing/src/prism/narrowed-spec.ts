import { type AnswerContext, narrowSchema } from "../contract/answer-schema.ts";
import {
  componentName,
  isReference,
  type SchemaObject,
  type SpecDocument,
} from "../contract/spec-document.ts";

/**
 * Copies a spec and takes out of its `anyOf`s what does not count: the other dialect's form of a row or a request, and, for
 * answers that are not sparse, rows with columns missing.
 */
export function narrowedSpec(spec: SpecDocument, context: AnswerContext): object {
  return JSON.parse(JSON.stringify(spec), (_key, node: unknown) =>
    isUnionOfForms(node) ? narrowSchema(node, context) : node,
  );
}

const SELECTION = /Selection$/;

// A selection that stands without its full row is no form of an answer, but a column that is never whole.
function isUnionOfForms(node: unknown): node is SchemaObject {
  if (typeof node !== "object" || node === null || !("anyOf" in node) || !Array.isArray(node.anyOf))
    return false;
  const names = node.anyOf.map(nameOf);
  return names.every((name) => !SELECTION.test(name) || names.includes(name.replace(SELECTION, "")));
}

function nameOf(branch: unknown): string {
  return typeof branch === "object" && branch !== null && isReference(branch)
    ? componentName(branch.$ref)
    : "";
}
