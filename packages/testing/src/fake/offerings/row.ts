import { hasRole, isOwnerOfProvider } from "../access/permissions.ts";
import { type ApiCall, urlOf } from "../http/call.ts";
import { type Column, type Columns, fixed } from "../http/columns.ts";
import { before, between, since, table } from "../http/generations.ts";
import type { Listing } from "../http/list.ts";
import type { Offering } from "../state/marketplace.ts";
import { organizationOf } from "../state/relations.ts";
import type { Json } from "../state/values.ts";
import { componentForms, planForms } from "./components.ts";
import { customerCount, estimatedCost, offeringFilters, offeringOrderings } from "./filters.ts";

/** For staff, the provider's owners, and later its service managers. */
function secret(value: (row: Offering) => Json): Column<Offering> {
  return (row, call) => {
    const { caller, store, world } = call;
    if (caller === null) return undefined;
    const isManager =
      world.since("2024-10") &&
      hasRole(store, caller, "organization", row.organization_uuid, "service_manager");
    return caller.is_staff || isManager || isOwnerOfProvider(store, caller, row) ? value(row) : undefined;
  };
}

function orderCount(offering: Offering, { store }: ApiCall): number {
  return store.resources
    .where("offering_uuid", offering.uuid)
    .reduce((count, { uuid }) => count + store.orders.where("resource_uuid", uuid).length, 0);
}

const listColumns = table<Columns<Offering>>(
  {
    uuid: (row) => row.uuid,
    created: (row) => row.created,
    name: (row) => row.name,
    description: (row) => row.description,
    full_description: (row) => row.full_description,
    customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
    customer_uuid: (row) => row.organization_uuid,
    customer_name: (row, call) => organizationOf(row, call).name,
    category: (row, call) => urlOf(call, `marketplace-categories/${row.category_uuid}/`),
    category_uuid: (row) => row.category_uuid,
    category_title: (row) => row.category_title,
    attributes: (row) => row.attributes,
    options: (row) => row.options,
    components: componentForms,
    plugin_options: (row) => row.plugin_options,
    state: (row) => row.state,
    paused_reason: (row) => row.paused_reason,
    plans: planForms,
    type: (row) => row.type,
    shared: (row) => row.shared,
    billable: (row) => row.billable,
    scope: (_row, { caller }) => (caller === null ? undefined : null),
    backend_id: (row) => row.backend_id,
    ...fixed({
      vendor_details: "",
      thumbnail: null,
      screenshots: [],
      files: [],
      datacite_doi: "",
      citation_count: -1,
      latitude: null,
      longitude: null,
      google_calendar_is_public: null,
    }),
  },
  before("2024-10", {
    url: (row, call) => urlOf(call, `marketplace-offerings/${row.uuid}/`),
    order_item_count: orderCount,
    ...fixed({ quotas: null, divisions: [] }),
  }),
  before("8.0", {
    terms_of_service: (row) => row.terms_of_service,
    ...fixed({ rating: null, native_name: "", native_description: "" }),
  }),
  since("2024-10", {
    url: (row, call) => urlOf(call, `marketplace-provider-offerings/${row.uuid}/`),
    slug: (row) => row.slug,
    secret_options: secret((row) => row.secret_options),
    service_attributes: secret(() => ({})),
    order_count: orderCount,
    backend_metadata: (row) => row.backend_metadata,
    ...fixed({
      privacy_policy_link: "",
      endpoints: [],
      project: null,
      resource_options: {},
      getting_started: "",
      integration_guide: "",
      country: "",
      organization_groups: [],
      image: null,
      integration_status: [],
      google_calendar_link: null,
    }),
  }),
  between("2024-10", "8.0", fixed({ terms_of_service_link: "", roles: [] })),
  since("8.0", {
    backend_id_rules: (row) => row.backend_id_rules,
    billing_type_classification: classification,
    effective_available_limits: (row) => row.components.map(({ type }) => type),
    ...fixed({
      billing_period_applies: {},
      billing_mode_components: {},
      account_settings: {},
      helpdesk_url: "",
      documentation_url: "",
      default_access_subnets: [],
      qos_profiles: [],
      limit_precision_advisory: null,
      can_update_integration: true,
      can_update_options: true,
      scope_resource: null,
      scope_resource_uuid: null,
      scope_resource_name: null,
      compliance_checklist_details: null,
      profile_uuid: null,
      profile_name: null,
      offering_group: null,
      offering_group_uuid: null,
      offering_group_title: null,
      access_url: "",
      software_catalogs: [],
      partitions: [],
      project_uuid: null,
      project_name: null,
      scope_uuid: null,
      scope_name: null,
      scope_state: null,
      scope_error_message: null,
      quotas: [],
      tags: [],
      parent_description: null,
      parent_uuid: null,
      parent_name: null,
      has_compliance_requirements: false,
      compliance_checklist: null,
    }),
  }),
);

function classification(offering: Offering): string {
  const ways = new Set(offering.components.map(({ billing_type }) => billing_type));
  const isOnly = (way: "limit" | "usage"): boolean => ways.size === 1 && ways.has(way);
  return isOnly("limit") ? "limit_only" : isOnly("usage") ? "usage_only" : "mixed";
}

/** One offering read by itself shows more: on 2021 its secrets, later what it brings in. */
const columns = table<Columns<Offering>>(
  listColumns,
  before("2024-10", { secret_options: secret((row) => row.secret_options) }),
  since("2024-10", {
    total_customers: customerCount,
    total_cost: () => 0,
    total_cost_estimated: estimatedCost,
  }),
);

/** Columns that come on 2021 whatever `field=` asks for. */
const always = ["google_calendar_is_public", "components", "plans", "attributes"];

export const offeringList: Listing<Offering> = {
  columns: listColumns,
  filters: offeringFilters,
  orderings: offeringOrderings,
  always: (generation) => (generation === "2021" ? always : []),
};

/** Columns of what one provides that are not shown to those who buy. */
const HIDDEN = new Set([
  "secret_options",
  "service_attributes",
  "integration_status",
  "total_customers",
  "total_cost",
  "total_cost_estimated",
]);

/** An offering as everybody sees it who may buy. */
export const publicOffering: Listing<Offering> = {
  ...offeringList,
  columns: (generation) => ({
    ...Object.fromEntries(Object.entries(listColumns(generation)).filter(([name]) => !HIDDEN.has(name))),
    url: (row, call) => urlOf(call, `marketplace-public-offerings/${row.uuid}/`),
    promotion_campaigns: () => [],
  }),
};

export const oneOffering: Listing<Offering> = { ...offeringList, columns };
