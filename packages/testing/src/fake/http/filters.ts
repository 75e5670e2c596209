import { type ListFilter, listFilters } from "@puhuri/api-types/tables";
import { type Json, type JsonObject, parseUuid } from "../state/values.ts";
import type { ApiCall } from "./call.ts";
import { type Column, type Columns, columnNamed, type NameOf, specified } from "./columns.ts";
import { type ByGeneration, table } from "./generations.ts";

type Test<Row> = (row: Row, call: ApiCall) => boolean;
type Parsed<Row> = { readonly test: Test<Row> } | { readonly errors: string[] } | undefined;

/** One query parameter of a list: which rows its values match, why they are refused, or undefined to ignore them. */
export type Filter<Row> = (values: readonly string[]) => Parsed<Row>;
export type Filters<Row> = Readonly<Record<string, Filter<Row> | undefined>>;

/** What the query asks for, and what is wrong with it. Unknown parameters are ignored. */
export function parseFilters<Row>(
  filters: Filters<Row>,
  query: URLSearchParams,
): { tests: Test<Row>[]; errors: JsonObject } {
  const tests: Test<Row>[] = [];
  const errors: JsonObject = {};
  for (const [name, filter] of Object.entries(filters)) {
    const values = query.getAll(name);
    const parsed = values.length === 0 ? undefined : filter?.(values);
    if (parsed === undefined) continue;
    if ("errors" in parsed) errors[name] = parsed.errors;
    else tests.push(parsed.test);
  }
  return { tests, errors };
}

type Lists = typeof listFilters;

/**
 * The filters that the spec has of a list. They compare the columns they are named after, and find nothing where there
 * is no such column; `own` are those that mean something else, `older` how older servers have them.
 */
export function filtersOf<Kind extends keyof Lists, Row extends object>(
  kind: Kind,
  columns: ByGeneration<Columns<Row>>,
  own?: Readonly<Partial<Record<NameOf<Lists, Kind>, Filter<Row> | undefined>>>,
  ...older: ByGeneration<Filters<Row> | undefined>[]
): ByGeneration<Filters<Row>> {
  const known: Filters<Row> = own ?? {};
  return table<Filters<Row>>(
    (generation) =>
      Object.fromEntries(
        specified<ListFilter>(listFilters, kind, generation)
          .filter(([name]) => name !== "o")
          .map(([name, filter]) => [
            name,
            Object.hasOwn(known, name) ? known[name] : filterNamed(name, filter, columns(generation)),
          ]),
      ),
    ...older,
  );
}

/** A filter `offering` takes a URL or uuid, which `offering_uuid` shows. What never changed counts as changed when it was made. */
function filterNamed<Row extends object>(
  name: string,
  { is, of = [] }: ListFilter,
  columns: Columns<Row>,
): Filter<Row> {
  const names = name.endsWith("uuid") ? [] : [`${name}_uuid`];
  const column = columnNamed(columns, ...names, name.replace(/_exact$/, ""));
  const time = columnNamed(columns, name.replace(/_before$/, ""), "created");
  const kinds = {
    uuid: () => uuid(column),
    uuids: () => uuids(column),
    boolean: () => boolean(column),
    integer: () => number(column),
    date: () => date<Row>((row, day, call) => column(row, call) === day),
    time: () => (name.endsWith("_before") ? timeThat(time, (is, latest) => is <= latest) : since(time)),
    string: () => (columns[`${name}_uuid`] === undefined ? exact(column) : url(column)),
    part: () => contains(column),
    any: () => anyOf(column),
    choice: () => choice(of, column),
  };
  return kinds[is]();
}

/** A parameter with one value, the last one given, trimmed; an empty one is ignored. */
export function single<Row>(parse: (value: string) => Test<Row> | string): Filter<Row> {
  return (values) => {
    const value = (values.at(-1) ?? "").trim();
    if (value === "") return undefined;
    const parsed = parse(value);
    return typeof parsed === "string" ? { errors: [parsed] } : { test: parsed };
  };
}

export function uuid<Row>(column: Column<Row>): Filter<Row> {
  return uuidThat((row, uuid, call) => column(row, call) === uuid);
}

