import type { ApiCall, World } from "./api-call.ts";
import { authenticate } from "./authentication.ts";
import { parseBody } from "./body.ts";
import { negotiate } from "./negotiation.ts";
import { methodNotAllowed, ok, Refusal, type Reply, ServerCrash, unauthorized } from "./reply.ts";
import type { Action, Method, Route } from "./route.ts";

/** What a route gives for a request, in the order Django REST framework checks: format, token, method, handler. */
export function view(
  route: Route,
  request: Request,
  bodyText: string,
  params: Record<string, string>,
  world: World,
): Reply | ServerCrash {
  const url = new URL(request.url);
  try {
    negotiate(request.headers.get("accept"), url.searchParams.get("format"));
    const caller = authenticate(request.headers.get("authorization"), world);
    if (caller === null && route.isPublic !== true) {
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
    return actionFor(route, request.method).handle(call);
  } catch (error) {
    if (error instanceof Refusal) {
      return error.reply;
    }
    if (error instanceof ServerCrash) {
      return error;
    }
    throw error;
  }
}

/** The action that serves a method; HEAD is served by GET's, OPTIONS describes the view unless it crashes. */
export function actionFor(route: Route, method: string): Action {
  const name = method === "HEAD" ? "GET" : method;
  const found = isMethod(name) ? route.actions[name] : undefined;
  return found ?? (method === "OPTIONS" ? describe : refuse);
}

function isMethod(name: string): name is Method {
  return ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(name);
}

const refuse: Action = {
  handle(call) {
    throw methodNotAllowed(call.method);
  },
};

const describe: Action = {
  handle(call) {
    const parses = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
    return ok({ name: call.url.pathname, description: "", renders: ["application/json"], parses });
  },
};
