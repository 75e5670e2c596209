import type { Call } from "../http/call.ts";
import {
  type ListedRows,
  type Listing,
  type ListingFacts,
  unknownFilter,
  type WireQuery,
} from "../list/listing.ts";
import { operationOf } from "./operations.ts";

/**
 * Describes a listing by its facts and its two typed calls.
 *
 * `Query` is the operation's query as the spec has it; the names in `parameters` must be its own.
 */
export function defineListing<Query extends object>(
  listing: ListingFacts<keyof Query & string> & {
    page(query: Query, call: Call): Promise<ListedRows>;
    count(query: Query, call: Call): Promise<Headers>;
  },
): Listing {
  const { path, parameters, uuids = [], columns, selectable = true, identity = ["uuid"] } = listing;
  const { shownBy = {}, repeats = false, order } = listing;
  const checked = (query: WireQuery): Query => {
    if (isQuery<Query>(query, parameters)) return query;
    const names: readonly string[] = parameters;
    throw unknownFilter(Object.keys(query).find((name) => !names.includes(name)) ?? "", names);
  };
  return {
    path,
    parameters,
    uuids,
    columns,
    selectable,
    identity,
    shownBy,
    repeats,
    order,
    operation: operationOf("GET", path)?.id ?? "",
    page: (query, call) => listing.page(checked(query), call),
    count: (query, call) => listing.count(checked(query), call),
  };
}

/** The values are as typed by the noun's filters; the names are checked here, for callers without types. */
function isQuery<Query extends object>(
  query: WireQuery,
  names: readonly (keyof Query & string)[],
): query is WireQuery & Query {
  const known: readonly string[] = names;
  return Object.keys(query).every((name) => known.includes(name));
}

/** Stands where a server has no such listing: whoever iterates it gets the error. */
export function unsupportedListing(error: () => Error): Listing {
  const unsupported = async (): Promise<never> => {
    throw error();
  };
  return {
    path: "",
    parameters: [],
    uuids: [],
    columns: [],
    selectable: false,
    identity: ["uuid"],
    shownBy: {},
    repeats: false,
    order: undefined,
    operation: "",
    missing: error,
    page: unsupported,
    count: unsupported,
  };
}
