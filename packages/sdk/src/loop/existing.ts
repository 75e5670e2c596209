import type { Context } from "../nouns/context.ts";
import { requireObject, requireText } from "../values/arguments.ts";
import type { AllocationAttempt } from "./allocation-attempt.ts";
import type { CreatedAllocation, ExistingAllocation } from "./handlers.ts";

/**
 * What `create` returned and Puhuri has not been told all of yet, by client and allocation.
 *
 * When the API fails after `create`, the next pass of this process can go on from here: it does not create again even
 * where nothing can look it up, and it still has the report. Entries go when their allocation is done with. After a crash
 * there is only `exists`.
 */
const untold = new WeakMap<Context, Map<string, CreatedAllocation>>();

export function untoldOf(client: Context): Map<string, CreatedAllocation> {
  const known = untold.get(client);
  if (known !== undefined) return known;
  const created = new Map<string, CreatedAllocation>();
  untold.set(client, created);
  return created;
}

/**
 * Looks for what an earlier pass may have created: by its backend id, or by the uuid where none is known. Whoever cannot
 * look it up is taken at the known id's word.
 */
export async function findExisting(attempt: AllocationAttempt): Promise<CreatedAllocation | undefined> {
  const { handlers, allocation, context } = attempt;
  const { uuid, backend_id } = allocation;
  const created = rememberedOf(attempt);
  if (handlers.exists === undefined) return created ?? (backend_id === "" ? undefined : { backend_id });
  const key = created?.backend_id ?? (backend_id || uuid);
  const found = asCreated(await handlers.exists(allocation, key, context), key);
  return found && { backend_id: found.backend_id, report: found.report ?? created?.report };
}

/** What this process has created of it. What Puhuri shows goes before: somebody may have linked another account since. */
function rememberedOf({ client, allocation, waiting }: AllocationAttempt): CreatedAllocation | undefined {
  const created = waiting.kind === "create" ? untoldOf(client).get(allocation.uuid) : undefined;
  const { backend_id } = allocation;
  return backend_id === "" || backend_id === created?.backend_id ? created : undefined;
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
