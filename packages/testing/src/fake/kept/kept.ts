import { REQUIRED } from "../body/fields.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import type { Columns } from "../http/columns.ts";
import { type Filters, filterOf } from "../http/filters.ts";
import { list } from "../http/list.ts";
import { badRequest, created, empty, notFound, ok, type Reply } from "../http/reply.ts";
import { action, listAction, type Route, route, served } from "../http/route.ts";
import { isJsonObject, type JsonObject, parseUuid } from "../state/values.ts";
import { COLLECTIONS, type Collection, type KeptAction } from "./collections.ts";

/** Rows of any columns, which are filters as well; whoever has a token sees all of them. */
function listRows(path: string, call: ApiCall): Reply {
  const rows = rowsAt(path, call);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns: Columns<JsonObject> = Object.fromEntries(
    names.map((name) => [name, (row: JsonObject) => row[name]]),
  );
  const filters: Filters<JsonObject> = Object.fromEntries(
    names.map((name) => [name, filterOf<JsonObject>((row, value) => String(row[name]) === value)]),
  );
  return list(rows, { columns: () => columns, filters: () => filters }, call);
}

function rowsAt(path: string, { store }: ApiCall): JsonObject[] {
  const rows = store.kept.get(path) ?? [];
  store.kept.set(path, rows);
  return rows;
}

function rowInPath(path: string, call: ApiCall): JsonObject {
  const uuid = parseUuid(call.params.uuid ?? "");
  const row = rowsAt(path, call).find((it) => it.uuid === uuid);
  if (row === undefined) throw notFound();
  return row;
}

function sentIn(call: ApiCall, hides: readonly string[] = []): JsonObject {
  const body = call.body();
  const sent = isJsonObject(body) ? Object.entries(body) : [];
  return Object.fromEntries(sent.filter(([name]) => !hides.includes(name)));
}

function demandKeys(call: ApiCall, names: readonly string[]): void {
  const sent = sentIn(call);
  const missing = names.filter((name) => sent[name] === undefined);
  if (missing.length > 0) throw badRequest(Object.fromEntries(missing.map((name) => [name, [REQUIRED]])));
}

/** Keeps a new row. */
function keep(path: string, columns: JsonObject, call: ApiCall): JsonObject {
  const uuid = call.world.newUuid();
  const now = call.world.timestamp();
  const row = { url: urlOf(call, `${path}/${uuid}/`), uuid, created: now, modified: now, ...columns };
  rowsAt(path, call).push(row);
  return row;
}

function change(row: JsonObject, columns: JsonObject, call: ApiCall): JsonObject {
  return Object.assign(row, columns, { modified: call.world.timestamp() });
}

function withSecret(row: JsonObject, { secret }: Collection, call: ApiCall): Reply {
  return created(secret === undefined ? row : { ...row, [secret]: call.world.newUuid() });
}

function make(path: string, collection: Collection, call: ApiCall): Reply {
  const { row = {}, requires = [], hides } = collection;
  demandKeys(call, requires);
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
  // As the spec names them: by the path.
  const id = path.replace(/^marketplace-/, "").replaceAll("-", "_");
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
        GET: listAction(`${id}_list`, (call) => listRows(path, call)),
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
  demandKeys(call, ["resource", "client_id", "api_key"]);
  return created(keep(KEYS, { state: "OK", ...sentIn(call, ["api_key"]) }, call));
}

const registered = served(
  { since: "8.1" },
  route("event-consumers/register/", { POST: action("event_consumers_register", registerConsumer) }),
  route(`${KEYS}/report_created/`, { POST: action("resource_api_keys_report_created", reportKey) }),
);

export const keptRoutes: readonly Route[] = [
  ...registered,
  ...Object.entries(COLLECTIONS).flatMap(([path, collection]) => routesAt(path, collection)),
];
