import type { Json } from "../state/values.ts";
import { type Language, translated } from "./language.ts";

/** What a handler answers: a JSON body, a page, or nothing at all. */
export interface Reply {
  readonly status: number;
  readonly json?: Json;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(json: Json, headers: Record<string, string> = {}): Reply {
  return { status: 200, json, headers };
}

export function created(json: Json, headers: Record<string, string> = {}): Reply {
  return { status: 201, json, headers };
}

/** Many actions answer nothing at all, not even `{}`. */
export function empty(status: number): Reply {
  return { status };
}

/** A refusal; handlers and rules throw it. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(status: number, json: Json, headers: Record<string, string> = {}) {
    super(`Refused with ${status}`);
    this.reply = { status, json, headers };
  }
}

export function badRequest(json: Json): Refusal {
  return new Refusal(400, json);
}

export function unauthorized(detail: string): Refusal {
  return new Refusal(401, { detail }, { "WWW-Authenticate": "Token" });
}

export function forbidden(detail = "You do not have permission to perform this action."): Refusal {
  return new Refusal(403, { detail });
}

/** The sentence differs by generation: `Not found.` on 2021, `No Resource matches the given query.` later. */
export function notFound(detail = "Not found."): Refusal {
  return new Refusal(404, { detail });
}

export function methodNotAllowed(method: string): Refusal {
  return new Refusal(405, { detail: `Method "${method}" not allowed.` });
}

export function conflict(detail: string): Refusal {
  return new Refusal(409, { detail });
}

/** An exception the server does not catch: HTML, whatever was asked for. */
export class ServerCrash extends Error {}

/** Turns a reply into the HTTP answer, with the headers Django adds to everything. */
export function answer(reply: Reply, language: Language, allow?: string): Response {
  const text =
    reply.json === undefined ? (reply.html ?? "") : JSON.stringify(translated(reply.json, language));
  const body = new TextEncoder().encode(text);
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
