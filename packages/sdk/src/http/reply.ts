import { type Failure, type OperationKind, parseRetryAfter } from "./retry-policy.ts";

/** What the JSON of a success must be; anything if undefined. */
export type Shape = "object" | "objects" | undefined;

/** What was asked, as far as it decides what must be answered. */
export interface Asked {
  readonly method: string;
  readonly operation: { readonly kind: OperationKind };
  readonly shape: Shape;
}

/** An answer, read to its end, whatever its status. */
export interface Reply {
  readonly response: Response;
  readonly text: string;
  /** The JSON of a success; undefined where it has no body. */
  readonly data?: unknown;
  /** Undefined for a success that makes sense. */
  readonly failure?: Failure;
  /** What came instead of an answer of this API, in words. */
  readonly strange?: string;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Reads an answer to its end.
 *
 * @throws What the runtime throws when the body of a success breaks off. Of an error, the status says enough.
 */
export async function readReply(response: Response, asked: Asked, now: number): Promise<Reply> {
  const { ok, status, type, headers } = response;
  // Browsers hide the status of a redirect that is not followed.
  if ((status >= 300 && status < 400) || type === "opaqueredirect") {
    const strange = `a redirect${whereTo(response)} that is not followed: check baseUrl (https, host, final slash)`;
    return { response, text: "", failure: "barred", strange };
  }
  const isHead = asked.method === "HEAD";
  if (ok && isHead) return { response, text: "" };
  if (ok) {
    const text = await response.text();
    return { response, text, ...contentOf(text, asked) };
  }
  const text = isHead ? "" : await response.text().catch(() => "");
  const retryAfterMs = parseRetryAfter(headers, now);
  const failure = status === 503 && retryAfterMs !== undefined ? "busy" : status;
  return { response, text, failure, retryAfterMs };
}

/** Only the origin: the rest may hold more than belongs into a message. */
function whereTo({ headers }: Response): string {
  const location = headers.get("location") ?? "";
  return URL.canParse(location) ? ` to ${new URL(location).origin}` : "";
}

function contentOf(text: string, asked: Asked): Pick<Reply, "data" | "failure" | "strange"> {
  try {
    const data: unknown = text.trim() === "" ? undefined : JSON.parse(text);
    const strange = mismatch(data, asked);
    return strange === undefined ? { data } : { failure: "garbled", strange };
  } catch {
    const strange = /^\s*</.test(text) ? "an HTML page instead of JSON" : "but not valid JSON";
    return { failure: "garbled", strange };
  }
}

function mismatch(data: unknown, { operation, shape }: Asked): string | undefined {
  if (data === undefined) {
    // Some servers answer a write with nothing. Only a creation must show what was made.
    const { kind } = operation;
    return kind === "read" || kind === "create" ? "with an empty body" : undefined;
  }
  if (shape === "object") return isObject(data) ? undefined : "but not with an object";
  if (shape === undefined || (Array.isArray(data) && data.every(isObject))) return undefined;
  return "but not with an array of objects";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The answer as a `Response` that can be read again, for users of the raw client. */
export function toResponse({ response, text }: Reply, method: string): Response {
  if (method === "HEAD") return response;
  const { ok, status, statusText, url } = response;
  // An error without a body would be `undefined` to openapi-fetch, and pass for a success.
  const shown = ok || text.trim() !== "" ? text : JSON.stringify({ detail: `${status} without a body.` });
  const headers = new Headers(response.headers);
  // The body is here, whole and decompressed, and openapi-fetch goes by its length.
  headers.delete("content-encoding");
  headers.delete("transfer-encoding");
  headers.set("content-length", `${new TextEncoder().encode(shown).length}`);
  // Some statuses allow no body, not even an empty one.
  const copy = new Response(shown === "" ? null : shown, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}
