import type { Offering } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import { byText } from "../../http/ordering.ts";
import { monthlyInvoice } from "../../rules/current/invoices.ts";
import { hasRole, isOwnerOfProvider } from "../../rules/roles.ts";
import type { Generation } from "../../words.ts";
import { componentForms } from "./component.ts";
import { planForm } from "./plan.ts";

/** Staff, the provider's owners, and its service managers. */
function seesSecrets(row: Offering, call: ApiCall): boolean {
  const caller = callerOf(call);
  return (
    caller.is_staff ||
    isOwnerOfProvider(call.store, caller, row) ||
    hasRole(call.store, caller, "organization", row.organization_uuid, "service_manager")
  );
}

function orderCount(offering: Offering, call: ApiCall): number {
  return call.store.resources
    .where("offering_uuid", offering.uuid)
    .reduce((count, { uuid }) => count + call.store.orders.where("resource_uuid", uuid).length, 0);
}

const columns: Columns<Offering> = {
  url: (row, call) => urlOf(call, `marketplace-provider-offerings/${row.uuid}/`),
  uuid: (row) => row.uuid,
  created: (row) => row.created,
  name: (row) => row.name,
  slug: (row) => row.slug,
  description: (row) => row.description,
  full_description: (row) => row.full_description,
  privacy_policy_link: () => "",
  endpoints: () => [],
  roles: () => [],
  customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
  customer_uuid: (row) => row.organization_uuid,
  customer_name: (row, call) => call.store.organizations.get(row.organization_uuid).name,
  project: () => null,
  category: (row, call) => urlOf(call, `marketplace-categories/${row.category_uuid}/`),
  category_uuid: (row) => row.category_uuid,
  category_title: (row) => row.category_title,
  attributes: (row) => row.attributes,
  options: (row) => row.options,
  resource_options: () => ({}),
  components: (row, call) => componentForms(row, call.world.generation),
  plugin_options: (row) => row.plugin_options,
  secret_options: (row, call) => (seesSecrets(row, call) ? row.secret_options : undefined),
  service_attributes: (row, call) => (seesSecrets(row, call) ? {} : undefined),
  state: (row) => row.state,
  vendor_details: () => "",
  getting_started: () => "",
  integration_guide: () => "",
  thumbnail: () => null,
  order_count: orderCount,
  plans: (row, call) =>
    call.store.plans
      .where("offering_uuid", row.uuid)
      .filter(({ archived }) => !archived)
      .sort(byText(({ name }) => name))
      .map((plan) => planForm(plan, row, call)),
  screenshots: () => [],
  type: (row) => row.type,
  shared: (row) => row.shared,
  billable: (row) => row.billable,
  scope: () => null,
  files: () => [],
  paused_reason: () => "",
  datacite_doi: () => "",
  citation_count: () => -1,
  latitude: () => null,
  longitude: () => null,
  country: () => "",
  backend_id: (row) => row.backend_id,
  organization_groups: () => [],
  image: () => null,
  backend_metadata: () => ({}),
  integration_status: () => [],
  google_calendar_is_public: () => null,
  google_calendar_link: () => null,
};

/** Columns that newest servers dropped. */
const columnsBefore8: Columns<Offering> = {
  terms_of_service: (row) => row.terms_of_service,
  terms_of_service_link: () => "",
  rating: () => null,
  native_name: () => "",
  native_description: () => "",
};

/** Columns of newest servers. */
const columnsSince8: Columns<Offering> = {
  access_url: () => "",
  software_catalogs: () => [],
  partitions: () => [],
  project_uuid: () => null,
  project_name: () => null,
  scope_uuid: () => null,
  scope_name: () => null,
  scope_state: () => null,
  scope_error_message: () => null,
  quotas: () => [],
  backend_id_rules: () => ({}),
  tags: () => [],
  parent_description: () => null,
  parent_uuid: () => null,
  parent_name: () => null,
  has_compliance_requirements: () => false,
  billing_type_classification: (row) => classification(row),
  compliance_checklist: () => null,
};

function classification(offering: Offering): string {
  const ways = new Set(offering.components.map(({ billing_type }) => billing_type));
  const isOnly = (way: "limit" | "usage"): boolean => ways.size === 1 && ways.has(way);
  return isOnly("limit") ? "limit_only" : isOnly("usage") ? "usage_only" : "mixed";
}

export const offeringListColumns: Readonly<Record<Generation, Columns<Offering>>> = {
  "2024-10": { ...columns, ...columnsBefore8 },
  "8.x": { ...columns, ...columnsSince8 },
};

/** Only one offering read by itself shows what it brings in. */
export const totalColumns: Columns<Offering> = {
  total_customers: (row, { store }) =>
    new Set(
      store.resources
        .where("offering_uuid", row.uuid)
        .filter(({ state }) => ["OK", "Updating", "Terminating"].includes(state))
        .map(({ project_uuid }) => store.projects.get(project_uuid).organization_uuid),
    ).size,
  total_cost: () => 0,
  total_cost_estimated: (row, { store, world }) => {
    const resources = store.resources.where("offering_uuid", row.uuid);
    return Math.floor(
      resources.reduce((total, resource) => total + monthlyInvoice(world, resource), 0) / 100,
    );
  },
};

export const offeringColumns: Readonly<Record<Generation, Columns<Offering>>> = {
  "2024-10": { ...offeringListColumns["2024-10"], ...totalColumns },
  "8.x": { ...offeringListColumns["8.x"], ...totalColumns },
};
