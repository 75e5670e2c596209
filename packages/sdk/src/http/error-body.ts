import { decodeForReading } from "./decode-text.ts";

/** What an error answer says, whatever shape it has. */
export interface ErrorBody {
  readonly detail: string | undefined;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
}

const SNIPPET_CHARS = 500;
const MAX_DEPTH = 8;
const GENERAL_KEYS: readonly string[] = ["detail", "details", "status", "error_message"];

/**
 * Reads an error body: an object of arrays, of sentences, or nested by position; a bare array or string; HTML; nothing.
 *
 * @param redact - Takes the token out, should a server or proxy send it back.
 */
export function parseErrorBody(
  bytes: Uint8Array,
  contentType: string | null,
  redact: (text: string) => string,
): ErrorBody {
  const text = redact(decodeForReading(bytes, contentType));
  const general: string[] = [];
  // Without a prototype: fields may be called anything.
  const fields: Record<string, string[]> = Object.create(null);

  /** Messages of `[[…], {…}]` and `{a: {b: […]}}` by path; a position in the path only where it tells rows apart. */
  function collect(value: unknown, path: string, depth: number): void {
    if (typeof value === "object") {
      for (const [key, inner] of Object.entries(value ?? {})) {
        const isMessage = Array.isArray(value) && typeof inner !== "object";
        const place = path === "" ? key : `${path}.${key}`;
        if (depth < MAX_DEPTH) collect(inner, isMessage ? path : place, depth + 1);
      }
    } else if (depth === 0 || (depth === 1 && GENERAL_KEYS.includes(path))) general.push(String(value));
    else {
      const messages = fields[path || "non_field_errors"] ?? [];
      fields[path || "non_field_errors"] = [...messages, String(value)];
    }
  }

  let body: unknown;
  try {
    body = JSON.parse(text);
    collect(body, "", 0);
  } catch {
    body = snippetOf(text) || undefined;
  }
  return { detail: general.join(" ") || undefined, fieldErrors: { ...fields }, body };
}

/** The first characters of a text, on one line. */
export function snippetOf(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, SNIPPET_CHARS);
}
