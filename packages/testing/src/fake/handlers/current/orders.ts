import type { Offering, Order, Project } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  anyOfFilter,
  choiceFilter,
  containsFilter,
  type Filter,
  type Filters,
  sinceFilter,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import type { Orderings } from "../../http/ordering.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { has } from "../../rules/current/permissions.ts";
import { consumerScopes, providerScope, type Scope } from "../../rules/current/scopes.ts";
import { seesOrder } from "../../rules/current/visibility.ts";
import { hasRole } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { orderColumns } from "../../wire/current/order.ts";
import { type Generation, ORDER_STATES, ORDER_TYPES, type OrderState } from "../../words.ts";
import { rowInPath } from "./in-path.ts";

function offeringOf(row: Order, { store }: ApiCall): Offering {
  return store.offerings.get(store.resources.get(row.resource_uuid).offering_uuid);
}

function projectOf(row: Order, { store }: ApiCall): Project {
  return store.projects.get(store.resources.get(row.resource_uuid).project_uuid);
}

/** Orders in the state that the caller may let through; `false` only asks for the state. */
function approvableFilter(
  state: OrderState,
  scopesOf: (row: Order, call: ApiCall) => Scope[],
): Filter<Order> {
  return (values) => ({
    test: (row, call) => {
      const isAsked = ["true", "True"].includes(values.at(-1) ?? "");
      return (
        row.state === state &&
        (!isAsked || has(call.store, callerOf(call), "ORDER.APPROVE", ...scopesOf(row, call)))
      );
    },
  });
}

const filters: Filters<Order> = {
  state: choiceFilter(ORDER_STATES, (row) => row.state),
  type: choiceFilter(ORDER_TYPES, (row) => row.type),
  resource: urlFilter((row) => row.resource_uuid),
  resource_uuid: uuidFilter((row) => row.resource_uuid),
  offering: urlFilter((row, call) => offeringOf(row, call).uuid),
  offering_uuid: uuidFilter((row, call) => offeringOf(row, call).uuid),
  offering_type: anyOfFilter((row, call) => offeringOf(row, call).type),
  provider_uuid: uuidFilter((row, call) => offeringOf(row, call).organization_uuid),
  customer_uuid: uuidFilter((row, call) => projectOf(row, call).organization_uuid),
  project_uuid: uuidFilter((row, call) => projectOf(row, call).uuid),
  category_uuid: uuidFilter((row, call) => offeringOf(row, call).category_uuid),
  service_manager_uuid: uuidFilterOf((row, uuid, call) => {
    const user = call.store.users.find(uuid);
    const { shared, uuid: offering } = offeringOf(row, call);
    return shared && user !== undefined && hasRole(call.store, user, "offering", offering);
  }),
  query: containsFilter((row, call) => {
    const { name } = row.attributes;
    return [projectOf(row, call).name, typeof name === "string" ? name : "", row.uuid];
  }),
  created: sinceFilter((row) => row.created),
  modified: sinceFilter((row) => row.modified),
  can_approve_as_provider: approvableFilter("pending-provider", (row, call) => [
    providerScope(offeringOf(row, call)),
  ]),
  can_approve_as_consumer: approvableFilter("pending-consumer", (row, call) =>
    consumerScopes(projectOf(row, call)),
  ),
};

/** Of newest servers. */
const filtersSince8: Filters<Order> = {
  type: choiceFilter([...ORDER_TYPES, "Restore"], (row) => row.type),
  resource_name: containsFilter((row, { store }) => [store.resources.get(row.resource_uuid).name]),
  offering_slug: (values) => ({
    test: (row, call) => values.flatMap((value) => value.split(",")).includes(offeringOf(row, call).slug),
  }),
  parent_offering_uuid: uuidFilter(() => null),
};

const filtersOf: Readonly<Record<Generation, Filters<Order>>> = {
  "2024-10": { ...filters, state: choiceFilter(statesOf("2024-10"), (row) => row.state) },
  "8.x": { ...filters, ...filtersSince8 },
};

/** The oldest servers do not know orders that wait for a day. */
function statesOf(generation: Generation): readonly OrderState[] {
  return generation === "8.x" ? ORDER_STATES : ORDER_STATES.filter((state) => state !== "pending-start-date");
}

const orderings: Orderings<Order> = {
  created: (a, b) => compareTimestamps(a.created, b.created),
  cost: (a, b) => Number(a.cost ?? Infinity) - Number(b.cost ?? Infinity) || 0,
  state: (a, b) => ORDER_STATES.indexOf(a.state) - ORDER_STATES.indexOf(b.state),
  consumer_reviewed_at: (a, b) =>
    compareTimestamps(a.consumer_reviewed_at ?? "9", b.consumer_reviewed_at ?? "9"),
};

/** The order of the path, for either side. */
export function orderInPath(call: ApiCall): Order {
  return rowInPath(call, "Order", call.store.orders, seesOrder(call.world, callerOf(call)));
}

function listOrders(call: ApiCall): Reply {
  const { generation } = call.world;
  const rows = call.store.orders.all().filter(seesOrder(call.world, callerOf(call)));
  return list(
    rows.sort((a, b) => compareTimestamps(a.created, b.created)),
    { columns: orderColumns[generation], filters: filtersOf[generation], orderings, selectable: true },
    call,
  );
}

function getOrder(call: ApiCall): Reply {
  const columns = orderColumns[call.world.generation];
  return ok(render(columns, orderInPath(call), call, selectedColumns(columns, call.query)));
}

export const orderRoutes: readonly Route[] = [
  route("marketplace-orders/", { GET: action("orders_list", listOrders), POST: disabled }),
  route("marketplace-orders/{uuid}/", {
    GET: action("orders_get", getOrder),
    PUT: disabled,
    PATCH: disabled,
    DELETE: disabled,
  }),
];
