import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import { resourceSummaryOf, summaryColumns } from "../servers/resource-summary.ts";
import type { QueryOf, Server } from "../servers/server.ts";
import type { OrderStanding, Situation } from "../servers/states.ts";
import { openOrder } from "./rules.ts";

const UNDER_WAY: readonly string[] = ["Creating", "Updating", "Terminating"];

/** Two reads side by side that take longer, be it that one was sent again, are not of the same moment. */
const SAME_MOMENT_MS = 200;

/** Reads where an allocation stands on current servers: its own row, and its orders. */
export async function readAllocation(
  server: Server,
  http: Transport,
  uuid: string,
  call: Call,
): Promise<Situation> {
  const startedAt = http.clock.now();
  const [row, orders]: [ResourceRow, OrderStanding[]] = await Promise.all([
    server.resources.get(uuid, RESOURCE_COLUMNS, call),
    readOrders(server, http, uuid, call),
  ]);
  const isSlow = http.clock.now() - startedAt > SAME_MOMENT_MS;
  const resource = resourceSummaryOf(uuid, row);
  // It is under way, and by no order that is open: most likely the last one was closed between the two reads.
  const isOrphan = UNDER_WAY.includes(resource.state) && openOrder(orders) === undefined;
  return { resource, offeringType: row.offering_type ?? "", orders, mayBeTorn: isSlow || isOrphan };
}

/** The type says whose turn it is with an order; reading it costs the server one or two milliseconds. */
const RESOURCE_COLUMNS = [...summaryColumns, "offering_type"] as const;

type ResourceRow = { readonly [Column in (typeof RESOURCE_COLUMNS)[number]]?: string };

/** The newest orders, closed ones too: what an old one ordered may be out of date. */
const MAX_ORDERS = 20;

async function readOrders(
  { orders }: Server,
  http: Transport,
  resource_uuid: string,
  call: Call,
): Promise<OrderStanding[]> {
  // Not filtered by state: each generation knows some that the others refuse.
  const field: QueryOf<"orders_list">["field"] = ["uuid", "type", "state", "modified"];
  const query = { resource_uuid, o: "-created", page_size: MAX_ORDERS } satisfies QueryOf<"orders_list">;
  const { rows } = await orders.listing.page({ ...query, field }, call);
  return rows.map((row) => standingOf(row, http));
}

interface OrderRow {
  readonly uuid?: string;
  readonly type?: string;
  readonly state?: string;
  readonly modified?: string;
  readonly offering_type?: string;
  readonly marketplace_resource_uuid?: string;
}

/** By the server's clock as far as it is known: its own and the client's may be hours apart. */
function standingOf(
  { uuid = "", type = "", state = "", modified = "" }: OrderRow,
  http: Transport,
): OrderStanding {
  const { clock, serverClock } = http;
  const now = (clock.date?.() ?? clock.now()) + (serverClock.aheadMs ?? 0);
  return { uuid, type, state, unchangedForMs: now - Date.parse(modified) };
}

/**
 * Reads where an order stands that is to be moved.
 *
 * @param mayBeServersTurn - Whether the state of its allocation tells whose turn it is, so that it has to be read as well;
 *   undefined where no turn counts.
 */
export async function readOrder(
  { orders, resources }: Server,
  uuid: string,
  mayBeServersTurn: ((order: OrderStanding, offeringType: string) => boolean) | undefined,
  http: Transport,
  call: Call,
): Promise<Situation> {
  const columns = mayBeServersTurn === undefined ? ORDER_COLUMNS : [...ORDER_COLUMNS, ...TURN_COLUMNS];
  const row: OrderRow = await orders.get(uuid, columns, call);
  const { offering_type: offeringType = "", marketplace_resource_uuid: resourceUuid = "" } = row;
  const order = { ...standingOf(row, http), uuid };
  const isNeeded = resourceUuid !== "" && mayBeServersTurn?.(order, offeringType) === true;
  const resource = isNeeded ? await resources.get(resourceUuid, ["state"], call) : {};
  return { resource: resourceSummaryOf(resourceUuid, resource), offeringType, orders: [order] };
}

const ORDER_COLUMNS = ["uuid", "type", "state"];
const TURN_COLUMNS = ["modified", "offering_type", "marketplace_resource_uuid"];
