import { type Listing, unknownName, type WireQuery, type WireValue } from "../dialects/listing.ts";
import { InvalidArgumentError } from "../errors.ts";
import { requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { type Selection, selectColumns } from "./select.ts";

/** A list method's query, checked: what to send, and which columns the caller is to see. */
export interface ListQuery {
  readonly filters: WireQuery;
  readonly columns: readonly string[] | undefined;
}

/** Set by the listing itself: `fields` and `omit` stand for `field`, and `Paginated` turns the pages. */
const OWN: readonly string[] = ["field", "page", "page_size"];

/**
 * Checks a query against what the server knows, before anything is sent: a server takes no notice of a filter it
 * does not know, and the caller would act on rows he did not mean.
 *
 * @throws {InvalidArgumentError} An unknown filter or column, or a value that cannot be sent.
 */
export function checkListQuery(listing: Listing, query: Selection & object): ListQuery {
  if (listing.missing !== undefined) throw listing.missing();
  requireObject(query, "query");
  const { fields, omit, ...given } = query;
  const known = listing.parameters.filter((name) => !OWN.includes(name));
  const filters: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!known.includes(name)) throw unknownName(name, "filter", known);
    filters[name] = wireValue(name, value, isUuids(listing, name));
  }
  if (listing.order !== undefined) filters["o"] ??= listing.order;
  return { filters, columns: selectColumns(listing, { fields, omit }) };
}

function isUuids({ uuids }: Listing, name: string): boolean {
  return name.endsWith("_uuid") || uuids.includes(name);
}

function wireValue(name: string, value: unknown, uuids: boolean): WireValue {
  if (!Array.isArray(value)) return wireScalar(name, value, uuids);
  if (value.length === 0) throw emptyFilter(name);
  return value.map((item) => wireScalar(name, item, uuids));
}

function wireScalar(name: string, value: unknown, uuids: boolean): string | number | boolean {
  if (value === "") throw emptyFilter(name);
  if (typeof value === "string") return uuids ? wireUuids(name, value) : value;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  throw new InvalidArgumentError(
    name,
    `${name} must be a string, a number, a boolean, or an array of them. Nothing was sent.`,
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
    `${name} is empty, and a server takes no notice of an empty filter. Leave it out to list all. Nothing was sent.`,
  );
}
