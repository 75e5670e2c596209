import type { Listing } from "../dialects/listing.ts";
import type { ProviderApi } from "../dialects/provider-api.ts";
import type { CallOptions } from "../http/call.ts";
import { Paginated, type PaginationOptions } from "../pagination/paginated.ts";
import { requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { Context } from "./context.ts";
import { checkListQuery } from "./list-query.ts";
import { pageSource } from "./page-source.ts";
import type { Columns, Selected, Selection } from "./select.ts";

/** How a list is read; every page is a request. `timeoutMs` bounds all of them together, and has no default here. */
export interface ListOptions extends CallOptions, PaginationOptions {}

// One signature, and no comment on it: an editor then shows the comment of the method, and an error names the wrong word.

/** A list method: whole rows, or the columns one asks for, which spares the server most of its work. */
export type List<Row, Filters> = <
  const Fields extends keyof Row & string = never,
  const Omitted extends keyof Row & string = never,
>(
  query?: Filters & Columns<Fields, Omitted>,
  options?: ListOptions,
) => Paginated<Selected<Row, Fields, Omitted>>;

/** A list method for what belongs to one object, whose uuid comes first. */
export type ListOf<Row, Filters> = <
  const Fields extends keyof Row & string = never,
  const Omitted extends keyof Row & string = never,
>(
  uuid: string,
  query?: Filters & Columns<Fields, Omitted>,
  options?: ListOptions,
) => Paginated<Selected<Row, Fields, Omitted>>;

/** Makes a list method of a listing. */
export function createList<Row extends object, Filters extends object>(
  context: Context,
  listingOf: (api: ProviderApi) => Listing,
): List<Row, Filters> {
  function list<const Fields extends keyof Row & string, const Omitted extends keyof Row & string>(
    query?: Filters & Columns<Fields, Omitted>,
    options?: ListOptions,
  ): Paginated<Selected<Row, Fields, Omitted>>;
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
  function list<const Fields extends keyof Row & string, const Omitted extends keyof Row & string>(
    uuid: string,
    query?: Filters & Columns<Fields, Omitted>,
    options?: ListOptions,
  ): Paginated<Selected<Row, Fields, Omitted>>;
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
