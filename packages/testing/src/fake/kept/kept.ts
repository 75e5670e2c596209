import { type ApiCall, callerOf } from "../http/call.ts";
import { created, empty, ok, type Reply } from "../http/reply.ts";
import { action, idOf, listAction, type Route, route, served } from "../http/route.ts";
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
  const id = idOf(path);
  const ofOne = {
    create: {},
    get: { GET: action(`${id}_get`, (call) => ok(rowInPath(path, call))) },
    patch: { PATCH: action(`${id}_update`, (call) => act(path, collection, {}, call)) },
    delete: { DELETE: action(`${id}_delete`, (call) => remove(path, call)) },
  };
  return [
    route(
      `${path}/`,
      {
        GET: listAction(`${id}_list`, (call) => listRows(rowsAt(path, call), call)),
        ...(has.includes("create")
          ? { POST: action(`${id}_create`, (call) => make(path, collection, call)) }
          : {}),
      },
      { since },
    ),
    route(`${path}/{uuid}/`, Object.assign({}, ...has.map((method) => ofOne[method])), { since }),
    ...Object.entries(actions).map(([name, how]) =>
      route(
        `${path}/{uuid}/${name}/`,
        { POST: action(`${id}_${name.replaceAll("-", "_")}`, (call) => act(path, collection, how, call)) },
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

const registered = served(
  { since: "8.1" },
  route("event-consumers/register/", { POST: action("event_consumers_register", registerConsumer) }),
  route(`${KEYS}/report_created/`, { POST: action("resource_api_keys_report_created", reportKey) }),
);

export const keptRoutes: readonly Route[] = [
  ...plainActionRoutes,
  ...registered,
  ...Object.entries(COLLECTIONS).flatMap(([path, collection]) => routesAt(path, collection)),
];
