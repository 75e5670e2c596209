import type { Fault, FaultTools } from "../fault.ts";

/** What a body is replaced with; undefined leaves the answer as it is. */
export type Change = (
  bytes: Uint8Array<ArrayBuffer>,
  request: Request,
  tools: FaultTools,
) => BodyInit | undefined;

/**
 * A fault that lets the server do its work and changes the body of its answer. Answers without one, as those to
 * HEAD, stay as they are.
 */
export function changedAnswer(name: string, change: Change): Fault {
  return {
    name,
    async inject({ request }, next, tools) {
      const response = await next();
      if (request.method === "HEAD" || response.body === null) return undefined;
      const bytes = new Uint8Array(await response.clone().arrayBuffer());
      const body = bytes.byteLength === 0 ? undefined : change(bytes, request, tools);
      return body === undefined ? undefined : withBody(response, body);
    },
  };
}

function withBody({ status, statusText, headers: before }: Response, body: BodyInit): Response {
  const headers = new Headers(before);
  // They describe the body that was there.
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(body, { status, statusText, headers });
}
