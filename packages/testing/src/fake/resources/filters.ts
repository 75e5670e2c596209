import { hasRole } from "../access/permissions.ts";
import { seesAsConsumer } from "../access/visibility.ts";
import type { ApiCall } from "../http/call.ts";
import type { Column, Columns } from "../http/columns.ts";
import {
  anyOfFilter,
  booleanFilter,
  choiceFilter,
  choicesFilter,
  containsFilter,
  exactFilter,
  type Filters,
  filterOf,
  filtersOn,
  none,
  numberFilter,
  sinceFilter,
  timeFilters,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
  uuidsFilter,
} from "../http/filters.ts";
import { type ByGeneration, before, since, table } from "../http/generations.ts";
import type { Resource } from "../state/marketplace.ts";
import { offeringOf, projectOf } from "../state/relations.ts";
import { type BillingType, ORDER_STATES, RESOURCE_STATES } from "../state/words.ts";

export function isBilledBy(billing: BillingType): Column<Resource> {
  return (row, call) => offeringOf(row, call).components.some(({ billing_type }) => billing_type === billing);
}

function isOnlyBilledBy(row: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(row, call).components.every(({ billing_type }) => billing_type === billing);
}

function isManagedBy(row: Resource, uuid: string, { store }: ApiCall): boolean {
  const user = store.users.find(uuid);
  return user !== undefined && hasRole(store, user, "offering", row.offering_uuid);
}

/** Many are named after the columns of a row. */
export function resourceFilters(columns: ByGeneration<Columns<Resource>>): ByGeneration<Filters<Resource>> {
  const on = filtersOn(columns);
  return table<Filters<Resource>>(
    {
      ...on(uuidFilter, "provider_uuid", "offering_uuid", "category_uuid"),
      ...on(exactFilter, "offering_type", "backend_id"),
      ...on(containsFilter, "name"),
      offering: urlFilter((row) => row.offering_uuid),
      // The server takes it for a uuid, so that every boolean is a mistake.
      ...none(uuidFilter, "offering_billable"),
      project_uuid: uuidFilter((row) => row.project_uuid),
      project_name: exactFilter((row, call) => projectOf(row, call).name),
      customer_uuid: uuidFilter((row, call) => projectOf(row, call).organization_uuid),
      state: choiceFilter(RESOURCE_STATES, (row) => row.state),
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
      ...on(sinceFilter, "created", "modified"),
      ...on(booleanFilter, "downscaled", "paused", "restrict_member_access"),
      runtime_state: exactFilter((row) => row.backend_metadata.runtime_state),
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
      ...on(booleanFilter, "offering_billable", "offering_shared"),
      ...on(anyOfFilter, "offering_slug"),
      ...on(exactFilter, "slug"),
      ...on(uuidFilter, "plan_uuid"),
      ...timeFilters(),
      ...none(uuidFilter, "parent_offering_uuid"),
      order_state: choicesFilter(ORDER_STATES, (row, { store }) =>
        store.orders.where("resource_uuid", row.uuid).map(({ state }) => state),
      ),
      resource_attributes: filterOf(({ attributes }, value) => JSON.stringify(attributes).includes(value)),
      // Of virtual machines, which nobody offers here.
      ...none(exactFilter, "flavor_name", "image_name"),
      ...none(booleanFilter, "is_attached"),
      has_terminate_date: booleanFilter((row) => row.end_date !== null),
      usage_based: booleanFilter(isBilledBy("usage")),
      limit_based: booleanFilter(isBilledBy("limit")),
      only_usage_based: booleanFilter((row, call) => isOnlyBilledBy(row, call, "usage")),
      only_limit_based: booleanFilter((row, call) => isOnlyBilledBy(row, call, "limit")),
      component_count: numberFilter((row, call) => offeringOf(row, call).components.length),
      limit_component_count: numberFilter((row, call) => {
        const { components } = offeringOf(row, call);
        return components.filter(({ billing_type }) => billing_type === "limit").length;
      }),
    }),
  );
}
