import type { Order, Resource } from "@puhuri/api-types";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { QueryOf, Server } from "../servers/server.ts";
import {
  isClosed,
  type OrderStanding,
  type OrderSummary,
  resourceSummaryOf,
  type Situation,
  summaryColumns,
  type TakenStep,
} from "../servers/states.ts";
import { mayPass } from "./poll.ts";

const SLURM = "Marketplace.Slurm";

export function isSlurm(offeringType: string): boolean {
  return offeringType === SLURM;
}

/** Offerings whose approved orders the server hands over: only the provider can say how they ended. */
export function isLeftToTheProvider(offeringType: string): boolean {
  return isSlurm(offeringType) || offeringType === "Support.OfferingTemplate";
}

/** The open order. The server allows one; of several, the one a provider can act on. A state we do not know counts as open. */
export function openOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const open = orders.filter(({ state }) => !isClosed(state));
  return open.find((order) => !waitsForOthers(order)) ?? open[0];
}

/** Whether a provider can do nothing with an open order yet: somebody else must agree, or a day must come. */
export function waitsForOthers({ state }: OrderSummary): boolean {
  return state !== "pending-provider" && state !== "executing";
}

const UNDER_WAY: readonly string[] = ["Creating", "Updating", "Terminating"];

/** Two reads side by side that take longer, for instance because one was retried, may show different moments. */
const SAME_MOMENT_MS = 200;

/** Reads how an allocation stands on current servers: its own row, and its orders. */
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
    // The worker links the allocation, and leaves its state to the provider, so its row is as before.
    if (rows.some((row) => row.uuid === move.order?.uuid && row.state === "executing")) {
      const orders = await standingsOf(rows, before, server, http, call);
      return { ...before, orders, mayBeTorn: false };
    }
  }
  const startedAt = http.clock.now();
  const [row, rows]: [Partial<Resource>, readonly Partial<Order>[]] = await Promise.all([
    server.resources.get(uuid, RESOURCE_COLUMNS, call),
    readOrders(server, uuid, call),
  ]);
  const isSlow = http.clock.now() - startedAt > SAME_MOMENT_MS;
  const resource = resourceSummaryOf(uuid, row);
  const allocation = {
    resource,
    offeringType: row.offering_type ?? "",
    // A column of 8.x servers; older ones ignore a column that they do not know.
    setsStates: "customer_slug" in row,
  };
  const orders = await standingsOf(rows, allocation, server, http, call);
  // Under way without an open order: most likely the order was closed between the two reads.
  const isOrphan = UNDER_WAY.includes(resource.state) && openOrder(orders) === undefined;
  return { ...allocation, orders, mayBeTorn: isSlow || isOrphan };
}

function isApprovedCreation({ move: { step, order }, before }: TakenStep): boolean {
  return step === "approve" && order?.type === "Create" && isLeftToTheProvider(before.offeringType);
}

/** Columns that cost the server one or two milliseconds. The type of the offering says whose turn it is with an order. */
const RESOURCE_COLUMNS = [...summaryColumns, "offering_type", "customer_slug"];

/** The newest orders, closed ones too: what an old one ordered may be out of date. */
const MAX_ORDERS = 20;

async function readOrders(
  { orders }: Server,
  resource_uuid: string,
  call: Call,
): Promise<readonly Partial<Order>[]> {
  // Not filtered by state: each generation has states that the others refuse as a filter.
  const query = { resource_uuid, o: "-created", page_size: MAX_ORDERS } satisfies QueryOf<"orders_list">;
  return (await orders.listing.page({ ...query, field: [...ORDER_COLUMNS, ...TRACE_COLUMNS] }, call)).rows;
}

type OrderColumns = NonNullable<QueryOf<"orders_list">["field"]>;

const ORDER_COLUMNS: OrderColumns = ["uuid", "type", "state"];
/** These show whether the server's worker has been at the order. */
const TRACE_COLUMNS: OrderColumns = ["modified", "resource_uuid", "start_date"];

/**
 * Reads how an order stands that is to be moved.
 *
 * @param withTurn - Whether to read whose turn it is, too, which takes more columns, and the state of the allocation.
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
  const row: Partial<Order> = await server.orders.get(uuid, columns, call);
  const { type = "", state, offering_type: offeringType = "", marketplace_resource_uuid: id = "" } = row;
  // The server's worker begins these two by moving the allocation.
  const showsTurn = state === "executing" && (type === "Terminate" || type === "Update");
  const isRead = showsTurn && isLeftToTheProvider(offeringType) && id !== "";
  const resource = resourceSummaryOf(id, isRead ? await server.resources.get(id, ["state"], call) : {});
  const allocation = { resource, offeringType, setsStates: "start_date" in row };
  return { ...allocation, orders: await standingsOf([{ ...row, uuid }], allocation, server, http, call) };
}

type Allocation = Omit<Situation, "orders">;

async function standingsOf(
  rows: readonly Partial<Order>[],
  allocation: Allocation,
  server: Server,
  http: Transport,
  call: Call,
): Promise<OrderStanding[]> {
  const { setsStates, offeringType } = allocation;
  const hasNoWorker = async () =>
    setsStates &&
    isSlurm(offeringType) &&
    (await server.leavesSlurmToProviders(call).catch((error: unknown) => {
      // Assume a worker: the wait for it asks again.
      if (mayPass(error)) return false;
      throw error;
    }));
  const standings: OrderStanding[] = [];
  for (const row of rows) {
    const { uuid = "", type = "", state = "", start_date: startDate } = row;
    const isLinked = typeof row.resource_uuid === "string";
    const isWithWorker = mayBeWithWorker(row, allocation, http) && !(await hasNoWorker());
    standings.push({ uuid, type, state, startDate, isLinked, isWithWorker });
  }
  return standings;
}

/** A worker that has not begun an order so long after its approval never will: no queue of tasks is that long. */
const LOST_AFTER_MS = 24 * 3_600_000;

/** The same where a provider can repair what an even later worker undoes. */
const LOST_SOON_AFTER_MS = 60_000;

/**
 * Whether a worker of the server may still be about to begin or to end an order. It saves whole rows, and so undoes what was
 * written before: a termination that was completed before the worker began it ends as Terminating, for good.
 */
function mayBeWithWorker(row: Partial<Order>, allocation: Allocation, http: Transport): boolean {
  const { type, state, modified = "", resource_uuid } = row;
  const { offeringType, resource, setsStates } = allocation;
  if (state !== "executing") return false;
  // By the server's clock, if it is known: the two may be hours apart.
  const now = http.date() + (http.serverClock.aheadMs ?? 0);
  const unchangedForMs = now - Date.parse(modified);
  if (unchangedForMs >= LOST_AFTER_MS) return false;
  // Basic offerings: the server finishes the order. Types we do not know: it may.
  if (!isLeftToTheProvider(offeringType)) return true;
  switch (type) {
    case "Create":
      // 8.x servers link nothing.
      return isSlurm(offeringType) && typeof resource_uuid !== "string" && !setsStates;
    case "Terminate":
      // An Erred one may keep its state on 8.x servers.
      if (resource.state === "Erred" && setsStates) return unchangedForMs < LOST_SOON_AFTER_MS;
      return resource.state === "OK" || resource.state === "Erred";
    default:
      return type === "Update" && resource.state === "OK";
  }
}
