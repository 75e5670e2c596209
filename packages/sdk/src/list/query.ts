import { repeatableFilters } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import { isText, requireObject } from "../values/arguments.ts";
import { parseUuid, requireUuid } from "../values/uuid.ts";
import { type Listing, unknownFilter, type WireQuery, type WireValue } from "./listing.ts";

/** The columns to ask for; whole rows without them. */
export interface Columns<Fields extends string> {
  readonly fields?: readonly Fields[] | undefined;
}

/** What is left of a row: where no column is named, `Fields` is `never`. */
export type Selected<Row, Fields extends keyof Row> = [Fields] extends [never] ? Row : Pick<Row, Fields>;

/** A list method's query, checked: what to send, and which columns the caller is to see. */
export interface ListQuery {
  readonly filters: WireQuery;
  readonly columns: readonly string[] | undefined;
}

/** Set by the list itself: `fields` stands for `field`, and `Paginated` turns the pages. */
const OWN: readonly string[] = ["field", "page", "page_size"];

const OPTIONS: readonly string[] = ["pageSize", "concurrency", "signal", "timeoutMs", "retry"];

/**
 * Checks a query against what the server knows, before anything is sent: a server takes no notice of a filter it
 * does not know, and the caller would act on rows they did not mean.
 *
 * @throws {InvalidArgumentError} An unknown filter, or a value that cannot be sent.
 */
export function checkListQuery(listing: Listing, query: object): ListQuery {
  const { fields, ...given }: { fields?: unknown } = query;
  const known = listing.parameters.filter((name) => !OWN.includes(name));
  const severalOf = repeatableFilters[listing.operation] ?? [];
  const filters: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (OPTIONS.includes(name)) throw misplacedOption(name);
    if (!known.includes(name)) throw unknownFilter(name, known);
    if (known.includes(`${name}_uuid`) && parseUuid(value) !== undefined) throw notUrl(name);
    const isUuid = name.endsWith("_uuid") || listing.uuids.includes(name);
    filters[name] = Array.isArray(value)
      ? wireArray(name, value, isUuid, severalOf.includes(name))
      : wireScalar(name, value, isUuid);
  }
  if (listing.order !== undefined) filters["o"] ??= listing.order;
  return { filters, columns: checkFields(fields) };
}

function wireArray(
  name: string,
  values: readonly unknown[],
  isUuid: boolean,
  takesSeveral: boolean,
): WireValue {
  if (values.length === 0) throw emptyFilter(name);
  if (!takesSeveral) {
    throw new InvalidArgumentError(name, `${name} takes one value, not an array of them. Nothing was sent.`);
  }
  return values.map((value) => wireScalar(name, value, isUuid));
}

function wireScalar(name: string, value: unknown, isUuid: boolean): string | number | boolean {
  if (value === "") throw emptyFilter(name);
  if (isText(value)) return isUuid ? wireUuids(name, value) : value;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw new InvalidArgumentError(
    name,
    `${name} must be a well-formed text, a number or a boolean. Nothing was sent.`,
  );
}

/** Some filters of 8.x servers take several uuids, with commas between them. */
function wireUuids(name: string, value: string): string {
  return value
    .split(",")
    .map((uuid) => requireUuid(uuid.trim(), name))
    .join(",");
}

/** To a server, a filter without a value is no filter: it would list everything. */
function emptyFilter(name: string): InvalidArgumentError {
  return new InvalidArgumentError(
    name,
    `${name} is empty, and servers ignore an empty filter. Leave it out to list everything. Nothing was sent.`,
  );
}

/** By a uuid in the place of a URL a server finds nothing, and says nothing. */
function notUrl(name: string): InvalidArgumentError {
  return new InvalidArgumentError(
    name,
    `${name} takes a URL. For a uuid use ${name}_uuid. Nothing was sent.`,
  );
}

function misplacedOption(name: string): InvalidArgumentError {
  return new InvalidArgumentError(
    name,
    `${name} is an option, and options go into the argument after the query: list({ … }, { ${name} }). Nothing was sent.`,
  );
}

/**
 * Returns the columns a caller wants to see; undefined for whole rows.
 *
 * @throws {InvalidArgumentError} It is no array of names, or an empty one: a server asked for no column sends all.
 */
export function checkFields(fields: unknown): readonly string[] | undefined {
  if (fields === undefined) return undefined;
  if (isNames(fields) && fields.length > 0) return fields;
  throw new InvalidArgumentError("fields", "fields must be an array of column names. Nothing was sent.");
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

/** Checks what `get` takes in the place of a list's filters. */
export function checkGetQuery(query: object): readonly string[] | undefined {
  requireObject(query, "query");
  const { fields, ...others }: { fields?: unknown } = query;
  const [unknown] = Object.keys(others);
  if (unknown === undefined) return checkFields(fields);
  if (OPTIONS.includes(unknown)) throw misplacedOption(unknown);
  throw new InvalidArgumentError(
    unknown,
    `The query of get takes only fields, not "${unknown}". Nothing was sent.`,
  );
}

/** Cuts a row to the wanted columns: what comes may be more, from servers that cannot leave columns out. */
export function cutRow(row: object, columns: readonly string[] | undefined): object {
  if (columns === undefined) return row;
  const cut: Record<string, unknown> = {};
  for (const column of columns) {
    if (column in row) cut[column] = Reflect.get(row, column);
  }
  return cut;
}
