import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { SpecDocument } from "./spec-document.ts";

// The published package carries a copy in dist/; a checkout reads the one source.
const PLACES = ["../puhuri.yaml", "../../../../spec/puhuri.yaml"];

/**
 * Finds the spec on disk: the copy in the published package, or `spec/puhuri.yaml` of the checkout.
 *
 * @param moduleUrl where this module lies; only tests give another.
 * @throws {Error} when neither is there.
 */
export function specPath(moduleUrl: string = import.meta.url): string {
  const paths = PLACES.map((place) => fileURLToPath(new URL(place, moduleUrl)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`puhuri.yaml is missing: looked for ${paths.join(" and ")}`);
  return found;
}

/**
 * Reads and parses the spec, anew each time.
 *
 * @throws {Error} when the file is missing or is not YAML.
 */
export function loadSpec(): SpecDocument {
  return parse(readFileSync(specPath(), "utf8"));
}
