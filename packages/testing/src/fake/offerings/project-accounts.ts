/** Service accounts and course accounts of projects on an offering: lists of newest servers. */
import { type ApiCall, urlOf } from "../http/call.ts";
import { type Columns, columnsOf } from "../http/columns.ts";
import type { ByGeneration } from "../http/generations.ts";
import { list } from "../http/list.ts";
import { type Handler, type Route, routes } from "../http/route.ts";
import type { CourseAccount, Project, ServiceAccount } from "../state/people.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { offeringInPath } from "./row.ts";

const projectHaving = ({ scope_uuid }: ServiceAccount, { store }: ApiCall): Project =>
  store.projects.get(scope_uuid);

const ofProjects = columnsOf<"ProjectServiceAccount", ServiceAccount>(
  "ProjectServiceAccount",
  {
    url: ({ uuid }, call) => urlOf(call, `marketplace-project-service-accounts/${uuid}/`),
    project: (row) => row.scope_uuid,
  },
  { project: projectHaving, customer: (row, call) => organizationOf(projectHaving(row, call), call) },
);

const ofOrganizations = columnsOf<"CustomerServiceAccount", ServiceAccount>(
  "CustomerServiceAccount",
  {
    url: ({ uuid }, call) => urlOf(call, `marketplace-customer-service-accounts/${uuid}/`),
    customer: (row) => row.scope_uuid,
  },
  { customer: ({ scope_uuid }, { store }) => store.organizations.get(scope_uuid) },
);

const ofCourses = columnsOf<"CourseAccount", CourseAccount>(
  "CourseAccount",
  {
    url: ({ uuid }, call) => urlOf(call, `marketplace-course-accounts/${uuid}/`),
    project: (row) => row.project_uuid,
  },
  { project: projectOf, customer: (row, call) => organizationOf(projectOf(row, call), call) },
);

/** Those of projects with something of the offering of the path, and of the organizations they belong to. */
function listOf<Row>(
  rows: (store: Store) => Row[],
  scopeOf: (row: Row) => string,
  columns: ByGeneration<Columns<Row>>,
): Handler {
  return (call) => {
    const projects = call.store.resources
      .where("offering_uuid", offeringInPath(call).uuid)
      .filter(({ state }) => state !== "Terminated")
      .map((row) => projectOf(row, call));
    const scopes = new Set(projects.flatMap(({ uuid, organization_uuid }) => [uuid, organization_uuid]));
    const found = rows(call.store).filter((row) => scopes.has(scopeOf(row)));
    return list(found, { columns }, call);
  };
}

function listServiceAccounts(of: ServiceAccount["scope"], columns: ByGeneration<Columns<ServiceAccount>>) {
  const rows = (store: Store) => store.serviceAccounts.all().filter(({ scope }) => scope === of);
  return listOf(rows, ({ scope_uuid }) => scope_uuid, columns);
}

export const projectAccountRoutes: readonly Route[] = routes("marketplace-provider-offerings", {
  "GET {uuid}/list_project_service_accounts/": listServiceAccounts("project", ofProjects),
  "GET {uuid}/list_customer_service_accounts/": listServiceAccounts("organization", ofOrganizations),
  "GET {uuid}/list_course_accounts/": listOf(
    ({ courseAccounts }) => courseAccounts.all(),
    ({ project_uuid }) => project_uuid,
    ofCourses,
  ),
});
