import type { paths } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Shape } from "../http/reply.ts";
import type { Transport } from "../http/transport.ts";
import type { Listing, ListingFacts } from "../list/listing.ts";
import { operationOf } from "./operations.ts";

type Method = "get" | "head" | "post" | "patch" | "delete";

/** Paths of the spec that have the method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: object } ? P : never;
}[keyof paths];

type OperationOf<P extends keyof paths, M extends Method> = NonNullable<
  paths[P] extends { readonly [K in M]?: infer Operation } ? Operation : never
>;

type QueryOf<P extends keyof paths> =
  OperationOf<P, "get"> extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never;

/** JSON leaves out what is undefined, so a key that may be missing may also be undefined. */
type Sendable<Body> = {
  [K in keyof Body]: Body[K] | (object extends Pick<Body, K> ? undefined : never);
};

type BodyOf<P extends keyof paths, M extends Method> =
  OperationOf<P, M> extends { requestBody?: { content: { "application/json": infer Body } } }
    ? Sendable<Body>
    : undefined;

/** What a success of an operation holds. */
type DataOf<P extends keyof paths, M extends Method> =
  OperationOf<P, M> extends { responses: infer Responses }
    ? Responses extends { 200: { content: { "application/json": infer Data } } }
      ? Data
      : Responses extends { 201: { content: { "application/json": infer Data } } }
        ? Data
        : undefined
    : never;

interface Given {
  readonly uuid?: string | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  /** What a success must hold. */
  readonly shape?: Shape;
}

/** What the server says of an action it has carried out. */
export interface StatusMessage {
  readonly status: string;
}

/** Requests over the paths of the spec. */
export type Requests = ReturnType<typeof createRequests>;

/**
 * Makes requests over a transport: each is one operation, is part of a call, and returns what a success holds.
 *
 * All throw what `Transport.send` throws.
 */
export function createRequests(transport: Transport) {
  const reply = (method: string, path: string, call: Call, { uuid, query, ...given }: Given) =>
    transport.send({ method, path, params: { path: { uuid }, query: { ...query } }, ...given }, call);

  /** The one place where an answer gets its type from the spec: only its shape is checked. */
  async function send<Data>(...request: Parameters<typeof reply>): Promise<Data> {
    return (await reply(...request)).data as Data;
  }

  return {
    /** Reads one object. */
    get: <P extends PathOf<"get">>(call: Call, path: P, uuid?: string, query?: QueryOf<P>) =>
      send<DataOf<P, "get">>("GET", path, call, { uuid, query, shape: "object" }),

    /** Reads one object, with the columns asked for, or all. The nouns give it its type. */
    getAt: (path: PathOf<"get">) => (uuid: string, columns: readonly string[] | undefined, call: Call) =>
      send<object>("GET", path, call, { uuid, query: columns && { field: columns }, shape: "object" }),

    /** Reads an array that comes whole. */
    rows: <P extends PathOf<"get">>(call: Call, path: P, uuid: string) =>
      send<DataOf<P, "get">>("GET", path, call, { uuid, shape: "objects" }),

    /** Writes. Returns undefined where the server answers with an empty body. */
    post: <P extends PathOf<"post">>(call: Call, path: P, uuid?: string, body?: BodyOf<P, "post">) =>
      send<DataOf<P, "post">>("POST", path, call, { uuid, body }),

    /** Writes, and returns what the server says of it: some answer with a bare text, and some with nothing. */
    async act<P extends PathOf<"post">>(
      call: Call,
      path: P,
      uuid: string,
      body: BodyOf<P, "post">,
    ): Promise<StatusMessage> {
      const { data } = await reply("POST", path, call, { uuid, body });
      if (typeof data === "object" && data !== null && "status" in data)
        return { ...data, status: String(data.status) };
      return { status: typeof data === "string" ? data : "" };
    },

    /** Makes something, which the answer shows. */
    create: <P extends PathOf<"post">>(call: Call, path: P, body: BodyOf<P, "post">) =>
      send<DataOf<P, "post">>("POST", path, call, { body, shape: "object" }),

    patch: <P extends PathOf<"patch">>(call: Call, path: P, uuid: string, body: BodyOf<P, "patch">) =>
      send<DataOf<P, "patch"> | undefined>("PATCH", path, call, { uuid, body }),

    remove: (call: Call, path: PathOf<"delete">, uuid: string) =>
      send<unknown>("DELETE", path, call, { uuid }),

    /**
     * A list; its parameters must be those of its operation.
     *
     * @param uuid - Of the object that the list belongs to, if the path has one.
     */
    listAt: <P extends PathOf<"get"> & PathOf<"head">>(
      path: P,
      facts: Omit<ListingFacts<keyof QueryOf<P> & string>, "path">,
      uuid?: string,
    ): Listing => ({
      uuids: [],
      selectable: true,
      identity: ["uuid"],
      shownBy: {},
      repeats: false,
      order: undefined,
      ...facts,
      path,
      operation: operationOf("GET", path).id,
      async page(query, call) {
        const { data, response } = await reply("GET", path, call, { uuid, query, shape: "objects" });
        return { rows: data as readonly object[], headers: response.headers };
      },
      count: async (query, call) => (await reply("HEAD", path, call, { uuid, query })).response.headers,
    }),
  };
}
