import type { User } from "../state/people.ts";
import { type Json, type JsonObject, parseJson, timestamp } from "../state/values.ts";
import type { ApiCall, World } from "./call.ts";
import { badRequest, notFound, page, Refusal, type Reply, ServerCrash, unauthorized } from "./reply.ts";
import { type Action, described, disabled, type Endpoint, METHODS } from "./route.ts";

/** What an endpoint gives for a request, in the order Django REST framework checks: format, token, method, handler. */
export function view(
  endpoint: Endpoint,
  request: Request,
  bodyText: string,
  params: Record<string, string>,
  world: World,
): Reply {
  const url = new URL(request.url);
  try {
    negotiate(request.headers.get("accept"), url.searchParams.get("format"));
    const caller = authenticate(request.headers.get("authorization"), world);
    if (caller === null && !endpoint.isPublic) {
      throw unauthorized("Authentication credentials were not provided.");
    }
    const call: ApiCall = {
      world,
      store: world.store,
      method: request.method,
      url,
      query: url.searchParams,
      params,
      caller,
      body: () => parseBody(bodyText, request.headers.get("content-type")),
    };
    return actionFor(endpoint, request.method).handle(call);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    if (!(error instanceof ServerCrash)) throw error;
    return page(500, "Server Error (500)", world.since("2024-10") ? "<p></p>" : "", world);
  }
}

/** The servers speak JSON only: `?format=` of anything else is a 404, an `Accept` without it a 406. */
function negotiate(accept: string | null, format: string | null): void {
  if (format !== null && format !== "" && format !== "json") {
    throw notFound();
  }
  const wanted = (accept ?? "*/*").split(",").map((type) => type.split(";")[0]?.trim() ?? "");
  if (!wanted.some((type) => ["application/json", "application/*", "*/*", ""].includes(type))) {
    throw new Refusal(406, { detail: "Could not satisfy the request Accept header." });
  }
}

/** Who the token belongs to; null without one. Any scheme but `Token` counts as none. */
function authenticate(header: string | null, world: World): User | null {
  const [keyword, token, ...rest] = (header ?? "").split(/\s+/).filter((part) => part !== "");
  if (keyword?.toLowerCase() !== "token") {
    return null;
  }
  if (token === undefined) {
    throw unauthorized("Invalid token. No credentials provided.");
  }
  if (rest.length > 0) {
    throw unauthorized("Invalid token. Token string should not contain spaces.");
  }
  const user = world.store.userOfToken(token);
  if (user === undefined) {
    throw unauthorized("Invalid token.");
  }
  if (!user.is_active) {
    throw unauthorized("User inactive or deleted.");
  }
  const now = world.now();
  const { token_lifetime: lifetime, token_used_at: usedAt } = user;
  if (lifetime !== null && Date.parse(usedAt) + lifetime * 1000 < now.getTime()) {
    throw unauthorized("Token has expired.");
  }
  user.token_used_at = timestamp(now);
  return user;
}

/** The action that serves a method; HEAD is served by GET's, OPTIONS describes the view unless it crashes. */
export function actionFor({ actions, path }: Endpoint, method: string): Action {
  const name = METHODS.find((known) => known === (method === "HEAD" ? "GET" : method));
  const found = name === undefined ? undefined : actions[name];
  return found ?? { handle: method === "OPTIONS" ? described(path) : disabled };
}

/** Parses a body as Django REST framework does: JSON or a form; an empty one is an empty form. */
function parseBody(text: string, contentType: string | null): Json {
  if (text === "") {
    return {};
  }
  const mediaType = (contentType ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType === "application/x-www-form-urlencoded") {
    return Object.fromEntries(new URLSearchParams(text)) satisfies JsonObject;
  }
  if (mediaType !== "application/json") {
    throw new Refusal(415, { detail: `Unsupported media type "${contentType ?? ""}" in request.` });
  }
  const json = parseJson(text);
  if (json === undefined) {
    // As Python says it of a text that begins with a brace, whatever is wrong with it.
    const mistake = "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)";
    throw badRequest({ detail: `JSON parse error - ${mistake}` });
  }
  return json;
}
