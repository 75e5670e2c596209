import type { operations, paths } from "@puhuri/api-types";
import type { Http } from "../http/http.ts";
import type { PageAnswer } from "./listing.ts";
import type { StatusMessage } from "./provider-api.ts";

/** The transport, typed by the spec. */
export type PuhuriHttp = Http<paths>;

/** The query of an operation as the spec has it. */
export type Query<Id extends keyof operations> = operations[Id] extends { parameters: { query?: infer Q } }
  ? NonNullable<Q>
  : never;

type FieldOf<Id extends keyof operations> = Query<Id> extends { field?: (infer Field)[] } ? Field : never;

/** The query for columns the sdk itself reads: one that the spec does not know does not compile. */
export function fieldQuery<Id extends keyof operations>(
  columns: readonly FieldOf<Id>[],
): { field: FieldOf<Id>[] } {
  return { field: [...columns] };
}

/** The query for the columns a caller has chosen, which have been checked; an empty one for whole rows. */
export function chosenFields<Field extends string>(
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

/** The server's word on a write it has carried out: some answer with a bare text, and some with nothing. */
export function statusOf(data: unknown): StatusMessage {
  if (typeof data === "object" && data !== null && "status" in data)
    return { ...data, status: String(data.status) };
  return { status: typeof data === "string" ? data : "" };
}
