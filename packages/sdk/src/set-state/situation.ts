import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { QueryOf, Server } from "../servers/server.ts";
import {
  type OrderStanding,
  type OrderSummary,
  resourceSummaryOf,
  type Situation,
  summaryColumns,
  type TakenStep,
} from "../servers/states.ts";
import { closedOrderStates, mayPass } from "./waiting.ts";

const SLURM = "Marketplace.Slurm";

export function isSlurm(offeringType: string): boolean {
  return offeringType === SLURM;
}

/** Offerings whose approved orders the server hands over: only their provider can say how they ended. */
export function isLeftToTheProvider(offeringType: string): boolean {
  return isSlurm(offeringType) || offeringType === "Support.OfferingTemplate";
}

const CLOSED: readonly string[] = closedOrderStates;

/** The open order, of which the server allows one; of several, the one a provider can act on. A state we do not know counts as open. */
export function openOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const open = orders.filter(({ state }) => !CLOSED.includes(state));
  return open.find((order) => !waitsForOthers(order)) ?? open[0];
}

/** Whether somebody else must agree before a provider can do anything with an open order. */
export function waitsForOthers({ state }: OrderSummary): boolean {
  return state !== "pending-provider" && state !== "executing";
}

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
    const { before, move } = after;
    const rows = await readOrders(server, uuid, call);
    // The worker links the allocation, and leaves its state to the provider.
    if (rows.some((row) => row.uuid === move.order?.uuid && row.state === "executing")) {
      const orders = await standingsOf(rows, before, server, http, call);
      return { ...before, orders, mayBeTorn: false };
    }
  }
  const startedAt = http.clock.now();
  const [row, rows]: [ResourceRow, readonly OrderRow[]] = await Promise.all([
    server.resources.get(uuid, RESOURCE_COLUMNS, call),
    readOrders(server, uuid, call),
  ]);
  const isSlow = http.clock.now() - startedAt > SAME_MOMENT_MS;
  const resource = resourceSummaryOf(uuid, row);
  const allocation = {
    resource,
    offeringType: row.offering_type ?? "",
    // A column of 8.x servers; older ones take no notice of what they do not know.
    setsStates: "customer_slug" in row,
  };
  const orders = await standingsOf(rows, allocation, server, http, call);
  // It is under way, and by no order that is open: most likely the last one was closed between the two reads.
  const isOrphan = UNDER_WAY.includes(resource.state) && openOrder(orders) === undefined;
  return { ...allocation, orders, mayBeTorn: isSlow || isOrphan };
}

function isApprovedCreation({ move: { step, order }, before }: TakenStep): boolean {
  return step === "approve" && order?.type === "Create" && isLeftToTheProvider(before.offeringType);
}

/** Columns that cost the server one or two milliseconds. The type of the offering says whose turn it is with an order. */
const RESOURCE_COLUMNS = [...summaryColumns, "offering_type", "customer_slug"] as const;

type ResourceRow = { readonly [Column in (typeof RESOURCE_COLUMNS)[number]]?: string };

/** The newest orders, closed ones too: what an old one ordered may be out of date. */
const MAX_ORDERS = 20;

async function readOrders(
  { orders }: Server,
  resource_uuid: string,
  call: Call,
): Promise<readonly OrderRow[]> {
  // Not filtered by state: each generation knows some that the others refuse.
  const query = { resource_uuid, o: "-created", page_size: MAX_ORDERS } satisfies QueryOf<"orders_list">;
  return (await orders.listing.page({ ...query, field: [...ORDER_COLUMNS, ...TRACE_COLUMNS] }, call)).rows;
}

interface OrderRow {
  readonly uuid?: string;
  readonly type?: string;
  readonly state?: string;
  readonly modified?: string;
  /** The server's own record of what was created. */
  readonly resource_uuid?: string | null;
  readonly start_date?: string | null;
  readonly offering_type?: string;
  readonly marketplace_resource_uuid?: string;
}

type OrderColumns = NonNullable<QueryOf<"orders_list">["field"]>;

