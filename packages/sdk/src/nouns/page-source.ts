import type { Listing } from "../dialects/listing.ts";
import { operationOf } from "../dialects/operations.ts";
import type { ProviderApi } from "../dialects/provider-api.ts";
import { NotFoundError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import { parseLinkPages } from "../http/link.ts";
import type { PageAnswer, PageReader, PageRequest, PageSource } from "../pagination/page-source.ts";
import type { Context } from "./context.ts";
import { GuessedPages } from "./guessed-pages.ts";
import { checkListQuery, type ListQuery } from "./list-query.ts";
import { cutRow, type Selection } from "./select.ts";

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
        return { listing, ...checked };
      });
      // It is awaited by the first page, and must not count as unhandled before.
      prepared.catch(() => {});
      const guessed = new GuessedPages();

      async function fetchPage(request: PageRequest): Promise<PageAnswer<object> | undefined> {
        const { listing, filters, columns } = await prepared;
        const { page, pageSize } = request;
        const query = { ...filters, ...fieldQuery(listing, columns, request), page, page_size: pageSize };
        try {
          const { rows, headers } = await listing.page(query, call);
          return {
            ...pageAnswer(listing, rows, columns),
            ...whereOthersAre(headers, rows.length, request),
          };
        } catch (error) {
          // Rows that left the list have taken its last page with them.
          if (page > 1 && error instanceof NotFoundError && !error.routeMissing) return undefined;
          throw error;
        }
      }

      return {
        async fetchPage(request) {
          return guessed.complete(request, await fetchPage(request));
        },
        async fetchCount() {
          const { listing, filters } = await prepared;
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
  columns: ListQuery["columns"],
  { idsOnly }: PageRequest,
): { field?: readonly string[] } {
  if (!selectable || (columns === undefined && !idsOnly)) return {};
  return { field: [...new Set([...(idsOnly ? [] : (columns ?? [])), ...identity])] };
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

/**
 * As the `Link` header says. Where none came, as through gateways that drop it and to browsers that may not see it, a
 * full page is followed by another if the count tells of more rows.
 */
function whereOthersAre(
  headers: Headers,
  rows: number,
  { page, pageSize }: PageRequest,
): Pick<PageAnswer<object>, "next" | "last" | "count"> {
  const count = countOf(headers);
  const link = headers.get("link");
  if (link !== null || count === undefined || rows < pageSize || count <= page * pageSize) {
    const { next, last } = parseLinkPages(link);
    return { next, last, count };
  }
  return { next: page + 1, last: Math.ceil(count / pageSize), count };
}

/** A row without the columns that tell it apart, as stubs send it, is told apart by all it has. */
function identityOf(row: object, identity: readonly string[]): string {
  if (!identity.every((column) => column in row)) return JSON.stringify(row);
  return identity.map((column) => String(Reflect.get(row, column))).join(" ");
}

function countOf(headers: Headers): number | undefined {
  const count = headers.get("x-result-count");
  return count !== null && /^\d{1,15}$/.test(count) ? Number(count) : undefined;
}
