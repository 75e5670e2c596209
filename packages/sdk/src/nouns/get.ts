import type { Listing } from "../dialects/listing.ts";
import type { Columns, ProviderApi } from "../dialects/provider-api.ts";
import { InvalidArgumentError } from "../errors.ts";
import type { Call, CallOptions } from "../http/call.ts";
import { requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { Context } from "./context.ts";
import { cutRow, type Selection, selectColumns, type WholeRows } from "./select.ts";

/** A get method: the whole row, or the columns one asks for. */
export interface Get<Row> {
  /** The row with the named columns only. */
  <const K extends keyof Row & string>(
    uuid: string,
    query: { readonly fields: readonly K[] },
    options?: CallOptions,
  ): Promise<Pick<Row, K>>;
  /** The row with every column but the named ones. */
  <const K extends keyof Row & string>(
    uuid: string,
    query: { readonly omit: readonly K[] },
    options?: CallOptions,
  ): Promise<Omit<Row, K>>;
  /** The whole row. */
  (uuid: string, query?: WholeRows, options?: CallOptions): Promise<Row>;
}

/** What `get` needs of a noun's api. */
interface Gettable {
  readonly listing: Listing;
  get(uuid: string, columns: Columns, call: Call): Promise<object>;
}

/** Makes a get method; the row has the columns of the noun's listing. */
export function createGet<Row extends object>(
  context: Context,
  nounOf: (api: ProviderApi) => Gettable,
): Get<Row> {
  async function get<const K extends keyof Row & string>(
    uuid: string,
    query: { readonly fields: readonly K[] },
    options?: CallOptions,
  ): Promise<Pick<Row, K>>;
  async function get<const K extends keyof Row & string>(
    uuid: string,
    query: { readonly omit: readonly K[] },
    options?: CallOptions,
  ): Promise<Omit<Row, K>>;
  async function get(uuid: string, query?: WholeRows, options?: CallOptions): Promise<Row>;
  async function get(uuid: string, query: Selection = {}, options?: CallOptions): Promise<object> {
    const id = requireUuid(uuid, "uuid");
    requireSelection(query);
    const call = context.http.begin(options);
    const noun = nounOf(await context.provider.resolve(call));
    const columns = noun.listing.missing === undefined ? selectColumns(noun.listing, query) : undefined;
    return cutRow(await noun.get(id, columns, call), columns);
  }
  return get;
}

/** Options in the place of the query would be taken no notice of: they come after it. */
function requireSelection(query: Selection): void {
  requireObject(query, "query");
  const { fields: _fields, omit: _omit, ...others } = query;
  const [unknown] = Object.keys(others);
  if (unknown === undefined) return;
  throw new InvalidArgumentError(
    unknown,
    `The query of get takes fields or omit, not "${unknown}". Call options are the argument after it. Nothing was sent.`,
  );
}
