import type { PuhuriClient } from "@puhuri/sdk";
import { UsageError } from "../exit-codes.ts";

/** No allocation has this name, or several have. */
export class AllocationNameError extends Error {
  override readonly name = "AllocationNameError";
}

/** As servers write it, or with dashes. */
export const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/**
 * The uuid of an allocation that is named by its uuid, or by its backend id if only one allocation has it.
 *
 * @throws {AllocationNameError} None or several have the backend id.
 * @throws {UsageError} It is blank.
 */
export async function allocationUuid(puhuri: PuhuriClient, name: string): Promise<string> {
  if (UUID.test(name)) return name;
  if (name === "") throw new UsageError("Name an allocation by its uuid or its backend id.");
  const fields = ["uuid", "name", "state", "backend_id"] as const;
  const rows = await puhuri.resources.list({ backend_id: name, fields }).toArray();
  const found = rows.filter(({ backend_id }) => backend_id === name);
  const [only] = found;
  if (only === undefined) throw new AllocationNameError(`No allocation has the backend id ${name}.`);
  if (found.length === 1) return only.uuid;
  const each = found.map(({ uuid, state }) => `  ${uuid}  ${state}`).join("\n");
  throw new AllocationNameError(
    `${found.length} allocations have the backend id ${name}; name one by its uuid:\n${each}`,
  );
}
