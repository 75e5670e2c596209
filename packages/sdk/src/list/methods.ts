import { type Call, type CallOptions, callOptionsOf } from "../http/call.ts";
import { requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { Listing } from "./listing.ts";
import { pageReader } from "./listing-pages.ts";
import type { PageSource } from "./page-source.ts";
import { Paginated, type PaginationOptions } from "./paginated.ts";
import { type Columns, checkGetQuery, checkListQuery, cutRow, type Selected } from "./query.ts";

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

/** Makes a list method of a listing. It throws nothing itself: what is wrong with its arguments, the first use says. */
export function createList<Row extends object, Filters extends object, Api>(
  context: ListContext<Api>,
  listingOf: (api: Api) => Listing,
): List<Row, Filters> {
  function list<const Fields extends keyof Row & string>(
    query?: Filters & Columns<Fields>,
    options?: ListOptions,
  ): Paginated<Selected<Row, Fields>>;
  function list(query: object = {}, options: ListOptions = {}): Paginated<object> {
    return new Paginated(listingPages(context, listingOf, query, options), options ?? {});
  }
  return list;
}

/** Makes a list method of a listing that every object of a kind has. */
export function createListOf<Row extends object, Filters extends object, Api>(
  context: ListContext<Api>,
  listingOf: (api: Api, uuid: string) => Listing,
): ListOf<Row, Filters> {
  function list<const Fields extends keyof Row & string>(
    uuid: string,
    query?: Filters & Columns<Fields>,
    options?: ListOptions,
  ): Paginated<Selected<Row, Fields>>;
  function list(uuid: string, query: object = {}, options: ListOptions = {}): Paginated<object> {
    const pages = listingPages(context, (api) => listingOf(api, requireUuid(uuid, "uuid")), query, options);
    return new Paginated(pages, options ?? {});
  }
  return list;
}

const OPTIONS = { signal: true, timeoutMs: true, retry: true, pageSize: true, concurrency: true } as const;

/** The pages of a listing of whichever server it is. What is wrong with query and options is thrown by the first page. */
export function listingPages<Api>(
  { http, provider }: ListContext<Api>,
  listingOf: (api: Api) => Listing,
  query: object,
  options: CallOptions,
): PageSource<object> {
  // It is read later, and more than once: the caller may use their object again for something else.
  const asked = { ...query };
  const facts = { operation: "list", method: "GET", path: "" };
  return {
    operation: facts,
    signal: options?.signal,
    begin(left) {
      requireObject(query, "query");
      requireObject(options, "options");
      requireKeys(options, OPTIONS, "options");
      const own = callOptionsOf(options);
      const { signal } = http.begin(own);
      // However many pages there are: only the caller can say how long they may take.
      const call = http.begin(
        { ...own, signal: signal === undefined ? left : AbortSignal.any([signal, left]) },
        Number.POSITIVE_INFINITY,
      );
      const prepare = async () => {
        const listing = listingOf(await provider.resolve(call));
        facts.operation = listing.operation;
        facts.path = listing.path;
        return pageReader(listing, checkListQuery(listing, asked), call);
      };
      const reader = prepare();
      return {
        fetchPage: async (request) => (await reader).fetchPage(request),
        fetchCount: async () => (await reader).fetchCount(),
      };
    },
  };
}

/** A get method: the whole row, or the columns one asks for. */
export type Get<Row> = <const Fields extends keyof Row & string = never>(
  uuid: string,
  query?: Columns<Fields>,
  options?: CallOptions,
) => Promise<Selected<Row, Fields>>;

/** What `get` needs of a noun's api. */
interface Gettable {
  get(uuid: string, columns: readonly string[] | undefined, call: Call): Promise<object>;
}

/** Makes a get method. */
export function createGet<Row extends object, Api>(
  context: ListContext<Api>,
  nounOf: (api: Api) => Gettable,
): Get<Row> {
  async function get<const Fields extends keyof Row & string>(
    uuid: string,
    query?: Columns<Fields>,
    options?: CallOptions,
  ): Promise<Selected<Row, Fields>>;
  async function get(uuid: string, query: object = {}, options?: CallOptions): Promise<object> {
    const id = requireUuid(uuid, "uuid");
    const columns = checkGetQuery(query);
    const call = context.http.begin(options);
    const noun = nounOf(await context.provider.resolve(call));
    return cutRow(await noun.get(id, columns, call), columns);
  }
  return get;
}
