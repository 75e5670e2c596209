/** How an allocation is shown, and what lists of them take. */
import { hasRole } from "../access/permissions.ts";
import { seesAsConsumer } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Column, type Columns, columnsOf, render, selectedColumns } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, since, unknownBefore } from "../http/generations.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { ok, type Reply } from "../http/reply.ts";
import { componentForms } from "../offerings/components.ts";
import { mayTerminate } from "../orders/placing.ts";
import { orders } from "../orders/row.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { offeringOf, offeringUserOf, organizationOf, projectOf } from "../state/relations.ts";
import { type Json, type JsonObject, sumOf } from "../state/values.ts";
import { type BillingType, type Generation, OPEN, ORDER_STATES } from "../state/words.ts";
import { itemColumns, placesOf, planOf } from "./item.ts";

function isBilledBy(billing: BillingType): Column<Resource> {
  return (row, call) => offeringOf(row, call).components.some(({ billing_type }) => billing_type === billing);
}

function isOnlyBilledBy(row: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(row, call).components.every(({ billing_type }) => billing_type === billing);
}

function asNumbers(amounts: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(amounts).map(([type, amount]) => [type, Number(amount)]));
}

/**
 * How much of each limit is used. 2024-10: for a monthly limit the text of the last report, for others the sum of its
 * period. 8.x: always a number for the current period, 0 where nothing was reported.
 */
function limitUsage(resource: Resource, call: ApiCall): JsonObject | null {
  const limited = offeringOf(resource, call).components.filter(
    ({ billing_type }) => billing_type === "limit",
  );
  if (limited.length === 0 || resource.plan_uuid === null) {
    return call.world.since("8.0") ? {} : null;
  }
  return Object.fromEntries(
    limited.map(({ type, limit_period: period }) => [
      type,
      call.world.since("8.0")
        ? (usedOf(resource, call, type, period ?? "month") ?? 0)
        : period === null || period === "month"
          ? (resource.current_usages[type] ?? null)
          : usedOf(resource, call, type, period),
    ]),
  );
}

function usedOf(resource: Resource, call: ApiCall, type: string, period: string): number | null {
  const since = periodStart(call.world.month(), period);
  const counted = call.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === type && usage.plan_period_uuid !== null)
    .filter((usage) => usage.billing_period >= since);
  return counted.length === 0 ? null : Number(sumOf(counted.map(({ usage }) => usage)));
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarterly: 3, annual: 12 };

/** The first month of the period of a limit; of a total the beginning of time. */
function periodStart(month: string, period: string): string {
  const length = MONTHS[period];
  if (length === undefined) return "";
  const passed = (Number(month.slice(5, 7)) - 1) % length;
  return `${month.slice(0, 5)}${String(Number(month.slice(5, 7)) - passed).padStart(2, "0")}-01`;
}

/** A 2021 server shows no project once that is soft-deleted, though it still lists the resource. */
function shownProject(row: Resource, call: ApiCall): Project | null {
  const project = projectOf(row, call);
  return project.is_removed && !call.world.since("2024-10") ? null : project;
}

/** A resource, whichever side it is shown to. */
const itself = (row: Resource): Resource => row;

const columns = columnsOf<"Resource", Resource>(
  "Resource",
  {
    ...itemColumns(itself),
    url: (row, call) => urlOf(call, `marketplace-resources/${row.uuid}/`),
    scope: ({ plugin_object: object }, call) =>
      object === null ? null : urlOf(call, `${object.path}/${object.uuid}/`),
    resource_uuid: (row) => row.plugin_object?.uuid ?? null,
    resource_type: (row) => row.plugin_object?.type ?? null,
    project(row, call) {
      const project = shownProject(row, call);
      return project === null ? null : urlOf(call, `projects/${project.uuid}/`);
    },
    project_uuid: (row, call) => shownProject(row, call)?.uuid ?? null,
    is_usage_based: isBilledBy("usage"),
    is_limit_based: isBilledBy("limit"),
    can_terminate: (row, call) => mayTerminate(call.world, callerOf(call), row),
    current_usages: ({ current_usages: usages }, { world }) =>
      world.generation === "2024-10" ? usages : asNumbers(usages),
    // The user name of who asks.
    username: (row, call) => offeringUserOf(callerOf(call), row, call)?.username ?? null,
    limit_usage: limitUsage,
    offering_customer_uuid: (row, call) => offeringOf(row, call).organization_uuid,
    offering_components: (row, call) => componentForms(offeringOf(row, call), call),
    project_effective_end_date: (row, call) => projectOf(row, call).end_date,
    resource_effective_end_date: (row) => row.end_date,
    order_in_progress: (row, call) =>
      orderForm(
        ordersOf(row, call).find(({ state }) => OPEN.includes(state)),
        call,
      ),
    creation_order: creationOrder,
  },
  {
    ...placesOf(itself),
    plan: planOf,
    project: shownProject,
    customer(row, call) {
      const project = shownProject(row, call);
      return project === null ? null : organizationOf(project, call);
    },
  },
);

