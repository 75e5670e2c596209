import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import type { World } from "./call.ts";
import { type Intercept, type LoggedRequest, loggedRequest } from "./exchange.ts";
import { answer, type Reply, ServerCrash } from "./reply.ts";
import type { Endpoint } from "./route.ts";
import { actionFor, view } from "./view.ts";

export interface ServerParts {
  readonly endpoints: readonly Endpoint[];
  readonly world: World;
  /** Does what has fallen due by the server's clock. */
  passTime(): void;
  readonly log: LoggedRequest[];
  readonly keepRequests: number;
  readonly intercept?: Intercept | undefined;
  /** Whether pages of any origin may ask; a bare server sends no CORS headers. */
  readonly cors: boolean;
}

/** The fake's HTTP application: Hono finds the route, everything else is here in the order Django does it. */
export function createServer(parts: ServerParts): (request: Request) => Promise<Response> {
  const app = new Hono();
  if (parts.cors) {
    app.use("*", cors({ origin: "*", exposeHeaders: ["Link", "X-Result-Count", "Retry-After"] }));
  }
  const known = new Hono();
  for (const endpoint of parts.endpoints) {
    app.all(endpoint.path, (context) =>
      exchange(parts, context, (text) => serve(parts, endpoint, context, text), endpoint),
    );
    known.all(endpoint.path, (context) => context.text(""));
  }
  const exists = (path: string): boolean => known.router.match("GET", path)[0].length > 0;
  app.notFound((context) => exchange(parts, context, () => strayed(parts, context, exists)));
  // A lost connection, and a mistake in the fake itself, must reach the caller.
  app.onError((error) => {
    throw error;
  });
  return async (request) => app.fetch(request);
}

/** Logs a request and lets the intercept have its say around it. */
async function exchange(
  parts: ServerParts,
  context: Context,
  respond: (bodyText: string) => Response,
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
  parts.world.worker.noticeRequest(request.method);
  parts.passTime();
  const next = async (): Promise<Response> => dated(respond(text), parts.world.now());
  const response =
    parts.intercept === undefined ? await next() : await parts.intercept({ request, operationId }, next);
  logged.status = response.status;
  return response;
}

/** Servers say what time it is to them: by nothing else can a client tell how old a row is. */
function dated(response: Response, now: Date): Response {
  response.headers.set("Date", now.toUTCString());
  return response;
}

function operationIdOf(endpoint: Endpoint, method: string): string | undefined {
  const { operationId, countId } = actionFor(endpoint, method);
  return method === "HEAD" ? countId : operationId;
}

function serve(parts: ServerParts, endpoint: Endpoint, context: Context, bodyText: string): Response {
  const request = context.req.raw;
  const reply = view(endpoint, request, bodyText, context.req.param(), parts.world);
  if (reply instanceof ServerCrash) {
    const words = parts.world.since("2024-10") ? "<p></p>" : "";
    return answer(page(500, "Server Error (500)", words, parts.world), request);
  }
  return answer(reply, request, endpoint.allow);
}

/** An address without its slash is sent there, for every method and before any token is looked at. */
function strayed(parts: ServerParts, context: Context, exists: (path: string) => boolean): Response {
  const url = new URL(context.req.raw.url);
  if (!url.pathname.endsWith("/") && exists(`${url.pathname}/`)) {
    const Location = `${url.pathname}/${url.search}`;
    return answer(
      { status: 301, html: "", headers: { Location, "Content-Type": "text/html; charset=utf-8" } },
      context.req.raw,
    );
  }
  const words = "<p>The requested resource was not found on this server.</p>";
  return answer(page(404, "Not Found", words, parts.world), context.req.raw);
}

/** The framework's own page, which later versions dress up. */
function page(status: number, title: string, words: string, world: World): Reply {
  const body = `<h1>${title}</h1>${words}`;
  if (!world.since("2024-10")) return { status, html: body };
  const html = `\n<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  ${body}\n</body>\n</html>\n`;
  return { status, html, headers: { "Content-Type": "text/html; charset=utf-8" } };
}
