import { CALL_KEYS, type Call, type CallOptions, callOptionsOf } from "../http/call.ts";
import { requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { cutRow, type Listing, openListing } from "./listing.ts";
import { Paginated, type PaginationOptions } from "./paginated.ts";
import { type Columns, checkGetQuery, checkListQuery, type Selected } from "./query.ts";

/** How a list is read; every page is a request. `timeoutMs` bounds all of them together, and has no default here. */
export interface ListOptions extends CallOptions, PaginationOptions {}

/** What list and get methods need of a client: `Api` is what its server can do. */
export interface ListContext<Api> {
  readonly http: { begin(options?: CallOptions, totalTimeoutMs?: number): Call };
  readonly provider: { resolve(call: Call): Promise<Api> | Api };
}

// One signature, and no comment on it: an editor then shows the comment of the method, and an error names the wrong word.

/** A list method: whole rows, or the columns one asks for, which spares the server most of its work. */
export type List<Row, Filters> = <const Fields extends keyof Row & string = never>(
  query?: Filters & Columns<Fields>,
  options?: ListOptions,
) => Paginated<Selected<Row, Fields>>;

/** A list method for what belongs to one object, whose uuid comes first. */
export type ListOf<Row, Filters> = <const Fields extends keyof Row & string = never>(
  uuid: string,
  query?: Filters & Columns<Fields>,
  options?: ListOptions,
) => Paginated<Selected<Row, Fields>>;

/** Makes a list method of a listing. */
export function createList<Row extends object, Filters extends object, Api>(
  context: ListContext<Api>,
  listingOf: (api: Api) => Listing,
): List<Row, Filters> {
  return (query, options) => paginatedList(context, listingOf, query, options);
}

/** Makes a list method of a listing that every object of a kind has. */
export function createListOf<Row extends object, Filters extends object, Api>(
  context: ListContext<Api>,
  listingOf: (api: Api, uuid: string) => Listing,
): ListOf<Row, Filters> {
  return (uuid, query, options) =>
    paginatedList(context, (api) => listingOf(api, requireUuid(uuid, "uuid")), query, options);
}

/** Makes a list of a listing. What is wrong with its arguments, its first use says. */
export function paginatedList<Row extends object, Api>(
  { http, provider }: ListContext<Api>,
  listingOf: (api: Api) => Listing,
  query: object = {},
  options: ListOptions = {},
): Paginated<Row> {
  // It is read later, and more than once: the caller may use their object again for something else.
  const asked = { ...query };
  const open = async (left: AbortSignal) => {
    requireObject(query, "query");
    requireObject(options, "options");
    requireKeys(options, { ...CALL_KEYS, pageSize: true, concurrency: true }, "options");
    // However many pages there are: only the caller can say how long they may take.
    const begun = http.begin(callOptionsOf(options), Number.POSITIVE_INFINITY);
    const signals = begun.signal === undefined ? [left] : [begun.signal, left];
    const call = { ...begun, signal: AbortSignal.any(signals) };
    const listing = listingOf(await provider.resolve(call));
    return openListing<Row>(listing, checkListQuery(listing, asked), call);
  };
  return new Paginated({ signal: options?.signal, open }, options ?? {});
}

/** A get method: the whole row, or the columns one asks for. */
export type Get<Row> = <const Fields extends keyof Row & string = never>(
  uuid: string,
  query?: Columns<Fields>,
  options?: CallOptions,
) => Promise<Selected<Row, Fields>>;

/** Makes a get method. */
export function createGet<Row extends object, Api>(
  context: ListContext<Api>,
  nounOf: (api: Api) => {
    get(uuid: string, columns: readonly string[] | undefined, call: Call): Promise<object>;
  },
): Get<Row> {
  return async (uuid, query = {}, options) => {
    const id = requireUuid(uuid, "uuid");
    const columns = checkGetQuery(query);
    const call = context.http.begin(options);
    const noun = nounOf(await context.provider.resolve(call));
    return cutRow(await noun.get(id, columns, call), columns);
  };
}
