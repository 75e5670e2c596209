import { decodeForReading } from "./decode-text.ts";

/** What an error answer says, whatever shape it has. */
export interface ErrorBody {
  readonly detail: string | undefined;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
  /** Whether it was JSON at all: an API's own answer, and not that of a proxy or of the web server. */
  readonly isJson: boolean;
}

const SNIPPET_CHARS = 500;
const MAX_DEPTH = 8;
const GENERAL_KEYS: ReadonlySet<string> = new Set(["detail", "details", "status", "error_message"]);
const NO_FIELD = "non_field_errors";

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
  const text = redact(decodeForReading(bytes, contentType)).trim();
  const json = parseJson(text);
  if (json === undefined) {
    return {
      detail: undefined,
      fieldErrors: {},
      body: text === "" ? undefined : snippetOf(text),
      isJson: false,
    };
  }
  const general: string[] = [];
  const fields = new Map<string, string[]>();
  const add = (path: string, message: string): void => {
    const messages = fields.get(path);
    if (messages === undefined) fields.set(path, [message]);
    else messages.push(message);
  };
  if (typeof json === "string") general.push(json);
  else if (typeof json === "object" && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      if (GENERAL_KEYS.has(key) && typeof value === "string") general.push(value);
      else if (Array.isArray(json) && typeof value === "string") add(NO_FIELD, value);
      else flatten(key, value, add, 1);
    }
  }
  return {
    detail: general.length === 0 ? undefined : general.join(" "),
    fieldErrors: Object.fromEntries(fields),
    body: json,
    isJson: true,
  };
}

/** The first characters of a text, on one line. */
export function snippetOf(text: string): string {
  const line = text
    .slice(0, 4 * SNIPPET_CHARS)
    .replace(/\s+/g, " ")
    .trim();
  return line.length > SNIPPET_CHARS ? `${line.slice(0, SNIPPET_CHARS)}…` : line;
}

/** Messages of `[[…], {…}]` and `{a: {b: […]}}` by path; a position in the path only where it tells rows apart. */
function flatten(
  path: string,
  value: unknown,
  add: (path: string, message: string) => void,
  depth: number,
): void {
  if (typeof value === "object" && value !== null) {
    if (depth === MAX_DEPTH) return;
    for (const [key, inner] of Object.entries(value)) {
      const isMessage = Array.isArray(value) && typeof inner !== "object";
      flatten(isMessage ? path : `${path}.${key}`, inner, add, depth + 1);
    }
  } else if (value !== null) {
    add(path, String(value));
  }
}

function parseJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