/** A uuid that says more than that a column has it. */
export function uuidThat<Row>(matches: (row: Row, uuid: string, call: ApiCall) => boolean): Filter<Row> {
  return single((value) => {
    const uuid = parseUuid(value);
    return uuid === undefined ? "Enter a valid UUID." : (row, call) => matches(row, uuid, call);
  });
}

/** Uuids of which one must match, separated by commas. */
export function uuids<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => {
    const uuids = value.split(",").map((text) => parseUuid(text.trim()));
    return uuids.includes(undefined)
      ? "Enter a valid UUID."
      : (row, call) => uuids.some((uuid) => uuid === column(row, call));
  });
}

/** Exact words, several allowed, of which a row has one or some; an empty one is none of them. */
export function choice<Row>(words: readonly string[], column: Column<Row>): Filter<Row> {
  return (values) => {
    const wrong = values.find((value) => !words.includes(value));
    return wrong === undefined
      ? { test: (row, call) => someOf(column(row, call), (word) => values.includes(word)) }
      : { errors: [`Select a valid choice. ${wrong} is not one of the available choices.`] };
  };
}

/** Whether a column has a text that it is true of. */
function someOf(value: Json | undefined, test: (text: string) => boolean): boolean {
  if (Array.isArray(value)) return value.some((one) => someOf(one, test));
  return typeof value === "string" && test(value);
}

/** A text, whole and in its own case. */
export function exact<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => (row, call) => column(row, call) === value);
}

/** Part of a text, or of any of several, in any case. */
export function contains<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => {
    const wanted = value.toLowerCase();
    return (row, call) => someOf(column(row, call), (text) => text.toLowerCase().includes(wanted));
  });
}

/** Any of several words, by commas or repeated; ones that nothing has are no mistake. */
export function anyOf<Row>(column: Column<Row>): Filter<Row> {
  return (values) => {
    const words = values.flatMap((value) => value.split(",")).filter((word) => word !== "");
    if (words.length === 0) return undefined;
    return { test: (row, call) => someOf(column(row, call), (word) => words.includes(word)) };
  };
}

/** Whatever else a value says. */
export function that<Row>(matches: (row: Row, value: string, call: ApiCall) => boolean): Filter<Row> {
  return single((value) => (row, call) => matches(row, value, call));
}

/** The URL of an object, of which only the uuid counts. What is no URL, and an unknown one, matches nothing. */
export function url<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => {
    const uuid = parseUuid(/\/api\/[^/]+\/([^/]+)\/$/.exec(value)?.[1] ?? "");
    return (row, call) => column(row, call) === uuid;
  });
}

/** A day, `YYYY-MM-DD`. */
export function date<Row>(matches: (row: Row, day: string, call: ApiCall) => boolean): Filter<Row> {
  return single((value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      ? (row, call) => matches(row, value, call)
      : "Enter a valid date.",
  );
}

/** A day or a time; matches from then on. */
export function since<Row>(column: Column<Row>): Filter<Row> {
  return timeThat(column, (time, given) => time >= given);
}

function timeThat<Row>(column: Column<Row>, matches: (time: number, given: number) => boolean): Filter<Row> {
  return single((value) => {
    const given = Date.parse(value);
    if (Number.isNaN(given) || !/^\d{4}-\d{2}-\d{2}/.test(value)) return "Enter a valid date/time.";
    return (row, call) => {
      const time = column(row, call);
      return typeof time === "string" && matches(Date.parse(time), given);
    };
  });
}

/** A word that is neither true nor false is ignored. */
export function boolean<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => {
    const word = value.toLowerCase();
    const wanted = ["true", "1"].includes(word) ? true : ["false", "0"].includes(word) ? false : undefined;
    return (row, call) => wanted === undefined || (column(row, call) ?? false) === wanted;
  });
}

/** A number compared with a column, e.g. the month of a billing period. */
export function number<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => {
    const number = Number(value);
    return Number.isNaN(number) ? "Enter a number." : (row, call) => column(row, call) === number;
  });
}
