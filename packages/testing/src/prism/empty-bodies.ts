import { resolve, type SpecDocument } from "../contract/spec-document.ts";
import type { Operation } from "./load-prism.ts";

/** Whether the spec says of a response that some servers send it without its body, which Prism knows nothing about. */
export function mayBeEmpty(spec: SpecDocument, operation: Operation, status: number): boolean {
  const methods = Object.entries(spec.paths[operation.path] ?? {});
  const responses = methods.find(([method]) => method === operation.method)?.[1]?.responses;
  const described = responses?.[String(status)];
  if (described === undefined) return false;
  return resolve(spec.components.responses, described)["x-body-may-be-empty"] === true;
}
