import { ApiError, NotFoundError, UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { parseUuid } from "../values/uuid.ts";
import type { Listing, WireQuery } from "./listing.ts";
import type { PageReader } from "./page-source.ts";
import { Paginated } from "./paginated.ts";
import { cutRow, type ListQuery } from "./query.ts";

/** Reads the pages of a listing, within one call. */
export function pageReader(
  listing: Listing,
  { filters, columns }: ListQuery,
  call: Call,
): PageReader<object> {
  const shown = new ShownFilters(listing, filters, listing.operation);
  const { identity, repeats } = listing;
  return {
    async fetchPage({ page, pageSize, idsOnly }) {
      const wanted = idsOnly ? [] : columns;
      const field = fieldQuery(listing, wanted && [...wanted, ...shown.columns]);
      try {
        const asked = { ...filters, ...field, page, page_size: pageSize };
        const { rows, headers } = await listing.page(asked, call);
        shown.check(rows);
        return {
          rows: columns === undefined ? rows : rows.map((row) => cutRow(row, columns)),
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
      // Whether the server counts what was asked for, and each row once, only rows show.
      if (repeats || shown.columns.length > 0) return undefined;
      const { o: _, ...counted } = filters;
      const asked = { ...counted, page_size: 1 };
      try {
        return countOf(await listing.count(asked, call));
      } catch (error) {
        // Some gateways let no HEAD through.
        if (!(error instanceof ApiError) || error.status !== 405) throw error;
        const { headers } = await listing.page({ ...asked, ...fieldQuery(listing, []) }, call);
        return countOf(headers);
      }
    },
  };
}

/** Reads a whole listing within a call that has begun, by pages as large as servers give them: for the sdk's own use. */
export function readAll(listing: Listing, query: ListQuery, call: Call): Promise<object[]> {
  const source = {
    operation: { operation: listing.operation, method: "GET", path: listing.path },
    signal: call.signal,
    begin: () => pageReader(listing, query, call),
  };
  return new Paginated(source, { pageSize: 300 }).toArray();
}

/** Asks for what tells rows apart as well: the caller does not see it unless they wanted it. */
function fieldQuery(
  { selectable, identity }: Listing,
  columns: readonly string[] | undefined,
): { field?: readonly string[] } {
  return selectable && columns !== undefined ? { field: [...new Set([...columns, ...identity])] } : {};
}

/** A row without the columns that tell it apart, as stubs send it, is told apart by all it has. */
function identityOf(row: object, identity: readonly string[]): string {
  const [first = ""] = identity;
  const id: unknown = Reflect.get(row, first);
  // Nearly all rows have a uuid.
  if (identity.length === 1 && typeof id === "string") return id;
  if (!identity.every((column) => column in row)) return JSON.stringify(row);
  return identity.map((column) => String(Reflect.get(row, column))).join(" ");
}

function countOf(headers: Headers): number | undefined {
  const count = headers.get("x-result-count");
  return count !== null && /^\d{1,15}$/.test(count) ? Number(count) : undefined;
}

// A target ends at its `>`, so commas and semicolons inside it are its own.
const LINK = /<([^<>]*)>[^<]*?;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/gi;
const PAGE = /^[^#]*[?&]page=([^&#]*)/;
const RELATIONS = ["first", "prev", "next", "last"];

/**
 * The highest page that a `Link` header points to; undefined where it points to none. Only the number is taken: its URLs
 * may name another host or scheme. A target without `page` is page 1.
 */
function furthestPage(header: string | null): number | undefined {
  let furthest: number | undefined;
  for (const [, target = "", quoted, bare = ""] of (header ?? "").matchAll(LINK)) {
    const relations = (quoted ?? bare).toLowerCase().trim().split(/\s+/);
    if (!relations.some((relation) => RELATIONS.includes(relation))) continue;
    const page = Number(PAGE.exec(target)?.[1] ?? 1);
    if (Number.isSafeInteger(page) && page > 0) furthest = Math.max(page, furthest ?? 0);
  }
  return furthest;
}

/** The filters of a query that must show in the rows: some servers take no notice of them. */
class ShownFilters {
  readonly #operation: string;
  readonly #shown: readonly {
    readonly name: string;
    readonly column: string;
    readonly values: readonly string[];
  }[];

  constructor({ shownBy }: Listing, filters: WireQuery, operation: string) {
    this.#operation = operation;
    this.#shown = Object.entries(shownBy).flatMap(([name, column]) => {
      const value = filters[name];
      return value === undefined || column === undefined ? [] : [{ name, column, values: valuesOf(value) }];
    });
  }

  /** Columns that have to be read for it. */
  get columns(): readonly string[] {
    return this.#shown.map(({ column }) => column);
  }

  /** @throws {UnsupportedByServerError} A row is not what was asked for. */
  check(rows: readonly object[]): void {
    for (const { name, column, values } of this.#shown) {
      if (rows.every((row) => values.includes(cellOf(row, column)))) continue;
      throw new UnsupportedByServerError(
        `This server ignores the filter "${name}" and lists everything, as servers before 8.x do.`,
        {
          operation: this.#operation,
          instead: `leave "${name}" out, and compare the column ${column} of each row yourself.`,
        },
      );
    }
  }
}

function cellOf(row: object, column: string): string {
  const cell: unknown = Reflect.get(row, column);
  return parseUuid(cell) ?? String(cell);
}

/** Lists of values come as arrays, or with commas between them; uuids with dashes, which no column has. */
function valuesOf(value: WireQuery[string]): readonly string[] {
  const whole = [value].flat().map(String);
  const parts = whole.flatMap((text) => text.split(",")).map((part) => part.trim());
  return [...whole, ...parts.map((part) => parseUuid(part) ?? part)];
}
