import { type Language, translated } from "./language.ts";
import type { Reply } from "./reply.ts";

/** Turns a reply into the HTTP answer, with the headers Django adds to everything. */
export function answer(reply: Reply, language: Language, allow?: string): Response {
  const body = bodyOf(reply, language);
  const headers = new Headers({
    Vary: "Accept-Language, Cookie",
    "Content-Language": language,
    ...reply.headers,
  });
  if (reply.json !== undefined) {
    headers.set("Content-Type", "application/json");
  } else if (reply.html !== undefined && !headers.has("Content-Type")) {
    headers.set("Content-Type", "text/html");
  }
  if (allow !== undefined) {
    headers.set("Allow", allow);
  }
  headers.set("Content-Length", String(body.byteLength));
  return new Response(reply.status === 204 ? null : body, { status: reply.status, headers });
}

function bodyOf(reply: Reply, language: Language): Uint8Array<ArrayBuffer> {
  const text =
    reply.json === undefined ? (reply.html ?? "") : JSON.stringify(translated(reply.json, language));
  return new TextEncoder().encode(text);
}
