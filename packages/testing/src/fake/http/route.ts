import { parseUuid } from "../state/values.ts";
import type { Generation } from "../state/words.ts";
import { isSince } from "../state/words.ts";
import type { ApiCall } from "./call.ts";
import { methodNotAllowed, notFound, ok, type Reply, ServerCrash, unauthorized } from "./reply.ts";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number] | "OPTIONS";

export interface Action {
  /** Its operationId in the spec, when the spec has it. */
  readonly operationId?: string;
  /** The spec's name of its HEAD twin, which counts a list. */
  readonly countId?: string;
  handle(call: ApiCall): Reply;
}

/** One path of the API. HEAD comes with GET, OPTIONS with everything. */
export interface Route extends RouteOptions {
  /** Hono's pattern, with the trailing slash every address has. */
  readonly path: string;
  readonly actions: Partial<Record<Method, Action>>;
}

export interface RouteOptions {
  /** The first generation that has it. Default: all. */
  readonly since?: Generation;
  /** The first generation that no longer has it. Default: none. */
  readonly before?: Generation;
  /** Answers without a token too; a wrong token is refused all the same. */
  readonly isPublic?: boolean;
  /** The `Allow` header, where the server's own list of methods is not the one it serves. */
  readonly allow?: string;
}

/** A path that is a list or one row; a uuid in it is any text without a dot or slash, as in Django's router. */
export function route(path: string, actions: Route["actions"], options: RouteOptions = {}): Route {
  const pattern = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `:${name}{[^/.]+}`);
  return { path: path.startsWith("/") ? pattern : `/api/${pattern}`, actions, ...options };
}

/** Whether a server of the generation has the route. */
export function isServed({ since = "2021", before }: Route, generation: Generation): boolean {
  return isSince(generation, since) && (before === undefined || !isSince(generation, before));
}

export function action(operationId: string, handle: Action["handle"]): Action {
  return { operationId, handle };
}

/** What the operationIds of the spec call a collection. */
export function idOf(collection: string): string {
  return collection.replace(/^marketplace-/, "").replaceAll("-", "_");
}

/** Actions on one row by the end of their address, after which the spec names them. */
export function rowActions(
  collection: string,
  handlers: Readonly<Record<string, Action["handle"]>>,
  { method = "POST", ...options }: RouteOptions & { method?: Method } = {},
): Route[] {
  return Object.entries(handlers).map(([name, handle]) =>
    route(
      `${collection}/{uuid}/${name}/`,
      { [method]: action(`${idOf(collection)}_${name.replaceAll("-", "_")}`, handle) },
      options,
    ),
  );
}

/** A list that HEAD counts. */
export function listAction(operationId: string, handle: Action["handle"]): Action {
  return { operationId, handle, countId: operationId.replace(/_list$/, "_count") };
}

/** Something the server does but the spec leaves out. */
export function unspecified(handle: Action["handle"]): Action {
  return { handle };
}

/** The router lists the method as allowed, the view refuses it: 405 with itself in `Allow`. */
export const disabled: Action = {
  handle(call) {
    throw methodNotAllowed(call.method);
  },
};

/** How a view answers that stumbles over every request with a token. */
export const crashes: Action = {
  handle({ caller }) {
    if (caller === null) throw unauthorized("Authentication credentials were not provided.");
    throw new ServerCrash();
  },
};

/** What OPTIONS tells of a view. */
export function described(name: string): Action {
  const parses = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
  return unspecified(() => ok({ name, description: "", renders: ["application/json"], parses }));
}

/** What a row can be asked for by any other method than GET: nothing. */
export const readOnly = { PUT: disabled, PATCH: disabled, DELETE: disabled } as const;

/** The `Allow` header, in the order Django REST framework writes it. */
export function allowHeader(given: Route): string {
  const listed: string[] = METHODS.filter((method) => given.actions[method] !== undefined);
  if (given.actions.GET !== undefined) {
    listed.push("HEAD");
  }
  return given.allow ?? [...listed, "OPTIONS"].join(", ");
}

/** The row whose uuid is in the path, when the caller may see it. `kind` is the server's name of its model. */
export function rowInPath<Row>(
  call: ApiCall,
  kind: string,
  rows: { find(uuid: string): Row | undefined },
  sees: (row: Row) => boolean = () => true,
): Row {
  const uuid = parseUuid(call.params.uuid ?? "");
  const row = uuid === undefined ? undefined : rows.find(uuid);
  if (row === undefined || !sees(row)) {
    throw call.world.since("2024-10") ? notFound(`No ${kind} matches the given query.`) : notFound();
  }
  return row;
}

/** Routes that only some generations have. */
export function served(by: Pick<RouteOptions, "since" | "before">, ...routes: readonly Route[]): Route[] {
  return routes.map((given) => ({ ...given, ...by }));
}
