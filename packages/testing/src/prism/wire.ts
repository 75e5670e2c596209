import { MIMEType } from "node:util";

/** A request as it was on the wire, its body read as text ("" when there is none). */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case, repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Whether a content type can be parsed at all. */
export function isMediaType(contentType: string): boolean {
  try {
    return new MIMEType(contentType).essence !== "";
  } catch {
    return false;
  }
}

/** A body as Prism takes it: parsed when it is JSON, undefined when there is none. */
export interface ParsedBody {
  readonly value: unknown;
  readonly malformed: boolean;
}

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/** Reads a body by its content type. JSON that cannot be parsed stays text and is marked. */
export function parseBody(text: string, contentType: string | undefined): ParsedBody {
  if (text === "") return { value: undefined, malformed: false };
  if (contentType === undefined || !JSON_TYPE.test(contentType)) return { value: text, malformed: false };
  try {
    return { value: JSON.parse(text), malformed: false };
  } catch {
    return { value: text, malformed: true };
  }
}

/** Writes a body that Prism made as text; undefined stays "no body". */
export function serializeBody(body: unknown, contentType: string | undefined): string | undefined {
  if (body === undefined) return undefined;
  if (typeof body === "string" && !JSON_TYPE.test(contentType ?? "")) return body;
  return JSON.stringify(body);
}

/** The query as Prism takes it: a string for one value, an array for several. */
export function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of url.searchParams.keys()) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}
