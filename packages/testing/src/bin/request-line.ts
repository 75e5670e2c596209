import type { InterceptedRequest } from "../fake/http/exchange.ts";

/** A request in one line, with what became of it. */
export function requestLine(
  { request, operationId }: InterceptedRequest,
  status: number | undefined,
  faults: readonly string[],
): string {
  const { pathname, search } = new URL(request.url);
  const struck = faults.length === 0 ? "" : ` (${faults.join(", ")})`;
  return `${request.method} ${pathname}${search} → ${status ?? "no answer"} ${operationId ?? "no operation"}${struck}`;
}
