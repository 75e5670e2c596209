import { requireObject, requireText } from "../../values/arguments.ts";
import type { Allocation, AllocationContext } from "./allocation.ts";
import type { AllocationHandlers, CreatedAllocation, ExistingAllocation } from "./handlers.ts";

/**
 * What handlers have created and Puhuri does not know all of yet, by allocation: a pass that goes on after a failure of
 * the API has the report that `create` returned. It is lost with the process; `exists` may return it then.
 */
const unfinished = new WeakMap<AllocationHandlers, Map<string, CreatedAllocation>>();

export function unfinishedOf(handlers: AllocationHandlers): Map<string, CreatedAllocation> {
  const known = unfinished.get(handlers);
  if (known !== undefined) return known;
  const created = new Map<string, CreatedAllocation>();
  unfinished.set(handlers, created);
  return created;
}

/**
 * Looks for what an earlier pass may have created: by the backend id, or by the uuid where none was stored. Whoever cannot
 * look it up is taken at the stored id's word.
 */
export async function findExisting(
  handlers: AllocationHandlers,
  allocation: Allocation,
  context: AllocationContext,
): Promise<CreatedAllocation | undefined> {
  const { uuid, backend_id } = allocation;
  const created = unfinishedOf(handlers).get(uuid);
  if (handlers.exists === undefined) return created ?? (backend_id === "" ? undefined : { backend_id });
  const key = backend_id || uuid;
  const found = asCreated(await handlers.exists(allocation, key, context), key);
  return (
    found && { backend_id: created?.backend_id ?? found.backend_id, report: found.report ?? created?.report }
  );
}

function asCreated(existing: ExistingAllocation, key: string): CreatedAllocation | undefined {
  if (!existing) return undefined;
  if (existing === true) return { backend_id: key };
  return typeof existing === "string" ? { backend_id: existing } : checkCreated(existing, "exists");
}

const MAX_BACKEND_ID = 255;

/** @throws {InvalidArgumentError} A handler returned something else than what was created. */
export function checkCreated(created: CreatedAllocation | undefined, handler: string): CreatedAllocation {
  requireObject(created, `${handler}()`);
  requireText(created.backend_id, `${handler}().backend_id`, { max: MAX_BACKEND_ID, blank: false });
  return created;
}
