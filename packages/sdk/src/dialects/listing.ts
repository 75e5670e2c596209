import { InvalidArgumentError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** Query parameters ready to be sent. */
export type WireQuery = Readonly<Record<string, WireValue>>;
export type WireValue = string | number | boolean | readonly (string | number | boolean)[];

/** One page of rows with the headers that tell where the others are. */
export interface PageAnswer {
  readonly rows: readonly object[];
  readonly headers: Headers;
}

/** What a listing can be asked for. */
export interface ListingFacts<Parameter extends string = string> {
  /** Where it is listed, as the spec writes it. */
  readonly path: string;
  /** Query parameters the server knows; it ignores any other, and lists what was not meant. */
  readonly parameters: readonly Parameter[];
  /** Parameters that hold uuids, besides those whose names end in `_uuid`. */
  readonly uuids?: readonly Parameter[];
  /** Columns of a row. */
  readonly columns: readonly string[];
  /** False where the server always sends whole rows. */
  readonly selectable?: boolean;
  /** Columns that tell one row from another; `uuid` unless the rows have none. */
  readonly identity?: readonly string[];
  /**
   * Parameters of which some servers take no notice, by the column that shows whether this one did: each row must have
   * one of the values asked for.
   */
  readonly shownBy?: Readonly<Partial<Record<Parameter, string>>>;
  /** The server shows a row once for each role through which it is seen, one after the other, and counts it so. */
  readonly repeats?: boolean;
  /** Sent as `o`, where the server itself lists without an order or with one that has ties. */
  readonly order?: string;
}

/** A listing as one server generation offers it. */
export interface Listing extends Required<Omit<ListingFacts, "order">> {
  readonly order: string | undefined;
  /** On a server without this listing: the error that says so. */
  readonly missing?: () => Error;
  page(query: WireQuery, call: Call): Promise<PageAnswer>;
  count(query: WireQuery, call: Call): Promise<Headers>;
}

/**
 * Describes a listing by its facts and its two typed calls.
 *
 * `Query` is the operation's query as the spec has it; the names in `parameters` must be its own.
 */
export function defineListing<Query extends object>(
  listing: ListingFacts<keyof Query & string> & {
    page(query: Query, call: Call): Promise<PageAnswer>;
    count(query: Query, call: Call): Promise<Headers>;
  },
): Listing {
  const { path, parameters, uuids = [], columns, selectable = true, identity = ["uuid"] } = listing;
  const { shownBy = {}, repeats = false, order } = listing;
  const checked = (query: WireQuery): Query => {
    if (isQuery<Query>(query, parameters)) return query;
    throw unknownParameter(query, parameters);
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

function unknownParameter(query: WireQuery, parameters: readonly string[]): InvalidArgumentError {
  return unknownName(
    Object.keys(query).find((name) => !parameters.includes(name)) ?? "",
    "filter",
    parameters,
  );
}

/** The error for a filter or field of which the server would take no notice. */
export function unknownName(
  name: string,
  kind: "filter" | "field",
  known: readonly string[],
): InvalidArgumentError {
  return new InvalidArgumentError(
    name,
    `This server knows no ${kind} "${name}". Nothing was sent. Known: ${[...known].sort().join(", ")}.`,
  );
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
    missing: error,
    page: unsupported,
    count: unsupported,
  };
}
