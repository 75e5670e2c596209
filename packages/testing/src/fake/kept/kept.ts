import { type ApiCall, callerOf } from "../http/call.ts";
import { created, empty, ok, type Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import type { JsonObject } from "../state/values.ts";
import { COLLECTIONS, type Collection, type KeptAction } from "./collections.ts";
import { plainActionRoutes } from "./plain-actions.ts";
import { change, demandKeys, keep, listRows, rowInPath, rowsAt, sentIn } from "./rows.ts";

function withSecret(row: JsonObject, { secret }: Collection, call: ApiCall): Reply {
  return created(secret === undefined ? row : { ...row, [secret]: call.world.newUuid() });
}

function make(path: string, collection: Collection, call: ApiCall): Reply {
  const { row = {}, requires = [], hides } = collection;
  demandKeys(sentIn(call), requires);
  return withSecret(keep(path, { ...row, ...sentIn(call, hides) }, call), collection, call);
}

function act(path: string, collection: Collection, how: KeptAction, call: ApiCall): Reply {
  const { answer = "row", sets = {}, renews } = how;
  const row = change(rowInPath(path, call), { ...sentIn(call, collection.hides), ...sets }, call);
  if (renews) return withSecret(row, collection, call);
  if (answer === "nothing") return empty(200);
  return ok(answer === "row" ? row : { [answer]: "Done." });
}

function remove(path: string, call: ApiCall): Reply {
  const rows = rowsAt(path, call);
  rows.splice(rows.indexOf(rowInPath(path, call)), 1);
  return empty(204);
}

function routesAt(path: string, collection: Collection): Route[] {
  const { has, since, actions = {} } = collection;
  const offered = {
    create: { POST: (call: ApiCall) => make(path, collection, call) },
    get: { "GET {uuid}/": (call: ApiCall) => ok(rowInPath(path, call)) },
    patch: { "PATCH {uuid}/": (call: ApiCall) => act(path, collection, {}, call) },
    delete: { "DELETE {uuid}/": (call: ApiCall) => remove(path, call) },
  };
  return [
    ...routes(path, { GET: (call) => listRows(rowsAt(path, call), call) }, { since }),
    ...has.flatMap((name) => routes(path, offered[name], { since })),
    ...Object.entries(actions).flatMap(([name, how]) =>
      routes(
        path,
        { [`POST {uuid}/${name}/`]: (call) => act(path, collection, how, call) },
        { since: how.since ?? since },
      ),
    ),
  ];
}

/** There is no broker behind the queue it names. */
function registerConsumer(call: ApiCall): Reply {
  const { uuid, username } = callerOf(call);
  const { object_types = [], ...others } = sentIn(call);
  keep("event-consumers", { ...others, object_types, user_uuid: uuid, user_username: username }, call);
  const queue = { rmq_username: uuid, queue_name: `consumer_${uuid}`, vhost: uuid };
  return created({ ...queue, observable_object_types: object_types });
}

const KEYS = "marketplace-resource-api-keys";

function reportKey(call: ApiCall): Reply {
  demandKeys(sentIn(call), ["resource", "client_id", "api_key"]);
  return created(keep(KEYS, { state: "OK", ...sentIn(call, ["api_key"]) }, call));
}

const registered = [
  ...routes("event-consumers", { "POST register/": registerConsumer }, { since: "8.1" }),
  ...routes(KEYS, { "POST report_created/": reportKey }, { since: "8.1" }),
];

export const keptRoutes: readonly Route[] = [
  ...plainActionRoutes,
  ...registered,
  ...Object.entries(COLLECTIONS).flatMap(([path, collection]) => routesAt(path, collection)),
];
