import { type OperationKind, parseRetryAfter } from "./retry-policy.ts";

/** What openapi-fetch has put together: a `Request` of the platform, or as much of one as is needed. */
export type RequestToSend = Pick<Request, "url" | "method" | "headers" | "text">;

/** A request ready to go, but for what every request carries. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** An answer, read to its end, whatever its status. */
export interface Reply {
  readonly response: Response;
  readonly text: string;
  /** Of a success: its JSON; undefined where it has no body. */
  readonly data: unknown;
  /** What a success holds instead of what this API answers with, in words; undefined if all is well. */
  readonly garbled: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** What a success must hold; anything if undefined. */
export type Shape = "object" | "objects" | undefined;

/** What was asked, as far as it tells what must be answered. */
export interface Asked {
  readonly method: string;
  readonly kind: OperationKind;
  readonly shape: Shape;
}

/**
 * Reads an answer to its end, and the JSON of a success.
 *
 * @throws What the runtime throws when the body of a success breaks off. An error's status says enough.
 */
export async function readReply(response: Response, asked: Asked, now: number): Promise<Reply> {
  const { ok, headers } = response;
  const isBodyless = asked.method === "HEAD" || isRedirect(response);
  const text = isBodyless ? "" : await (ok ? response.text() : response.text().catch(() => ""));
  const retryAfterMs = ok ? undefined : parseRetryAfter(headers, now);
  const as = (data: unknown, garbled: string | undefined) => ({
    response,
    text,
    data,
    garbled,
    retryAfterMs,
  });
  if (!ok || isBodyless) return as(undefined, undefined);
  try {
    const data: unknown = text.trim() === "" ? undefined : JSON.parse(text);
    return as(data, mismatch(data, asked));
  } catch {
    return as(undefined, /^\s*</.test(text) ? "an HTML page instead of JSON" : "but not valid JSON");
  }
}

function mismatch(data: unknown, { kind, shape }: Asked): string | undefined {
  // Writes are answered with nothing by some servers; what was created is always shown.
  if (data === undefined) return kind === "read" || kind === "create" ? "with an empty body" : undefined;
  if (shape === "object") return isObject(data) ? undefined : "but not with an object";
  if (shape === undefined || (Array.isArray(data) && data.every(isObject))) return undefined;
  return "but not with an array of objects";
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an answer sends the client elsewhere. Browsers hide the status of one that is not followed. */
export function isRedirect({ status, type }: Response): boolean {
  return (status >= 300 && status < 400) || type === "opaqueredirect";
}

/** The origin a redirect leads to: the rest of it may hold more than belongs into a message. */
export function redirectOrigin({ headers }: Response): string | undefined {
  return /^\w+:\/\/[^/?#@\s]+(?![^/?#])/.exec(headers.get("location") ?? "")?.[0];
}

/** The answer as a `Response` that can be read again, for users of the raw client. */
export function toResponse({ response, text }: Reply, method: string): Response {
  if (method === "HEAD") return response;
  const { ok, status, statusText, url } = response;
  // An error without a body would be `undefined` to openapi-fetch, and pass for a success.
  const shown = ok || text.trim() !== "" ? text : JSON.stringify({ detail: `${status} without a body.` });
  const headers = new Headers(response.headers);
  // The body is here, whole and decompressed: openapi-fetch goes by its length.
  headers.delete("content-encoding");
  headers.delete("transfer-encoding");
  headers.set("content-length", `${new TextEncoder().encode(shown).length}`);
  // Some statuses allow no body, not even an empty one.
  const copy = new Response(shown === "" ? null : shown, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}
