import { consumerScopes, has, hasRole, providerScope, type Scope, seesAll } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Column, type Columns, fixed } from "../http/columns.ts";
import {
  anyOfFilter,
  booleanFilter,
  choiceFilter,
  containsFilter,
  exactFilter,
  type Filter,
  type Filters,
  filterOf,
  sinceFilter,
  untilFilter,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
} from "../http/filters.ts";
import { between, since, table } from "../http/generations.ts";
import { byNumber, type Listing, type Orderings } from "../http/list.ts";
import { activationPrice, sumOfPrices } from "../money/costs.ts";
import { itemColumns, missing, ofPlan } from "../resources/item.ts";
import type { Offering, Order } from "../state/marketplace.ts";
import type { Organization, Project, User } from "../state/people.ts";
import * as relations from "../state/relations.ts";
import { compareTimestamps, type Json } from "../state/values.ts";
import { BASIC, ORDER_STATES, ORDER_TYPES, type OrderState, SUPPORT } from "../state/words.ts";
import { OPEN } from "./life.ts";

const { resourceOf, fullName, providerOf } = relations;

function offeringOf(row: Order, call: ApiCall): Offering {
  return relations.offeringOf(resourceOf(row, call), call);
}

function projectOf(row: Order, call: ApiCall): Project {
  return relations.projectOf(resourceOf(row, call), call);
}

function customerOf(row: Order, call: ApiCall): Organization {
  return relations.organizationOf(projectOf(row, call), call);
}

function slugOf({ uuid }: Order): string {
  return `order-${uuid.slice(0, 8)}`;
}

function creator(value: (user: User) => Json): Column<Order> {
  return (row, { store }) => value(store.users.get(row.created_by_uuid));
}

/** A column of who reviewed; before the review it is what is not there. */
function reviewer(uuidOf: (row: Order) => string | null, value: (user: User) => Json): Column<Order> {
  return (row, call) => {
    const uuid = uuidOf(row);
    return uuid === null ? missing(call) : value(call.store.users.get(uuid));
  };
}

const byConsumer = (row: Order): string | null => row.consumer_reviewed_by_uuid;
const byProvider = (row: Order): string | null => row.provider_reviewed_by_uuid;
const oldPlan = (row: Order): string | null => row.old_plan_uuid;
const newPlan = (row: Order): string | null => row.plan_uuid;

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

