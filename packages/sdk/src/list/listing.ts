import { InvalidArgumentError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { didYouMean } from "../values/arguments.ts";

/** Query parameters ready to be sent. */
export type WireQuery = Readonly<Record<string, WireValue>>;
export type WireValue = string | number | boolean | readonly (string | number | boolean)[];

/** The rows of one page, with the headers that tell where the others are. */
export interface ListedRows {
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
  /** The operation of the spec that lists, such as `orders_list`. */
  readonly operation: string;
  page(query: WireQuery, call: Call): Promise<ListedRows>;
  count(query: WireQuery, call: Call): Promise<Headers>;
}

/** The error for a filter of which the server would take no notice. */
export function unknownFilter(name: string, known: readonly string[]): InvalidArgumentError {
  return new InvalidArgumentError(
    name,
    `This server knows no filter "${name}".${didYouMean(name, known)} Nothing was sent. Known: ${[...known].sort().join(", ")}.`,
  );
}
