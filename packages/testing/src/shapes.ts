/** What values may be that come from outside: those of options, of seeds and rules in files, and what the page sends. */
import type { JsonObject } from "./fake/state/values.ts";

/** What is wrong with a value, and where in it. */
export interface Problem {
  /** Such as `allocations[0].state`; empty when the whole is meant. */
  readonly path: string;
  readonly problem: string;
}

export interface Shape<Value> {
  /** Undefined where the value is fit. */
  wrongWith(value: unknown, path: string): Problem | undefined;
  /** What an unremarkable row has in such a column; it may follow from those that are given. */
  usual(given: Given): Value;
}

/** Columns of a row that is not whole yet. */
export type Given = Readonly<Record<string, unknown>>;

/** What a column has by default. */
type Usual<Value> = Value | ((given: Given) => Value);

export type Shapes = Readonly<Record<string, Shape<unknown>>>;

export type ValueOf<Of> = Of extends Shape<infer Value> ? Value : never;

/** An object with all of these. */
export type RowOf<Row extends Shapes> = { -readonly [Name in keyof Row]: ValueOf<Row[Name]> };

/** The shape of each column of a row. */
export type Columns<Row> = { readonly [Name in keyof Row]: Shape<Row[Name]> };

/** Some columns of a row, among them those that have no default. */
export type With<Row, Needed extends keyof Row> = Partial<Row> & Pick<Row, Needed>;

/** A whole row of the columns given; the others get what an unremarkable row has. */
export function filled<Row>(columns: Columns<Row>, given: Partial<NoInfer<Row>>): Row;
export function filled(columns: Shapes, given: Given): object {
  const missing = Object.entries(columns).filter(([name]) => !Object.hasOwn(given, name));
  return { ...Object.fromEntries(missing.map(([name, shape]) => [name, shape.usual(given)])), ...given };
}

