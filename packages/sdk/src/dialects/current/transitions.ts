import type { Call } from "../../http/call.ts";
import type { OrdersApi } from "../provider-api.ts";
import { resourceSummaryOf, summaryColumns } from "../resource-summary.ts";
import type { OrderStanding, TargetState, Transitions } from "../transitions.ts";
import { fieldQuery, type PuhuriHttp, type Query } from "../wire.ts";
import { openOrder } from "./order-states.ts";
import type { Rule } from "./rules.ts";
import { nextToErred } from "./to-erred.ts";
import { nextToOk } from "./to-ok.ts";
import { nextToTerminated } from "./to-terminated.ts";
import { transitionSteps } from "./transition-steps.ts";
import { unchangedForMs } from "./unchanged-for.ts";

const NEXT = {
  ok: nextToOk,
  erred: nextToErred,
  terminated: nextToTerminated,
} as const satisfies Record<TargetState, Rule>;

/** On current servers a provider moves the order, and the resource follows. */
export function transitionsCurrent(http: PuhuriHttp, orders: OrdersApi): Transitions {
  const steps = transitionSteps(http, orders);
  return {
    reading: { operation: "orders_list", path: "/api/marketplace-orders/" },

    async read(uuid, call) {
      const startedAt = http.clock.now();
      const [resource, orders] = await Promise.all([
        readResource(http, uuid, call),
        readOrders(http, uuid, call),
      ]);
      const isSlow = http.clock.now() - startedAt > SAME_MOMENT_MS;
      // It is under way, and by no order that is open: most likely the last one was closed between the two reads.
      const isOrphan = UNDER_WAY.includes(resource.resource.state) && openOrder(orders) === undefined;
      return { ...resource, orders, mayBeTorn: isSlow || isOrphan };
    },

    next(situation, target, facts) {
      const { wishes, ruledOut } = facts;
      const executingForMs = (order: OrderStanding) => facts.executingForMs(order);
      return NEXT[target](situation, { wishes, ruledOut, executingForMs, setsStates: steps.setsStates });
    },

    take: (move, situation, _target, wishes, call) => steps.take(move, situation, wishes, call),
  };
}

const UNDER_WAY: readonly string[] = ["Creating", "Updating", "Terminating"];

/** Two reads side by side that take longer, be it that one was sent again, are not of the same moment. */
const SAME_MOMENT_MS = 200;

/** The type says whose turn it is with an order; reading it costs the server one or two milliseconds. */
const resourceColumns = [...summaryColumns, "offering_type"] as const;

async function readResource(http: PuhuriHttp, uuid: string, call: Call) {
  const params = { path: { uuid }, query: fieldQuery<"provider_resources_get">(resourceColumns) };
  const { data } = await http.send(call, (api, init) =>
    api.GET("/api/marketplace-provider-resources/{uuid}/", { ...init, params }),
  );
  return { resource: resourceSummaryOf(uuid, data), offeringType: data.offering_type ?? "" };
}

/** The newest orders, closed ones too: what an old one ordered may be out of date. */
const MAX_ORDERS = 20;

async function readOrders(http: PuhuriHttp, resource_uuid: string, call: Call): Promise<OrderStanding[]> {
  // Not filtered by state: each generation knows some that the others refuse.
  const query = {
    resource_uuid,
    o: "-created",
    page_size: MAX_ORDERS,
    ...fieldQuery<"orders_list">(["uuid", "type", "state", "modified"]),
  } satisfies Query<"orders_list">;
  const { data, response } = await http.send(call, (api, init) =>
    api.GET("/api/marketplace-orders/", { ...init, params: { query } }),
  );
  return data.map(({ uuid = "", type = "", state = "", modified }) => ({
    uuid,
    type,
    state,
    unchangedForMs: unchangedForMs(modified, response),
  }));
}