const ORDER_COLUMNS: OrderColumns = ["uuid", "type", "state"];
/** What shows whether the server's worker has been at it. */
const TRACE_COLUMNS: OrderColumns = ["modified", "resource_uuid", "start_date"];

/**
 * Reads where an order stands that is to be moved.
 *
 * @param withTurn - Whether to read what tells whose turn it is, too: more columns, and the state of its allocation.
 */
export async function readOrder(
  server: Server,
  http: Transport,
  uuid: string,
  withTurn: boolean,
  call: Call,
): Promise<Situation> {
  const columns = withTurn
    ? [...ORDER_COLUMNS, ...TRACE_COLUMNS, "offering_type", "marketplace_resource_uuid"]
    : ORDER_COLUMNS;
  const row: OrderRow = await server.orders.get(uuid, columns, call);
  const { type = "", state, offering_type: offeringType = "", marketplace_resource_uuid: id = "" } = row;
  // The server's worker begins these by moving the allocation.
  const isTold = state === "executing" && (type === "Terminate" || type === "Update");
  const isRead = isTold && isLeftToTheProvider(offeringType) && id !== "";
  const resource = resourceSummaryOf(id, isRead ? await server.resources.get(id, ["state"], call) : {});
  const allocation = { resource, offeringType, setsStates: "start_date" in row };
  return { ...allocation, orders: await standingsOf([{ ...row, uuid }], allocation, server, http, call) };
}

type Allocation = Omit<Situation, "orders">;

async function standingsOf(
  rows: readonly OrderRow[],
  allocation: Allocation,
  server: Server,
  http: Transport,
  call: Call,
): Promise<OrderStanding[]> {
  const { setsStates, offeringType } = allocation;
  const hasNone = async () =>
    setsStates &&
    isSlurm(offeringType) &&
    (await server.leavesSlurmToProviders(call).catch((error: unknown) => {
      // It is asked again when the wait goes on.
      if (mayPass(error)) return false;
      throw error;
    }));
  const standings: OrderStanding[] = [];
  for (const row of rows) {
    const { uuid = "", type = "", state = "", start_date: startDate } = row;
    const isLinked = typeof row.resource_uuid === "string";
    const isWithWorker = mayBeWithWorker(row, allocation, http) && !(await hasNone());
    standings.push({ uuid, type, state, startDate, isLinked, isWithWorker });
  }
  return standings;
}

/** So long after its approval no queue of tasks holds an order back any more: what has not begun by then was lost. */
const LOST_AFTER_MS = 24 * 3_600_000;

/** The same where a provider can set right what a worker undoes that is later still. */
const LOST_SOON_AFTER_MS = 60_000;

/**
 * Whether a worker of the server may still be about to begin or to end an order. It saves whole rows, and undoes what came
 * before: a termination that was completed before it had begun ends as Terminating, for good.
 */
function mayBeWithWorker(row: OrderRow, allocation: Allocation, { clock, serverClock }: Transport): boolean {
  const { type, state, modified = "", resource_uuid } = row;
  const { offeringType, resource, setsStates } = allocation;
  if (state !== "executing") return false;
  // By the server's clock, as far as it is known: it and this machine's may be hours apart.
  const now = (clock.date?.() ?? clock.now()) + (serverClock.aheadMs ?? 0);
  const unchangedForMs = now - Date.parse(modified);
  if (unchangedForMs >= LOST_AFTER_MS) return false;
  // Basic offerings: the server finishes the order. Types we do not know: it may.
  if (!isLeftToTheProvider(offeringType)) return true;
  switch (type) {
    case "Create":
      // 8.x servers link nothing.
      return isSlurm(offeringType) && typeof resource_uuid !== "string" && !setsStates;
    case "Terminate":
      // What is erred may keep its state on 8.x servers.
      if (resource.state === "Erred" && setsStates) return unchangedForMs < LOST_SOON_AFTER_MS;
      return resource.state === "OK" || resource.state === "Erred";
    default:
      return type === "Update" && resource.state === "OK";
  }
}
