import type { PuhuriClient } from "../client.ts";
import type { ListOptions } from "../list/methods.ts";
import type { TargetState } from "../servers/states.ts";
import { resourceSummaryOf, summaryColumns } from "../servers/states.ts";
import { checkSetState, type SetStateOptions, type SetStateResult } from "../set-state/set-state.ts";
import type { KeysOf } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import type {
  AllocationBulkOptions,
  BulkItem,
  BulkOutcome,
  BulkRun,
  BulkSource,
  OnlyKnown,
} from "./bulk-run.ts";
import { convergeMany, type FactListing } from "./converge-many.ts";

/** The state to bring an allocation to. */
export interface StateItem extends SetStateOptions, BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  readonly state: TargetState;
}

const KEYS: KeysOf<StateItem> = {
  resource: true,
  state: true,
  message: true,
  traceback: true,
  onPending: true,
  tag: true,
};

/**
 * Brings many allocations to a state, as `resources.setState` does with one.
 *
 * @throws {InvalidArgumentError} The source is not iterable, or an option is wrong. Nothing was sent.
 * @example
 * const run = setStateMany(puhuri, [{ resource: resourceUuid, state: "OK" }]);
 * for await (const { input, outcome } of run) console.log(input.resource, outcome);
 * @see resources_set_state_by_provider, orders_*; guide: "Approving/rejecting allocations"
 */
export function setStateMany<Item extends StateItem>(
  puhuri: PuhuriClient,
  source: BulkSource<OnlyKnown<Item, StateItem>>,
  options: AllocationBulkOptions<BulkOutcome<Item, SetStateResult>> = {},
): BulkRun<BulkOutcome<Item, SetStateResult>> {
  return convergeMany<Item, Item, ReachedAllocation, SetStateResult>(
    puhuri,
    {
      counts: { changed: 0, unchanged: 0, failed: 0 },
      keys: KEYS,
      check(item) {
        checkSetState(item.state, item);
        return { ...item, resource: requireUuid(item.resource, "resource") };
      },
      keyOf: ({ resource }) => resource,
      listingOf: ({ state }) => state,
      list: ({ state }, { courseOf }, listOptions) =>
        listReached(
          puhuri,
          { offering_uuid: options.offering_uuid, state },
          courseOf === undefined,
          listOptions,
        ),
      async converge({ resource: uuid, state, message, traceback, onPending }, known, callOptions) {
        if (known === undefined) {
          const wishes = { message, traceback, onPending };
          return puhuri.resources.setState(uuid, state, { ...wishes, ...callOptions });
        }
        return { outcome: "unchanged", from: state, to: state, resource: { uuid, state, ...known.fact } };
      },
    },
    source,
    options,
    { offering_uuid: true },
  );
}

/** Orders in these states may still change an allocation. */
const OPEN = ["pending-provider", "executing"] as const;

interface ReachedAllocation {
  readonly name: string;
  readonly backend_id: string;
}

/** Lists the allocations that are in the state and have no order that is open. */
function listReached(
  { resources, orders }: PuhuriClient,
  query: { readonly offering_uuid: string | undefined; readonly state: TargetState },
  hasOrders: boolean,
  options: ListOptions,
): FactListing<ReachedAllocation> {
  const { offering_uuid } = query;
  const allocations = resources.list({ ...query, fields: summaryColumns }, options);
  const open = orders.list({ offering_uuid, state: OPEN, fields: ["marketplace_resource_uuid"] }, options);
  return {
    // The allocation and, on servers that have them, its orders.
    savedPerItem: hasOrders ? 2 : 1,
    lists: hasOrders ? [allocations, open] : [allocations],
    async read() {
      const reached = new Map<string, ReachedAllocation>();
      for await (const row of allocations) {
        const { uuid, name, state, backend_id } = resourceSummaryOf(row.uuid, row);
        if (state === query.state) reached.set(uuid, { name, backend_id });
      }
      if (!hasOrders) return reached;
      for await (const { marketplace_resource_uuid } of open) reached.delete(marketplace_resource_uuid);
      return reached;
    },
  };
}
