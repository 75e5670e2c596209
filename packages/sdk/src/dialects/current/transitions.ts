import { orderFields, resourceFields } from "@puhuri/api-types";
import type { Call } from "../../http/call.ts";
import { resourceSummaryOf, summaryColumns } from "../resource-summary.ts";
import type {
  Move,
  OrderSummary,
  Situation,
  TargetState,
  Transitions,
  TransitionWishes,
} from "../transitions.ts";
import { fieldQuery, type PuhuriHttp } from "../wire.ts";
import { nextToErred } from "./to-erred.ts";
import { nextToOk } from "./to-ok.ts";
import { nextToTerminated } from "./to-terminated.ts";
import type { Actions } from "./transition-actions.ts";

const NEXT: Record<TargetState, (actions: Actions, situation: Situation, wishes: TransitionWishes) => Move> =
  {
    ok: nextToOk,
    erred: nextToErred,
    terminated: nextToTerminated,
  };

/** On current servers a provider moves the order, and the resource follows. */
export function transitionsCurrent(http: PuhuriHttp, actions: Actions): Transitions {
  return {
    async read(uuid, call) {
      const [resource, order] = await Promise.all([
        readResource(http, uuid, call),
        readOrder(http, uuid, call),
      ]);
      return order === undefined ? { resource } : { resource, order };
    },
    next: (situation, target, wishes) => NEXT[target](actions, situation, wishes),
  };
}

async function readResource(http: PuhuriHttp, uuid: string, call: Call) {
  const params = { path: { uuid }, query: fieldQuery(resourceFields, summaryColumns) };
  const { data } = await http.send(call, (api, init) =>
    api.GET("/api/marketplace-provider-resources/{uuid}/", { ...init, params }),
  );
  return resourceSummaryOf(uuid, data);
}

/** States in which an order waits for somebody, as far as every generation takes them for a filter. */
const OPEN = ["pending-consumer", "pending-project", "pending-provider", "executing"] as const;

/** The open order, of which there is one at most; else the newest one that failed. */
async function readOrder(
  http: PuhuriHttp,
  resource_uuid: string,
  call: Call,
): Promise<OrderSummary | undefined> {
  const query = {
    resource_uuid,
    state: [...OPEN, "erred" as const],
    o: "-created" as const,
    page_size: 10,
    ...fieldQuery(orderFields, ["uuid", "type", "state"]),
  };
  const { data } = await http.send(call, (api, init) =>
    api.GET("/api/marketplace-orders/", { ...init, params: { query } }),
  );
  const orders = data.map(({ uuid = "", type = "", state = "" }) => ({ uuid, type, state }));
  return orders.find(({ state }) => state !== "erred") ?? orders[0];
}
