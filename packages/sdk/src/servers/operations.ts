import { createActions, upsertActions } from "@puhuri/api-types";
import { UnexpectedResponseError } from "../errors.ts";
import type { OperationKind, OperationLookup } from "../http/retry-policy.ts";

const UPSERTS: readonly string[] = upsertActions;
const CREATES: readonly string[] = createActions;

/** Names an operation of the spec, and says what repeating it would do. */
export const operationOf: OperationLookup = (method, path) => new Operation(method, path);

/** The error for an answer with a row that lacks something, or holds a value that cannot be read. */
export function unusableRow(path: string, reason: string, value?: unknown): UnexpectedResponseError {
  return new UnexpectedResponseError({
    operation: new Operation("GET", path).id,
    method: "GET",
    path,
    attempts: 1,
    maybeApplied: false,
    status: 200,
    contentType: "application/json",
    snippet: value === undefined ? "" : JSON.stringify(value),
    reason,
  });
}

/** Worked out when somebody asks: of most requests nobody does, and it takes longer than the rest of sending one. */
class Operation {
  readonly #method: string;
  readonly #path: string;

  constructor(method: string, path: string) {
    this.#method = method;
    this.#path = path;
  }

  get id(): string {
    return operationId(this.#method, this.#path);
  }

  get kind(): OperationKind {
    return /^(GET|HEAD|OPTIONS)$/.test(this.#method) ? "read" : writeKind(this.#method, this.#path);
  }
}

/** As `x-repeat` in the spec says. */
function writeKind(method: string, path: string): OperationKind {
  const action = path.split("/").at(-2) ?? "";
  if (method === "DELETE") return "transition";
  if (method !== "POST" || UPSERTS.includes(action)) return "upsert";
  return isList(path) || CREATES.includes(action) ? "create" : "transition";
}

function isList(path: string): boolean {
  return path.split("/").length === 4;
}

/** The operation's id in the spec, which is made of its path by rule: a table of all would weigh more. */
function operationId(method: string, path: string): string {
  const name = path
    .replace(/^\/api\//, "/")
    .replace("/marketplace-", "/")
    .replace("/{uuid}", "")
    .replaceAll("-", "_")
    .replace(/^\/|\/$/g, "")
    .replaceAll("/", "_");
  return `${name || "root"}${suffixOf(method, path)}`;
}

function suffixOf(method: string, path: string): string {
  const ofOne = path.endsWith("/{uuid}/");
  if (method === "HEAD") return "_count";
  if (method === "GET") return ofOne || ONE_OBJECT.test(path) ? "_get" : "_list";
  if (!ofOne) return isList(path) ? "_create" : "";
  if (method === "DELETE") return "_delete";
  return method === "POST" ? "_set_backend_id_raw" : "_update";
}

/** What is no list although no uuid ends its path. */
const ONE_OBJECT = /(version|resource|stats|config|\/me)\/$/;
