import type { ProviderApi } from "../provider-api.ts";
import type { Waiting, WaitingWork, WorkKind, WorkOrder } from "../waiting.ts";
import { LEFT_TO_THE_PROVIDER } from "./order-states.ts";

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
  "marketplace_resource_uuid",
  "offering_type",
];

/** A row of orders with these columns; none is sure to be there. */
interface OrderRow extends Partial<WorkOrder> {
  readonly marketplace_resource_uuid?: string;
  readonly offering_type?: string;
}

/** On current servers it is the orders that wait. */
export function waitingWorkCurrent({ orders }: ProviderApi): WaitingWork {
  return {
    listing: orders.listing,
    columns: COLUMNS,
    filters: (scope) => ({ ...scope, state: WAITING }),
    read: waitingOf,

    async again({ order }, _allocation, call) {
      const now = waitingOf(await orders.get(order?.uuid ?? "", COLUMNS, call));
      return WAITING.includes(now.order?.state ?? "") ? now : undefined;
    },
  };
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
    needsReview: order.state === "pending-provider",
    endsWithReview: !LEFT_TO_THE_PROVIDER.includes(offering_type) || isPlanChange(order),
  };
}

/** Only a change of limits says what they were; one of the plan the server carries out by itself. */
function isPlanChange({ type, attributes }: WorkOrder): boolean {
  return type === "Update" && !("old_limits" in Object(attributes));
}
