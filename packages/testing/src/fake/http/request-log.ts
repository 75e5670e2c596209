import type { Json } from "../json.ts";

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
    body: text === "" ? undefined : parsed(text),
    headers: new Headers(request.headers),
    operationId,
    status: undefined,
  };
}

function parsed(text: string): Json {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return text;
  }
}
