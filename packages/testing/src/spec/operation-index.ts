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
      if (operation === undefined || (dialect !== undefined && !operation.tags.includes(dialect))) return [];
      const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
      return [{ operation, method: method.toUpperCase(), template, pattern }];
    }),
  );
  // Literal segments win over {uuid}: set_usage/ is not the uuid of a usage.
  operations.sort((a, b) => placeholders(a.template) - placeholders(b.template));
  return {
    operations,
    match(method, path) {
      const found = operations.find((one) => one.method === method.toUpperCase() && one.pattern.test(path));
      return found && { ...found, pathParameters: { ...found.pattern.exec(path)?.groups } };
    },
  };
}

function placeholders(template: string): number {
  return template.split("{").length;
}
