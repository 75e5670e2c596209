import { Hono } from "hono";
import { cors } from "hono/cors";

/** Lets pages of any origin in; a bare server sends no CORS headers. */
export function withCors(
  respond: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  const app = new Hono();
  app.use("*", cors({ origin: "*", exposeHeaders: ["Link", "X-Result-Count", "Retry-After"] }));
  app.all("*", (context) => respond(context.req.raw));
  app.onError((error) => {
    throw error;
  });
  return async (request) => app.fetch(request);
}
