import type { ComponentUsage, ComponentUserUsage } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Generation } from "../../words.ts";
import { componentOf, placeColumns } from "./component-usage.ts";

export function usageOf(row: ComponentUserUsage, call: ApiCall): ComponentUsage {
  return call.store.componentUsages.get(row.component_usage_uuid);
}

function userOf(row: ComponentUserUsage, call: ApiCall): string | null {
  const uuid = row.offering_user_uuid;
  return uuid === null || call.store.offeringUsers.find(uuid) === undefined
    ? null
    : urlOf(call, `marketplace-offering-users/${uuid}/`);
}

/** The same place as the component's whole usage. */
const places: Columns<ComponentUserUsage> = Object.fromEntries(
  Object.entries(placeColumns).map(([name, column]) => [
    name,
    (row: ComponentUserUsage, call: ApiCall) => column(usageOf(row, call), call),
  ]),
);

const columns: Columns<ComponentUserUsage> = {
  uuid: (row) => row.uuid,
  user: userOf,
  username: (row) => row.username,
  component_usage: (row, call) => urlOf(call, `marketplace-component-usages/${row.component_usage_uuid}/`),
  usage: (row) => row.usage,
  measured_unit: (row, call) => componentOf(usageOf(row, call), call)?.measured_unit,
  description: (row) => row.description,
  created: (row) => row.created,
  modified: (row) => row.modified,
  backend_id: () => "",
  ...places,
  component_type: (row, call) => usageOf(row, call).component_type,
  date: (row, call) => usageOf(row, call).date,
};

export const componentUserUsageColumns: Readonly<Record<Generation, Columns<ComponentUserUsage>>> = {
  "2024-10": columns,
  "8.x": { ...columns, billing_period: (row, call) => usageOf(row, call).billing_period },
};
