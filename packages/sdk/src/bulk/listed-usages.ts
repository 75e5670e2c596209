import type { PuhuriClient } from "../client.ts";
import type { ListOptions } from "../list/methods.ts";
import type { UsageRules } from "../servers/server.ts";
import type { UsageRow } from "../usage/stored-usage.ts";
import { type FactListing, pagesOf } from "./listed-facts.ts";

/** What listings tell of an allocation before its usage is reported. */
export interface ListedAllocation {
  readonly state: string;
  readonly offering_uuid: string;
  readonly plan: string | null;
  /** What is stored for the month; undefined where only the allocation's plan periods tell which of it is of which plan. */
  readonly usages: UsageRow[] | undefined;
}

/** All states but the last: of what was terminated no usage is reported, and there is ever more of it. */
const LIVE = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;

/**
 * Lists allocations with their states, and what is stored of their usage in a month.
 */
export function listAllocationUsages(
  { resources, usages, orders }: PuhuriClient,
  { month, offering_uuid }: { readonly month: string; readonly offering_uuid: string | undefined },
  { filtersByMonth }: UsageRules,
  options: ListOptions,
): FactListing<ListedAllocation> {
  const allocations = resources.list(
    { offering_uuid, state: LIVE, fields: ["uuid", "state", "offering_uuid", "plan"] },
    options,
  );
  const marks = ["recurring", "missing_usage_policy"] as const;
  const fields = ["resource_uuid", "type", "usage", "description", ...marks] as const;
  const dayBefore = new Date(Date.parse(month) - DAY_MS);
  const since = dayBefore.toISOString().slice(0, 10);
  const listRows = () =>
    filtersByMonth
      ? usages.list({ offering_uuid, billing_period: month, fields }, options)
      : usages.list({ offering_uuid, date_after: since }, options);

  /** Allocations whose plan may have changed in the month: a usage row does not tell which plan period it is of. */
  async function* planChanges(): AsyncGenerator<string> {
    // There a report asks for them in any case.
    if (!filtersByMonth) return;
    const modified = dayBefore.toISOString();
    // Not filtered by type: 2024-10 refuses some that may change a plan elsewhere.
    const query = { offering_uuid, modified, fields: ["marketplace_resource_uuid", "type"] } as const;
    for await (const { marketplace_resource_uuid, type } of orders.list(query, options)) {
      if (type !== "Create" && type !== "Terminate") yield marketplace_resource_uuid;
    }
  }

  return {
    // The allocation and its offering, and its plan periods.
    savedPerItem: 3,

    async countRequests() {
      return pagesOf(await allocations.count()) + pagesOf(await listRows().count()) + 1;
    },

    async read() {
      const listed = new Map<string, ListedAllocation>();
      for await (const { uuid, ...allocation } of allocations) {
        listed.set(uuid, { ...allocation, usages: [] });
      }
      for await (const { resource_uuid = "", ...row } of listRows()) {
        const { billing_period = month }: UsageRow = row;
        if (billing_period !== month) continue;
        const allocation = listed.get(resource_uuid);
        // Two of one type belong to two plan periods.
        const isSecond = allocation?.usages?.some(({ type }) => type === row.type) === true;
        if (isSecond && filtersByMonth) dropUsages(listed, resource_uuid);
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
