import type { IncomingMessage } from "node:http";
import type { WireRequest } from "./wire.ts";

/** Reads a message to its end; rejects when the connection is lost before. */
export async function readBytes(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export function headersOf(message: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (values !== undefined) headers[name] = values.join(", ");
  }
  return headers;
}

export function requestFrom(message: IncomingMessage, body: string): WireRequest {
  return { method: message.method ?? "GET", url: urlOf(message), headers: headersOf(message), body };
}

// The target may be a path (`/api/`, even `//api/`) or, from a client that takes this for a proxy, a whole URL.
function urlOf({ url = "/" }: IncomingMessage): URL {
  if (!url.startsWith("/") && URL.canParse(url)) return new URL(url);
  return new URL(`http://mock.invalid${url.startsWith("/") ? url : `/${url}`}`);
}