const CACHED_MS = 10_000;

/** 2024-10 servers cache it for some seconds. */
function creationOrder(row: Resource, call: ApiCall): Json {
  const { store, world } = call;
  const cached = store.shownCreationOrders.get(row.uuid);
  if (cached !== undefined && !world.since("8.0") && cached.until > world.now().getTime()) return cached.form;
  const form = orderForm(
    ordersOf(row, call).find(({ type }) => type === "Create"),
    call,
  );
  store.shownCreationOrders.set(row.uuid, { form, until: world.now().getTime() + CACHED_MS });
  return form;
}

function ordersOf(row: Resource, { store }: ApiCall): Order[] {
  return store.orders.where("resource_uuid", row.uuid);
}

function orderForm(order: Order | undefined, call: ApiCall): Json {
  return order === undefined ? null : render(orders.columns(call.world.generation), order, call);
}

/** Without the two orders, which show only when a row is read by itself. */
function listed(generation: Generation): Columns<Resource> {
  const shown = Object.entries(columns(generation)).filter(
    ([name]) => !/^(order_in_progress|creation_order)$/.test(name),
  );
  return Object.fromEntries(shown);
}

const filters = match.filtersOf(
  "Resource",
  columns,
  {
    project_name: match.exact((row, call) => projectOf(row, call).name),
    customer_uuid: match.uuid((row, call) => projectOf(row, call).organization_uuid),
    query: match.contains((row) => [row.name, row.uuid, row.backend_id, row.effective_id]),
    scope: match.url((row) => row.plugin_object?.uuid ?? ""),
    runtime_state: match.exact((row) => row.backend_metadata.runtime_state),
    service_manager_uuid: match.uuidThat(
      (row, uuid, call) => offeringOf(row, call).shared && hasRole(call.store, uuid, row.offering_uuid),
    ),
    visible_to_username: match.that((row, value, { store, world }) => {
      const user = store.userNamed(value);
      return user !== undefined && seesAsConsumer(world, user)(row);
    }),
    // A provider's list has nothing else.
    visible_to_providers: undefined,
    lexis_links_supported: match.boolean(
      (row, call) => offeringOf(row, call).plugin_options.heappe_url !== undefined,
    ),
    order_state: match.choice(ORDER_STATES, (row, { store }) =>
      store.orders.where("resource_uuid", row.uuid).map(({ state }) => state),
    ),
    resource_attributes: match.that(({ attributes }, value) => JSON.stringify(attributes).includes(value)),
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
  },
  before("8.0", {
    offering_uuid: match.uuid((row) => row.offering_uuid),
    // These servers expect a uuid here, and refuse true and false.
    offering_billable: match.uuid(() => undefined),
  }),
  before("2024-10", {
    service_manager_uuid: match.uuidThat((row, uuid, { store }) => hasRole(store, uuid, row.offering_uuid)),
  }),
);

export const resources: Listing<Resource> = {
  columns: listed,
  filters,
  sorted: since(
    "2024-10",
    by<Resource>((row) => row.created),
  ),
  orderings: orderingsOf("Resource", columns, {}, unknownBefore("8.0", "end_date", "project_name", "state")),
};

/** Answers one resource. On 2024-10 `field` does not know the columns of its orders. */
export function showResource(row: Resource, call: ApiCall): Reply {
  const { generation } = call.world;
  const known = call.world.since("8.0") ? columns(generation) : listed(generation);
  return ok(render(columns(generation), row, call, selectedColumns(known, call.query)));
}
