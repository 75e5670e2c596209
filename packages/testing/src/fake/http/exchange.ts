import { type Json, parseJson } from "../state/values.ts";

/** A request on its way to the fake's handlers, as a fault sees it. */
export interface InterceptedRequest {
  readonly request: Request;
  /** The spec's name of the operation; undefined for addresses the spec does not have. */
  readonly operationId: string | undefined;
}

/**
 * The one place where faults act. Call `next` to let the server do its work, once, or not at all; return its
 * answer, another one, or throw {@link ConnectionLost}. What `next` has done stays done whatever comes after.
 * Answers carry their `Content-Length`: drop it from one whose body is changed.
 */
export type Intercept = (exchange: InterceptedRequest, next: () => Promise<Response>) => Promise<Response>;

/** Thrown by an intercept: the client's connection ends without an answer, over HTTP as in process. */
export class ConnectionLost extends Error {
  constructor(message = "The connection was lost.") {
    super(message);
    this.name = "ConnectionLost";
  }
}

/** One request the fake has seen, with what it answered. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** Parsed when it is JSON, text otherwise, undefined when there was none. */
  readonly body: Json | undefined;
  readonly headers: Headers;
  readonly operationId: string | undefined;
  /** Undefined while it is being worked on, and when the connection was lost. */
  status: number | undefined;
}

export function loggedRequest(
  request: Request,
  text: string,
  operationId: string | undefined,
): LoggedRequest {
  const url = new URL(request.url);
  const names = new Set(url.searchParams.keys());
  return {
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries([...names].map((name) => [name, url.searchParams.getAll(name)])),
    body: text === "" ? undefined : (parseJson(text) ?? text),
    headers: new Headers(request.headers),
    operationId,
    status: undefined,
  };
}
