import type { Offering, Order, Organization, Project, Resource, User } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import type { Columns } from "../../http/columns.ts";
import type { Json } from "../../json.ts";
import { activationPrice, sumOfPrices } from "../../rules/costs.ts";
import { OPEN } from "../../rules/current/order-life.ts";
import { BASIC, SUPPORT } from "../../rules/current/order-processing.ts";
import type { Generation } from "../../words.ts";
import { fullName } from "../full-name.ts";
import { itemColumns, missing, ofPlan } from "./item.ts";

function resourceOf(order: Order, call: ApiCall): Resource {
  return call.store.resources.get(order.resource_uuid);
}

function offeringOf(order: Order, call: ApiCall): Offering {
  return call.store.offerings.get(resourceOf(order, call).offering_uuid);
}

function projectOf(order: Order, call: ApiCall): Project {
  return call.store.projects.get(resourceOf(order, call).project_uuid);
}

function customerOf(order: Order, call: ApiCall): Organization {
  return call.store.organizations.get(projectOf(order, call).organization_uuid);
}

/** Columns that only orders have, the same on all current servers. */
const ownColumns: Columns<Order> = {
  type: (row) => row.type,
  resource_uuid: (row, call) => resourceOf(row, call).plugin_object?.uuid ?? null,
  resource_type: (row, call) => resourceOf(row, call).plugin_object?.type ?? null,
  resource_name: (row, call) => resourceOf(row, call).name,
  cost: (row) => row.cost,
  state: (row) => row.state,
  output: (row) => row.output,
  marketplace_resource_uuid: (row) => row.resource_uuid,
  error_message: (row) => row.error_message,
  error_traceback: (row, call) => {
    const { is_staff, is_support } = callerOf(call);
    return is_staff || is_support ? row.error_traceback : undefined;
  },
  callback_url: (row) => row.callback_url,
  consumer_reviewed_at: (row) => row.consumer_reviewed_at,
  provider_reviewed_at: (row) => row.provider_reviewed_at,
  created_by_full_name: (row, call) => fullName(call.store.users.get(row.created_by_uuid)),
  created_by_civil_number: (row, call) => call.store.users.get(row.created_by_uuid).civil_number,
  customer_name: (row, call) => customerOf(row, call).name,
  customer_uuid: (row, call) => customerOf(row, call).uuid,
  customer_slug: (row, call) => customerOf(row, call).slug,
  project_name: (row, call) => projectOf(row, call).name,
  project_uuid: (row, call) => projectOf(row, call).uuid,
  project_description: (row, call) => projectOf(row, call).description,
  project_slug: (row, call) => projectOf(row, call).slug,
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
};

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** A column of who reviewed; before the review it is what is not there. */
function reviewer(
  generation: Generation,
  uuidOf: (row: Order) => string | null,
  value: (user: User) => Json,
): (row: Order, call: ApiCall) => Json | undefined {
  return (row, call) => {
    const uuid = uuidOf(row);
    return uuid === null ? missing(generation) : value(call.store.users.get(uuid));
  };
}

function reviewColumns(generation: Generation): Columns<Order> {
  const consumer = (value: (user: User) => Json) =>
    reviewer(generation, (row) => row.consumer_reviewed_by_uuid, value);
  const provider = (value: (user: User) => Json) =>
    reviewer(generation, (row) => row.provider_reviewed_by_uuid, value);
  const columns: Columns<Order> = {
    consumer_reviewed_by: consumer((user) => user.username),
    consumer_reviewed_by_full_name: consumer(fullName),
    provider_reviewed_by: provider((user) => user.username),
    provider_reviewed_by_full_name: provider(fullName),
  };
  return generation === "2024-10"
    ? columns
    : {
        ...columns,
        consumer_reviewed_by_username: consumer((user) => user.username),
        provider_reviewed_by_username: provider((user) => user.username),
      };
}

function planNameColumns(generation: Generation): Columns<Order> {
  const [before, after] = [(row: Order) => row.old_plan_uuid, (row: Order) => row.plan_uuid];
  return {
    old_plan_name: ofPlan(generation, before, (plan) => plan.name),
    old_plan_uuid: ofPlan(generation, before, (plan) => plan.uuid),
    new_plan_name: ofPlan(generation, after, (plan) => plan.name),
    new_plan_uuid: ofPlan(generation, after, (plan) => plan.uuid),
  };
}

/** Columns of newest servers. */
const columnsSince8: Columns<Order> = {
  url: (row, call) => urlOf(call, `marketplace-orders/${row.uuid}/`),
  slug: (row) => `order-${row.uuid.slice(0, 8)}`,
  new_cost_estimate: (row) => row.cost,
  completed_at: (row) => row.completed_at,
  provider_rejection_comment: (row) => row.provider_rejection_comment,
  consumer_rejection_comment: () => "",
  created_by_username: (row, call) => call.store.users.get(row.created_by_uuid).username,
  created_by_email: (row, call) => call.store.users.get(row.created_by_uuid).email,
  created_by_organization: (row, call) => call.store.users.get(row.created_by_uuid).organization,
  created_by_organization_registry_code: () => "",
  provider_message: () => "",
  provider_message_url: () => "",
  provider_message_attachment: () => null,
  consumer_message: () => "",
  consumer_message_attachment: () => null,
  attachment: () => null,
  request_comment: () => null,
  start_date: () => null,
  order_subtype: () => null,
};

function columnsOf(generation: Generation): Columns<Order> {
  return {
    ...itemColumns(generation, resourceOf),
    ...ownColumns,
    ...reviewColumns(generation),
    ...planNameColumns(generation),
    ...(generation === "8.x" ? columnsSince8 : { new_cost_estimate: (row: Order) => numberOrNull(row.cost) }),
  };
}

export const orderColumns: Readonly<Record<Generation, Columns<Order>>> = {
  "2024-10": columnsOf("2024-10"),
  "8.x": columnsOf("8.x"),
};
