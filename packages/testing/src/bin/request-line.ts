import type { SeenRequest } from "../page/request-log.ts";

/** A request in one line, with what became of it. */
export function requestLine({ method, path, status, operationId, faults }: SeenRequest): string {
  const struck = faults.length === 0 ? "" : ` (${faults.join(", ")})`;
  return `${method} ${path} → ${status ?? "no answer"} ${operationId ?? "no operation"}${struck}`;
}
