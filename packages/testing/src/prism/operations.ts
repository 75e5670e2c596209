import * as is from "../shapes.ts";
import { type AnswerContext, narrowSpec } from "../spec/answer-schema.ts";
import { loadSpec } from "../spec/load-spec.ts";
import { DIALECTS, indexOperations } from "../spec/operation-index.ts";
import type { Operation, SpecDocument } from "../spec/spec-document.ts";
import { loadPrism, type Prism } from "./load-prism.ts";

/** What a spec has for one generation of servers (without a dialect: for both). */
export interface Operations {
  readonly spec: SpecDocument;
  /** In Prism's form, without references. */
  readonly ofPrism: PrismOperation[];
  /** Finds the operation of a request, in both forms. */
  find(
    method: string,
    path: string,
  ): { readonly operation: Operation; readonly prism: PrismOperation } | undefined;
}

export type PrismOperation = Awaited<ReturnType<Prism["http"]["getHttpOperationsFromSpec"]>>[number];

/** What may stand in the option `dialect`. */
export const DIALECT = is.word(DIALECTS, "current");

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
  const ofPrism = all.filter(({ iid }) => ids.has(iid ?? ""));
  const byId = new Map(ofPrism.map((prism) => [prism.iid, prism]));
  return {
    spec,
    ofPrism,
    find(method, path) {
      const operation = index.match(method, path)?.operation;
      const prism = byId.get(operation?.operationId);
      return operation === undefined || prism === undefined ? undefined : { operation, prism };
    },
  };
}
