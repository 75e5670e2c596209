import type { Offering, OfferingComponent, Plan } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { JsonObject } from "../../json.ts";
import { isOwnerOfProvider } from "../../rules/roles.ts";

function componentForm(row: OfferingComponent): JsonObject {
  return {
    billing_type: row.billing_type,
    type: row.type,
    name: row.name,
    description: row.description,
    measured_unit: row.measured_unit,
    limit_period: row.limit_period,
    limit_amount: row.limit_amount,
    article_code: row.article_code,
    max_value: row.max_value,
    min_value: row.min_value,
    is_boolean: row.is_boolean,
    default_limit: row.default_limit,
    factor: row.factor,
    is_builtin: row.is_builtin,
  };
}

function planForm(row: Plan, call: ApiCall): JsonObject {
  return {
    url: urlOf(call, `marketplace-plans/${row.uuid}/`),
    uuid: row.uuid,
    name: row.name,
    description: row.description,
    article_code: row.article_code,
    prices: row.prices,
    quotas: row.quotas,
    max_amount: row.max_amount,
    archived: row.archived,
    is_active: !row.archived,
    unit_price: row.unit_price,
    unit: row.unit,
    init_price: row.init_price,
    switch_price: row.switch_price,
    backend_id: row.backend_id,
  };
}

/** How many orders were placed for the offering. */
function orderCount(offering: Offering, call: ApiCall): number {
  return call.store.resources
    .where("offering_uuid", offering.uuid)
    .reduce((count, resource) => count + call.store.orders.where("resource_uuid", resource.uuid).length, 0);
}

export const offeringListColumns: Columns<Offering> = {
  url: (row, call) => urlOf(call, `marketplace-offerings/${row.uuid}/`),
  uuid: (row) => row.uuid,
  created: (row) => row.created,
  name: (row) => row.name,
  description: (row) => row.description,
  full_description: (row) => row.full_description,
  terms_of_service: (row) => row.terms_of_service,
  customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
  customer_uuid: (row) => row.organization_uuid,
  customer_name: (row, call) => call.store.organizations.get(row.organization_uuid).name,
  category: (row, call) => urlOf(call, `marketplace-categories/${row.category_uuid}/`),
  category_uuid: (row) => row.category_uuid,
  category_title: (row) => row.category_title,
  rating: () => null,
  attributes: (row) => row.attributes,
  options: (row) => row.options,
  components: (row) => row.components.map(componentForm),
  plugin_options: (row) => row.plugin_options,
  state: (row) => row.state,
  native_name: () => "",
  native_description: () => "",
  vendor_details: () => "",
  thumbnail: () => null,
  order_item_count: orderCount,
  plans: (row, call) => call.store.plans.where("offering_uuid", row.uuid).map((plan) => planForm(plan, call)),
  screenshots: () => [],
  type: (row) => row.type,
  shared: (row) => row.shared,
  billable: (row) => row.billable,
  scope: (_row, call) => (call.caller === null ? undefined : null),
  files: () => [],
  quotas: () => null,
  paused_reason: () => "",
  datacite_doi: () => "",
  citation_count: () => -1,
  latitude: () => null,
  longitude: () => null,
  backend_id: (row) => row.backend_id,
  divisions: () => [],
  google_calendar_is_public: () => null,
};

/** One offering also shows its secrets, to staff and the provider's owners only. */
export const offeringColumns: Columns<Offering> = {
  ...offeringListColumns,
  secret_options: (row, { store, caller }) =>
    caller !== null && (caller.is_staff || isOwnerOfProvider(store, caller, row))
      ? row.secret_options
      : undefined,
};

/** Columns that come whatever `field=` asks for. */
export const ALWAYS = ["google_calendar_is_public", "components", "plans", "attributes"];
