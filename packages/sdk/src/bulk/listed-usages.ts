import type { PuhuriClient } from "../client.ts";
import type { ListOptions } from "../list/methods.ts";
import type { UsageRow } from "../usage/stored-usage.ts";
import { type FactListing, pagesOf } from "./listed-facts.ts";

/** What listings tell of an allocation before its usage is reported. */
export interface ListedAllocation {
  readonly state: string;
  readonly offering_uuid: string;
  readonly plan: string | null;
  /** What is stored for the month; undefined where only the allocation's plan periods tell. */
  readonly usages: UsageRow[] | undefined;
}

/** All states but the last: of what was terminated no usage is reported, and there is ever more of it. */
const LIVE = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;

/**
 * Lists allocations with their states, and what is stored of their usage in a month.
 *
 * @param isOfMonth - Whether usage rows tell what is stored: not on servers where they do not show plan changes.
 */
export function listAllocationUsages(
  { resources, usages, orders }: PuhuriClient,
  { month, offering_uuid }: { readonly month: string; readonly offering_uuid: string | undefined },
  isListable: boolean,
  options: ListOptions,
): FactListing<ListedAllocation> {
  const allocations = resources.list(
    { offering_uuid, state: LIVE, fields: ["uuid", "state", "offering_uuid", "plan"] },
    options,
  );
  const fields = ["resource_uuid", "type", "usage", "description", "recurring"] as const;
  const listRows = () => usages.list({ offering_uuid, billing_period: month, fields }, options);

  /** Allocations whose plan may have changed in the month: a usage row does not tell which plan period it is of. */
  async function* planChanges(): AsyncGenerator<string> {
    const modified = new Date(Date.parse(month) - DAY_MS).toISOString();
    // Not filtered by type: 2024-10 refuses some that may change a plan elsewhere.
    const query = { offering_uuid, modified, fields: ["marketplace_resource_uuid", "type"] } as const;
    for await (const { marketplace_resource_uuid, type } of orders.list(query, options)) {
      if (type !== "Create" && type !== "Terminate") yield marketplace_resource_uuid;
    }
  }

  return {
    // The allocation and its offering, and its plan periods.
    savedPerItem: isListable ? 3 : 2,

    async countRequests() {
      const requests = pagesOf(await allocations.count());
      return isListable ? requests + pagesOf(await listRows().count()) + 1 : requests;
    },

    async read() {
      const listed = new Map<string, ListedAllocation>();
      for await (const { uuid, ...allocation } of allocations) {
        listed.set(uuid, { ...allocation, usages: isListable ? [] : undefined });
      }
      if (!isListable) return listed;
      for await (const { resource_uuid = "", ...row } of listRows()) {
        const allocation = listed.get(resource_uuid);
        // Two of one type belong to two plan periods.
        if (allocation?.usages?.some(({ type }) => type === row.type)) dropUsages(listed, resource_uuid);
        allocation?.usages?.push(row);
      }
      for await (const uuid of planChanges()) dropUsages(listed, uuid);
      return listed;
    },
  };
}

const DAY_MS = 86_400_000;

function dropUsages(listed: Map<string, ListedAllocation>, uuid: string): void {
  const allocation = listed.get(uuid);
  if (allocation !== undefined) listed.set(uuid, { ...allocation, usages: undefined });
}
