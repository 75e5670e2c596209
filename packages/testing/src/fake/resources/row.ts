import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import {
  type Column,
  type Columns,
  fixed,
  related,
  render,
  selectedColumns,
  stored,
} from "../http/columns.ts";
import { before, between, since, table } from "../http/generations.ts";
import { byNumber, type Listing, type Orderings, orderingsOn } from "../http/list.ts";
import { ok, type Reply } from "../http/reply.ts";
import { componentForms } from "../offerings/components.ts";
import { mayTerminate } from "../orders/placing.ts";
import { orders } from "../orders/row.ts";
import type { Order, Resource } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { offeringOf, organizationOf, projectOf, providerOf } from "../state/relations.ts";
import { type Json, type JsonObject, sumOf } from "../state/values.ts";
import { OPEN, RESOURCE_STATES } from "../state/words.ts";
import { isBilledBy, resourceFilters } from "./filters.ts";
import { itemColumns } from "./item.ts";

/** The user name of whoever asks. */
function accountName(resource: Resource, call: ApiCall): string | null {
  const { uuid } = callerOf(call);
  const rows = call.store.offeringUsers.where("user_uuid", uuid);
  return rows.find((row) => row.offering_uuid === resource.offering_uuid)?.username ?? null;
}

function asNumbers(amounts: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(amounts).map(([type, amount]) => [type, Number(amount)]));
}

/**
 * What was used of the limits: of a monthly one the text of the last report, of others the sum of all months
 * as a number. Newest servers give numbers for the period that is running, 0 where nothing was reported.
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

/** The first month of the period of a limit. */
function periodStart(month: string, period: string): string {
  const [year = "", number = ""] = month.split("-");
  switch (period) {
    case "month":
      return month;
    case "quarterly":
      return `${year}-${String(Math.floor((Number(number) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
    case "annual":
      return `${year}-01-01`;
    default:
      return "";
  }
}

/** What a project column gives; on 2021 null once the project is soft-deleted, though the resource stays listed. */
function unlessRemoved(value: (project: Project, call: ApiCall) => Json): Column<Resource> {
  return (row, call) => {
    const project = projectOf(row, call);
    return project.is_removed && !call.world.since("2024-10") ? null : value(project, call);
  };
}

const columns = table<Columns<Resource>>(
  itemColumns((row) => row),
  {
    url: (row, call) => urlOf(call, `marketplace-resources/${row.uuid}/`),
    scope: ({ plugin_object: object }, call) =>
      object === null ? null : urlOf(call, `${object.path}/${object.uuid}/`),
    ...stored("report", "description", "state", "backend_id", "backend_metadata", "name", "end_date"),
    resource_uuid: (row) => row.plugin_object?.uuid ?? null,
    resource_type: (row) => row.plugin_object?.type ?? null,
    project: unlessRemoved((project, call) => urlOf(call, `projects/${project.uuid}/`)),
    project_uuid: unlessRemoved((project) => project.uuid),
    project_name: unlessRemoved((project) => project.name),
    project_description: unlessRemoved((project) => project.description),
    customer_uuid: unlessRemoved((project) => project.organization_uuid),
    customer_name: unlessRemoved((project, call) => organizationOf(project, call).name),
    is_usage_based: isBilledBy("usage"),
    is_limit_based: isBilledBy("limit"),
    can_terminate: (row, call) => mayTerminate(call.world, callerOf(call), row),
  },
  before("2024-10", { current_usages: (row) => asNumbers(row.current_usages) }),
  since("2024-10", {
    ...stored("current_usages", "effective_id", "slug", "downscaled", "restrict_member_access", "paused"),
    ...stored("endpoints", "error_message", "error_traceback", "options"),
    ...related("project", projectOf, "end_date"),
    username: accountName,
    limit_usage: limitUsage,
    ...fixed(null, "project_end_date_requested_by", "end_date_requested_by"),
    ...fixed([], "available_actions"),
  }),
  between("2024-10", "8.0", {
    offering_customer_uuid: (row, call) => offeringOf(row, call).organization_uuid,
  }),
  since("8.0", {
    current_usages: (row) => asNumbers(row.current_usages),
    ...related("project", projectOf, "slug", "start_date"),
    ...related("offering", offeringOf, "slug", "state", "backend_id"),
    customer_slug: (row, call) => organizationOf(projectOf(row, call), call).slug,
    offering_components: (row, call) => componentForms(offeringOf(row, call), call),
    // Nothing has a parent here, nor service settings: those columns are left out.
    ...stored("last_sync"),
    project_effective_end_date: (row, call) => projectOf(row, call).end_date,
    resource_effective_end_date: (row) => row.end_date,
    provider_description: (row, call) => providerOf(offeringOf(row, call), call)?.description ?? "",
    ...fixed(null, "renewal_date", "end_date_updated_at"),
    ...fixed(false, "user_requires_reconsent", "project_is_in_grace_period", "has_api_keys"),
    ...fixed("", "usage_limit_restriction"),
    ...fixed({}, "offering_account_settings"),
  }),
);

/** The two orders a row shows when it is read by itself; the oldest servers do not know them by name. */
const orderColumns: Columns<Resource> = {
  order_in_progress: (row, call) =>
    orderForm(
      ordersOf(row, call).find(({ state }) => OPEN.includes(state)),
      call,
    ),
  creation_order: creationOrder,
};

const CACHED_MS = 10_000;

/** The oldest current servers keep for a while what they have shown of it. */
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

export const resources: Listing<Resource> = {
  columns,
  filters: resourceFilters(columns),
  orderings: table<Orderings<Resource>>(
    orderingsOn(columns, "name", "created"),
    since("8.0", {
      ...orderingsOn(columns, "end_date", "project_name"),
      state: byNumber((row) => RESOURCE_STATES.indexOf(row.state)),
    }),
  ),
  unorderedBy: (row) => row.uuid,
};

/** Answers one resource; the oldest current servers add its orders when no known column is asked for. */
export function showResource(row: Resource, call: ApiCall): Reply {
  const { generation } = call.world;
  const all = call.world.since("2024-10") ? { ...columns(generation), ...orderColumns } : columns(generation);
  const known = call.world.since("8.0") ? all : columns(generation);
  return ok(render(all, row, call, selectedColumns(known, call.query)));
}
