import type { ProviderApi } from "../dialects/provider-api.ts";
import { resourceSummaryOf, summaryColumns } from "../dialects/resource-summary.ts";
import type { TargetState } from "../dialects/transitions.ts";
import type { Context } from "../nouns/context.ts";
import type { ListOptions } from "../nouns/list.ts";
import { Orders } from "../nouns/orders.ts";
import { Resources } from "../nouns/resources.ts";
import type { FactListing } from "./listed-facts.ts";
import { PackedFacts } from "./packed/packed-facts.ts";
import { pagesOf } from "./page-options.ts";

/** What the server calls an allocation that was brought to the target. */
export const STATE_OF = { ok: "OK", erred: "Erred", terminated: "Terminated" } as const;

/** Orders that may still make something else of an allocation. */
const OPEN = ["pending-provider", "executing"] as const;

/** What else is listed of an allocation, in few bytes: its name and its backend id. */
export type ReachedAllocation = readonly [name: string, backend_id: string];

/** Lists the allocations that are where they are to be brought: in the state, and without an order that is open. */
export function reachedAllocations(
  context: Context,
  { target, offering_uuid }: { readonly target: TargetState; readonly offering_uuid: string | undefined },
  { orders }: ProviderApi,
  options: ListOptions,
): FactListing<ReachedAllocation> {
  const hasOrders = orders.listing.missing === undefined;

  const listAllocations = () =>
    new Resources(context).list({ offering_uuid, state: STATE_OF[target], fields: summaryColumns }, options);

  const listOrders = () =>
    new Orders(context).list({ offering_uuid, state: OPEN, fields: ["marketplace_resource_uuid"] }, options);

  return {
    // On servers that have orders, they are read beside the allocation.
    savedPerItem: hasOrders ? 2 : 1,

    async countRequests() {
      const allocations = pagesOf(await listAllocations().count());
      return hasOrders ? allocations + pagesOf(await listOrders().count()) : allocations;
    },

    async read() {
      const reached = new PackedFacts<ReachedAllocation>();
      for await (const row of listAllocations()) {
        const { uuid, name, state, backend_id } = resourceSummaryOf(row.uuid, row);
        if (state === STATE_OF[target]) reached.set(uuid, [name, backend_id]);
      }
      if (!hasOrders) return reached;
      for await (const { marketplace_resource_uuid } of listOrders()) {
        reached.delete(marketplace_resource_uuid);
      }
      return reached;
    },
  };
}
