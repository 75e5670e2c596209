import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CORE_SCHEMA, load } from "js-yaml";
import { TestServerError } from "../errors.ts";
import { indexOperations, type OperationIndex } from "./operation-index.ts";
import type { SpecDocument } from "./spec-document.ts";

// The published package carries a copy in dist/; a checkout reads the one source.
const PLACES = ["../puhuri.yaml", "../../../../spec/puhuri.yaml"];

/**
 * Finds the spec on disk: the copy in the published package, or `spec/puhuri.yaml` of the checkout.
 *
 * @param moduleUrl where this module lies; only tests give another.
 * @throws {TestServerError} `spec_missing`: neither is there.
 */
export function specPath(moduleUrl: string = import.meta.url): string {
  const paths = PLACES.map((place) => fileURLToPath(new URL(place, moduleUrl)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) {
    const problem = `puhuri.yaml is missing: looked for ${paths.join(" and ")}. A bundler has to leave this package outside.`;
    throw new TestServerError("spec_missing", problem);
  }
  return found;
}

/**
 * Reads and parses the spec, anew each time.
 *
 * @throws {TestServerError} `spec_missing`.
 */
export function loadSpec(): SpecDocument;
export function loadSpec(): unknown {
  return load(readFileSync(specPath(), "utf8"), { schema: CORE_SCHEMA });
}

let operations: OperationIndex | undefined;

/** All operations of the spec, read once: it is large. */
export function specOperations(): OperationIndex {
  operations ??= indexOperations(loadSpec());
  return operations;
}
