import type { Offering, Order, Project, Resource } from "../../entities.ts";
import { type ApiCall, callerOf, urlOf } from "../../http/api-call.ts";
import { type Columns, render } from "../../http/columns.ts";
import type { Json, JsonObject } from "../../json.ts";
import { OPEN } from "../../rules/current/order-life.ts";
import { mayTerminate } from "../../rules/current/termination.ts";
import { sum } from "../../rules/hundredths.ts";
import type { BillingType, Generation } from "../../words.ts";
import { componentForms } from "./component.ts";
import { itemColumns } from "./item.ts";
import { orderColumns } from "./order.ts";

function offeringOf(resource: Resource, call: ApiCall): Offering {
  return call.store.offerings.get(resource.offering_uuid);
}

function projectOf(resource: Resource, call: ApiCall): Project {
  return call.store.projects.get(resource.project_uuid);
}

function isBilledBy(resource: Resource, call: ApiCall, billing: BillingType): boolean {
  return offeringOf(resource, call).components.some(({ billing_type }) => billing_type === billing);
}

/** The account name of whoever asks. */
function accountName(resource: Resource, call: ApiCall): string | null {
  const { uuid } = callerOf(call);
  const rows = call.store.offeringUsers.where("user_uuid", uuid);
  return rows.find((row) => row.offering_uuid === resource.offering_uuid)?.username ?? null;
}

/**
 * What was used of the limits: of a monthly one the text of the last report, of others the sum of all months
 * as a number.
 */
function limitUsage(resource: Resource, call: ApiCall): JsonObject | null {
  const limited = offeringOf(resource, call).components.filter(
    ({ billing_type }) => billing_type === "limit",
  );
  if (limited.length === 0 || resource.plan_uuid === null) {
    return null;
  }
  return Object.fromEntries(
    limited.map(({ type, limit_period: period }) => [
      type,
      period === null || period === "month"
        ? (resource.current_usages[type] ?? null)
        : usedOf(resource, call, type, period),
    ]),
  );
}

function usedOf(resource: Resource, call: ApiCall, type: string, period: string): number | null {
  const year = String(call.world.now().getUTCFullYear());
  const counted = call.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === type && usage.plan_period_uuid !== null)
    .filter((usage) => period !== "annual" || usage.date.slice(0, 4) >= year);
  return counted.length === 0 ? null : Number(sum(counted.map(({ usage }) => usage)));
}

const ownColumns: Columns<Resource> = {
  url: (row, call) => urlOf(call, `marketplace-resources/${row.uuid}/`),
  scope: ({ plugin_object: object }, call) =>
    object === null ? null : urlOf(call, `${object.path}/${object.uuid}/`),
  description: (row) => row.description,
  state: (row) => row.state,
  resource_uuid: (row) => row.plugin_object?.uuid ?? null,
  backend_id: (row) => row.backend_id,
  effective_id: (row) => row.effective_id,
  resource_type: (row) => row.plugin_object?.type ?? null,
  project: (row, call) => urlOf(call, `projects/${row.project_uuid}/`),
  project_uuid: (row) => row.project_uuid,
  project_name: (row, call) => projectOf(row, call).name,
  project_description: (row, call) => projectOf(row, call).description,
  project_end_date: (row, call) => projectOf(row, call).end_date,
  project_end_date_requested_by: () => null,
  customer_uuid: (row, call) => projectOf(row, call).organization_uuid,
  customer_name: (row, call) => call.store.organizations.get(projectOf(row, call).organization_uuid).name,
  backend_metadata: (row) => row.backend_metadata,
  is_usage_based: (row, call) => isBilledBy(row, call, "usage"),
  is_limit_based: (row, call) => isBilledBy(row, call, "limit"),
  name: (row) => row.name,
  slug: (row) => row.slug,
  current_usages: (row) => row.current_usages,
  can_terminate: (row, call) => mayTerminate(call.world, callerOf(call), row),
  report: (row) => row.report?.map(({ header, body }) => ({ header, body })) ?? null,
  end_date: (row) => row.end_date,
  end_date_requested_by: () => null,
  username: accountName,
  limit_usage: limitUsage,
  downscaled: (row) => row.downscaled,
  restrict_member_access: (row) => row.restrict_member_access,
  paused: (row) => row.paused,
  endpoints: () => [],
  error_message: (row) => row.error_message,
  error_traceback: (row) => row.error_traceback,
  options: (row) => row.options,
  available_actions: () => [],
};

/** Columns of newest servers. */
const columnsSince8: Columns<Resource> = {
  project_slug: (row, call) => projectOf(row, call).slug,
  customer_slug: (row, call) => call.store.organizations.get(projectOf(row, call).organization_uuid).slug,
  offering_slug: (row, call) => offeringOf(row, call).slug,
  offering_state: (row, call) => offeringOf(row, call).state,
  offering_backend_id: (row, call) => offeringOf(row, call).backend_id,
  offering_components: (row, call) => componentForms(offeringOf(row, call), "8.x"),
  parent_offering_uuid: () => null,
  parent_offering_name: () => null,
  parent_offering_slug: () => null,
  parent_uuid: () => null,
  parent_name: () => null,
  service_settings_uuid: () => null,
  last_sync: () => null,
  renewal_date: () => null,
  user_requires_reconsent: () => false,
};

function columnsOf(generation: Generation): Columns<Resource> {
  return {
    ...itemColumns<Resource>(generation, (row) => row),
    ...ownColumns,
    ...(generation === "8.x"
      ? columnsSince8
      : {
          offering_customer_uuid: (row: Resource, call: ApiCall) => offeringOf(row, call).organization_uuid,
        }),
  };
}

export const resourceColumns: Readonly<Record<Generation, Columns<Resource>>> = {
  "2024-10": columnsOf("2024-10"),
  "8.x": columnsOf("8.x"),
};

function orderForm(order: Order | undefined, call: ApiCall): Json {
  return order === undefined ? null : render(orderColumns[call.world.generation], order, call);
}

/** Only one resource read by itself shows its orders. */
export const resourceOrderColumns: Columns<Resource> = {
  order_in_progress: (row, call) => {
    const orders = call.store.orders.where("resource_uuid", row.uuid);
    return orderForm(
      orders.find(({ state }) => OPEN.includes(state)),
      call,
    );
  },
  creation_order: (row, call) => {
    const orders = call.store.orders.where("resource_uuid", row.uuid);
    return orderForm(
      orders.find(({ type }) => type === "Create"),
      call,
    );
  },
};
