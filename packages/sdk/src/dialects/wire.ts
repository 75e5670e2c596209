import type { operations, paths } from "@puhuri/api-types";
import type { Http } from "../http/http.ts";
import type { PageAnswer } from "./listing.ts";

/** The transport, typed by the spec. */
export type PuhuriHttp = Http<paths>;

/** The query of an operation as the spec has it. */
export type Query<Id extends keyof operations> = operations[Id] extends { parameters: { query?: infer Q } }
  ? NonNullable<Q>
  : never;

/** The query that asks for `columns` only; an empty one for whole rows. */
export function fieldQuery<Field extends string>(
  known: readonly Field[],
  columns: readonly string[] | undefined,
): { field?: Field[] } {
  return columns === undefined ? {} : { field: known.filter((field) => columns.includes(field)) };
}

/** A list's answer as a page. */
export async function pageOf(
  answer: Promise<{ data: readonly object[]; response: Response }>,
): Promise<PageAnswer> {
  const { data, response } = await answer;
  return { rows: data, headers: response.headers };
}

/** What an answer without a body says: the number of rows, for one. */
export async function headersOf(answer: Promise<{ response: Response }>): Promise<Headers> {
  return (await answer).response.headers;
}
