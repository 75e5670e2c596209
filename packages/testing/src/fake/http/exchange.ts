import { type Json, parseJson } from "../state/values.ts";

/** A request on its way to the fake's handlers, as a fault sees it. */
export interface InterceptedRequest {
  readonly request: Request;
  /** The spec's name of the operation; undefined for addresses the spec does not have. */
  readonly operationId: string | undefined;
}

/**
 * Stands between clients and the fake. Call `next` to let the fake do its work, or do not call it. Return its answer or
 * another one, or throw {@link ConnectionLost}. What `next` has done stays done, whatever comes after. Answers have a
 * `Content-Length`: remove it if you change the body.
 */
export type Intercept = (exchange: InterceptedRequest, next: () => Promise<Response>) => Promise<Response>;

/** Thrown by an intercept: the client's connection ends without an answer, over HTTP as in process. */
export class ConnectionLost extends Error {
  constructor(message = "The connection was lost.") {
    super(message);
    this.name = "ConnectionLost";
  }
}

/** A request that the fake received, and the status it answered with. */
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
