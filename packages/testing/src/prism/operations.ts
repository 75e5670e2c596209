import { DIALECTS, type SpecDialect } from "../contract/operation-index.ts";
import type { SpecDocument } from "../contract/spec-document.ts";
import { TestServerError } from "./errors.ts";
import type { Operation, Prism } from "./load-prism.ts";
import { narrowedSpec } from "./narrowed-spec.ts";

export interface OperationsOptions {
  /** Only what this generation has; without it the operations of both. */
  readonly dialect: SpecDialect | undefined;
  /** Whether rows may lack columns, as they do with `field=`. */
  readonly sparse: boolean;
}

const parsed = new WeakMap<SpecDocument, Map<string, Promise<Operation[]>>>();

/** The operations of a spec in Prism's form. They are kept as long as the document is. */
export function operationsOf(
  prism: Prism,
  spec: SpecDocument,
  options: OperationsOptions,
): Promise<readonly Operation[]> {
  const variants = parsed.get(spec) ?? new Map<string, Promise<Operation[]>>();
  parsed.set(spec, variants);
  const key = `${options.dialect} ${options.sparse}`;
  const operations = variants.get(key) ?? readOperations(prism, spec, options);
  variants.set(key, operations);
  return operations;
}

async function readOperations(
  prism: Prism,
  spec: SpecDocument,
  { dialect, sparse }: OperationsOptions,
): Promise<Operation[]> {
  const all = await prism.http.getHttpOperationsFromSpec(narrowedSpec(spec, { dialect, sparse }));
  const served = all.filter((operation) => dialect === undefined || serves(operation, dialect));
  if (served.length > 0) return served;
  throw new TestServerError(
    "invalid_option",
    `The spec has no operations${dialect === undefined ? "" : ` for the dialect ${dialect}`}.`,
  );
}

function serves(operation: Operation, dialect: SpecDialect): boolean {
  const tags = (operation.tags ?? []).map((tag) => tag.name);
  return tags.includes(dialect) || !DIALECTS.some((other) => tags.includes(other));
}
