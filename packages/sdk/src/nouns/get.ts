import type { Listing } from "../dialects/listing.ts";
import type { Columns as ColumnNames, ProviderApi } from "../dialects/provider-api.ts";
import { InvalidArgumentError } from "../errors.ts";
import type { Call, CallOptions } from "../http/call.ts";
import { requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type { Context } from "./context.ts";
import { type Columns, cutRow, type Selected, type Selection, selectColumns } from "./select.ts";

/** A get method: the whole row, or the columns one asks for. */
export type Get<Row> = <
  const Fields extends keyof Row & string = never,
  const Omitted extends keyof Row & string = never,
>(
  uuid: string,
  query?: Columns<Fields, Omitted>,
  options?: CallOptions,
) => Promise<Selected<Row, Fields, Omitted>>;

/** What `get` needs of a noun's api. */
interface Gettable {
  readonly listing: Listing;
  get(uuid: string, columns: ColumnNames, call: Call): Promise<object>;
}

/** Makes a get method; the row has the columns of the noun's listing. */
export function createGet<Row extends object>(
  context: Context,
  nounOf: (api: ProviderApi) => Gettable,
): Get<Row> {
  async function get<const Fields extends keyof Row & string, const Omitted extends keyof Row & string>(
    uuid: string,
    query?: Columns<Fields, Omitted>,
    options?: CallOptions,
  ): Promise<Selected<Row, Fields, Omitted>>;
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
