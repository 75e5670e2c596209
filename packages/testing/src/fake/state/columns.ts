/** What the columns of rows hold: their type, what a seed may give, and what an unremarkable row has in them. */
import { SeedError } from "../../errors.ts";
import type { JsonObject } from "./values.ts";

export interface Column<Value> {
  /** @throws {SeedError} naming the path: a seed may not give that. */
  check(value: unknown, path: string): void;
  usual(): Value;
}

export type ValueOf<Of> = Of extends Column<infer Value> ? Value : never;

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A stored row of these columns. */
export type RowOf<Row extends Columns> = {
  -readonly [Name in keyof Row]: ValueOf<Row[Name]>;
};

/** What a seed says of a row: some of its columns, and those that it cannot do without. */
export type SeedOf<Row extends Columns, Needed extends keyof Row> = Partial<RowOf<Row>> &
  Pick<RowOf<Row>, Needed>;

/** What an unremarkable row has in each column. */
export function usual<Row extends Columns>(columns: Row): RowOf<Row>;
export function usual(columns: Columns): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.usual()]));
}

/** The columns but for some. */
export function without<Row extends Columns, Name extends keyof Row & string>(
  columns: Row,
  ...names: readonly Name[]
): Omit<Row, Name>;
export function without(columns: Columns, ...names: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.includes(name)));
}

function column<Value>(what: string, isFit: (value: unknown) => boolean, usual: () => Value): Column<Value> {
  return {
    check(value, path) {
      if (isFit(value)) return;
      const shown = value === undefined ? "missing" : JSON.stringify(value);
      throw new SeedError(path, `is ${shown}, must be ${what}`);
    },
    usual,
  };
}

export function text(usual = ""): Column<string> {
  return column(
    "text",
    (value) => typeof value === "string",
    () => usual,
  );
}

export function number(usual = 0): Column<number> {
  return column(
    "a number",
    (value) => typeof value === "number",
    () => usual,
  );
}

export function flag(usual = false): Column<boolean> {
  return column(
    "true or false",
    (value) => typeof value === "boolean",
    () => usual,
  );
}

export function uuid(): Column<string> {
  const isFit = (value: unknown) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
  return column("32 lowercase hex digits (quote them if they are all digits)", isFit, () => "");
}

export function time(): Column<string> {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
  const isFit = (value: unknown) => typeof value === "string" && pattern.test(value);
  return column('a time like "2026-11-23T16:52:36.510242Z"', isFit, () => "");
}

export function word<Word extends string>(words: readonly Word[], usual: NoInfer<Word>): Column<Word> {
  return column(
    `one of ${words.join(", ")}`,
    (value) => words.some((word) => word === value),
    () => usual,
  );
}

export function amount(): Column<number | string> {
  const isFit = (value: unknown) =>
    (typeof value === "string" || typeof value === "number") && /^-?\d+(\.\d{1,2})?$/.test(String(value));
  return column("an amount with at most two decimals", isFit, () => 0);
}

export function object(): Column<JsonObject> {
  return column("an object", isRecord, () => ({}));
}

/** Values of any names, such as amounts by component type. */
export function recordOf<Value>(of: Column<Value>): Column<Record<string, Value>> {
  return {
    check(value, path) {
      for (const [key, item] of entries(value, path)) of.check(item, `${path}.${key}`);
    },
    usual: () => ({}),
  };
}

export function listOf<Value>(of: Column<Value>): Column<Value[]> {
  return {
    check(value, path) {
      list().check(value, path);
      const items = Array.isArray(value) ? value.entries() : [];
      for (const [index, item] of items) of.check(item, `${path}[${index}]`);
    },
    usual: () => [],
  };
}

/** A list whose items are looked at one by one later. */
export function list<Value>(): Column<Value[]> {
  return column<Value[]>("a list", Array.isArray, () => []);
}

export function orNull<Value>({ check }: Column<Value>): Column<Value | null> {
  return {
    check(value, path) {
      if (value !== null) check(value, path);
    },
    usual: () => null,
  };
}

/** One or the other, which is an object. */
export function either<One, Other extends object>(
  one: Column<One>,
  other: Column<Other>,
): Column<One | Other> {
  return {
    check: (value, path) => (isRecord(value) ? other : one).check(value, path),
    usual: one.usual,
  };
}

/** A row of a seed: no other columns than these, and what it needs. */
export function row<Row extends Columns, Needed extends keyof Row & string = never>(
  columns: Row,
  ...needed: readonly Needed[]
): Column<SeedOf<Row, Needed>>;
export function row(columns: Columns, ...needed: readonly string[]): Column<object> {
  return {
    check(value, path) {
      const given = entries(value, path);
      for (const [key, item] of given) {
        const at = path === "" ? key : `${path}.${key}`;
        const column = Object.hasOwn(columns, key) ? columns[key] : undefined;
        if (column === undefined) {
          throw new SeedError(at, `no such key; known are: ${Object.keys(columns).join(", ")}`);
        }
        column.check(item, at);
      }
      const missing = needed.find((name) => !given.some(([key]) => key === name));
      if (missing !== undefined) throw new SeedError(path, `${missing} is missing`);
    },
    usual: () => ({}),
  };
}

/** An object that has all of these columns, and no others. */
export function full<Row extends Columns>(columns: Row): Column<RowOf<Row>>;
export function full(columns: Columns): Column<object> {
  return row(columns, ...Object.keys(columns));
}

function entries(value: unknown, path: string): [string, unknown][] {
  OBJECT.check(value, path);
  return Object.entries(Object(value));
}

const OBJECT = object();

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
