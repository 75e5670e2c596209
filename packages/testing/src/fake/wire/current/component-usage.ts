import type { ComponentUsage, OfferingComponent, Project, Resource, User } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Store } from "../../store.ts";
import { compareTimestamps } from "../../timestamps.ts";

function resourceOf(usage: ComponentUsage, call: ApiCall): Resource {
  return call.store.resources.get(usage.resource_uuid);
}

function projectOf(usage: ComponentUsage, call: ApiCall): Project {
  return call.store.projects.get(resourceOf(usage, call).project_uuid);
}

export function componentOf(usage: ComponentUsage, call: ApiCall): OfferingComponent | undefined {
  const { components } = call.store.offerings.get(resourceOf(usage, call).offering_uuid);
  return components.find(({ type }) => type === usage.component_type);
}

/** As a plan period shows it: usage is text with two decimals. */
export const periodUsageColumns: Columns<ComponentUsage> = {
  uuid: (row) => row.uuid,
  created: (row) => row.created,
  description: (row) => row.description,
  type: (row) => row.component_type,
  name: (row, call) => componentOf(row, call)?.name,
  measured_unit: (row, call) => componentOf(row, call)?.measured_unit,
  usage: (row) => row.usage,
  date: (row) => row.date,
  recurring: (row) => row.recurring,
};

/** Where the usage was: of the resource, its offering, its project and the consumer. */
export const placeColumns: Columns<ComponentUsage> = {
  resource_name: (row, call) => resourceOf(row, call).name,
  resource_uuid: (row) => row.resource_uuid,
  offering_name: (row, call) => call.store.offerings.get(resourceOf(row, call).offering_uuid).name,
  offering_uuid: (row, call) => resourceOf(row, call).offering_uuid,
  project_name: (row, call) => projectOf(row, call).name,
  project_uuid: (row, call) => projectOf(row, call).uuid,
  customer_name: (row, call) => call.store.organizations.get(projectOf(row, call).organization_uuid).name,
  customer_uuid: (row, call) => projectOf(row, call).organization_uuid,
};

export const componentUsageColumns: Columns<ComponentUsage> = {
  ...periodUsageColumns,
  ...placeColumns,
  billing_period: (row) => row.billing_period,
  modified_by: (row, { store }) =>
    row.modified_by_uuid === null ? null : databaseKey(store, store.users.get(row.modified_by_uuid)),
};

/** Users are numbered as they joined. */
function databaseKey(store: Store, user: User): number {
  return store.users.all().filter((one) => compareTimestamps(one.date_joined, user.date_joined) <= 0).length;
}
