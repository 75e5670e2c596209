/** Rows of any columns, by the path of their collection. */
import { REQUIRED } from "../body/fields.ts";
import { type ApiCall, urlOf } from "../http/call.ts";
import type { Columns } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { list } from "../http/list.ts";
import { badRequest, notFound, type Reply } from "../http/reply.ts";
import { isJsonObject, type JsonObject, parseUuid } from "../state/values.ts";

/** Columns are filters as well; `more` are those that do more than compare one. */
export function listRows(
  rows: readonly JsonObject[],
  call: ApiCall,
  more: match.Filters<JsonObject> = {},
): Reply {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns: Columns<JsonObject> = Object.fromEntries(
    names.map((name) => [name, (row: JsonObject) => row[name]]),
  );
  const equal = Object.fromEntries(names.map((name) => [name, equalFilter(name)]));
  return list(rows, { columns: () => columns, filters: () => ({ ...equal, ...more }) }, call);
}

export function equalFilter(column: string): match.Filter<JsonObject> {
  return match.that((row, value) => String(row[column]) === value);
}

export function rowsAt(path: string, { store }: ApiCall): JsonObject[] {
  const rows = store.kept.get(path) ?? [];
  store.kept.set(path, rows);
  return rows;
}

export function rowInPath(path: string, call: ApiCall): JsonObject {
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

/** Keeps a new row. */
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
