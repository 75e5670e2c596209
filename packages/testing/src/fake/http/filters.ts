import type { JsonObject } from "../json.ts";
import { parseUuid } from "../uuids.ts";
import type { ApiCall } from "./api-call.ts";
import { badRequest } from "./reply.ts";

type Test<Row> = (row: Row, call: ApiCall) => boolean;
type Parsed<Row> = { readonly test: Test<Row> } | { readonly errors: string[] };

/** One query parameter of a list: reads its values, says which rows match or why the values are refused. */
export type Filter<Row> = (values: string[]) => Parsed<Row>;
export type Filters<Row> = Readonly<Record<string, Filter<Row>>>;

/** Which rows the query asks for. Unknown and empty parameters are ignored, all mistakes are told at once. */
export function applyFilters<Row>(rows: readonly Row[], filters: Filters<Row>, call: ApiCall): Row[] {
  const tests: Test<Row>[] = [];
  const errors: JsonObject = {};
  for (const [name, filter] of Object.entries(filters)) {
    const values = call.query.getAll(name).filter((value) => value !== "");
    if (values.length === 0) {
      continue;
    }
    const parsed = filter(values);
    if ("errors" in parsed) {
      errors[name] = parsed.errors;
    } else {
      tests.push(parsed.test);
    }
  }
  if (Object.keys(errors).length > 0) {
    throw badRequest(errors);
  }
  return rows.filter((row) => tests.every((test) => test(row, call)));
}

/** Django takes the last of several values of a parameter that can have only one. */
function lastOf(values: string[]): string {
  return values.at(-1) ?? "";
}

export function uuidFilter<Row>(column: (row: Row, call: ApiCall) => string | null): Filter<Row> {
  return uuidFilterOf((row, uuid, call) => column(row, call) === uuid);
}

/** A uuid that says more than that a column has it. */
export function uuidFilterOf<Row>(matches: (row: Row, uuid: string, call: ApiCall) => boolean): Filter<Row> {
  return (values) => {
    const uuid = parseUuid(lastOf(values));
    return uuid === undefined
      ? { errors: ["Enter a valid UUID."] }
      : { test: (row, call) => matches(row, uuid, call) };
  };
}

/** Exact words, several allowed. */
export function choiceFilter<Row>(
  choices: readonly string[],
  column: (row: Row, call: ApiCall) => string,
): Filter<Row> {
  return choicesFilter(choices, (row, call) => [column(row, call)]);
}

/** Exact words of which a row can have several. */
export function choicesFilter<Row>(
  choices: readonly string[],
  column: (row: Row, call: ApiCall) => readonly string[],
): Filter<Row> {
  return (values) => {
    const wrong = values.find((value) => !choices.includes(value));
    return wrong === undefined
      ? { test: (row, call) => column(row, call).some((word) => values.includes(word)) }
      : { errors: [`Select a valid choice. ${wrong} is not one of the available choices.`] };
  };
}

export function exactFilter<Row>(column: (row: Row, call: ApiCall) => string | null): Filter<Row> {
  return (values) => ({ test: (row, call) => column(row, call) === lastOf(values) });
}

/** Part of a text, in any case. */
export function containsFilter<Row>(columns: (row: Row, call: ApiCall) => readonly string[]): Filter<Row> {
  return (values) => {
    const wanted = lastOf(values).toLowerCase();
    return { test: (row, call) => columns(row, call).some((text) => text.toLowerCase().includes(wanted)) };
  };
}

/** Any of several words; ones that nothing has are no mistake. */
export function anyOfFilter<Row>(column: (row: Row, call: ApiCall) => string): Filter<Row> {
  return (values) => ({ test: (row, call) => values.includes(column(row, call)) });
}

/** Uuids of which one must match, separated by commas: newest servers only. */
export function uuidsFilter<Row>(column: (row: Row, call: ApiCall) => string): Filter<Row> {
  return (values) => {
    const uuids = values.flatMap((value) => value.split(",")).map((text) => parseUuid(text.trim()));
    return uuids.includes(undefined)
      ? { errors: ["Enter a valid UUID."] }
      : { test: (row, call) => uuids.includes(column(row, call)) };
  };
}

/** The URL of an object, of which only the uuid counts. An unknown one matches nothing. */
export function urlFilter<Row>(column: (row: Row, call: ApiCall) => string): Filter<Row> {
  return (values) => {
    const uuid = parseUuid(lastOf(values).split("/").filter(Boolean).at(-1) ?? "");
    return { test: (row, call) => column(row, call) === uuid };
  };
}

/** A day, `YYYY-MM-DD`. */
export function dateFilter<Row>(matches: (row: Row, day: string, call: ApiCall) => boolean): Filter<Row> {
  return (values) => {
    const day = lastOf(values);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
      ? { test: (row, call) => matches(row, day, call) }
      : { errors: ["Enter a valid date."] };
  };
}

/** A day or a time; matches from then on. */
export function sinceFilter<Row>(column: (row: Row) => string | null): Filter<Row> {
  return (values) => {
    const since = Date.parse(lastOf(values));
    return Number.isNaN(since) || !/^\d{4}-\d{2}-\d{2}/.test(lastOf(values))
      ? { errors: ["Enter a valid date/time."] }
      : {
          test: (row) => {
            const time = column(row);
            return time !== null && Date.parse(time) >= since;
          },
        };
  };
}

export function booleanFilter<Row>(column: (row: Row, call: ApiCall) => boolean): Filter<Row> {
  return (values) => {
    const word = lastOf(values).toLowerCase();
    const wanted = ["true", "1"].includes(word) ? true : ["false", "0"].includes(word) ? false : undefined;
    return { test: (row, call) => wanted === undefined || column(row, call) === wanted };
  };
}

/** A number compared with a column, e.g. the month of a billing period. */
export function numberFilter<Row>(column: (row: Row, call: ApiCall) => number): Filter<Row> {
  return (values) => {
    const number = Number(lastOf(values));
    return Number.isNaN(number)
      ? { errors: ["Enter a number."] }
      : { test: (row, call) => column(row, call) === number };
  };
}
