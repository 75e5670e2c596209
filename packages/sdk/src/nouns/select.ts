import { type Listing, unknownName } from "../dialects/listing.ts";
import { InvalidArgumentError } from "../errors.ts";

/** What `list` and `get` methods take to leave columns out. */
export interface Selection {
  readonly fields?: readonly string[] | undefined;
  readonly omit?: readonly string[] | undefined;
}

/** The columns to ask for, or those to leave out; neither for whole rows. */
export type Columns<Fields extends string, Omitted extends string> =
  | { readonly fields?: readonly Fields[] | undefined; readonly omit?: undefined }
  | { readonly fields?: undefined; readonly omit?: readonly Omitted[] | undefined };

/** What is left of a row: where no column is named, `Fields` and `Omitted` are `never`. */
export type Selected<Row, Fields extends keyof Row, Omitted extends keyof Row> = [Fields] extends [never]
  ? [Omitted] extends [never]
    ? Row
    : Omit<Row, Omitted>
  : Pick<Row, Fields>;

/**
 * Returns the columns a caller wants to see; undefined for whole rows.
 *
 * @throws {InvalidArgumentError} A column the server does not know, `fields` together with `omit`, or none left.
 */
export function selectColumns(listing: Listing, { fields, omit }: Selection): readonly string[] | undefined {
  if (fields !== undefined && omit !== undefined) {
    throw new InvalidArgumentError("fields", "fields and omit exclude each other. Nothing was sent.");
  }
  const named = fields ?? omit;
  if (named === undefined) return undefined;
  if (!Array.isArray(named)) throw notNames(fields === undefined ? "omit" : "fields");
  if (fields === undefined && named.length === 0) return undefined;
  const unknown = named.find((name) => !listing.columns.includes(name));
  if (unknown !== undefined) throw unknownName(unknown, "field", listing.columns);
  const columns = fields ?? listing.columns.filter((column) => !named.includes(column));
  if (columns.length > 0) return columns;
  // A server asked for no column it knows sends all of them.
  throw new InvalidArgumentError("fields", "At least one column must be left to ask for. Nothing was sent.");
}

function notNames(argument: string): InvalidArgumentError {
  return new InvalidArgumentError(
    argument,
    `${argument} must be an array of column names. Nothing was sent.`,
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
