import type { Json } from "../state/values.ts";
import type { World } from "./call.ts";

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

/** A page of the framework's own, which later versions dress up. */
export function page(status: number, title: string, words: string, world: World): Reply {
  const body = `<h1>${title}</h1>${words}`;
  if (!world.since("2024-10")) return { status, html: body };
  const html = `\n<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  ${body}\n</body>\n</html>\n`;
  return { status, html, headers: { "Content-Type": "text/html; charset=utf-8" } };
}

/** Turns a reply into the HTTP answer, with the headers Django adds to everything. */
export function answer(reply: Reply, request: Request, allow?: string): Response {
  const language = languageOf(request.headers.get("accept-language"));
  const text = reply.json === undefined ? (reply.html ?? "") : translated(reply.json, language);
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
  if (allow !== undefined && reply.html === undefined) {
    headers.set("Allow", allow);
  }
  headers.set("Content-Length", String(body.byteLength));
  return new Response(reply.status === 204 ? null : body, { status: reply.status, headers });
}

/** Django REST framework's own sentences as the recordings show them; Waldur's own stay English. */
const TRANSLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {},
  et: {
    "This field is required.": "Väli on kohustuslik.",
    "Invalid token.": "Sobimatu lubakaart.",
    "The fields offering, user must make a unique set.":
      "Veerud offering, user peavad moodustama unikaalse hulga.",
  },
  de: {
    "This field is required.": "Dieses Feld ist erforderlich.",
    "Invalid token.": "Ungültiges Token",
    "The fields offering, user must make a unique set.":
      "Die Felder offering, user müssen eine eindeutige Menge bilden.",
  },
  ru: {
    "This field is required.": "Обязательное поле.",
    "Invalid token.": "Недопустимый токен.",
    "The fields offering, user must make a unique set.":
      "Поля offering, user должны производить массив с уникальными значениями.",
  },
};

/** The first language of `Accept-Language` the fake knows; English for all others. */
function languageOf(header: string | null): string {
  const asked = (header ?? "").split(",").map((part) => part.trim().toLowerCase().split(/[-;]/)[0] ?? "");
  return asked.find((language) => Object.hasOwn(TRANSLATIONS, language)) ?? "en";
}

function translated(json: Json, language: string): string {
  if (language === "en") return JSON.stringify(json);
  const words = new Map(Object.entries(TRANSLATIONS[language] ?? {}));
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === "string" ? (words.get(value) ?? value) : value,
  );
}
