import { METHODS, type Operation, type SpecDocument } from "./spec-document.ts";

/** The server generations of the spec: every operation is tagged with those that have it. */
export const DIALECTS = ["2021", "current"] as const;
/** A generation of servers, as operations of the spec are tagged. */
export type SpecDialect = (typeof DIALECTS)[number];

export interface IndexedOperation {
  operation: Operation;
  method: string;
  /** As in the spec: `/api/users/{uuid}/`. */
  template: string;
}

export interface OperationMatch extends IndexedOperation {
  pathParameters: Record<string, string>;
}

export interface OperationIndex {
  operations: readonly IndexedOperation[];
  /** Finds the operation of a method and a path without query. */
  match(method: string, path: string): OperationMatch | undefined;
}

/** Lists the operations of the spec, of one dialect if given, and finds them by request. */
export function indexOperations(spec: SpecDocument, dialect?: SpecDialect): OperationIndex {
  const operations = Object.entries(spec.paths).flatMap(([template, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      const included = operation !== undefined && (dialect === undefined || operation.tags.includes(dialect));
      return included
        ? [{ operation, method: method.toUpperCase(), template, segments: template.split("/") }]
        : [];
    }),
  );
  // Literal segments win over {uuid}: set_usage/ is not the uuid of a usage.
  operations.sort((a, b) => placeholders(a.segments) - placeholders(b.segments));
  return {
    operations,
    match(method, path) {
      const segments = path.split("/");
      for (const candidate of operations) {
        if (candidate.method !== method.toUpperCase()) continue;
        const pathParameters = matchSegments(candidate.segments, segments);
        if (pathParameters !== undefined) {
          const { operation, template } = candidate;
          return { operation, method: candidate.method, template, pathParameters };
        }
      }
      return undefined;
    },
  };
}

function placeholders(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith("{")).length;
}

function matchSegments(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const found: Record<string, string> = {};
  for (const [i, expected] of template.entries()) {
    const actual = segments[i] ?? "";
    if (expected.startsWith("{") && actual !== "") found[expected.slice(1, -1)] = actual;
    else if (expected !== actual) return undefined;
  }
  return found;
}
