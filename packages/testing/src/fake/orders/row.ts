import { consumerScopes, demand, has, hasRole, type Permission, seesAll } from "../access/permissions.ts";
import { seesOrder } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Column, type Columns, fixed, related, stored } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { between, since, table } from "../http/generations.ts";
import { byNumber, type Listing, type Orderings, orderingsOn } from "../http/list.ts";
import { methodNotAllowed } from "../http/reply.ts";
import { rowInPath } from "../http/route.ts";
import { activationPrice, sumOfPrices } from "../money/costs.ts";
import { itemColumns, missing, ofPlan } from "../resources/item.ts";
import type { Offering, Order } from "../state/marketplace.ts";
import type { Organization, Project, User } from "../state/people.ts";
import * as relations from "../state/relations.ts";
import { BASIC, OPEN, ORDER_STATES, ORDER_TYPES, type OrderState, SUPPORT } from "../state/words.ts";

const { resourceOf, fullName, providerOf } = relations;

export function offeringOf(row: Order, call: ApiCall): Offering {
  return relations.offeringOf(resourceOf(row, call), call);
}

export function projectOfOrder(row: Order, call: ApiCall): Project {
  return relations.projectOf(resourceOf(row, call), call);
}

function customerOf(row: Order, call: ApiCall): Organization {
  return relations.organizationOf(projectOfOrder(row, call), call);
}

function creatorOf(row: Order, { store }: ApiCall): User {
  return store.users.get(row.created_by_uuid);
}

/** A column of who reviewed; before the review it is what is not there. */
function reviewer(side: "consumer" | "provider", value: (user: User) => string): Column<Order> {
  return (row, call) => {
    const uuid = row[`${side}_reviewed_by_uuid`];
    return uuid === null ? missing(call) : value(call.store.users.get(uuid));
  };
}

const username = (user: User): string => user.username;

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

const columns = table<Columns<Order>>(
  itemColumns<Order>(resourceOf),
  {
    ...stored("type", "cost", "state", "output", "error_message", "callback_url", "consumer_reviewed_at"),
    ...stored("provider_reviewed_at", "termination_comment", "backend_id"),
    resource_uuid: (row, call) => resourceOf(row, call).plugin_object?.uuid ?? null,
    resource_type: (row, call) => resourceOf(row, call).plugin_object?.type ?? null,
    ...related("resource", resourceOf, "name"),
    marketplace_resource_uuid: (row) => row.resource_uuid,
    error_traceback: (row, call) => (seesAll(callerOf(call)) ? row.error_traceback : undefined),
    consumer_reviewed_by: reviewer("consumer", username),
    consumer_reviewed_by_full_name: reviewer("consumer", fullName),
    provider_reviewed_by: reviewer("provider", username),
    provider_reviewed_by_full_name: reviewer("provider", fullName),
    created_by_full_name: (row, call) => fullName(creatorOf(row, call)),
    ...related("created_by", creatorOf, "civil_number"),
    ...related("customer", customerOf, "name", "uuid", "slug"),
    ...related("project", projectOfOrder, "name", "uuid", "description", "slug"),
    ...ofPlan("old_plan", (row) => row.old_plan_uuid, "name", "uuid"),
    ...ofPlan("new_plan", (row) => row.plan_uuid, "name", "uuid"),
    old_cost_estimate: (row, call) => numberOrNull(resourceOf(row, call).cost),
    can_terminate: (row, call) =>
      [BASIC, SUPPORT].includes(offeringOf(row, call).type) && OPEN.includes(row.state),
    fixed_price: (row, call) => {
      const plan = row.type === "Create" ? call.store.plans.find(row.plan_uuid ?? "") : undefined;
      return plan === undefined ? 0 : sumOfPrices(offeringOf(row, call), plan, "fixed");
    },
    activation_price: (row, call) => {
      const plan = call.store.plans.find(row.plan_uuid ?? "");
      return plan === undefined ? 0 : activationPrice(row.type, offeringOf(row, call), plan);
    },
    ...fixed(null, "issue"),
  },
  between("2024-10", "8.0", { new_cost_estimate: (row) => numberOrNull(row.cost) }),
  since("8.0", {
    url: (row, call) => urlOf(call, `marketplace-orders/${row.uuid}/`),
    slug: ({ uuid }) => `order-${uuid.slice(0, 8)}`,
    new_cost_estimate: (row) => row.cost,
    ...stored("completed_at", "provider_rejection_comment", "start_date", "provider_message"),
    ...stored("provider_message_url", "provider_message_updated_at"),
    consumer_reviewed_by_username: reviewer("consumer", username),
    provider_reviewed_by_username: reviewer("provider", username),
    ...related("created_by", creatorOf, "username", "email", "organization"),
    provider_description: (row, call) => providerOf(offeringOf(row, call), call)?.description ?? "",
    ...related("resource", resourceOf, "end_date"),
    ...fixed("", "consumer_rejection_comment", "created_by_organization_country"),
    ...fixed("", "created_by_organization_vat_code", "created_by_organization_address"),
    ...fixed("", "created_by_organization_registry_code", "consumer_message"),
    ...fixed("inherit", "old_plan_billing_mode", "new_plan_billing_mode"),
    ...fixed(null, "output_updated_at", "error_updated_at", "consumer_message_updated_at"),
    ...fixed(null, "auto_approved_by_rule_uuid", "auto_approved_cost_limit_snapshot"),
    ...fixed(null, "provider_message_attachment", "consumer_message_attachment", "attachment"),
    ...fixed(null, "request_comment", "order_subtype"),
    ...fixed(false, "auto_approved"),
  }),
);

