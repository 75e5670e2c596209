import type { Listing } from "../dialects/listing.ts";
import type { ProviderApi } from "../dialects/provider-api.ts";
import type { CallOptions } from "../http/call.ts";
import { Paginated, type PaginationOptions } from "../pagination/paginated.ts";
import { requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { Context } from "./context.ts";
import { checkListQuery } from "./list-query.ts";
import { pageSource } from "./page-source.ts";
import type { Selection, WholeRows } from "./select.ts";

/** How a list is read; every page is a request. `timeoutMs` bounds all of them together, and has no default here. */
export interface ListOptions extends CallOptions, PaginationOptions {}

/** A list method: whole rows, or the columns one asks for, which spares the server most of its work. */
export interface List<Row, Filters> {
  /** Rows with the named columns only. */
  <const K extends keyof Row & string>(
    query: Filters & { readonly fields: readonly K[] },
    options?: ListOptions,
  ): Paginated<Pick<Row, K>>;
  /** Rows with every column but the named ones. */
  <const K extends keyof Row & string>(
    query: Filters & { readonly omit: readonly K[] },
    options?: ListOptions,
  ): Paginated<Omit<Row, K>>;
  /** Whole rows. */
  (query?: Filters & WholeRows, options?: ListOptions): Paginated<Row>;
}

/** A list method for what belongs to one object, whose uuid comes first. */
export interface ListOf<Row, Filters> {
  <const K extends keyof Row & string>(
    uuid: string,
    query: Filters & { readonly fields: readonly K[] },
    options?: ListOptions,
  ): Paginated<Pick<Row, K>>;
  <const K extends keyof Row & string>(
    uuid: string,
    query: Filters & { readonly omit: readonly K[] },
    options?: ListOptions,
  ): Paginated<Omit<Row, K>>;
  (uuid: string, query?: Filters & WholeRows, options?: ListOptions): Paginated<Row>;
}

/** Makes a list method of a listing. */
export function createList<Row extends object, Filters extends object>(
  context: Context,
  listingOf: (api: ProviderApi) => Listing,
): List<Row, Filters> {
  function list<const K extends keyof Row & string>(
    query: Filters & { readonly fields: readonly K[] },
    options?: ListOptions,
  ): Paginated<Pick<Row, K>>;
  function list<const K extends keyof Row & string>(
    query: Filters & { readonly omit: readonly K[] },
    options?: ListOptions,
  ): Paginated<Omit<Row, K>>;
  function list(query?: Filters & WholeRows, options?: ListOptions): Paginated<Row>;
  function list(query: Selection & object = {}, options: ListOptions = {}): Paginated<object> {
    return paginate(context, listingOf, query, options);
  }
  return list;
}

/** Makes a list method of a listing that every object of a kind has. */
export function createListOf<Row extends object, Filters extends object>(
  context: Context,
  listingOf: (api: ProviderApi, uuid: string) => Listing,
): ListOf<Row, Filters> {
  function list<const K extends keyof Row & string>(
    uuid: string,
    query: Filters & { readonly fields: readonly K[] },
    options?: ListOptions,
  ): Paginated<Pick<Row, K>>;
  function list<const K extends keyof Row & string>(
    uuid: string,
    query: Filters & { readonly omit: readonly K[] },
    options?: ListOptions,
  ): Paginated<Omit<Row, K>>;
  function list(uuid: string, query?: Filters & WholeRows, options?: ListOptions): Paginated<Row>;
  function list(uuid: string, query: Selection & object = {}, options: ListOptions = {}): Paginated<object> {
    const id = requireUuid(uuid, "uuid");
    return paginate(context, (api) => listingOf(api, id), query, options);
  }
  return list;
}

/** What is asked is checked at once where the server's generation is known, else before the first page. */
function paginate(
  context: Context,
  listingOf: (api: ProviderApi) => Listing,
  query: Selection & object,
  options: ListOptions,
): Paginated<object> {
  requireObject(query, "query");
  requireObject(options, "options");
  // It is read later, and more than once: the caller may use his object again for something else.
  const asked = { ...query };
  // Refuses what it cannot use: the reading itself begins later, and by a signal of its own.
  context.http.begin(options);
  const { known } = context.provider;
  if (known !== undefined) checkListQuery(listingOf(known), asked);
  // Under a state filter rows leave and enter while the list is read, and no count need show it.
  const overlap = options.overlap ?? "state" in asked;
  return new Paginated(pageSource(context, listingOf, asked, options), { ...options, overlap });
}
