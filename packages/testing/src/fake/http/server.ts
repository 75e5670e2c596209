import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import type { World } from "./call.ts";
import { ConnectionLost, type Intercept, type LoggedRequest, loggedRequest } from "./exchange.ts";
import { answer, page, type Reply } from "./reply.ts";
import type { Endpoint } from "./route.ts";
import { actionFor, view } from "./view.ts";

interface ServerParts {
  readonly endpoints: readonly Endpoint[];
  readonly world: World;
  /** Does what has fallen due by the server's clock. */
  passTime(): void;
  readonly log: LoggedRequest[];
  readonly keepRequests: number;
  readonly intercept: Intercept | undefined;
  /** Whether pages of any origin may ask; a bare server sends no CORS headers. */
  readonly cors: boolean;
}

type Respond = (request: Request) => Promise<Response>;

/** The fake's HTTP application: Hono finds the route, everything else is here in the order Django does it. */
export function createServer(parts: ServerParts): Respond {
  const app = new Hono();
  if (parts.cors) {
    app.use("*", cors({ origin: "*", exposeHeaders: ["Link", "X-Result-Count", "Retry-After"] }));
  }
  for (const endpoint of parts.endpoints) {
    const reply = (text: string, context: Context): Reply =>
      view(endpoint, context.req.raw, text, context.req.param(), parts.world);
    app.all(endpoint.path, (context) => exchange(parts, context, reply, endpoint));
    app.all(endpoint.path.slice(0, -1), (context) => exchange(parts, context, withSlash));
  }
  const words = "<p>The requested resource was not found on this server.</p>";
  app.notFound((context) => exchange(parts, context, () => page(404, "Not Found", words, parts.world)));
  // A lost connection, and a mistake in the fake itself, must reach the caller.
  app.onError((error) => {
    throw error;
  });
  return async (request) => app.fetch(request);
}

/** Logs a request and lets the intercept have its say around it. */
async function exchange(
  { world, ...parts }: ServerParts,
  context: Context,
  reply: (bodyText: string, context: Context) => Reply,
  endpoint?: Endpoint,
): Promise<Response> {
  const request = context.req.raw;
  const operationId = endpoint === undefined ? undefined : operationIdOf(endpoint, request.method);
  const text = await request.clone().text();
  const logged = loggedRequest(request, text, operationId);
  parts.log.push(logged);
  if (parts.log.length > parts.keepRequests) {
    parts.log.shift();
  }
  world.worker.noticeRequest(request.method);
  parts.passTime();
  const next = async (): Promise<Response> => {
    const response = answer(reply(text, context), request, endpoint?.allow);
    // By nothing else can a client tell how old a row is.
    response.headers.set("Date", world.now().toUTCString());
    return response;
  };
  const response =
    parts.intercept === undefined ? await next() : await parts.intercept({ request, operationId }, next);
  logged.status = response.status;
  return response;
}

function operationIdOf(endpoint: Endpoint, method: string): string | undefined {
  const { operationId, countId } = actionFor(endpoint, method);
  return method === "HEAD" ? countId : operationId;
}

/** An address without its slash is sent there, for every method and before any token is looked at. */
function withSlash(_text: string, context: Context): Reply {
  const { pathname, search } = new URL(context.req.raw.url);
  const headers = { Location: `${pathname}/${search}`, "Content-Type": "text/html; charset=utf-8" };
  return { status: 301, html: "", headers };
}

/**
 * Makes a `fetch` of the application: aborting, the redirect to an address with its slash (which turns a POST into a
 * GET) and lost connections are what they are over a socket.
 */
export function inProcessFetch(
  respond: Respond,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await unlessAborted(respond, request);
    const location = response.headers.get("location");
    if (response.status !== 301 || location === null || request.redirect === "manual") {
      return labelled(response, request, false);
    }
    if (request.redirect === "error") throw failed("unexpected redirect");
    const followed = redirected(request, new URL(location, request.url));
    return labelled(await unlessAborted(respond, followed), followed, true);
  };
}

async function unlessAborted(respond: Respond, request: Request): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: ended.signal });
  });
  try {
    return await Promise.race([respond(request.clone()), aborted]);
  } catch (error) {
    throw error instanceof ConnectionLost ? failed(error) : error;
  } finally {
    ended.abort();
  }
}

/** As the Fetch standard has it. */
function redirected(request: Request, url: URL): Request {
  if (request.method !== "POST") return new Request(url, request);
  const headers = new Headers(request.headers);
  headers.delete("content-type");
  return new Request(url, { headers, signal: request.signal });
}

/** What fetch rejects with when there is no answer. */
function failed(cause: unknown): TypeError {
  return new TypeError("fetch failed", { cause });
}

/** An answer made by hand has no URL; one that came by fetch has. */
function labelled(response: Response, { url }: Request, redirected: boolean): Response {
  return Object.defineProperties(response, { url: { value: url }, redirected: { value: redirected } });
}
