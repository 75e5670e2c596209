import { ApiError, NotFoundError, UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { parseUuid } from "../values/uuid.ts";
import { Paginated } from "./paginated.ts";
import type { OpenList } from "./pass.ts";

/** Query parameters ready to be sent. */
export type WireQuery = Readonly<Record<string, WireValue>>;
export type WireValue = WireScalar | readonly WireScalar[];
export type WireScalar = string | number | boolean;

/** What a listing can be asked for. */
export interface ListingFacts<Parameter extends string = string> {
  /** Where it is listed, as the spec writes it. */
  readonly path: string;
  /** Query parameters the server knows; it ignores any other, and lists what was not meant. */
  readonly parameters: readonly Parameter[];
  /** Parameters that hold uuids, besides those whose names end in `_uuid`. */
  readonly uuids?: readonly Parameter[];
  /** False where the server always sends whole rows. */
  readonly selectable?: boolean;
  /** Columns that identify a row; `uuid` unless the rows have none. */
  readonly identity?: readonly string[];
  /**
   * Parameters that some servers ignore, each with the column that shows whether this server did: every row must have one
   * of the values asked for.
   */
  readonly shownBy?: Readonly<Partial<Record<Parameter, string>>>;
  /** The server shows, and counts, a row once for each role through which it is visible, one after the other. */
  readonly repeats?: boolean;
  /** Sent as `o` where the server's own order has ties, or where it has none. */
  readonly order?: string;
}

/** A listing as one server generation offers it. */
export interface Listing extends Required<Omit<ListingFacts, "order">> {
  readonly order: string | undefined;
  /** The operation of the spec that lists, such as `orders_list`. */
  readonly operation: string;
  page(
    query: WireQuery,
    call: Call,
  ): Promise<{ readonly rows: readonly object[]; readonly headers: Headers }>;
  count(query: WireQuery, call: Call): Promise<Headers>;
}

/** What a list is asked for, checked: what to send, and which columns the caller is to see. */
export interface ListQuery {
  readonly filters: WireQuery;
  /** Undefined for whole rows. */
  readonly columns: readonly string[] | undefined;
}

/** Reads a whole listing within a call that has begun, in pages as large as servers allow. */
export function readAll<Row extends object>(listing: Listing, query: ListQuery, call: Call): Promise<Row[]> {
  const source = { signal: call.signal, open: async () => openListing<Row>(listing, query, call) };
  return new Paginated(source, { pageSize: 300 }).toArray();
}

/** Makes a listing ready to be read by the page, within one call. */
export function openListing<Row extends object>(
  listing: Listing,
  { filters, columns }: ListQuery,
  call: Call,
): OpenList<Row> {
  const { operation, identity, repeats, selectable } = listing;
  const shown = shownFilters(listing, filters);
  /** Asks also for what identifies rows: the caller does not see it unless they wanted it. */
  const fieldsFor = (wanted: readonly string[] | undefined) =>
    selectable && wanted !== undefined
      ? { field: [...new Set([...wanted, ...shown.map(({ column }) => column), ...identity])] }
      : {};
  return {
    operation,
    async fetchPage({ page, pageSize, idsOnly }) {
      const asked = { ...filters, ...fieldsFor(idsOnly ? [] : columns), page, page_size: pageSize };
      try {
        const { rows, headers } = await listing.page(asked, call);
        for (const filter of shown) requireShown(rows, filter, operation);
        return {
          rows: rows.map((row) => cutRow<Row>(row, columns)),
          ids: rows.map((row) => identityOf(row, identity)),
          count: countOf(headers),
          furthest: furthestPage(headers.get("link")),
          repeats,
        };
      } catch (error) {
        // Rows that left the list have taken its last page with them.
        if (page > 1 && error instanceof NotFoundError && !error.routeMissing) return undefined;
        throw error;
      }
    },
    async fetchCount() {
      // Only the rows show whether the server applied the filter, and which rows it counts twice.
      if (repeats || shown.length > 0) return undefined;
      const { o: _, ...counted } = filters;
      try {
        return countOf(await listing.count({ ...counted, page_size: 1 }, call));
      } catch (error) {
        // Some gateways let no HEAD through.
        if (error instanceof ApiError && error.status === 405) return undefined;
        throw error;
      }
    },
  };
}

/**
 * Cuts a row to the wanted columns, since some servers cannot leave columns out. It is not checked that the row is what the
 * spec says.
 */
export function cutRow<Row extends object>(row: object, columns: readonly string[] | undefined): Row;
export function cutRow(row: object, columns: readonly string[] | undefined): object {
  if (columns === undefined) return row;
  const cut: Record<string, unknown> = {};
  for (const column of columns) {
    if (column in row) cut[column] = Reflect.get(row, column);
  }
  return cut;
}

/** A row without the columns that identify it, as stubs send it, is identified by everything it has. */
function identityOf(row: object, identity: readonly string[]): string {
  if (!identity.every((column) => column in row)) return JSON.stringify(row);
  return identity.map((column) => String(Reflect.get(row, column))).join(" ");
}

function countOf(headers: Headers): number | undefined {
  const count = headers.get("x-result-count") ?? "";
  return /^\d{1,15}$/.test(count) ? Number(count) : undefined;
}

/** The highest page that a `Link` header names; undefined without one. Its URLs may name another host or scheme. */
function furthestPage(header: string | null): number | undefined {
  if (header === null) return undefined;
  return Math.max(1, ...Array.from(header.matchAll(/[?&]page=(\d+)[&>]/g), ([, page]) => Number(page)));
}

/** A filter that some servers ignore: each row must have one of its values in the column. */
interface ShownFilter {
  readonly name: string;
  readonly column: string;
  readonly values: readonly string[];
}

function shownFilters({ shownBy }: Listing, filters: WireQuery): ShownFilter[] {
  return Object.entries(shownBy).flatMap(([name, column = ""]) => {
    const value = filters[name];
    return value === undefined ? [] : [{ name, column, values: valuesOf(value) }];
  });
}

/** @throws {UnsupportedByServerError} A row is not what was asked for. */
function requireShown(rows: readonly object[], { name, column, values }: ShownFilter, operation: string) {
  if (rows.every((row) => values.includes(String(Reflect.get(row, column))))) return;
  throw ignoredFilter(name, operation, `compare the column ${column} of each row yourself`);
}

/** The error for a filter that this server does not know although others do. */
export function ignoredFilter(name: string, operation: string, instead: string): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `This server ignores the filter "${name}" and lists everything, as servers before 8.x do.`,
    { operation, instead: `leave "${name}" out, and ${instead}.` },
  );
}

/** Several values come as an array or with commas between them; uuids may have dashes, which no column has. */
function valuesOf(value: WireValue): string[] {
  const whole = [value].flat().map(String);
  const parts = whole.flatMap((text) => text.split(",")).map((part) => part.trim());
  return [...whole, ...parts.map((part) => parseUuid(part) ?? part)];
}
