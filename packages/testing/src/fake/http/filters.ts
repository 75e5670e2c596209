import { type JsonObject, parseUuid } from "../state/values.ts";
import type { ApiCall } from "./call.ts";
import type { Column, Columns } from "./columns.ts";
import type { ByGeneration } from "./generations.ts";

type Test<Row> = (row: Row, call: ApiCall) => boolean;
type Parsed<Row> = { readonly test: Test<Row> } | { readonly errors: string[] } | undefined;

/** One query parameter of a list: which rows its values match, why they are refused, or undefined to ignore them. */
export type Filter<Row> = (values: readonly string[]) => Parsed<Row>;
export type Filters<Row> = Readonly<Record<string, Filter<Row>>>;

/** What the query asks for, and what is wrong with it. Unknown parameters are ignored. */
export function parseFilters<Row>(
  filters: Filters<Row>,
  query: URLSearchParams,
): { tests: Test<Row>[]; errors: JsonObject } {
  const tests: Test<Row>[] = [];
  const errors: JsonObject = {};
  for (const [name, filter] of Object.entries(filters)) {
    const values = query.getAll(name);
    const parsed = values.length === 0 ? undefined : filter(values);
    if (parsed === undefined) continue;
    if ("errors" in parsed) errors[name] = parsed.errors;
    else tests.push(parsed.test);
  }
  return { tests, errors };
}

/** Makes filters of one kind that are named after the columns they compare. */
export function on<Row>(columns: ByGeneration<Columns<Row>>) {
  return (kind: (column: Column<Row>) => Filter<Row>, ...names: string[]): Filters<Row> =>
    Object.fromEntries(
      names.map((name) => [name, kind((row, call) => columns(call.world.generation)[name]?.(row, call))]),
    );
}

/** Filters for what there is none of here: no row has it. */
export function none<Row>(kind: (column: Column<Row>) => Filter<Row>, ...names: string[]): Filters<Row> {
  return Object.fromEntries(names.map((name) => [name, kind(() => undefined)]));
}

/** A parameter with one value, the last one given, trimmed; an empty one is ignored. */
function single<Row>(parse: (value: string) => Test<Row> | string): Filter<Row> {
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

/** Exact words, several allowed; an empty one is none of them. */
export function choice<Row>(
  words: readonly string[],
  column: (row: Row, call: ApiCall) => string,
): Filter<Row> {
  return choices(words, (row, call) => [column(row, call)]);
}

/** Exact words of which a row can have several. */
export function choices<Row>(
  words: readonly string[],
  column: (row: Row, call: ApiCall) => readonly string[],
): Filter<Row> {
  return (values) => {
    const wrong = values.find((value) => !words.includes(value));
    return wrong === undefined
      ? { test: (row, call) => column(row, call).some((word) => values.includes(word)) }
      : { errors: [`Select a valid choice. ${wrong} is not one of the available choices.`] };
  };
}

/** A text, whole and in its own case. */
export function exact<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => (row, call) => column(row, call) === value);
}

/** Part of a text, or of any of several, in any case. */
export function contains<Row>(column: Column<Row>): Filter<Row> {
  return single((value) => {
    const wanted = value.toLowerCase();
    return (row, call) =>
      [column(row, call)]
        .flat()
        .some((text) => typeof text === "string" && text.toLowerCase().includes(wanted));
  });
}

/** Any of several words, by commas or repeated; ones that nothing has are no mistake. */
export function anyOf<Row>(column: Column<Row>): Filter<Row> {
  return (values) => {
    const words = values.flatMap((value) => value.split(",")).filter((word) => word !== "");
    if (words.length === 0) return undefined;
    return { test: (row, call) => [column(row, call)].flat().some((word) => words.includes(String(word))) };
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
  return timeFilter(column, (time, given) => time >= given);
}

/** A day or a time; matches up to then. */
export function until<Row>(column: Column<Row>): Filter<Row> {
  return timeFilter(column, (time, given) => time <= given);
}

/** When a row was made and changed; what nobody changes here counts as changed when it was made. */
export function times<Row extends { created: string; modified?: string }>(): Filters<Row> {
  const modified = (row: Row): string => row.modified ?? row.created;
  return {
    created: since((row) => row.created),
    created_before: until((row) => row.created),
    modified: since(modified),
    modified_before: until(modified),
  };
}

function timeFilter<Row>(
  column: Column<Row>,
  matches: (time: number, given: number) => boolean,
): Filter<Row> {
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
