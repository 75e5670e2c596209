import type { operations } from "@puhuri/api-types";
import type { AnswerShape } from "../http/answer-shape.ts";
import type { OperationKind, OperationLookup } from "../http/operation.ts";

/** Every write of the spec, and what sending it twice would do. All else only reads. */
const WRITES: { readonly [Id in keyof operations]?: Exclude<OperationKind, "read"> } = {
  // Totals, ids and texts that replace what was there: the same again ends in the same place.
  component_usages_set_usage: "upsert",
  component_usages_set_user_usage: "upsert",
  component_usages_set_user_usages: "upsert",
  offering_users_update: "upsert",
  provider_resources_set_backend_id: "upsert",
  provider_resources_submit_report: "upsert",
  resources_set_backend_id: "upsert",
  resources_set_backend_id_raw: "upsert",
  resources_submit_report: "upsert",
  service_providers_set_offerings_username: "upsert",

  // Steps from one state to another: the second is refused, or moves something that was moved back meanwhile.
  offering_users_delete: "transition",
  orders_approve_by_provider: "transition",
  orders_cancel: "transition",
  orders_reject_by_provider: "transition",
  orders_set_state_done: "transition",
  orders_set_state_erred: "transition",
  orders_set_state_executing: "transition",
  provider_resources_set_as_erred: "transition",
  provider_resources_set_as_ok: "transition",
  resources_set_state_by_provider: "transition",

  // The second makes another one.
  offering_users_create: "create",
  provider_resources_terminate: "create",
};

const WRITE_KINDS: ReadonlyMap<string, OperationKind> = new Map(Object.entries(WRITES));

/** Names an operation and says what repeating it would do. */
export const operationOf: OperationLookup = (method, path) => {
  if (method === "GET" || method === "HEAD") {
    // Of most reads nobody asks for the name, and making it costs more than the rest of the look-up.
    return {
      kind: "read",
      answer: answerOf(method, path),
      get id() {
        return operationId(method, path);
      },
    };
  }
  const id = operationId(method, path);
  const kind = WRITE_KINDS.get(id);
  if (kind === undefined) return undefined;
  return { id, kind, answer: answerOf(method, path) };
};

/** What the sdk takes apart. Writes are answered in words, or with nothing, but for a creation. */
function answerOf(method: string, path: string): AnswerShape | undefined {
  if (path === "/api/marketplace-offering-users/" && method === "POST") return "object";
  // Whatever serves JSON may answer at the root: that is looked at where the generation is found out.
  if (method !== "GET" || path === "/api/") return undefined;
  return path.endsWith("/{uuid}/") ? "object" : "objects";
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
  switch (method) {
    case "HEAD":
      return "_count";
    case "GET":
      if (ofOne) return "_get";
      return /\/(team|plan_periods)\/$/.test(path) ? "" : "_list";
    case "PATCH":
      return "_update";
    case "DELETE":
      return "_delete";
    default:
      if (ofOne) return "_set_backend_id_raw";
      return path.split("/").length === 4 ? "_create" : "";
  }
}
