import type { paths } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Listing, ListingFacts, WireQuery } from "../list/listing.ts";
import { operationOf } from "./operations.ts";
import { createRequests, type ParamsOf, type PathOf } from "./requests.ts";

type ListPath = PathOf<paths, "get"> & PathOf<paths, "head">;
type QueryOf<P extends ListPath> =
  ParamsOf<paths, P, "get"> extends { query?: infer Query } ? NonNullable<Query> : never;

/**
 * A list at a path of the spec; its parameters must be the operation's own.
 *
 * `uuid` is that of what it belongs to, where the path has a place for it.
 */
export type ListAt = <P extends ListPath>(
  path: P,
  facts: Omit<ListingFacts<keyof QueryOf<P> & string>, "path">,
  uuid?: string,
) => Listing;

/** Any list: what the spec says of each is checked by `ListAt`. */
interface AnyList {
  parameters: { query: WireQuery; path: { readonly uuid?: string } };
  responses: { 200: { content: { "application/json": readonly object[] } } };
}

/** Makes lists over a transport. */
export function createListAt(transport: Transport): ListAt {
  const requests = createRequests<Record<string, { get: AnyList; head: AnyList }>>(transport);
  return (path, facts, uuid) => {
    const belongsTo = uuid === undefined ? {} : { uuid };
    return {
      uuids: [],
      selectable: true,
      identity: ["uuid"],
      shownBy: {},
      repeats: false,
      order: undefined,
      ...facts,
      path,
      operation: operationOf("GET", path).id,
      page: (query, call) => requests.page(call, path, { query, path: belongsTo }),
      count: (query, call) => requests.head(call, path, { query, path: belongsTo }),
    };
  };
}

/** Stands where a server has no such list: whoever reads it gets the error. */
export function unsupportedListing(missing: () => Error): Listing {
  const unsupported = () => Promise.reject(missing());
  const facts = {
    parameters: [],
    uuids: [],
    selectable: false,
    identity: ["uuid"],
    shownBy: {},
    repeats: false,
  };
  return {
    ...facts,
    path: "",
    operation: "",
    order: undefined,
    missing,
    page: unsupported,
    count: unsupported,
  };
}

/** Reads one object with the columns asked for, which the types of the nouns have checked. */
export type GetAt = (
  path: PathOf<paths, "get">,
) => (uuid: string, columns: readonly string[] | undefined, call: Call) => Promise<object>;

/** Any object: which columns it has, the nouns say. */
interface AnyObject {
  parameters: { query: { readonly field?: readonly string[] }; path: { readonly uuid: string } };
  responses: { 200: { content: { "application/json": object } } };
}

/** Makes reads of single objects over a transport. */
export function createGetAt(transport: Transport): GetAt {
  const { get } = createRequests<Record<string, { get: AnyObject }>>(transport);
  return (path) => (uuid, columns, call) =>
    get(call, path, { path: { uuid }, query: columns === undefined ? {} : { field: columns } });
}