/** The same but for some. */
export function without<Row extends Shapes, Name extends keyof Row & string>(
  row: Row,
  ...names: readonly Name[]
): Omit<Row, Name>;
export function without(row: Shapes, ...names: readonly string[]): Shapes {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function plain<Value>(
  what: string,
  isFit: (value: unknown) => boolean,
  usual: Shape<Value>["usual"],
): Shape<Value> {
  return {
    wrongWith(value, path) {
      if (isFit(value)) return undefined;
      return { path, problem: `is ${shown(value)}, must be ${what}` };
    },
    usual,
  };
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

export function anything(): Shape<unknown> {
  return fit("anything", () => true);
}

/** Whatever else can be said of a value. */
export function fit(what: string, isFit: (value: unknown) => boolean): Shape<unknown> {
  return plain(what, isFit, () => undefined);
}

export function aFunction(): Shape<unknown> {
  return fit("a function", (value) => typeof value === "function");
}

export function text(usual: Usual<string> = ""): Shape<string> {
  return ofType("text", "string", usual);
}

export function number(usual = 0): Shape<number> {
  return ofType("a number", "number", usual);
}

export function numberThat(what: string, isFit: (value: number) => boolean): Shape<number> {
  return plain(
    what,
    (value) => typeof value === "number" && isFit(value),
    () => 0,
  );
}

export function flag(usual = false): Shape<boolean> {
  return ofType("true or false", "boolean", usual);
}

function ofType<Value extends string | number | boolean>(
  what: string,
  type: "string" | "number" | "boolean",
  usual: Usual<Value>,
): Shape<Value> {
  const isFit = (value: unknown) => typeof value === type;
  return plain(what, isFit, typeof usual === "function" ? usual : () => usual);
}

export function uuid(usual: Shape<string>["usual"] = () => ""): Shape<string> {
  const isFit = (value: unknown) => typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
  return plain("32 lowercase hex digits (quote them if they are all digits)", isFit, usual);
}

export function time(usual: Shape<string>["usual"] = () => ""): Shape<string> {
  const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
  const isFit = (value: unknown) => typeof value === "string" && pattern.test(value);
  return plain('a time like "2026-11-23T16:52:36.510242Z"', isFit, usual);
}

export function word<Word extends string | number>(
  words: readonly Word[],
  usual: NoInfer<Word>,
): Shape<Word> {
  return plain(
    `one of ${words.join(", ")}`,
    (value) => words.some((word) => word === value),
    () => usual,
  );
}

export function amount(): Shape<number | string> {
  const isFit = (value: unknown) =>
    (typeof value === "string" || typeof value === "number") && /^-?\d+(\.\d{1,2})?$/.test(String(value));
  return plain("an amount with at most two decimals", isFit, () => 0);
}

export function object(usual: Shape<JsonObject>["usual"] = () => ({})): Shape<JsonObject> {
  return plain("an object", isRecord, usual);
}

/** Values of any names, such as amounts by component type. */
export function recordOf<Value>(of: Shape<Value>): Shape<Record<string, Value>> {
  return {
    wrongWith: (value, path) =>
      object().wrongWith(value, path) ??
      first(Object.entries(Object(value)), ([key, item]) => of.wrongWith(item, `${path}.${key}`)),
    usual: () => ({}),
  };
}

/** A list whose items are looked at one by one later. */
export function list<Value>(): Shape<Value[]> {
  return plain<Value[]>("a list", Array.isArray, () => []);
}

export function listOf<Value>(of: Shape<Value>): Shape<Value[]> {
  return {
    wrongWith: (value, path) =>
      Array.isArray(value)
        ? first(value.entries(), ([index, item]) => of.wrongWith(item, `${path}[${index}]`))
        : list().wrongWith(value, path),
    usual: () => [],
  };
}

export function orNull<Value>(
  { wrongWith }: Shape<Value>,
  usual: Shape<Value | null>["usual"] = () => null,
): Shape<Value | null> {
  return { wrongWith: (value, path) => (value === null ? undefined : wrongWith(value, path)), usual };
}

/** One or the other, which is an object. */
export function either<One, Other extends object>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> {
  return {
    wrongWith: (value, path) => (isRecord(value) ? other : one).wrongWith(value, path),
    usual: one.usual,
  };
}

/** An object with no other keys than these. */
export function row<Row extends Shapes>(shapes: Row): Shape<Partial<RowOf<Row>>> {
  return rowWith([], shapes);
}

/** An object with no other keys than these, and those that it needs. */
export function rowWith<Row extends Shapes, Needed extends keyof Row & string>(
  needed: readonly Needed[],
  shapes: Row,
): Shape<With<RowOf<Row>, Needed>>;
export function rowWith(needed: readonly string[], shapes: Shapes): Shape<object> {
  const wrongKey = (key: string, item: unknown, path: string): Problem | undefined => {
    const at = path === "" ? key : `${path}.${key}`;
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    const problem = `no such key; known are: ${Object.keys(shapes).join(", ")}`;
    return shape === undefined ? { path: at, problem } : shape.wrongWith(item, at);
  };
  return {
    wrongWith(value, path) {
      const wrong =
        object().wrongWith(value, path) ??
        first(Object.entries(Object(value)), ([key, item]) => wrongKey(key, item, path));
      const missing = needed.find((name) => !Object.hasOwn(Object(value), name));
      return wrong ?? (missing === undefined ? undefined : { path, problem: `${missing} is missing` });
    },
    usual: () => ({}),
  };
}

/** An object that has all of these keys, and no others. */
export function full<Row extends Shapes>(shapes: Row): Shape<RowOf<Row>>;
export function full(shapes: Shapes): Shape<object> {
  return rowWith(Object.keys(shapes), shapes);
}

function first<Item>(items: Iterable<Item>, wrong: (item: Item) => Problem | undefined): Problem | undefined {
  for (const item of items) {
    const problem = wrong(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
