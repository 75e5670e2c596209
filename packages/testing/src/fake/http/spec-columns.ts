import { type RowColumn, rowColumns } from "@puhuri/api-types";
import type { Json } from "../state/values.ts";
import { GENERATIONS, type Generation, isMarked } from "../state/words.ts";
import type { ApiCall } from "./call.ts";
import type { Column, Columns } from "./columns.ts";
import type { ByGeneration } from "./generations.ts";

type Kinds = typeof rowColumns;
type NameOf<Kind extends keyof Kinds> =
  | keyof Kinds[Kind]
  | (`${Kind}2021` extends keyof Kinds ? keyof Kinds[`${Kind}2021`] : never);

/** Columns that are worked out, by name. */
export type Own<Kind extends keyof Kinds, Row> = Readonly<Partial<Record<NameOf<Kind>, Column<Row>>>>;

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
  const byGeneration = new Map(
    GENERATIONS.map((generation): [Generation, Columns<Row>] => [
      generation,
      Object.fromEntries(
        specified(kind, generation).map(([name, { is }]) => [
          name,
          worked[name] ?? (is === "nothing" ? leftOut : storedColumn(name, EMPTY[is], relations)),
        ]),
      ),
    ]),
  );
  return (generation) => byGeneration.get(generation) ?? {};
}

function leftOut(): undefined {
  return undefined;
}

function specified(kind: keyof Kinds, generation: Generation): [string, RowColumn][] {
  const kinds: Readonly<Record<string, Readonly<Record<string, RowColumn>>>> = rowColumns;
  const columns = (generation === "2021" ? kinds[`${kind}2021`] : undefined) ?? kinds[kind] ?? {};
  return Object.entries(columns).filter(([, marks]) => isMarked(generation, marks));
}

function storedColumn<Row extends object>(name: string, empty: Json, relations: Relations<Row>): Column<Row> {
  const [prefix = ""] = Object.keys(relations)
    .filter((relation) => name.startsWith(`${relation}_`))
    .sort((a, b) => b.length - a.length);
  const find = relations[prefix];
  if (find === undefined) return (row) => stored(row, name, empty);
  return (row, call) => {
    const other = find(row, call);
    if (other === null || other === undefined) return other === null ? null : missing(call);
    return stored(other, name.slice(prefix.length + 1), stored(row, name, empty));
  };
}

function stored(row: object, name: string, otherwise: Json): Json {
  return Object.hasOwn(row, name) ? Object(row)[name] : otherwise;
}

/** What a column of something that is not there gives: newest servers say null, older ones leave it out. */
export function missing({ world }: ApiCall): null | undefined {
  return world.since("8.0") ? null : undefined;
}
