import { type PuhuriClient, reportableStates } from "@puhuri/sdk";
import type { UsageItem } from "@puhuri/sdk/bulk";
import { UsageError } from "../exit-codes.ts";
import { toDecimal } from "../usage-files/exact.ts";
import type { AllocationUsage } from "../usage-files/totals.ts";

/** A report to send, with what the file says. */
export interface UsageOfAllocation extends UsageItem {
  readonly tag: AllocationUsage;
}

/** The allocations that a file names. */
export interface FoundAllocations {
  readonly items: readonly UsageOfAllocation[];
  /** Whose backend id no allocation has, among those that take usage. */
  readonly unknown: readonly AllocationUsage[];
  /** Whose backend id several allocations have. */
  readonly shared: readonly AllocationUsage[];
}

/** The usage of a Creating or Erred allocation cannot be reported yet: that is a failure, not a line to leave out. */
const present = [...reportableStates, "Creating", "Erred"] as const;

/**
 * Finds the allocations that a file names. If several have a backend id, those that take usage go first.
 *
 * @throws {UsageError} No offering is named, or one without allocations that take usage; or the file has an allocation
 * twice, by uuid and by backend id.
 */
export async function findAllocations(
  puhuri: PuhuriClient,
  usages: readonly AllocationUsage[],
  offering_uuid: string | undefined,
): Promise<FoundAllocations> {
  const isNeeded = usages.some(({ allocation }) => allocation.by === "backend_id");
  const uuids = isNeeded ? await byBackendId(puhuri, offering_uuid) : new Map<string, string[]>();
  const items = new Map<string, UsageOfAllocation>();
  const unknown: AllocationUsage[] = [];
  const shared: AllocationUsage[] = [];
  for (const usage of usages) {
    const { by, id } = usage.allocation;
    const [resource, second] = by === "resource" ? [id] : (uuids.get(id) ?? []);
    if (resource === undefined) unknown.push(usage);
    else if (second !== undefined) shared.push(usage);
    else if (items.has(resource)) {
      throw new UsageError(
        `The file names the allocation ${resource} twice, by uuid and by backend id. Nothing was sent.`,
      );
    } else items.set(resource, itemOf(resource, usage));
  }
  return { items: [...items.values()], unknown, shared };
}

async function byBackendId(
  { resources }: PuhuriClient,
  offering_uuid: string | undefined,
): Promise<Map<string, string[]>> {
  if (offering_uuid === undefined) {
    throw new UsageError("The file names allocations by backend id: name their offering with --offering.");
  }
  const [uuids, others] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const fields = ["uuid", "backend_id", "state"] as const;
  for await (const { uuid, backend_id, state } of resources.list({ offering_uuid, state: present, fields })) {
    const those = reportableStates.some((each) => each === state) ? uuids : others;
    // Not linked yet: an empty backend id in a file does not mean this one.
    if (backend_id !== "") those.set(backend_id, [...(those.get(backend_id) ?? []), uuid]);
  }
  if (uuids.size > 0) return new Map([...others, ...uuids]);
  throw new UsageError(
    `Your token shows no allocation of the offering ${offering_uuid} that takes usage and has a backend id. Is --offering right?`,
  );
}

function itemOf(resource: string, tag: AllocationUsage): UsageOfAllocation {
  const amounts: Record<string, string> = {};
  const perUser: Record<string, Record<string, string>> = {};
  for (const [type, { total, users }] of tag.components) {
    amounts[type] = toDecimal(total);
    for (const [user, part] of users) perUser[user] = { ...perUser[user], [type]: toDecimal(part) };
  }
  return { resource, amounts, perUser, tag };
}
