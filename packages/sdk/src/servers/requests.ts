import type { paths } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Reply, Shape } from "../http/reply.ts";
import type { Transport } from "../http/transport.ts";
import type { Listing, ListingFacts, WireQuery } from "../list/listing.ts";
import { operationOf } from "./operations.ts";

type Method = "get" | "head" | "post" | "put" | "patch" | "delete";

/** Paths of the spec that have the method. */
export type PathOf<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends { readonly [K in M]: object } ? P : never;
}[keyof Paths] &
  string;

type OperationOf<Paths, P extends keyof Paths, M extends Method> = Paths[P] extends {
  readonly [K in M]: infer Operation;
}
  ? Operation
  : never;

/** Path and query of an operation as the spec has them. */
export type ParamsOf<Paths, P extends keyof Paths, M extends Method> =
  OperationOf<Paths, P, M> extends { parameters: infer Params }
    ? Pick<Params, keyof Params & ("path" | "query")>
    : never;

type BodyOf<Paths, P extends keyof Paths, M extends Method> =
  OperationOf<Paths, P, M> extends { requestBody?: { content: { "application/json": infer Body } } }
    ? Body
    : undefined;

/** What a success of an operation holds. */
export type DataOf<Paths, P extends keyof Paths, M extends Method> =
  OperationOf<Paths, P, M> extends { responses: infer Responses }
    ? Responses extends { 200: { content: { "application/json": infer Data } } }
      ? Data
      : Responses extends { 201: { content: { "application/json": infer Data } } }
        ? Data
        : undefined
    : never;

/**
 * Requests over the paths of the spec: each is one operation, belongs to a call, and returns the data of a success.
 *
 * All throw what `Transport.send` throws.
 */
export interface Requests<Paths> {
  /** Reads one object. */
  get<P extends PathOf<Paths, "get">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "get">,
  ): Promise<DataOf<Paths, P, "get">>;
  /** Reads an array, which may be one page of a list. */
  page<P extends PathOf<Paths, "get">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "get">,
  ): Promise<{ readonly rows: DataOf<Paths, P, "get">; readonly headers: Headers }>;
  /** Reads the headers of a list. */
  head<P extends PathOf<Paths, "head">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "head">,
  ): Promise<Headers>;
  /** Writes. The data is undefined where the server says nothing of what it has done. */
  post<P extends PathOf<Paths, "post">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "post">,
    body?: BodyOf<Paths, P, "post">,
  ): Promise<DataOf<Paths, P, "post">>;
  /** Makes something, which the answer shows. */
  create<P extends PathOf<Paths, "post">>(
    call: Call,
    path: P,
    body: BodyOf<Paths, P, "post">,
  ): Promise<DataOf<Paths, P, "post">>;
  put<P extends PathOf<Paths, "put">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "put">,
    body?: BodyOf<Paths, P, "put">,
  ): Promise<DataOf<Paths, P, "put">>;
  patch<P extends PathOf<Paths, "patch">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "patch">,
    body: BodyOf<Paths, P, "patch">,
  ): Promise<DataOf<Paths, P, "patch"> | undefined>;
  /** Deletes. */
  remove<P extends PathOf<Paths, "delete">>(
    call: Call,
    path: P,
    params: ParamsOf<Paths, P, "delete">,
  ): Promise<unknown>;
}

/** What goes with a path. */
interface Given {
  readonly params: object;
  readonly body?: unknown;
}

/** Makes requests over a transport. */
export function createRequests<Paths extends object>(transport: Transport): Requests<Paths> {
  const reply = (method: string, path: string, call: Call, given: Given, shape?: Shape): Promise<Reply> =>
    transport.send({ method, path, shape, ...given }, call);

  /** The one place where the spec's word is taken for what came: only its shape is looked at. */
  async function send<Data>(...request: Parameters<typeof reply>): Promise<Data> {
    return (await reply(...request)).data as Data;
  }

  async function page<Data>(path: string, call: Call, given: Given) {
    const { data, response } = await reply("GET", path, call, given, "objects");
    return { rows: data as Data, headers: response.headers };
  }

  return {
    get: (call, path, params) => send("GET", path, call, { params }, "object"),
    page: (call, path, params) => page(path, call, { params }),
    head: async (call, path, params) => (await reply("HEAD", path, call, { params })).response.headers,
    post: (call, path, params, body) => send("POST", path, call, { params, body }),
    create: (call, path, body) => send("POST", path, call, { params: {}, body }, "object"),
    put: (call, path, params, body) => send("PUT", path, call, { params, body }),
    patch: (call, path, params, body) => send("PATCH", path, call, { params, body }),
    remove: (call, path, params) => send("DELETE", path, call, { params }),
  };
}

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
