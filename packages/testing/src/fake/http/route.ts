import { operationsByAddress } from "@puhuri/api-types/tables";
import { parseUuid } from "../state/values.ts";
import { type Generation, isMarked, isSince } from "../state/words.ts";
import type { ApiCall } from "./call.ts";
import { methodNotAllowed, notFound, ok, type Reply, ServerCrash, unauthorized } from "./reply.ts";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Method = (typeof METHODS)[number];

export type Handler = (call: ApiCall) => Reply;

/** What answers a method of a path. */
export interface Action {
  readonly handle: Handler;
  /** Its operationId in the spec, when the spec has it. */
  readonly operationId?: string | undefined;
  /** The spec's name of its HEAD twin, which counts a list. */
  readonly countId?: string | undefined;
}

/** One path of a server. HEAD comes with GET, OPTIONS with everything. */
export interface Endpoint {
  /** Hono's pattern, with the trailing slash every address has. */
  readonly path: string;
  readonly actions: Partial<Record<Method, Action>>;
  /** Answers without a token too; a wrong token is refused all the same. */
  readonly isPublic: boolean;
  /** The `Allow` header. */
  readonly allow: string;
}

/** Which servers have it. Default: those that the spec says, or all where it leaves out what they do. */
interface Servers {
  /** The first generation that has it. */
  readonly since?: Generation;
  /** The first generation that no longer has it. */
  readonly before?: Generation;
  readonly isPublic?: boolean;
  /** The `Allow` header, where the server's own list of methods is another one than its router's. */
  readonly allow?: string;
}

/** One method of one path, and the servers that have it. */
export interface Route extends Servers {
  readonly method: Method;
  /** As the spec writes it, below `/api/`; another one begins with a slash. */
  readonly path: string;
  readonly handle: Handler;
}

/** What an address answers, by method and what follows it: `GET` is the list, `GET {uuid}/` one row. */
type Handlers = Readonly<Record<string, Handler>>;

/** The routes of one address. */
export function routes(address: string, handlers: Handlers, servers: Servers = {}): Route[] {
  return Object.entries(handlers).map(([name, handle]) => {
    const [word, below = ""] = name.split(" ");
    const method = METHODS.find((known) => known === word);
    if (method === undefined) throw new Error(`${name} of ${address} begins with no method.`);
    return { ...servers, method, path: address === "" ? "" : `${address}/${below}`, handle };
  });
}

/**
 * Those of one generation's server, put together by their paths: of two for the same, the later one counts. Words win over
 * uuids: `register/` is none.
 */
export function endpointsOf(all: readonly Route[], generation: Generation): Endpoint[] {
  const served = all.filter((route) => isServed(route, generation));
  const byPath = [...Map.groupBy(served, ({ path }) => path)];
  const uuids = (path: string): number => path.split("{").length;
  byPath.sort(([a], [b]) => uuids(a) - uuids(b));
  return byPath.map(([path, ofPath]) => ({
    path: patternOf(path),
    actions: Object.fromEntries(ofPath.map((given) => [given.method, actionOf(given, generation)])),
    isPublic: ofPath.some(({ isPublic }) => isPublic),
    allow: allowHeader(path, ofPath),
  }));
}

/** What the spec has at an address, named as {@link routes} takes it. */
export function specifiedAt(address: string): string[] {
  const start = ` /api/${address}/`;
  return Object.keys(operationsByAddress)
    .filter((operation) => operation.includes(start))
    .map((operation) => operation.replace(start, " ").trim());
}

/** Whether the spec has it, for whatever servers. */
export function isSpecified({ method, path }: Route): boolean {
  return operationsByAddress[`${method} /api/${path}`] !== undefined;
}

function isServed(route: Route, generation: Generation): boolean {
  const { method, path, since, before } = route;
  if (since === undefined && before === undefined && isSpecified(route)) {
    return operationId(method, path, generation) !== undefined;
  }
  return isSince(generation, since ?? "2021") && (before === undefined || !isSince(generation, before));
}

/** A uuid in a path is any text without a dot or slash, as in Django's router. */
function patternOf(path: string): string {
  const pattern = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `:${name}{[^/.]+}`);
  return path.startsWith("/") ? pattern : `/api/${pattern}`;
}

/** The methods Django REST framework's router lists, also those of lists and rows that the view refuses. */
function allowHeader(path: string, served: readonly Route[]): string {
  const own = served.find(({ allow }) => allow !== undefined)?.allow;
  if (own !== undefined) return own;
  if (/^[^/]+\/$/.test(path)) return "GET, POST, HEAD, OPTIONS";
  if (/^[^/]+\/\{uuid\}\/$/.test(path)) return "GET, PUT, PATCH, DELETE, HEAD, OPTIONS";
  const methods = METHODS.filter(
    (name) => name !== "OPTIONS" && served.some(({ method }) => method === name),
  );
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

function actionOf({ method, path, handle }: Route, generation: Generation): Action {
  const countId = method === "GET" ? operationId("HEAD", path, generation) : undefined;
  return { handle, operationId: operationId(method, path, generation), countId };
}

/** Undefined where the spec leaves out what servers of the generation do. */
function operationId(method: string, path: string, generation: Generation): string | undefined {
  const operation = operationsByAddress[`${method} /api/${path}`];
  if (operation === undefined) return undefined;
  const isOfDialect = operation.dialects.includes(generation === "2021" ? "2021" : "current");
  return isOfDialect && isMarked(generation, operation) ? operation.id : undefined;
}

/** The router lists the method as allowed, the view refuses it: 405 with itself in `Allow`. */
export function disabled(call: ApiCall): Reply {
  throw methodNotAllowed(call.method);
}

/** How a view answers that stumbles over every request with a token. */
export function crashes({ caller }: ApiCall): Reply {
  if (caller === null) throw unauthorized("Authentication credentials were not provided.");
  throw new ServerCrash();
}

/** What OPTIONS says of a view. */
export function described(name: string): Handler {
  const parses = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];
  return () => ok({ name, description: "", renders: ["application/json"], parses });
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
