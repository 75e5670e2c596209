import type { Order } from "@puhuri/api-types";
import type { Server } from "../servers/server.ts";
import { isClosed } from "../servers/states.ts";
import type { WorkItem, WorkKind, WorkOrder, WorkSource } from "../servers/work.ts";
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

/** A row with these columns; each may be missing. */
type OrderRow = Partial<WorkOrder & Pick<Order, "marketplace_resource_uuid" | "offering_type">>;

/** What waits on a server: orders, if the server has them. */
export function workOf({ orders, work }: Server): WorkSource {
  return (
    work ?? {
      listing: orders.listing,
      columns: COLUMNS,
      showsSlug: true,
      filters: (scope) => ({ ...scope, state: WAITING }),
      read: itemOf,
      again: async ({ order }, _resource, call) => itemOf(await orders.get(order?.uuid ?? "", COLUMNS, call)),
    }
  );
}

function itemOf(row: OrderRow): WorkItem {
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

function standingOf({ state }: WorkOrder): WorkItem["standing"] {
  if (WAITING.includes(state)) return "open";
  if (state === "erred") return "failed";
  return isClosed(state) ? "closed" : "not-yet";
}

/** The server carries out a change of plan by itself. Only a change of limits says what they were. */
function isPlanChange({ type, attributes }: WorkOrder): boolean {
  return type === "Update" && !("old_limits" in Object(attributes));
}
