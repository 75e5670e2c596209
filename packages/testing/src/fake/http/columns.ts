import type { Json, JsonObject } from "../state/values.ts";
import type { ApiCall } from "./call.ts";

export type Column<Row> = (row: Row, call: ApiCall) => Json | undefined;

/** A row's wire form, column by column; a column that gives undefined is left out, as the server does. */
export type Columns<Row> = Readonly<Record<string, Column<Row>>>;

/** Renders a row. `only` are the columns wanted; without it all. */
export function render<Row>(
  columns: Columns<Row>,
  row: Row,
  call: ApiCall,
  only?: ReadonlySet<string>,
): JsonObject {
  const wire: JsonObject = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = only === undefined || only.has(name) ? column(row, call) : undefined;
    if (value !== undefined) {
      wire[name] = value;
    }
  }
  return wire;
}

/**
 * The columns `field=` asks for. Unknown names count for nothing, and when no known one is left the server
 * gives the full row (so does `field=a,b`, which is one unknown name).
 */
export function selectedColumns<Row>(
  columns: Columns<Row>,
  query: URLSearchParams,
): ReadonlySet<string> | undefined {
  const known = query.getAll("field").filter((name) => Object.hasOwn(columns, name));
  return known.length === 0 ? undefined : new Set(known);
}

/** Columns that are stored under the name they are shown by. */
export function stored<Name extends string>(...names: Name[]): Columns<Readonly<Record<Name, Json>>> {
  return Object.fromEntries(names.map((name) => [name, (row) => row[name]]));
}
