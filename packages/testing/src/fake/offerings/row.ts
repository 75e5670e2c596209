import { demand, hasRole, type Permission } from "../access/permissions.ts";
import { seesOffering } from "../access/visibility.ts";
import { type ApiCall, urlOf } from "../http/call.ts";
import { type Column, type Columns, fixed, related, stored } from "../http/columns.ts";
import { before, between, since, table } from "../http/generations.ts";
import { byNumber, type Listing, type Orderings, orderingsOn } from "../http/list.ts";
import { rowInPath } from "../http/route.ts";
import { monthlyCost } from "../money/invoices.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import type { Json } from "../state/values.ts";
import { OFFERING_STATES } from "../state/words.ts";
import { componentForms, planForms } from "./components.ts";
import { offeringFilters } from "./filters.ts";

/** The offering of the path, when the caller may see it. */
export function offeringInPath(call: ApiCall): Offering {
  return rowInPath(call, "Offering", call.store.offerings, seesOffering(call.world, call.caller));
}

/** The same for those who may change it. */
export function changedOffering(call: ApiCall, permission: Permission = "OFFERING.UPDATE"): Offering {
  const offering = offeringInPath(call);
  demand(call, permission, offering.organization_uuid);
  return offering;
}

/** For staff, the provider's owners, and later its service managers. */
function secret(value: (row: Offering) => Json): Column<Offering> {
  return (row, call) => {
    const { caller, store, world } = call;
    if (caller === null) return undefined;
    const isManager =
      world.since("2024-10") && hasRole(store, caller.uuid, row.organization_uuid, "service_manager");
    return caller.is_staff || isManager || hasRole(store, caller.uuid, row.organization_uuid, "owner")
      ? value(row)
      : undefined;
  };
}

function resourcesOf({ uuid }: Offering, { store }: ApiCall): Resource[] {
  return store.resources.where("offering_uuid", uuid);
}

function orderCount(row: Offering, call: ApiCall): number {
  return resourcesOf(row, call).flatMap(({ uuid }) => call.store.orders.where("resource_uuid", uuid)).length;
}

/** Organizations that use it. */
function customerCount(row: Offering, call: ApiCall): number {
  const used = resourcesOf(row, call).filter(({ state }) =>
    ["OK", "Updating", "Terminating"].includes(state),
  );
  return new Set(used.map((resource) => projectOf(resource, call).organization_uuid)).size;
}

function estimatedCost(row: Offering, call: ApiCall): number {
  return Math.floor(monthlyCost(call.world, resourcesOf(row, call)));
}

const listColumns = table<Columns<Offering>>(
  {
    ...stored("uuid", "created", "name", "description", "full_description", "category_uuid"),
    ...stored("category_title"),
    ...stored("attributes", "options", "plugin_options", "state", "paused_reason", "type", "shared"),
    ...stored("billable"),
    ...stored("backend_id"),
    customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
    ...related("customer", organizationOf, "uuid", "name"),
    category: (row, call) => urlOf(call, `marketplace-categories/${row.category_uuid}/`),
    components: componentForms,
    plans: planForms,
    scope: (_row, { caller }) => (caller === null ? undefined : null),
    ...fixed("", "vendor_details", "datacite_doi"),
    ...fixed([], "screenshots", "files"),
    ...fixed(null, "thumbnail", "latitude", "longitude", "google_calendar_is_public"),
    ...fixed(-1, "citation_count"),
  },
  before("2024-10", {
    url: (row, call) => urlOf(call, `marketplace-offerings/${row.uuid}/`),
    order_item_count: orderCount,
    ...fixed(null, "quotas"),
    ...fixed([], "divisions"),
  }),
  before("8.0", {
    ...stored("terms_of_service"),
    ...fixed("", "native_name", "native_description"),
    ...fixed(null, "rating"),
  }),
  since("2024-10", {
    url: (row, call) => urlOf(call, `marketplace-provider-offerings/${row.uuid}/`),
    ...stored("slug", "backend_metadata"),
    secret_options: secret((row) => row.secret_options),
    service_attributes: secret(() => ({})),
    order_count: orderCount,
    ...fixed("", "privacy_policy_link", "getting_started", "integration_guide", "country"),
    ...fixed([], "endpoints", "organization_groups", "integration_status"),
    ...fixed(null, "project", "image", "google_calendar_link"),
    ...fixed({}, "resource_options"),
  }),
  between("2024-10", "8.0", { ...fixed("", "terms_of_service_link"), ...fixed([], "roles") }),
  since("8.0", {
    ...stored("backend_id_rules"),
    billing_type_classification: classification,
    effective_available_limits: (row) => row.components.map(({ type }) => type),
    ...fixed({}, "billing_period_applies", "billing_mode_components", "account_settings"),
    ...fixed("", "helpdesk_url", "documentation_url", "access_url"),
    ...fixed([], "default_access_subnets", "qos_profiles", "software_catalogs", "partitions", "quotas"),
    ...fixed([], "tags"),
    ...fixed(true, "can_update_integration", "can_update_options"),
    ...fixed(false, "has_compliance_requirements"),
    ...fixed(null, "compliance_checklist", "compliance_checklist_details", "limit_precision_advisory"),
    ...fixed(null, "scope_uuid", "scope_name", "scope_state", "scope_error_message", "scope_resource"),
    ...fixed(null, "scope_resource_uuid", "scope_resource_name", "profile_uuid", "profile_name"),
    ...fixed(null, "offering_group", "offering_group_uuid", "offering_group_title"),
    ...fixed(null, "project_uuid", "project_name", "parent_uuid", "parent_name", "parent_description"),
  }),
);

function classification({ components }: Offering): string {
  const [only, ...others] = new Set(components.map(({ billing_type }) => billing_type));
  return others.length === 0 && (only === "limit" || only === "usage") ? `${only}_only` : "mixed";
}

/** One offering read by itself shows more: on 2021 its secrets, later what it brings in. */
const columns = table<Columns<Offering>>(
  listColumns,
  before("2024-10", { secret_options: secret((row) => row.secret_options) }),
  since("2024-10", {
    total_customers: customerCount,
    total_cost_estimated: estimatedCost,
    ...fixed(0, "total_cost"),
  }),
);

/** Columns that come on 2021 whatever `field=` asks for. */
const always = ["google_calendar_is_public", "components", "plans", "attributes"];

export const offeringList: Listing<Offering> = {
  columns: listColumns,
  filters: offeringFilters,
  orderings: table<Orderings<Offering>>(
    {
      ...orderingsOn(columns, "name", "created", "type", "total_customers", "total_cost"),
      ...orderingsOn(columns, "total_cost_estimated"),
    },
    since("2024-10", { state: byNumber((row) => OFFERING_STATES.indexOf(row.state)) }),
  ),
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
