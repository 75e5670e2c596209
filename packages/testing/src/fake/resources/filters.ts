import { hasRole } from "../access/permissions.ts";
import { seesAsConsumer } from "../access/visibility.ts";
import type { ApiCall } from "../http/call.ts";
import type { Column, Columns } from "../http/columns.ts";
import * as match from "../http/filters.ts";
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

/** Many are named after the columns of a row. */
export function resourceFilters(
  columns: ByGeneration<Columns<Resource>>,
): ByGeneration<match.Filters<Resource>> {
  const on = match.on(columns);
  return table<match.Filters<Resource>>(
    {
      ...on(match.uuid, "provider_uuid", "offering_uuid", "category_uuid"),
      ...on(match.exact, "offering_type", "backend_id"),
      ...on(match.contains, "name"),
      offering: match.url((row) => row.offering_uuid),
      // The server takes it for a uuid, so that every boolean is a mistake.
      ...match.none(match.uuid, "offering_billable"),
      project_uuid: match.uuid((row) => row.project_uuid),
      project_name: match.exact((row, call) => projectOf(row, call).name),
      customer_uuid: match.uuid((row, call) => projectOf(row, call).organization_uuid),
      state: match.choice(RESOURCE_STATES, (row) => row.state),
      name_exact: match.exact((row) => row.name),
      query: match.contains((row) => [row.name, row.uuid, row.backend_id, row.effective_id]),
    },
    before("2024-10", {
      service_manager_uuid: match.uuidThat((row, uuid, { store }) => hasRole(store, uuid, row.offering_uuid)),
    }),
    since("2024-10", {
      service_manager_uuid: match.uuidThat(
        (row, uuid, call) => offeringOf(row, call).shared && hasRole(call.store, uuid, row.offering_uuid),
      ),
      customer: match.url((row, call) => projectOf(row, call).organization_uuid),
      scope: match.url((row) => row.plugin_object?.uuid ?? ""),
      ...on(match.since, "created", "modified"),
      ...on(match.boolean, "downscaled", "paused", "restrict_member_access"),
      runtime_state: match.exact((row) => row.backend_metadata.runtime_state),
      visible_to_username: match.that((row, value, { store, world }) => {
        const user = store.userNamed(value);
        return user !== undefined && seesAsConsumer(world, user)(row);
      }),
      lexis_links_supported: match.boolean(
        (row, call) => offeringOf(row, call).plugin_options.heappe_url !== undefined,
      ),
    }),
    since("8.0", {
      offering_uuid: match.uuids((row) => row.offering_uuid),
      ...on(match.boolean, "offering_billable", "offering_shared"),
      ...on(match.anyOf, "offering_slug"),
      ...on(match.exact, "slug"),
      ...on(match.uuid, "plan_uuid"),
      ...match.times(),
      ...match.none(match.uuid, "parent_offering_uuid"),
      order_state: match.choices(ORDER_STATES, (row, { store }) =>
        store.orders.where("resource_uuid", row.uuid).map(({ state }) => state),
      ),
      resource_attributes: match.that(({ attributes }, value) => JSON.stringify(attributes).includes(value)),
      // Of virtual machines, which nobody offers here.
      ...match.none(match.exact, "flavor_name", "image_name"),
      ...match.none(match.boolean, "is_attached"),
      has_terminate_date: match.boolean((row) => row.end_date !== null),
      usage_based: match.boolean(isBilledBy("usage")),
      limit_based: match.boolean(isBilledBy("limit")),
      only_usage_based: match.boolean((row, call) => isOnlyBilledBy(row, call, "usage")),
      only_limit_based: match.boolean((row, call) => isOnlyBilledBy(row, call, "limit")),
      component_count: match.number((row, call) => offeringOf(row, call).components.length),
      limit_component_count: match.number((row, call) => {
        const { components } = offeringOf(row, call);
        return components.filter(({ billing_type }) => billing_type === "limit").length;
      }),
    }),
  );
}
