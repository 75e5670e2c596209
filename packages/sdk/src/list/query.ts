import { repeatableFilters } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import {
  didYouMean,
  isText,
  requireItems,
  requireKeys,
  requireObject,
  requireText,
  wrongArgument,
} from "../values/arguments.ts";
import { parseUuid, requireUuid } from "../values/uuid.ts";
import type { Listing, ListQuery, WireScalar, WireValue } from "./listing.ts";

/** The columns to ask for; whole rows without them. */
export interface Columns<Fields extends string> {
  readonly fields?: readonly Fields[] | undefined;
}

/** What is left of a row: where no column is named, `Fields` is `never`. */
export type Selected<Row, Fields extends keyof Row> = [Fields] extends [never] ? Row : Pick<Row, Fields>;

/** Set by the list itself: `fields` stands for `field`, and `Paginated` turns the pages. */
const OWN: readonly string[] = ["field", "page", "page_size"];

/**
 * Checks a query before anything is sent: a server ignores a filter that it does not know, and the caller would act on rows
 * they did not mean.
 *
 * @throws {InvalidArgumentError} An unknown filter, or a value that cannot be sent.
 */
export function checkListQuery(listing: Listing, query: object): ListQuery {
  const { fields, ...given }: Columns<string> = query;
  const known = listing.parameters.filter((name) => !OWN.includes(name));
  const severalOf = repeatableFilters[listing.operation] ?? [];
  const filters: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!known.includes(name)) throw unknownFilter(name, known);
    // By a uuid in the place of a URL a server finds nothing, and says nothing.
    if (known.includes(`${name}_uuid`) && parseUuid(value) !== undefined)
      throw wrongArgument(name, `takes a URL; for a uuid use ${name}_uuid`);
    const isUuid = name.endsWith("_uuid") || listing.uuids.includes(name);
    const takesSeveral = severalOf.includes(name);
    filters[name] = wireValue(name, value, isUuid, takesSeveral);
  }
  if (listing.order !== undefined) filters["o"] ??= listing.order;
  return { filters, columns: checkFields(fields) };
}

/** Checks what `get` takes in the place of a list's filters, and returns the columns to show. */
export function checkGetQuery(query: Columns<string>): readonly string[] | undefined {
  requireObject(query, "query");
  requireKeys(query, { fields: true }, "query");
  return checkFields(query.fields);
}

/** A server asked for no column sends all. */
function checkFields(fields: readonly string[] | undefined): readonly string[] | undefined {
  if (fields !== undefined) requireItems(fields, "fields");
  for (const name of fields ?? []) requireText(name, "fields");
  return fields;
}

function wireValue(name: string, value: unknown, isUuid: boolean, takesSeveral: boolean): WireValue {
  if (!Array.isArray(value)) return wireScalar(name, value, isUuid);
  if (value.length === 0) throw emptyFilter(name);
  if (!takesSeveral) throw wrongArgument(name, "takes one value, not an array of them");
  return value.map((item) => wireScalar(name, item, isUuid));
}

function wireScalar(name: string, value: unknown, isUuid: boolean): WireScalar {
  if (value === "") throw emptyFilter(name);
  if (isText(value)) return isUuid ? wireUuids(name, value) : value;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw wrongArgument(name, "must be well-formed text, a number or a boolean");
}

/** Some filters of 8.x servers take several uuids, with commas between them. */
function wireUuids(name: string, value: string): string {
  return value
    .split(",")
    .map((uuid) => requireUuid(uuid.trim(), name))
    .join(",");
}

function unknownFilter(name: string, known: readonly string[]): InvalidArgumentError {
  const hint = `${didYouMean(name, known)} Nothing was sent. Known: ${[...known].sort().join(", ")}.`;
  return new InvalidArgumentError(name, `This server does not know the filter "${name}".${hint}`);
}

function emptyFilter(name: string): InvalidArgumentError {
  return wrongArgument(name, "is empty, and servers ignore an empty filter: leave it out to list everything");
}
