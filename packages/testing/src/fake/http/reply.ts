import type { Json } from "../json.ts";

/** What a handler answers: a JSON body, or none at all. */
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

  constructor(reply: Reply) {
    super(`Refused with ${reply.status}`);
    this.reply = reply;
  }
}

export function badRequest(json: Json): Refusal {
  return new Refusal({ status: 400, json });
}

export function unauthorized(detail: string): Refusal {
  return new Refusal({ status: 401, json: { detail }, headers: { "WWW-Authenticate": "Token" } });
}

export function forbidden(detail = "You do not have permission to perform this action."): Refusal {
  return new Refusal({ status: 403, json: { detail } });
}

/** The sentence differs by generation: `Not found.` on 2021, `No Resource matches the given query.` later. */
export function notFound(detail = "Not found."): Refusal {
  return new Refusal({ status: 404, json: { detail } });
}

export function methodNotAllowed(method: string): Refusal {
  return new Refusal({ status: 405, json: { detail: `Method "${method}" not allowed.` } });
}

export function notAcceptable(): Refusal {
  return new Refusal({ status: 406, json: { detail: "Could not satisfy the request Accept header." } });
}

export function conflict(detail: string): Refusal {
  return new Refusal({ status: 409, json: { detail } });
}

export function unsupportedMediaType(type: string): Refusal {
  return new Refusal({ status: 415, json: { detail: `Unsupported media type "${type}" in request.` } });
}

/** An exception the server does not catch: HTML, whatever was asked for. */
export class ServerCrash extends Error {}
