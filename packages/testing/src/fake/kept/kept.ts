/** Rows of any columns, by the path of their collection: kept as they are sent, and shown to everybody. */
import { REQUIRED } from "../body/fields.ts";
import { type ApiCall, urlOf } from "../http/call.ts";
import { stored } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { list } from "../http/list.ts";
import { badRequest, created, empty, notFound, ok, type Reply } from "../http/reply.ts";
import { isSpecified, type Route, routes, specifiedAt } from "../http/route.ts";
import { isJsonObject, type JsonObject, parseUuid } from "../state/values.ts";
import { COLLECTIONS, type Collection } from "./collections.ts";

export function rowsAt(path: string, { store }: ApiCall): JsonObject[] {
  const rows = store.kept.get(path) ?? [];
  store.kept.set(path, rows);
  return rows;
}

/** Columns are filters as well; `more` are those that do more than compare one. */
export function listRows(
  rows: readonly JsonObject[],
  call: ApiCall,
  more: match.Filters<JsonObject> = {},
): Reply {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const equal = Object.fromEntries(names.map((name) => [name, equalFilter(name)]));
  return list(rows, { columns: () => stored(...names), filters: () => ({ ...equal, ...more }) }, call);
}

export function equalFilter(column: string): match.Filter<JsonObject> {
  return match.that((row, value) => String(row[column]) === value);
}

export function keptRowInPath(path: string, call: ApiCall): JsonObject {
  const uuid = parseUuid(call.params.uuid ?? "");
  const row = rowsAt(path, call).find((it) => it.uuid === uuid);
  if (row === undefined) throw notFound();
  return row;
}

export function sentIn(call: ApiCall, hides: readonly string[] = []): JsonObject {
  const body = call.body();
  const sent = isJsonObject(body) ? Object.entries(body) : [];
  return Object.fromEntries(sent.filter(([name]) => !hides.includes(name)));
}

export function demandKeys(sent: JsonObject, names: readonly string[]): void {
  const missing = names.filter((name) => sent[name] === undefined);
  if (missing.length > 0) throw badRequest(Object.fromEntries(missing.map((name) => [name, [REQUIRED]])));
}

export function keep(path: string, columns: JsonObject, call: ApiCall): JsonObject {
  const row = newRow(path, columns, call);
  rowsAt(path, call).push(row);
  return row;
}

export function newRow(path: string, columns: JsonObject, call: ApiCall): JsonObject {
  const uuid = call.world.newUuid();
  const now = call.world.timestamp();
  return { url: urlOf(call, `${path}/${uuid}/`), uuid, created: now, modified: now, ...columns };
}

export function change(row: JsonObject, columns: JsonObject, call: ApiCall): JsonObject {
  return Object.assign(row, columns, { modified: call.world.timestamp() });
}

export function remove(path: string, call: ApiCall): Reply {
  const rows = rowsAt(path, call);
  rows.splice(rows.indexOf(keptRowInPath(path, call)), 1);
  return empty(204);
}

function withSecret(row: JsonObject, { secret }: Collection, call: ApiCall): Reply {
  return created(secret === undefined ? row : { ...row, [secret]: call.world.newUuid() });
}

function make(path: string, collection: Collection, call: ApiCall): Reply {
  const { row = {}, requires = [], hides } = collection;
  demandKeys(sentIn(call), requires);
  return withSecret(keep(path, { ...row, ...sentIn(call, hides) }, call), collection, call);
}

/** Without an action it is a change of the row itself. */
function act(path: string, collection: Collection, action: string | undefined, call: ApiCall): Reply {
  const { hides, renewedBy, states = {}, answers } = collection;
  const state = states[action ?? ""];
  const sets = state === undefined ? {} : { state };
  const row = change(keptRowInPath(path, call), { ...sentIn(call, hides), ...sets }, call);
  if (action === undefined) return ok(row);
  if (action === renewedBy) return withSecret(row, collection, call);
  if (answers === "nothing") return empty(200);
  return ok(answers === undefined ? row : { [answers]: "Done." });
}

function routesAt(path: string, collection: Collection): Route[] {
  const actions = specifiedAt(path)
    .map((name) => /^POST \{uuid\}\/([^/]+)\/$/.exec(name))
    .filter((match) => match !== null)
    .map(([name, action]) => [name, (call: ApiCall) => act(path, collection, action, call)]);
  return routes(path, {
    GET: (call) => listRows(rowsAt(path, call), call),
    POST: (call) => make(path, collection, call),
    "GET {uuid}/": (call) => ok(keptRowInPath(path, call)),
    "PATCH {uuid}/": (call) => act(path, collection, undefined, call),
    "DELETE {uuid}/": (call) => remove(path, call),
    ...Object.fromEntries(actions),
  }).filter(isSpecified);
}

export const keptRoutes: readonly Route[] = Object.entries(COLLECTIONS).flatMap(([path, collection]) =>
  routesAt(path, collection),
);
