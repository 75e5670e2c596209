import type { AnswerShape } from "./answer-shape.ts";

/**
 * What repeating an operation would do, which decides when it may be retried:
 * - `read`: nothing changes.
 * - `upsert`: sending it twice ends where sending it once does.
 * - `transition`: the second one is refused, or means something else.
 * - `create`: the second one makes another.
 */
export type OperationKind = "read" | "upsert" | "transition" | "create";

export interface OperationInfo {
  /** The operation's id in the spec. */
  readonly id: string;
  readonly kind: OperationKind;
  /** What a success holds; undefined where anything will do. */
  readonly answer?: AnswerShape | undefined;
}

/** Finds the operation of a path as the spec writes it; undefined for one that is in no table. */
export type OperationLookup = (method: string, path: string) => OperationInfo | undefined;

/** The operation, or for one in no table the most careful guess that the method allows. */
export function operationFor(lookup: OperationLookup, method: string, path: string): OperationInfo {
  const kind = /^(GET|HEAD|OPTIONS)$/.test(method) ? "read" : "create";
  return lookup(method, path) ?? { id: `${method} ${path}`, kind };
}
