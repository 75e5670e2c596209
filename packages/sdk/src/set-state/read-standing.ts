import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { QueryOf, Server } from "../servers/server.ts";
import {
  type OrderStanding,
  resourceSummaryOf,
  type Situation,
  summaryColumns,
  type TakenStep,
} from "../servers/states.ts";
import { isLeftToTheProvider, openOrder } from "./rules.ts";

const UNDER_WAY: readonly string[] = ["Creating", "Updating", "Terminating"];

/** Two reads side by side that take longer, be it that one was sent again, are not of the same moment. */
const SAME_MOMENT_MS = 200;

/** Reads where an allocation stands on current servers: its own row, and its orders. */
export async function readAllocation(
  server: Server,
  http: Transport,
  uuid: string,
  call: Call,
  after?: TakenStep,
): Promise<Situation> {
  if (after !== undefined && isApprovedCreation(after)) {
    const orders = await readOrders(server, http, uuid, call);
    const order = orders.find((now) => now.uuid === after.move.order?.uuid);
    // The worker links the allocation, and leaves its state to the provider.
    if (order?.state === "executing") return { ...after.before, orders, mayBeTorn: false };
  }
  const startedAt = http.clock.now();
  const [row, orders]: [ResourceRow, OrderStanding[]] = await Promise.all([
    server.resources.get(uuid, RESOURCE_COLUMNS, call),
    readOrders(server, http, uuid, call),
  ]);
  const isSlow = http.clock.now() - startedAt > SAME_MOMENT_MS;
  const resource = resourceSummaryOf(uuid, row);
  // It is under way, and by no order that is open: most likely the last one was closed between the two reads.
  const isOrphan = UNDER_WAY.includes(resource.state) && openOrder(orders) === undefined;
  const offeringType = row.offering_type ?? "";
  return { resource, offeringType, orders, mayBeTorn: isSlow || isOrphan };
}

function isApprovedCreation({ move: { step, order }, before }: TakenStep): boolean {
  return step === "approve" && order?.type === "Create" && isLeftToTheProvider(before.offeringType);
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
  const query = { resource_uuid, o: "-created", page_size: MAX_ORDERS } satisfies QueryOf<"orders_list">;
  const { rows } = await orders.listing.page({ ...query, field: LISTED_COLUMNS }, call);
  return rows.map((row) => standingOf(row, http));
}

const LISTED_COLUMNS: NonNullable<QueryOf<"orders_list">["field"]> = [
  "uuid",
  "type",
  "state",
  "modified",
  "resource_uuid",
  "start_date",
];

interface OrderRow {
  readonly uuid?: string;
  readonly type?: string;
  readonly state?: string;
  readonly modified?: string;
  readonly resource_uuid?: string | null;
  readonly start_date?: string | null;
  readonly offering_type?: string;
  readonly marketplace_resource_uuid?: string;
}

/** Times by the server's clock, as far as it is known: it and this machine's may be hours apart. */
function standingOf(row: OrderRow, { clock, serverClock }: Transport): OrderStanding {
  const { uuid = "", type = "", state = "", modified = "", resource_uuid, start_date } = row;
  const now = (clock.date?.() ?? clock.now()) + (serverClock.aheadMs ?? 0);
  return {
    uuid,
    type,
    state,
    unchangedForMs: now - Date.parse(modified),
    isLinked: typeof resource_uuid === "string",
    startDate: start_date,
  };
}

/**
 * Reads where an order stands that is to be moved.
 *
 * @param withTurn - Whether to read what tells whose turn it is, too: more columns, and the state of its allocation.
 */
export async function readOrder(
  { orders, resources }: Server,
  uuid: string,
  withTurn: boolean,
  http: Transport,
  call: Call,
): Promise<Situation> {
  const columns = withTurn ? [...ORDER_COLUMNS, ...TURN_COLUMNS] : ORDER_COLUMNS;
  const row: OrderRow = await orders.get(uuid, columns, call);
  const { offering_type: offeringType = "", marketplace_resource_uuid: resourceUuid = "" } = row;
  const order = { ...standingOf(row, http), uuid };
  const isTold = order.state === "executing" && BEGINS_BY_STATE.includes(order.type);
  const isRead = isTold && isLeftToTheProvider(offeringType) && resourceUuid !== "";
  const resource = isRead ? await resources.get(resourceUuid, ["state"], call) : {};
  return { resource: resourceSummaryOf(resourceUuid, resource), offeringType, orders: [order] };
}

/** The server's worker begins these by moving the allocation. */
const BEGINS_BY_STATE: readonly string[] = ["Terminate", "Update"];

const ORDER_COLUMNS = ["uuid", "type", "state"];
const TURN_COLUMNS = [
  "modified",
  "resource_uuid",
  "start_date",
  "offering_type",
  "marketplace_resource_uuid",
];
