import type { Server } from "../servers/server.ts";
import type { Waiting, WaitingWork, WorkKind, WorkOrder } from "../servers/waiting.ts";
import { isLeftToTheProvider } from "../set-state/situation.ts";

/** States in which an order waits for its provider. */
const WAITING: readonly string[] = ["pending-provider", "executing"];

const KIND_OF: ReadonlyMap<string, WorkKind> = new Map([
  ["Create", "create"],
  ["Update", "update"],
  ["Terminate", "terminate"],
]);

const COLUMNS = [
  "uuid",
  "type",
  "state",
  "created",
  "limits",
  "attributes",
  "plan_uuid",
  "plan_name",
  "start_date",
  "error_message",
  "backend_id",
  "marketplace_resource_uuid",
  "offering_type",
];

/** A row of orders with these columns; each may be missing. */
interface OrderRow extends Partial<WorkOrder> {
  readonly marketplace_resource_uuid?: string;
  readonly offering_type?: string;
}

/** What waits on a server: orders, if the server has them. */
export function workOf({ orders, waiting }: Server): WaitingWork {
  return (
    waiting ?? {
      listing: orders.listing,
      columns: COLUMNS,
      showsSlug: true,
      filters: (scope) => ({ ...scope, state: WAITING }),
      read: waitingOf,
      again: async ({ order }, _allocation, call) =>
        waitingOf(await orders.get(order?.uuid ?? "", COLUMNS, call)),
    }
  );
}

function waitingOf(row: OrderRow): Waiting {
  const { marketplace_resource_uuid = "", offering_type = "", ...columns } = row;
  const order: WorkOrder = {
    uuid: "",
    type: "",
    state: "",
    created: "",
    limits: {},
    attributes: {},
    ...columns,
  };
  return {
    resourceUuid: marketplace_resource_uuid,
    kind: KIND_OF.get(order.type),
    order,
    standing: standingOf(order),
    needsReview: order.state === "pending-provider",
    endsWithReview: !isLeftToTheProvider(offering_type) || isPlanChange(order),
  };
}

function standingOf({ state }: WorkOrder): Waiting["standing"] {
  if (WAITING.includes(state)) return "open";
  if (state === "erred") return "failed";
  return state === "done" || state === "rejected" || state === "canceled" ? "closed" : "not-yet";
}

/** Only a change of limits says what they were; the server carries out a change of plan by itself. */
function isPlanChange({ type, attributes }: WorkOrder): boolean {
  return type === "Update" && !("old_limits" in Object(attributes));
}
