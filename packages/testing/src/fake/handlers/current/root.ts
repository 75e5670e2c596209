import { type ApiCall, urlOf } from "../../http/api-call.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { type Route, route } from "../../http/route.ts";
import { ROOT_NAMES } from "../../wire/current/root-names.ts";

function listRoot(call: ApiCall): Reply {
  return ok(Object.fromEntries(ROOT_NAMES.map((name) => [name, urlOf(call, `${name}/`)])));
}

export const rootRoutes: readonly Route[] = [
  route("", { GET: { operationId: "root_list", handle: listRoot } }),
];
