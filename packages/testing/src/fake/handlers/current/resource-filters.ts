import type { Offering, Project, Resource } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import {
  booleanFilter,
  choiceFilter,
  choicesFilter,
  containsFilter,
  exactFilter,
  type Filters,
  numberFilter,
  sinceFilter,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
  uuidsFilter,
} from "../../http/filters.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { seesAsConsumer } from "../../rules/current/visibility.ts";
import { hasRole } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { type BillingType, type Generation, ORDER_STATES, RESOURCE_STATES } from "../../words.ts";

function offeringOf(row: Resource, { store }: ApiCall): Offering {
  return store.offerings.get(row.offering_uuid);
}

function projectOf(row: Resource, { store }: ApiCall): Project {
  return store.projects.get(row.project_uuid);
}

const filters: Filters<Resource> = {
  provider_uuid: uuidFilter((row, call) => offeringOf(row, call).organization_uuid),
  offering: urlFilter((row) => row.offering_uuid),
  offering_uuid: uuidFilter((row) => row.offering_uuid),
  offering_type: exactFilter((row, call) => offeringOf(row, call).type),
  // The server takes it for a uuid, so that every boolean is a mistake.
  offering_billable: uuidFilter(() => null),
  project_uuid: uuidFilter((row) => row.project_uuid),
  project_name: exactFilter((row, call) => projectOf(row, call).name),
  customer: urlFilter((row, call) => projectOf(row, call).organization_uuid),
  customer_uuid: uuidFilter((row, call) => projectOf(row, call).organization_uuid),
  category_uuid: uuidFilter((row, call) => offeringOf(row, call).category_uuid),
  service_manager_uuid: uuidFilterOf((row, uuid, call) => {
    const user = call.store.users.find(uuid);
    const { shared } = offeringOf(row, call);
    return shared && user !== undefined && hasRole(call.store, user, "offering", row.offering_uuid);
  }),
  state: choiceFilter(RESOURCE_STATES, (row) => row.state),
  backend_id: exactFilter((row) => row.backend_id),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  query: containsFilter((row) => [row.name, row.uuid, row.backend_id, row.effective_id]),
  scope: urlFilter((row) => row.plugin_object?.uuid ?? ""),
  created: sinceFilter((row) => row.created),
  modified: sinceFilter((row) => row.modified),
  runtime_state: exactFilter(({ backend_metadata: { runtime_state: state } }) =>
    typeof state === "string" ? state : null,
  ),
  downscaled: booleanFilter((row) => row.downscaled),
  paused: booleanFilter((row) => row.paused),
  restrict_member_access: booleanFilter((row) => row.restrict_member_access),
  visible_to_username: (values) => ({
    test: (row, { store }) => {
      const user = store.userNamed(values.at(-1) ?? "");
      return user !== undefined && seesAsConsumer(store, user)(row);
    },
  }),
  lexis_links_supported: booleanFilter(
    (row, call) => offeringOf(row, call).plugin_options.heappe_url !== undefined,
  ),
};

function isBilledBy(row: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(row, call).components.some(({ billing_type }) => billing_type === billing);
}

function isOnlyBilledBy(row: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(row, call).components.every(({ billing_type }) => billing_type === billing);
}

/** Of newest servers; some have another form there. */
const filtersSince8: Filters<Resource> = {
  offering_uuid: uuidsFilter((row) => row.offering_uuid),
  offering_billable: booleanFilter((row, call) => offeringOf(row, call).billable),
  offering_shared: booleanFilter((row, call) => offeringOf(row, call).shared),
  offering_slug: (values) => ({
    test: (row, call) => values.flatMap((value) => value.split(",")).includes(offeringOf(row, call).slug),
  }),
  parent_offering_uuid: uuidFilter(() => null),
  plan_uuid: uuidFilter((row) => row.plan_uuid),
  order_state: choicesFilter(ORDER_STATES, (row, { store }) =>
    store.orders.where("resource_uuid", row.uuid).map(({ state }) => state),
  ),
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
};

export const resourceFilters: Readonly<Record<Generation, Filters<Resource>>> = {
  "2024-10": filters,
  "8.x": { ...filters, ...filtersSince8 },
};

const orderings: Orderings<Resource> = {
  name: byText((row) => row.name),
  created: (a, b) => compareTimestamps(a.created, b.created),
};

const orderingsSince8: Orderings<Resource> = {
  ...orderings,
  end_date: byText((row) => row.end_date ?? "9999"),
  state: (a, b) => RESOURCE_STATES.indexOf(a.state) - RESOURCE_STATES.indexOf(b.state),
};

/** The order of projects' names needs the projects. */
export function resourceOrderings({ store, world }: ApiCall): Orderings<Resource> {
  return world.generation === "2024-10"
    ? orderings
    : { ...orderingsSince8, project_name: byText((row) => store.projects.get(row.project_uuid).name) };
}