/** Orders in the state that the caller may let through; `false` only asks for the state. */
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

const on = match.on(columns);

const filters = table<match.Filters<Order>>(
  {
    ...on(match.uuid, "offering_uuid", "provider_uuid", "customer_uuid", "project_uuid", "category_uuid"),
    ...on(match.anyOf, "offering_type"),
    ...on(match.since, "created", "modified"),
    state: match.choice(ORDER_STATES, (row) => row.state),
    type: match.choice(ORDER_TYPES, (row) => row.type),
    resource: match.url((row) => row.resource_uuid),
    resource_uuid: match.uuid((row) => row.resource_uuid),
    offering: match.url((row, call) => offeringOf(row, call).uuid),
    service_manager_uuid: match.uuidThat((row, uuid, call) => {
      const offering = offeringOf(row, call);
      return offering.shared && hasRole(call.store, uuid, offering.uuid);
    }),
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
  // These do not know orders that wait for a day.
  between("2024-10", "8.0", {
    state: match.choice(
      ORDER_STATES.filter((state) => state !== "pending-start-date"),
      (row) => row.state,
    ),
  }),
  since("8.0", {
    type: match.choice([...ORDER_TYPES, "Restore"], (row) => row.type),
    ...on(match.contains, "resource_name"),
    ...on(match.exact, "slug"),
    created_before: match.until((row) => row.created),
    modified_before: match.until((row) => row.modified),
    ...match.none(match.boolean, "was_auto_approved"),
    ...match.none(match.uuid, "parent_offering_uuid"),
    offering_slug: match.anyOf((row, call) => offeringOf(row, call).slug),
  }),
);

export const orders: Listing<Order> = {
  columns,
  filters,
  orderings: table<Orderings<Order>>({
    ...orderingsOn(columns, "created", "consumer_reviewed_at"),
    cost: byNumber((row) => Number(row.cost ?? Number.MAX_VALUE)),
    state: byNumber((row) => ORDER_STATES.indexOf(row.state)),
  }),
};

/** The order of the path, for either side. */
export function orderInPath(call: ApiCall): Order {
  return rowInPath(call, "Order", call.store.orders, seesOrder(call.world, callerOf(call)));
}

/** The order of the path, for those who may do the thing for its provider: 404 comes before 403. */
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
