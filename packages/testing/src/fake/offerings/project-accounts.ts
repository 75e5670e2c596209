import { seesOffering } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, fixed, stored } from "../http/columns.ts";
import { table } from "../http/generations.ts";
import { type Listing, list } from "../http/list.ts";
import { listAction, type Route, route, rowInPath, served } from "../http/route.ts";
import type { CourseAccount, ServiceAccount } from "../state/people.ts";
import { organizationOf } from "../state/relations.ts";

/** Columns of service accounts and of course accounts. */
function sharedColumns<Row extends ServiceAccount | CourseAccount>(path: string): Columns<Row> {
  return {
    url: (row, call) => urlOf(call, `${path}/${row.uuid}/`),
    ...stored("uuid", "created", "modified", "username", "description", "email", "state", "error_message"),
    ...stored("error_traceback"),
  };
}

/** Columns of the project, and of the organization that has it. */
function projectColumns<Row>(projectOf: (row: Row) => string): Columns<Row> {
  const project = (row: Row, { store }: ApiCall) => store.projects.get(projectOf(row));
  return {
    project: (row) => projectOf(row),
    project_uuid: (row) => projectOf(row),
    project_name: (row, call) => project(row, call).name,
    customer_uuid: (row, call) => project(row, call).organization_uuid,
    customer_name: (row, call) => organizationOf(project(row, call), call).name,
  };
}

const serviceColumns: Columns<ServiceAccount> = {
  ...sharedColumns("marketplace-project-service-accounts"),
  ...stored("preferred_identifier"),
  ...fixed(null, "token", "expires_at"),
};

const ofProjects: Listing<ServiceAccount> = {
  columns: table<Columns<ServiceAccount>>({
    ...serviceColumns,
    ...projectColumns((row) => row.scope_uuid),
    customer_abbreviation: (row, { store }) =>
      store.organizations.get(store.projects.get(row.scope_uuid).organization_uuid).abbreviation,
  }),
};

const ofOrganizations: Listing<ServiceAccount> = {
  columns: table<Columns<ServiceAccount>>({
    ...serviceColumns,
    url: (row, call) => urlOf(call, `marketplace-customer-service-accounts/${row.uuid}/`),
    customer: (row) => row.scope_uuid,
    customer_uuid: (row) => row.scope_uuid,
    customer_name: (row, { store }) => store.organizations.get(row.scope_uuid).name,
  }),
};

const ofCourses: Listing<CourseAccount> = {
  columns: table<Columns<CourseAccount>>({
    ...sharedColumns("marketplace-course-accounts"),
    ...projectColumns((row) => row.project_uuid),
    project_slug: (row, { store }) => store.projects.get(row.project_uuid).slug,
    project_start_date: (row, { store }) => store.projects.get(row.project_uuid).start_date,
    project_end_date: (row, { store }) => store.projects.get(row.project_uuid).end_date,
    ...stored("user_uuid"),
  }),
};

/** Projects with something of the offering of the path, and the organizations they belong to. */
function scopesOf(call: ApiCall): ReadonlySet<string> {
  const { store } = call;
  const offering = rowInPath(call, "Offering", store.offerings, seesOffering(call.world, callerOf(call)));
  const resources = store.resources.where("offering_uuid", offering.uuid);
  const projects = resources.filter(({ state }) => state !== "Terminated").map((row) => row.project_uuid);
  return new Set(projects.flatMap((uuid) => [uuid, store.projects.get(uuid).organization_uuid]));
}

function serviceAccounts(call: ApiCall, scope: ServiceAccount["scope"]): ServiceAccount[] {
  const scopes = scopesOf(call);
  return call.store.serviceAccounts.all().filter((row) => row.scope === scope && scopes.has(row.scope_uuid));
}

function courseAccounts(call: ApiCall): CourseAccount[] {
  const scopes = scopesOf(call);
  return call.store.courseAccounts.all().filter((row) => scopes.has(row.project_uuid));
}

const ONE = "marketplace-provider-offerings/{uuid}";
const LISTS = "provider_offerings_list";

/** Service accounts and course accounts: lists of newest servers. */
export const projectAccountRoutes: readonly Route[] = served(
  { since: "8.0" },
  route(`${ONE}/list_project_service_accounts/`, {
    GET: listAction(`${LISTS}_project_service_accounts_list`, (call) =>
      list(serviceAccounts(call, "project"), ofProjects, call),
    ),
  }),
  route(`${ONE}/list_customer_service_accounts/`, {
    GET: listAction(`${LISTS}_customer_service_accounts_list`, (call) =>
      list(serviceAccounts(call, "organization"), ofOrganizations, call),
    ),
  }),
  route(`${ONE}/list_course_accounts/`, {
    GET: listAction(`${LISTS}_course_accounts_list`, (call) => list(courseAccounts(call), ofCourses, call)),
  }),
);
