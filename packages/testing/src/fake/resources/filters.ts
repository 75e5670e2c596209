import { hasRole } from "../access/permissions.ts";
import { seesAsConsumer } from "../access/visibility.ts";
import type { ApiCall } from "../http/call.ts";
import {
  anyOfFilter,
  booleanFilter,
  choiceFilter,
  choicesFilter,
  containsFilter,
  exactFilter,
  type Filters,
  filterOf,
  numberFilter,
  sinceFilter,
  untilFilter,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
  uuidsFilter,
} from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { byNumber, byText, type Orderings } from "../http/list.ts";
import type { Resource } from "../state/marketplace.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import { compareTimestamps } from "../state/values.ts";
import { type BillingType, ORDER_STATES, RESOURCE_STATES } from "../state/words.ts";

export function isBilledBy(resource: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(resource, call).components.some(({ billing_type }) => billing_type === billing);
}

function isOnlyBilledBy(row: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(row, call).components.every(({ billing_type }) => billing_type === billing);
}

function isManagedBy(row: Resource, uuid: string, { store }: ApiCall): boolean {
  const user = store.users.find(uuid);
  return user !== undefined && hasRole(store, user, "offering", row.offering_uuid);
}

export const resourceFilters = table<Filters<Resource>>(
  {
    provider_uuid: uuidFilter((row, call) => offeringOf(row, call).organization_uuid),
    offering: urlFilter((row) => row.offering_uuid),
    offering_uuid: uuidFilter((row) => row.offering_uuid),
    offering_type: exactFilter((row, call) => offeringOf(row, call).type),
    // The server takes it for a uuid, so that every boolean is a mistake.
    offering_billable: uuidFilter(() => null),
    project_uuid: uuidFilter((row) => row.project_uuid),
    project_name: exactFilter((row, call) => projectOf(row, call).name),
    customer_uuid: uuidFilter((row, call) => projectOf(row, call).organization_uuid),
    category_uuid: uuidFilter((row, call) => offeringOf(row, call).category_uuid),
    state: choiceFilter(RESOURCE_STATES, (row) => row.state),
    backend_id: exactFilter((row) => row.backend_id),
    name: containsFilter((row) => [row.name]),
    name_exact: exactFilter((row) => row.name),
    query: containsFilter((row) => [row.name, row.uuid, row.backend_id, row.effective_id]),
  },
  before("2024-10", { service_manager_uuid: uuidFilterOf(isManagedBy) }),
  since("2024-10", {
    service_manager_uuid: uuidFilterOf(
      (row, uuid, call) => offeringOf(row, call).shared && isManagedBy(row, uuid, call),
    ),
    customer: urlFilter((row, call) => projectOf(row, call).organization_uuid),
    scope: urlFilter((row) => row.plugin_object?.uuid ?? ""),
    created: sinceFilter((row) => row.created),
    modified: sinceFilter((row) => row.modified),
    runtime_state: exactFilter(({ backend_metadata: { runtime_state: state } }) =>
      typeof state === "string" ? state : null,
    ),
    downscaled: booleanFilter((row) => row.downscaled),
    paused: booleanFilter((row) => row.paused),
    restrict_member_access: booleanFilter((row) => row.restrict_member_access),
    visible_to_username: filterOf((row, value, { store, world }) => {
      const user = store.userNamed(value);
      return user !== undefined && seesAsConsumer(world, user)(row);
    }),
    lexis_links_supported: booleanFilter(
      (row, call) => offeringOf(row, call).plugin_options.heappe_url !== undefined,
    ),
  }),
  since("8.0", {
    offering_uuid: uuidsFilter((row) => row.offering_uuid),
    offering_billable: booleanFilter((row, call) => offeringOf(row, call).billable),
    offering_shared: booleanFilter((row, call) => offeringOf(row, call).shared),
    offering_slug: anyOfFilter((row, call) => offeringOf(row, call).slug),
    parent_offering_uuid: uuidFilter(() => null),
    plan_uuid: uuidFilter((row) => row.plan_uuid),
    order_state: choicesFilter(ORDER_STATES, (row, { store }) =>
      store.orders.where("resource_uuid", row.uuid).map(({ state }) => state),
    ),
    created_before: untilFilter((row) => row.created),
    modified_before: untilFilter((row) => row.modified),
    slug: exactFilter((row) => row.slug),
    resource_attributes: filterOf(({ attributes }, value) => JSON.stringify(attributes).includes(value)),
    // Of virtual machines, which nobody offers here.
    flavor_name: exactFilter(() => null),
    image_name: exactFilter(() => null),
    has_terminate_date: booleanFilter((row) => row.end_date !== null),
    is_attached: booleanFilter(() => false),
    usage_based: booleanFilter((row, call) => isBilledBy(row, call, "usage")),
    limit_based: booleanFilter((row, call) => isBilledBy(row, call, "limit")),
    only_usage_based: booleanFilter((row, call) => isOnlyBilledBy(row, call, "usage")),
    only_limit_based: booleanFilter((row, call) => isOnlyBilledBy(row, call, "limit")),
    component_count: numberFilter((row, call) => offeringOf(row, call).components.length),
    limit_component_count: numberFilter((row, call) => {
      const { components } = offeringOf(row, call);
      return components.filter(({ billing_type }) => billing_type === "limit").length;
    }),
  }),
);

export const resourceOrderings = table<Orderings<Resource>>(
  {
    name: byText((row) => row.name),
    created: (a, b) => compareTimestamps(a.created, b.created),
  },
  since("8.0", {
    end_date: byText((row) => row.end_date ?? "9999"),
    state: byNumber((row) => RESOURCE_STATES.indexOf(row.state)),
    project_name: byText((row, call) => projectOf(row, call).name),
  }),
);
