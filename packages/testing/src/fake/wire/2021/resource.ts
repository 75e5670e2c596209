import type { Offering, Plan, Project, Resource } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Json } from "../../json.ts";
import { mayTerminate } from "../../rules/2021/permissions.ts";

function offeringOf(resource: Resource, call: ApiCall): Offering {
  return call.store.offerings.get(resource.offering_uuid);
}

function planOf(resource: Resource, call: ApiCall): Plan | undefined {
  return resource.plan_uuid === null ? undefined : call.store.plans.get(resource.plan_uuid);
}

/** Null once the project is soft-deleted; the resource stays listed. */
function projectOf(resource: Resource, call: ApiCall): Project | undefined {
  const project = call.store.projects.get(resource.project_uuid);
  return project.is_removed ? undefined : project;
}

function providerName(resource: Resource, call: ApiCall): string {
  return call.store.organizations.get(offeringOf(resource, call).organization_uuid).name;
}

function hasComponent(resource: Resource, call: ApiCall, billing: string): boolean {
  return offeringOf(resource, call).components.some((component) => component.billing_type === billing);
}

/** What the project column gives, null for a soft-deleted project. */
function ofProject(
  value: (project: Project, call: ApiCall) => Json,
): (resource: Resource, call: ApiCall) => Json {
  return (resource, call) => {
    const project = projectOf(resource, call);
    return project === undefined ? null : value(project, call);
  };
}

/** The plan's columns, except its URL, are missing, not null, on a resource without a plan. */
export const resourceColumns: Columns<Resource> = {
  offering: (row, call) => urlOf(call, `marketplace-offerings/${row.offering_uuid}/`),
  offering_name: (row, call) => offeringOf(row, call).name,
  offering_uuid: (row) => row.offering_uuid,
  offering_description: (row, call) => offeringOf(row, call).description,
  offering_thumbnail: () => null,
  offering_type: (row, call) => offeringOf(row, call).type,
  offering_terms_of_service: (row, call) => offeringOf(row, call).terms_of_service,
  offering_shared: (row, call) => offeringOf(row, call).shared,
  offering_billable: (row, call) => offeringOf(row, call).billable,
  provider_name: providerName,
  provider_uuid: (row, call) => offeringOf(row, call).organization_uuid,
  category_title: (row, call) => offeringOf(row, call).category_title,
  category_uuid: (row, call) => offeringOf(row, call).category_uuid,
  plan: (row, call) => (row.plan_uuid === null ? null : urlOf(call, `marketplace-plans/${row.plan_uuid}/`)),
  plan_unit: (row, call) => planOf(row, call)?.unit,
  plan_name: (row, call) => planOf(row, call)?.name,
  plan_uuid: (row, call) => planOf(row, call)?.uuid,
  plan_description: (row, call) => planOf(row, call)?.description,
  attributes: (row) => row.attributes,
  limits: (row) => row.limits,
  uuid: (row) => row.uuid,
  created: (row) => row.created,
  modified: (row) => row.modified,
  url: (row, call) => urlOf(call, `marketplace-resources/${row.uuid}/`),
  scope: () => null,
  description: (row) => row.description,
  state: (row) => row.state,
  resource_uuid: () => null,
  backend_id: (row) => row.backend_id,
  resource_type: () => null,
  project: ofProject((project, call) => urlOf(call, `projects/${project.uuid}/`)),
  project_uuid: ofProject((project) => project.uuid),
  project_name: ofProject((project) => project.name),
  project_description: ofProject((project) => project.description),
  customer_uuid: ofProject((project) => project.organization_uuid),
  customer_name: ofProject((project, call) => call.store.organizations.get(project.organization_uuid).name),
  backend_metadata: (row) => row.backend_metadata,
  is_usage_based: (row, call) => hasComponent(row, call, "usage"),
  is_limit_based: (row, call) => hasComponent(row, call, "limit"),
  name: (row) => row.name,
  current_usages: (row) =>
    Object.fromEntries(Object.entries(row.current_usages).map(([type, usage]) => [type, Number(usage)])),
  can_terminate: mayTerminate,
  report: (row) => row.report?.map(({ header, body }) => ({ header, body })) ?? null,
  end_date: (row) => row.end_date,
};
