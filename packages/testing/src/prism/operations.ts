import { type AnswerContext, narrowSpec } from "../spec/answer-schema.ts";
import { loadSpec } from "../spec/load-spec.ts";
import { indexOperations, type OperationIndex } from "../spec/operation-index.ts";
import type { SpecDocument } from "../spec/spec-document.ts";
import { loadPrism, type Prism } from "./load-prism.ts";

/** What a spec has for one generation of servers (without a dialect: for both). */
export interface Operations {
  readonly spec: SpecDocument;
  /** As they stand in the spec. */
  readonly index: OperationIndex;
  /** In Prism's form. */
  readonly ofPrism: Awaited<ReturnType<Prism["http"]["getHttpOperationsFromSpec"]>>;
}

const known = new Map<string, Promise<Operations>>();

/** Reads the operations of the spec, once for each context, for that takes a second. */
export function readOperations(context: AnswerContext): Promise<Operations> {
  const key = `${context.dialect} ${context.sparse}`;
  const operations = known.get(key) ?? operationsOf(loadSpec(), context);
  known.set(key, operations);
  return operations;
}

async function operationsOf(spec: SpecDocument, context: AnswerContext): Promise<Operations> {
  const index = indexOperations(spec, context.dialect);
  const ids = new Set(index.operations.map(({ operation }) => operation.operationId));
  const all = await loadPrism().http.getHttpOperationsFromSpec(narrowSpec(spec, context));
  return { spec, index, ofPrism: all.filter(({ iid }) => ids.has(iid ?? "")) };
}