const columns = table<Columns<Order>>(
  itemColumns<Order>(resourceOf),
  {
    type: (row) => row.type,
    resource_uuid: (row, call) => resourceOf(row, call).plugin_object?.uuid ?? null,
    resource_type: (row, call) => resourceOf(row, call).plugin_object?.type ?? null,
    resource_name: (row, call) => resourceOf(row, call).name,
    cost: (row) => row.cost,
    state: (row) => row.state,
    output: (row) => row.output,
    marketplace_resource_uuid: (row) => row.resource_uuid,
    error_message: (row) => row.error_message,
    error_traceback: (row, call) => (seesAll(callerOf(call)) ? row.error_traceback : undefined),
    callback_url: (row) => row.callback_url,
    consumer_reviewed_at: (row) => row.consumer_reviewed_at,
    consumer_reviewed_by: reviewer(byConsumer, (user) => user.username),
    consumer_reviewed_by_full_name: reviewer(byConsumer, fullName),
    provider_reviewed_at: (row) => row.provider_reviewed_at,
    provider_reviewed_by: reviewer(byProvider, (user) => user.username),
    provider_reviewed_by_full_name: reviewer(byProvider, fullName),
    created_by_full_name: creator(fullName),
    created_by_civil_number: creator((user) => user.civil_number),
    customer_name: (row, call) => customerOf(row, call).name,
    customer_uuid: (row, call) => customerOf(row, call).uuid,
    customer_slug: (row, call) => customerOf(row, call).slug,
    project_name: (row, call) => projectOf(row, call).name,
    project_uuid: (row, call) => projectOf(row, call).uuid,
    project_description: (row, call) => projectOf(row, call).description,
    project_slug: (row, call) => projectOf(row, call).slug,
    old_plan_name: ofPlan(oldPlan, (plan) => plan.name),
    old_plan_uuid: ofPlan(oldPlan, (plan) => plan.uuid),
    new_plan_name: ofPlan(newPlan, (plan) => plan.name),
    new_plan_uuid: ofPlan(newPlan, (plan) => plan.uuid),
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
    termination_comment: (row) => row.termination_comment,
    backend_id: (row) => row.backend_id,
    issue: () => null,
  },
  between("2024-10", "8.0", { new_cost_estimate: (row) => numberOrNull(row.cost) }),
  since("8.0", {
    url: (row, call) => urlOf(call, `marketplace-orders/${row.uuid}/`),
    slug: slugOf,
    new_cost_estimate: (row) => row.cost,
    completed_at: (row) => row.completed_at,
    consumer_reviewed_by_username: reviewer(byConsumer, (user) => user.username),
    provider_reviewed_by_username: reviewer(byProvider, (user) => user.username),
    provider_rejection_comment: (row) => row.provider_rejection_comment,
    created_by_username: creator((user) => user.username),
    created_by_email: creator((user) => user.email),
    created_by_organization: creator((user) => user.organization),
    provider_description: (row, call) => providerOf(offeringOf(row, call), call)?.description ?? "",
    resource_end_date: (row, call) => resourceOf(row, call).end_date,
    start_date: (row) => row.start_date,
    provider_message: (row) => row.provider_message,
    provider_message_url: (row) => row.provider_message_url,
    provider_message_updated_at: (row) => row.provider_message_updated_at,
    ...fixed({
      consumer_rejection_comment: "",
      created_by_organization_country: "",
      created_by_organization_vat_code: "",
      created_by_organization_address: "",
      old_plan_billing_mode: "inherit",
      new_plan_billing_mode: "inherit",
      output_updated_at: null,
      error_updated_at: null,
      consumer_message_updated_at: null,
      auto_approved: false,
      auto_approved_by_rule_uuid: null,
      auto_approved_cost_limit_snapshot: null,
      created_by_organization_registry_code: "",
      provider_message_attachment: null,
      consumer_message: "",
      consumer_message_attachment: null,
      attachment: null,
      request_comment: null,
      order_subtype: null,
    }),
  }),
);

/** Orders in the state that the caller may let through; `false` only asks for the state. */
function approvableFilter(
  state: OrderState,
  scopesOf: (row: Order, call: ApiCall) => Scope[],
): Filter<Order> {
  return filterOf(
    (row, value, call) =>
      row.state === state &&
      (!["true", "True"].includes(value) ||
        has(call.world, callerOf(call), "ORDER.APPROVE", ...scopesOf(row, call))),
  );
}

const filters = table<Filters<Order>>(
  {
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
  },
  // These do not know orders that wait for a day.
  between("2024-10", "8.0", {
    state: choiceFilter(
      ORDER_STATES.filter((state) => state !== "pending-start-date"),
      (row) => row.state,
    ),
  }),
  since("8.0", {
    type: choiceFilter([...ORDER_TYPES, "Restore"], (row) => row.type),
    resource_name: containsFilter((row, call) => [resourceOf(row, call).name]),
    slug: exactFilter((row) => slugOf(row)),
    created_before: untilFilter((row) => row.created),
    modified_before: untilFilter((row) => row.modified),
    was_auto_approved: booleanFilter(() => false),
    offering_slug: anyOfFilter((row, call) => offeringOf(row, call).slug),
    parent_offering_uuid: uuidFilter(() => null),
  }),
);

const orderings = table<Orderings<Order>>({
  created: (a, b) => compareTimestamps(a.created, b.created),
  cost: byNumber((row) => Number(row.cost ?? Number.MAX_VALUE)),
  state: byNumber((row) => ORDER_STATES.indexOf(row.state)),
  consumer_reviewed_at: (a, b) =>
    compareTimestamps(a.consumer_reviewed_at ?? "9", b.consumer_reviewed_at ?? "9"),
});

export const orders: Listing<Order> = { columns, filters, orderings };
