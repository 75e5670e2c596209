import type { Order } from "@puhuri/api-types";
import { InvalidTransitionError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { operationOf } from "../servers/operations.ts";
import type { Server } from "../servers/server.ts";
import {
  isClosed,
  type OrderSummary,
  type ResourceSummary,
  resourceSummaryOf,
  summaryColumns,
} from "../servers/states.ts";
import { type Pacing, type Polled, poll } from "./poll.ts";

/** Waits until an allocation is in one of the states. */
export function waitForState(
  { resources }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<ResourceSummary> {
  const path = `${resources.listing.path}{uuid}/`;
  return waitFor<ResourceSummary>(
    {
      operation: operationOf("GET", path).id,
      path,
      read: async () => resourceSummaryOf(uuid, await resources.get(uuid, summaryColumns, call)),
      name: () => "allocation",
      // A provider can still mark a Terminated one as erred, and this may be waiting for that.
      isFinal: (state) => state === "Terminated" && !states.includes("Erred"),
    },
    states,
    pacing,
    call,
  );
}

/** Waits until an order is in one of the states. */
export function waitForOrder(
  { orders }: Server,
  uuid: string,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<OrderSummary> {
  return waitFor<OrderSummary>(
    {
      operation: "orders_get",
      path: "/api/marketplace-orders/{uuid}/",
      async read() {
        const row: Partial<Order> = await orders.get(uuid, ["uuid", "type", "state"], call);
        return { uuid, type: row.type ?? "", state: row.state ?? "" };
      },
      name: ({ type }) => `${type} order`,
      // Only an erred order leads on: it can be set executing again.
      isFinal: (state) => isClosed(state) && !(state === "erred" && states.includes("executing")),
    },
    states,
    pacing,
    call,
  );
}

interface Awaited<T> extends Omit<Polled<T>, "judge"> {
  /** What it is, for errors. */
  name(seen: T): string;
  /** Whether a state never turns into one of those waited for. */
  isFinal(state: string): boolean;
}

async function waitFor<T extends { readonly state: string }>(
  awaited: Awaited<T>,
  states: readonly string[],
  pacing: Pacing,
  call: Call,
): Promise<T> {
  const to = states.join(" or ");
  const judge = (seen: T) => {
    const { state: from } = seen;
    if (states.includes(from)) return true;
    const standing = `The ${awaited.name(seen)} is ${from}`;
    return awaited.isFinal(from)
      ? new InvalidTransitionError(`${standing}, and will never become ${to}.`, { from, to })
      : `${standing}, not ${to}.`;
  };
  return poll({ ...awaited, judge }, await awaited.read(), pacing, call);
}
