import { isDeepStrictEqual } from "node:util";
import type { Resource, Store } from "@puhuri/testing";

/** What is stored in the end, without the ids and times that are new in every run. */
export interface EndState {
  readonly allocations: readonly Pick<
    Resource,
    "name" | "state" | "backend_id" | "report" | "current_usages"
  >[];
  readonly orders: readonly { allocation: string; type: string; state: string }[];
  readonly planPeriods: readonly { allocation: string; isOpen: boolean }[];
  readonly usages: readonly { allocation: string; component: string; usage: string }[];
  readonly accounts: readonly { user: string; username: string | null }[];
}

/** Records what a fake has stored. */
export function endStateOf(state: Store): EndState {
  const nameOf = (uuid: string) => state.resources.get(uuid).name;
  return {
    allocations: state.resources.all().map(({ name, state, backend_id, report, current_usages }) => ({
      name,
      state,
      backend_id,
      report,
      current_usages: { ...current_usages },
    })),
    orders: state.orders.all().map((order) => ({
      allocation: nameOf(order.resource_uuid),
      type: order.type,
      state: order.state,
    })),
    planPeriods: state.planPeriods.all().map(({ resource_uuid, end }) => ({
      allocation: nameOf(resource_uuid),
      isOpen: end === null,
    })),
    usages: state.componentUsages.all().map(({ resource_uuid, component_type, usage }) => ({
      allocation: nameOf(resource_uuid),
      component: component_type,
      usage,
    })),
    accounts: state.offeringUsers.all().map(({ user_uuid, username }) => ({
      user: state.users.get(user_uuid).username,
      username,
    })),
  };
}

/** The parts in which two end states differ. */
export function differences(a: EndState, b: EndState): (keyof EndState)[] {
  const parts = ["allocations", "orders", "planPeriods", "usages", "accounts"] as const;
  return parts.filter((part) => !isDeepStrictEqual(a[part], b[part]));
}
