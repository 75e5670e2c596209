import { loadSpec } from "../contract/load-spec.ts";
import type { SpecDocument } from "../contract/spec-document.ts";

let spec: SpecDocument | undefined;

/** The spec of this package, read once per process: what is made of it is kept by the document. */
export function defaultSpec(): SpecDocument {
  spec ??= loadSpec();
  return spec;
}
