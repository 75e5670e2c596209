import type { TargetState } from "../dialects/transitions.ts";
import type { Context } from "../nouns/context.ts";
import type { Resources } from "../nouns/resources.ts";
import { type KeysOf, requireKeys, requireObject } from "../values/arguments.ts";
import { requireUuid } from "../values/uuid.ts";
import { checkSetState, type SetStateOptions, type SetStateResult } from "../workflows/set-state.ts";
import type { BulkItem, BulkOptions, BulkSource } from "./bulk-options.ts";
import { convergeMany } from "./converge-many.ts";
import type { BulkOutcome } from "./outcome.ts";
import { type ReachedAllocation, reachedAllocations, STATE_OF } from "./reached-allocations.ts";

/** Where an allocation is to be brought. */
export interface StateItem extends SetStateOptions, BulkItem {
  /** Uuid of the allocation. */
  readonly resource: string;
  readonly state: TargetState;
}

/** What became of one allocation. */
export type StateOutcome<Item extends StateItem = StateItem> = BulkOutcome<Item, SetStateResult>;

/** How states are set in bulk. */
export interface SetStateManyOptions<Item extends StateItem = StateItem>
  extends BulkOptions<StateOutcome<Item>> {
  /** The offering that most of the allocations are of: its listings are then read at once, not after some items. */
  readonly offering_uuid?: string | undefined;
}

const KEYS: KeysOf<StateItem> = {
  resource: true,
  state: true,
  message: true,
  traceback: true,
  onPending: true,
  tag: true,
};

export function setStateMany<Item extends StateItem>(
  context: Context,
  resources: Resources,
  source: BulkSource<Item>,
  options: SetStateManyOptions<Item>,
) {
  const { offering_uuid } = options;
  return convergeMany<Item, StateItem, TargetState, ReachedAllocation, SetStateResult>(
    context,
    {
      counts: { changed: 0, unchanged: 0, failed: 0 },
      check(item) {
        requireObject(item, "item");
        requireKeys(item, KEYS, "item");
        checkSetState(item.state, item);
        return { ...item, resource: requireUuid(item.resource, "resource") };
      },
      keyOf: ({ resource }) => resource,
      listingOf: ({ state }) => state,
      list: (target, api, listOptions) =>
        reachedAllocations(context, { target, offering_uuid }, api, listOptions),
      settled(item, [name, backend_id]) {
        const state = STATE_OF[item.state];
        const resource = { uuid: item.resource, name, state, backend_id };
        return { outcome: "unchanged", from: state, to: state, resource };
      },
      act: ({ resource, state, message, traceback, onPending }, callOptions) =>
        resources.setState(resource, state, { message, traceback, onPending, ...callOptions }),
    },
    source,
    options,
    offering_uuid !== undefined,
  );
}
