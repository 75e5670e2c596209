import { uuidOf } from "../uuids.ts";
import type { ApiCall } from "./api-call.ts";
import { type Columns, render, selectedColumns } from "./columns.ts";
import { applyFilters, type Filters } from "./filters.ts";
import { applyOrdering, byText, type Orderings } from "./ordering.ts";
import { pageOf } from "./paging.ts";
import { ok, type Reply } from "./reply.ts";

export interface Listing<Row> {
  readonly columns: Columns<Row>;
  readonly filters?: Filters<Row>;
  /** Without any, the list does not look at `o`. */
  readonly orderings?: Orderings<Row>;
  /** Whether `field=` has an effect on this list. */
  readonly selectable?: boolean;
  /** Columns that are there whatever `field=` says. */
  readonly always?: readonly string[];
  /** For a list the server gives in no order unless `o=` asks for one: what tells its rows apart. */
  readonly unorderedBy?: (row: Row) => string;
}

/** Answers a list: filtered, ordered, one page of it, only the columns asked for. */
export function list<Row>(rows: readonly Row[], listing: Listing<Row>, call: ApiCall): Reply {
  const filtered = applyFilters(rows, listing.filters ?? {}, call);
  const ordered =
    listing.orderings === undefined ? filtered : applyOrdering(filtered, listing.orderings, call.query);
  const page = pageOf(shifted(ordered, listing, call), call);
  const selected = listing.selectable === true ? selectedColumns(listing.columns, call.query) : undefined;
  const only = selected === undefined ? undefined : new Set([...selected, ...(listing.always ?? [])]);
  return ok(
    page.rows.map((row) => render(listing.columns, row, call, only)),
    page.headers,
  );
}

/** PostgreSQL sorts rows without an order anew for every page, so that pages overlap and miss rows. */
function shifted<Row>(rows: Row[], { unorderedBy }: Listing<Row>, { world, query }: ApiCall): Row[] {
  if (unorderedBy === undefined || !world.shiftUnorderedPages || query.has("o")) {
    return rows;
  }
  const page = query.get("page") ?? "1";
  return rows.toSorted(byText((row) => uuidOf(page, unorderedBy(row))));
}
