import { type ApiCall, urlOf } from "../http/call.ts";
import { type Columns, fixed, related, stored } from "../http/columns.ts";
import { list } from "../http/list.ts";
import type { Reply } from "../http/reply.ts";
import { type Route, routes } from "../http/route.ts";
import type { CourseAccount, ServiceAccount } from "../state/people.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import type { Store } from "../state/store.ts";
import { offeringInPath } from "./row.ts";

/** Columns of service accounts and of course accounts. */
function sharedColumns<Row extends ServiceAccount | CourseAccount>(path: string): Columns<Row> {
  return {
    url: (row, call) => urlOf(call, `${path}/${row.uuid}/`),
    ...stored("uuid", "created", "modified", "username", "description", "email", "state", "error_message"),
    ...stored("error_traceback"),
  };
}

/** Columns of the project, and of the organization that has it. */
function projectColumns<Row>(uuidOf: (row: Row) => string): Columns<Row> {
  const project = (row: Row, { store }: ApiCall) => store.projects.get(uuidOf(row));
  return {
    project: (row) => uuidOf(row),
    ...related("project", project, "uuid", "name"),
    ...related("customer", (row: Row, call) => organizationOf(project(row, call), call), "uuid", "name"),
  };
}

const serviceColumns: Columns<ServiceAccount> = {
  ...sharedColumns("marketplace-project-service-accounts"),
  ...stored("preferred_identifier"),
  ...fixed(null, "token", "expires_at"),
};

const ofProjects: Columns<ServiceAccount> = {
  ...serviceColumns,
  ...projectColumns((row) => row.scope_uuid),
  customer_abbreviation: (row, call) =>
    organizationOf(call.store.projects.get(row.scope_uuid), call).abbreviation,
};

const ofOrganizations: Columns<ServiceAccount> = {
  ...serviceColumns,
  url: (row, call) => urlOf(call, `marketplace-customer-service-accounts/${row.uuid}/`),
  customer: (row) => row.scope_uuid,
  ...related("customer", (row, { store }) => store.organizations.get(row.scope_uuid), "uuid", "name"),
};

const ofCourses: Columns<CourseAccount> = {
  ...sharedColumns("marketplace-course-accounts"),
  ...projectColumns((row) => row.project_uuid),
  ...related("project", projectOf, "slug", "start_date", "end_date"),
  ...stored("user_uuid"),
};

/** Those of projects with something of the offering of the path, and of the organizations they belong to. */
function listOf<Row>(rows: (store: Store) => Row[], scopeOf: (row: Row) => string, columns: Columns<Row>) {
  return (call: ApiCall): Reply => {
    const { store } = call;
    const projects = store.resources
      .where("offering_uuid", offeringInPath(call).uuid)
      .filter(({ state }) => state !== "Terminated")
      .map((row) => projectOf(row, call));
    const scopes = new Set(projects.flatMap(({ uuid, organization_uuid }) => [uuid, organization_uuid]));
    const found = rows(store).filter((row) => scopes.has(scopeOf(row)));
    return list(found, { columns: () => columns }, call);
  };
}

function serviceAccounts(scope: ServiceAccount["scope"], columns: Columns<ServiceAccount>) {
  const rows = (store: Store) => store.serviceAccounts.all().filter((row) => row.scope === scope);
  return listOf(rows, (row) => row.scope_uuid, columns);
}

/** Service accounts and course accounts: lists of newest servers. */
export const projectAccountRoutes: readonly Route[] = routes(
  "marketplace-provider-offerings",
  {
    "GET {uuid}/list_project_service_accounts/": serviceAccounts("project", ofProjects),
    "GET {uuid}/list_customer_service_accounts/": serviceAccounts("organization", ofOrganizations),
    "GET {uuid}/list_course_accounts/": listOf(
      ({ courseAccounts }) => courseAccounts.all(),
      (row) => row.project_uuid,
      ofCourses,
    ),
  },
  { since: "8.0" },
);
