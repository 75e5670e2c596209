import { consumerScopes, demand, has, hasRole, type Permission, seesAll } from "../access/permissions.ts";
import { seesOrder } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { columnsOf, missing } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before } from "../http/generations.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { methodNotAllowed } from "../http/reply.ts";
import { rowInPath } from "../http/route.ts";
import { activationPrice, sumOfPrices } from "../money/costs.ts";
import { itemColumns, placesOf, planOf } from "../resources/item.ts";
import type { Offering, Order } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import * as relations from "../state/relations.ts";
import { BASIC, OPEN, ORDER_STATES, ORDER_TYPES, type OrderState, SUPPORT } from "../state/words.ts";

const { resourceOf, fullName } = relations;

export function offeringOf(row: Order, call: ApiCall): Offering {
  return relations.offeringOf(resourceOf(row, call), call);
}

export function projectOfOrder(row: Order, call: ApiCall): Project {
  return relations.projectOf(resourceOf(row, call), call);
}

/** Who did something to the order, if anybody has. */
function person(column: "created_by_uuid" | "consumer_reviewed_by_uuid" | "provider_reviewed_by_uuid") {
  return (row: Order, { store }: ApiCall) => {
    const user = store.users.find(row[column] ?? "");
    return user === undefined ? undefined : { ...user, full_name: fullName(user) };
  };
}

const creator = person("created_by_uuid");
const consumer = person("consumer_reviewed_by_uuid");
const provider = person("provider_reviewed_by_uuid");

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

const columns = columnsOf<"Order", Order>(
  "Order",
  {
    ...itemColumns<Order>(resourceOf),
    url: (row, call) => urlOf(call, `marketplace-orders/${row.uuid}/`),
    slug: ({ uuid }) => `order-${uuid.slice(0, 8)}`,
    resource_uuid: (row, call) => resourceOf(row, call).plugin_object?.uuid ?? null,
    resource_type: (row, call) => resourceOf(row, call).plugin_object?.type ?? null,
    marketplace_resource_uuid: (row) => row.resource_uuid,
    error_traceback: (row, call) => (seesAll(callerOf(call)) ? row.error_traceback : undefined),
    consumer_reviewed_by: (row, call) => consumer(row, call)?.username ?? missing(call),
    provider_reviewed_by: (row, call) => provider(row, call)?.username ?? missing(call),
    old_cost_estimate: (row, call) => numberOrNull(resourceOf(row, call).cost),
    new_cost_estimate: ({ cost }, { world }) => (world.since("8.0") ? cost : numberOrNull(cost)),
    can_terminate: (row, call) =>
      [BASIC, SUPPORT].includes(offeringOf(row, call).type) && OPEN.includes(row.state),
    fixed_price(row, call) {
      const plan = row.type === "Create" ? planOf(row, call) : undefined;
      return plan === undefined ? 0 : sumOfPrices(offeringOf(row, call), plan, "fixed");
    },
    activation_price(row, call) {
      const plan = planOf(row, call);
      return plan === undefined ? 0 : activationPrice(row.type, offeringOf(row, call), plan);
    },
  },
  {
    ...placesOf<Order>(resourceOf),
    resource: resourceOf,
    plan: planOf,
    old_plan: ({ old_plan_uuid: plan_uuid }, call) => planOf({ plan_uuid }, call),
    new_plan: planOf,
    created_by: creator,
    consumer_reviewed_by: consumer,
    provider_reviewed_by: provider,
  },
);

/** Orders in the state that the caller may approve. With `false` the state alone counts. */
function approvableFilter(
  state: OrderState,
  scopesOf: (row: Order, call: ApiCall) => string[],
): match.Filter<Order> {
  return match.that(
    (row, value, call) =>
      row.state === state &&
      (!["true", "True"].includes(value) ||
        has(call.world, callerOf(call), "ORDER.APPROVE", ...scopesOf(row, call))),
  );
}

const filters = match.filtersOf(
  "Order",
  columns,
  {
    service_manager_uuid: match.uuidThat((row, uuid, call) => {
      const offering = offeringOf(row, call);
      return offering.shared && hasRole(call.store, uuid, offering.uuid);
    }),
    offering_slug: match.anyOf((row, call) => offeringOf(row, call).slug),
    query: match.contains((row, call) => [
      projectOfOrder(row, call).name,
      row.attributes.name ?? "",
      row.uuid,
    ]),
    can_approve_as_provider: approvableFilter("pending-provider", (row, call) => [
      offeringOf(row, call).organization_uuid,
    ]),
    can_approve_as_consumer: approvableFilter("pending-consumer", (row, call) =>
      consumerScopes(projectOfOrder(row, call)),
    ),
  },
  // These know neither orders that wait for a day, nor those that restore.
  before("8.0", {
    state: match.choice(
      ORDER_STATES.filter((state) => state !== "pending-start-date"),
      (row) => row.state,
    ),
    type: match.choice(ORDER_TYPES, (row) => row.type),
  }),
);

export const orders: Listing<Order> = {
  columns,
  filters,
  sorted: () => by((row) => row.created),
  orderings: orderingsOf("Order", columns, {
    cost: by((row) => numberOrNull(row.cost)),
  }),
};

/** The order of the path, for either side. */
export function orderInPath(call: ApiCall): Order {
  return rowInPath(call, "Order", call.store.orders, seesOrder(call.world, callerOf(call)));
}

/** The order of the path, if the caller has the permission at its provider: 404 comes before 403. */
export function orderForProvider(call: ApiCall, permission: Permission): Order {
  const order = orderInPath(call);
  demand(call, permission, offeringOf(order, call).organization_uuid);
  return order;
}

/** Refuses with 405, after the state, what offerings of other types do not have. */
export function demandType(call: ApiCall, order: Order, ...types: string[]): void {
  const { type } = offeringOf(order, call);
  if (!types.includes(type)) {
    throw methodNotAllowed(`The order's offering with ${type} type does not support this action`);
  }
}
