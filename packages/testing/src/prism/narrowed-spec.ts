import { type AnswerContext, narrowSchema } from "../contract/answer-schema.ts";
import type { SchemaObject, SpecDocument } from "../contract/spec-document.ts";

/**
 * Copies a spec and takes out of its `anyOf`s what does not count: the other dialect's form of a row or a request, and, for
 * answers that are not sparse, rows with columns missing.
 */
export function narrowedSpec(spec: SpecDocument, context: AnswerContext): object {
  return JSON.parse(JSON.stringify(spec), (_key, node: unknown) =>
    isUnion(node) ? narrowSchema(node, context) : node,
  );
}

function isUnion(node: unknown): node is SchemaObject {
  return typeof node === "object" && node !== null && "anyOf" in node && Array.isArray(node.anyOf);
}
