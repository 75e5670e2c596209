import type { ApiCall } from "./api-call.ts";
import { methodNotAllowed, type Reply } from "./reply.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

export interface Action {
  /** Its operationId in the spec, when the spec has it. */
  readonly operationId?: string;
  /** The spec's name of its HEAD twin, which counts a list. */
  readonly countId?: string;
  handle(call: ApiCall): Reply;
}

/** One path of the API. HEAD comes with GET, OPTIONS with everything. */
export interface Route {
  /** Hono's pattern, with the trailing slash every address has. */
  readonly path: string;
  readonly actions: Partial<Record<Method, Action>>;
  /** Answers without a token too; a wrong token is refused all the same. */
  readonly isPublic?: boolean;
  /** The `Allow` header, where the server's own list of methods is not the one it serves. */
  readonly allow?: string;
}

/** A path that is a list or one row; a uuid in it is any text without a dot or slash, as in Django's router. */
export function route(
  path: string,
  actions: Route["actions"],
  options: { isPublic?: boolean; allow?: string } = {},
): Route {
  return { path: `/api/${path.replaceAll("{uuid}", ":uuid{[^/.]+}")}`, actions, ...options };
}

export function action(operationId: string, handle: Action["handle"]): Action {
  const isList = operationId.endsWith("_list");
  return { operationId, handle, ...(isList ? { countId: operationId.replace(/_list$/, "_count") } : {}) };
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

const ORDER: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The `Allow` header, in the order Django REST framework writes it. */
export function allowHeader(given: Route): string {
  const listed: string[] = ORDER.filter((method) => given.actions[method] !== undefined);
  if (given.actions.GET !== undefined) {
    listed.push("HEAD");
  }
  return given.allow ?? [...listed, "OPTIONS"].join(", ");
}
