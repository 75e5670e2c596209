import type { ReportSection, Resource } from "@puhuri/api-types";
import type { WorkOrder } from "../dialects/waiting.ts";
import type { Allocation, AllocationContext } from "./allocation.ts";

/** What to do with an order that waits for review, or in 2021 with a new allocation. */
export type Decision = "accept" | "wait" | "reject" | { readonly reject: string };

/** What was created. */
export interface CreatedAllocation {
  /** The provider's own id of it; it is stored at once. */
  readonly backend_id: string;
  /** Access details for its users. */
  readonly report?: readonly ReportSection[] | undefined;
}

/** What is there of an allocation: nothing, something under the key that was asked for, or something under that id. */
export type ExistingAllocation = boolean | string | CreatedAllocation | undefined | null;

type Answer<T> = T | Promise<T>;

/**
 * What a provider does at his own side. Each may be asked again after a crash, so each must find out what is done.
 *
 * `create`, `update` and `terminate` may return `"wait"`: it has begun and is not finished, ask again in the next pass.
 * What they throw is told to users, unless the API failed them: errors of the sdk, and of `context`, and what has one of
 * these as a `cause`, leave the allocation to the next pass.
 */
export interface AllocationHandlers {
  /** Reviews what waits for it; without it, all is accepted. Changes and terminations are asked about, too: see `order.type`. */
  decide?(allocation: Allocation, order: WorkOrder | undefined): Answer<Decision>;
  /**
   * Looks up what is there already. `key` is the allocation's backend id, or its uuid as long as none is known: then an
   * earlier pass may have created it and died before it could say so. It must find it by either. Return the backend id
   * where it is not the key; return all that `create` returned to have the report submitted that such a pass did not get
   * to.
   *
   * What is not found is taken as gone: a new allocation is created, and of one to terminate the order is completed
   * without a call of `terminate`. Throw if you cannot tell: nothing is changed then, and the next pass asks again.
   */
  exists?(allocation: Allocation, key: string, context: AllocationContext): Answer<ExistingAllocation>;
  /** Creates it. Not called for what exists. One whose backend id is set gets lost and is created again under that id. */
  create(allocation: Allocation, context: AllocationContext): Answer<CreatedAllocation | "wait">;
  /** Gives it the limits that were ordered; returns nothing, or `"wait"`. Without it, such orders are left alone. */
  update?(allocation: Allocation, limits: Resource["limits"], context: AllocationContext): unknown;
  /**
   * Ends it; what is gone already, or was never there (no backend id), is a success. Returns nothing, or `"wait"`. Without
   * it, such orders are left alone.
   */
  terminate?(allocation: Allocation, context: AllocationContext): unknown;
}
