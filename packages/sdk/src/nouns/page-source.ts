import type { Listing } from "../dialects/listing.ts";
import { operationOf } from "../dialects/operations.ts";
import type { ProviderApi } from "../dialects/provider-api.ts";
import { NotFoundError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import { parseLinkPages } from "../http/link.ts";
import type { PageAnswer, PageReader, PageSource } from "../pagination/page-source.ts";
import type { Context } from "./context.ts";
import { checkListQuery, type ListQuery } from "./list-query.ts";
import { cutRow, type Selection } from "./select.ts";
import { ShownFilters } from "./shown-filters.ts";
import { WithoutLinks } from "./without-links.ts";

/** Pages of a listing, as the sdk's lists read them. */
export function pageSource(
  { http, provider }: Context,
  listingOf: (api: ProviderApi) => Listing,
  query: Selection & object,
  options: CallOptions,
): PageSource<object> {
  const facts = { operation: "list", method: "GET", path: "" };
  return {
    operation: facts,
    signal: options.signal,
    begin(signal) {
      // However many pages there are: only the caller can say how long they may take.
      const call = http.begin({ ...options, signal }, Number.POSITIVE_INFINITY);
      const prepared = Promise.resolve(provider.resolve(call)).then((api) => {
        const listing = listingOf(api);
        const checked = checkListQuery(listing, query);
        facts.path = listing.path;
        facts.operation = operationOf("GET", listing.path)?.id ?? facts.operation;
        const shown = new ShownFilters(listing, checked.filters, facts.operation);
        return { listing, shown, ...checked };
      });
      // It is awaited by the first page, and must not count as unhandled before.
      prepared.catch(() => {});
      const withoutLinks = new WithoutLinks();
      return {
        async fetchPage(request) {
          const { listing, shown, filters, columns } = await prepared;
          const { page, pageSize, idsOnly } = request;
          const wanted = idsOnly ? [] : columns;
          const field = fieldQuery(listing, wanted && [...wanted, ...shown.columns]);
          try {
            const asked = { ...filters, ...field, page, page_size: pageSize };
            const { rows, headers } = await listing.page(asked, call);
            shown.check(rows);
            const answer = {
              ...pageAnswer(listing, rows, columns),
              ...otherPages(headers),
              ...(listing.repeats ? { repeats: true } : {}),
            };
            return headers.has("link") ? answer : withoutLinks.complete(request, answer);
          } catch (error) {
            // Rows that left the list have taken its last page with them.
            const isPastEnd = page > 1 && error instanceof NotFoundError && !error.routeMissing;
            if (!isPastEnd) throw error;
            return withoutLinks.missing(request);
          }
        },
        async fetchCount() {
          const { listing, shown, filters } = await prepared;
          // Whether the server counts what was asked for, and each row once, only rows show.
          if (listing.repeats || shown.columns.length > 0) return undefined;
          const { o: _, ...counted } = filters;
          return countOf(await listing.count({ ...counted, page_size: 1 }, call));
        },
      } satisfies PageReader<object>;
    },
  };
}

/** Asks for what tells rows apart as well: the caller does not see it unless he wanted it. */
function fieldQuery(
  { selectable, identity }: Listing,
  columns: readonly string[] | undefined,
): { field?: readonly string[] } {
  return selectable && columns !== undefined ? { field: [...new Set([...columns, ...identity])] } : {};
}

function pageAnswer(
  { identity }: Listing,
  rows: readonly object[],
  columns: ListQuery["columns"],
): Pick<PageAnswer<object>, "rows" | "ids"> {
  return {
    rows: columns === undefined ? rows : rows.map((row) => cutRow(row, columns)),
    ids: rows.map((row) => identityOf(row, identity)),
  };
}

function otherPages(headers: Headers): Pick<PageAnswer<object>, "next" | "last" | "count"> {
  const { next, last } = parseLinkPages(headers.get("link"));
  return { next, last, count: countOf(headers) };
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
