import type { ComponentUsage, OfferingComponent, Project, Resource } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";

function resourceOf(usage: ComponentUsage, call: ApiCall): Resource {
  return call.store.resources.get(usage.resource_uuid);
}

function projectOf(usage: ComponentUsage, call: ApiCall): Project {
  return call.store.projects.get(resourceOf(usage, call).project_uuid);
}

function componentOf(usage: ComponentUsage, call: ApiCall): OfferingComponent | undefined {
  const { components } = call.store.offerings.get(resourceOf(usage, call).offering_uuid);
  return components.find((component) => component.type === usage.component_type);
}

/** As a plan period shows it: usage is an integer on this server. */
export const periodUsageColumns: Columns<ComponentUsage> = {
  uuid: (row) => row.uuid,
  created: (row) => row.created,
  description: (row) => row.description,
  type: (row) => row.component_type,
  name: (row, call) => componentOf(row, call)?.name,
  measured_unit: (row, call) => componentOf(row, call)?.measured_unit,
  usage: (row) => Number(row.usage),
  date: (row) => row.date,
};

export const componentUsageColumns: Columns<ComponentUsage> = {
  ...periodUsageColumns,
  resource_name: (row, call) => resourceOf(row, call).name,
  resource_uuid: (row) => row.resource_uuid,
  offering_name: (row, call) => call.store.offerings.get(resourceOf(row, call).offering_uuid).name,
  offering_uuid: (row, call) => resourceOf(row, call).offering_uuid,
  project_name: (row, call) => projectOf(row, call).name,
  project_uuid: (row, call) => projectOf(row, call).uuid,
  customer_name: (row, call) => call.store.organizations.get(projectOf(row, call).organization_uuid).name,
  customer_uuid: (row, call) => projectOf(row, call).organization_uuid,
  recurring: (row) => row.recurring,
  billing_period: (row) => row.billing_period,
};
