import { type RowColumn, rowColumns } from "@puhuri/api-types/tables";
import type { Json, JsonObject } from "../state/values.ts";
import { type Generation, isMarked } from "../state/words.ts";
import type { ApiCall } from "./call.ts";
import { type ByGeneration, table } from "./generations.ts";

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

type Kinds = typeof rowColumns;

/** What a table of the spec has for a kind of row, or for its form on 2021 servers. */
export type NameOf<Kinds, Kind extends keyof Kinds & string> =
  | keyof Kinds[Kind]
  | (`${Kind}2021` extends keyof Kinds ? keyof Kinds[`${Kind}2021`] : never);

/** Columns that are worked out, by name. */
export type Own<Kind extends keyof Kinds, Row> = Readonly<Partial<Record<NameOf<Kinds, Kind>, Column<Row>>>>;

/** What a row belongs to, by what names of its columns begin with. */
export type Relations<Row> = Readonly<Record<string, (row: Row, call: ApiCall) => object | null | undefined>>;

const EMPTY: Readonly<Record<Exclude<RowColumn["is"], "nothing">, Json>> = {
  null: null,
  string: "",
  number: 0,
  integer: 0,
  boolean: false,
  array: [],
  object: {},
};

/**
 * The columns that the spec has of a kind of row. One that is not among `own` shows what is stored: of what the row
 * belongs to, as `project_name` does, or of itself. Of what nothing is stored, there is nothing in any row.
 */
export function columnsOf<Kind extends keyof Kinds, Row extends object>(
  kind: Kind,
  own: Own<Kind, Row>,
  relations: Relations<Row> = {},
): ByGeneration<Columns<Row>> {
  const worked: Columns<Row> = Object.fromEntries(Object.entries(own));
  return table((generation) =>
    Object.fromEntries(
      specified<RowColumn>(rowColumns, kind, generation).map(([name, { is }]) => [
        name,
        worked[name] ?? (is === "nothing" ? leftOut : storedColumn(name, EMPTY[is], relations)),
      ]),
    ),
  );
}

function leftOut(): undefined {
  return undefined;
}

/** What a table of the spec has for a kind of row, or for its form on 2021 servers. */
export function specified<Marks extends Pick<RowColumn, "since" | "until">>(
  table: Readonly<Record<string, Readonly<Record<string, Marks>>>>,
  kind: string,
  generation: Generation,
): [string, Marks][] {
  const marked = (generation === "2021" ? table[`${kind}2021`] : undefined) ?? table[kind] ?? {};
  return Object.entries(marked).filter(([, marks]) => isMarked(generation, marks));
}

function storedColumn<Row extends object>(name: string, empty: Json, relations: Relations<Row>): Column<Row> {
  const [prefix = ""] = Object.keys(relations)
    .filter((relation) => name.startsWith(`${relation}_`))
    .sort((a, b) => b.length - a.length);
  const find = relations[prefix];
  if (find === undefined) return (row) => storedIn(row, name, empty);
  return (row, call) => {
    const other = find(row, call);
    if (other === null || other === undefined) return other === null ? null : missing(call);
    return storedIn(other, name.slice(prefix.length + 1), storedIn(row, name, empty));
  };
}

/** What a row has under the first of some names that it has anything under: stored, or else shown. */
export function columnNamed<Row extends object>(columns: Columns<Row>, ...names: string[]): Column<Row> {
  return (row, call) => {
    for (const name of names) {
      const value = storedIn(row, name, undefined) ?? columns[name]?.(row, call);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function storedIn<Else>(row: object, name: string, otherwise: Else): Json | Else {
  return Object.hasOwn(row, name) ? Object(row)[name] : otherwise;
}

/** What a column of something that is not there gives: newest servers say null, older ones leave it out. */
export function missing({ world }: ApiCall): null | undefined {
  return world.since("8.0") ? null : undefined;
}
