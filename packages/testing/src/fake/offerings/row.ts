import { demand, hasRole, type Permission } from "../access/permissions.ts";
import { canCreateOfferingUsers, seesOffering } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Column, type Columns, columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, since, unknownBefore } from "../http/generations.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { badRequest } from "../http/reply.ts";
import { rowInPath } from "../http/route.ts";
import { monthlyCost } from "../money/invoices.ts";
import type { Offering, Resource } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import { isJsonObject, type Json, parseJson } from "../state/values.ts";
import { type Generation, OFFERING_STATES } from "../state/words.ts";
import { componentForms, planForms } from "./components.ts";

/** The offering of the path, when the caller may see it. */
export function offeringInPath(call: ApiCall): Offering {
  return rowInPath(call, "Offering", call.store.offerings, seesOffering(call.world, call.caller));
}

/** The same for those who may change it. */
export function changedOffering(call: ApiCall, permission: Permission = "OFFERING.UPDATE"): Offering {
  const offering = offeringInPath(call);
  demand(call, permission, offering.organization_uuid);
  return offering;
}

/** Where a provider has an offering. */
export function offeringUrl(call: ApiCall, uuid: string): string {
  const path = call.world.since("2024-10") ? "marketplace-provider-offerings" : "marketplace-offerings";
  return urlOf(call, `${path}/${uuid}/`);
}

/** For staff, the provider's owners, and later its service managers. */
function secret(value: (row: Offering) => Json): Column<Offering> {
  return (row, call) => {
    const { caller, store, world } = call;
    if (caller === null) return undefined;
    const isManager =
      world.since("2024-10") && hasRole(store, caller.uuid, row.organization_uuid, "service_manager");
    return caller.is_staff || isManager || hasRole(store, caller.uuid, row.organization_uuid, "owner")
      ? value(row)
      : undefined;
  };
}

function resourcesOf({ uuid }: Offering, { store }: ApiCall): Resource[] {
  return store.resources.where("offering_uuid", uuid);
}

function orderCount(row: Offering, call: ApiCall): number {
  return resourcesOf(row, call).flatMap(({ uuid }) => call.store.orders.where("resource_uuid", uuid)).length;
}

/** Organizations that use it. */
function customerCount(row: Offering, call: ApiCall): number {
  const used = resourcesOf(row, call).filter(({ state }) =>
    ["OK", "Updating", "Terminating"].includes(state),
  );
  return new Set(used.map((resource) => projectOf(resource, call).organization_uuid)).size;
}

function estimatedCost(row: Offering, call: ApiCall): number {
  return Math.floor(monthlyCost(call.world, resourcesOf(row, call)));
}

const columns = columnsOf<"Offering", Offering>(
  "Offering",
  {
    url: (row, call) => offeringUrl(call, row.uuid),
    customer: (row, call) => urlOf(call, `customers/${row.organization_uuid}/`),
    category: (row, call) => urlOf(call, `marketplace-categories/${row.category_uuid}/`),
    components: componentForms,
    plans: planForms,
    scope: (_row, { caller }) => (caller === null ? undefined : null),
    secret_options: secret((row) => row.secret_options),
    service_attributes: secret(() => ({})),
    order_count: orderCount,
    order_item_count: orderCount,
    citation_count: () => -1,
    integration_status: () => [],
    billing_type_classification: classification,
    effective_available_limits: (row) => row.components.map(({ type }) => type),
    can_update_integration: () => true,
    can_update_options: () => true,
    total_customers: customerCount,
    total_cost: () => 0,
    total_cost_estimated: estimatedCost,
  },
  { customer: organizationOf },
);

function classification({ components }: Offering): string {
  const [only, ...others] = new Set(components.map(({ billing_type }) => billing_type));
  return others.length === 0 && (only === "limit" || only === "usage") ? `${only}_only` : "mixed";
}

/** Columns that show only when an offering is read by itself: on 2021 its secrets, later what it brings in. */
function isOfOne(name: string, generation: Generation): boolean {
  return generation === "2021" ? name === "secret_options" : name.startsWith("total_");
}

function listColumns(generation: Generation): Columns<Offering> {
  const shown = Object.entries(columns(generation)).filter(([name]) => !isOfOne(name, generation));
  return Object.fromEntries(shown);
}

/** Offerings of which a resource is used there. */
function usedIn(of: (project: Project) => string): match.Filter<Offering> {
  return match.uuidThat((row, uuid, call) =>
    call.store.resources
      .where("offering_uuid", row.uuid)
      .some((resource) => of(projectOf(resource, call)) === uuid),
  );
}

const filters = match.filtersOf(
  "Offering",
  columns,
  {
    service_manager_uuid: match.uuidThat(
      (row, uuid, { store }) => row.shared && hasRole(store, uuid, row.uuid),
    ),
    keyword: match.contains((row, call) => {
      const { name, abbreviation, native_name } = organizationOf(row, call);
      return [row.name, row.description, name, abbreviation, native_name];
    }),
    attributes: match.single((value) => {
      const wanted = parseJson(value);
      if (!isJsonObject(wanted)) throw badRequest(["Filter attribute should be an dict."]);
      return ({ attributes }) =>
        Object.entries(wanted).every(
          ([name, word]) => JSON.stringify(attributes[name]) === JSON.stringify(word),
        );
    }),
    allowed_customer_uuid: match.uuidThat(
      (row, uuid, { store }) =>
        store.organizations.find(uuid) !== undefined && (row.shared || row.organization_uuid === uuid),
    ),
    // No offering is kept to one project here.
    project_uuid: match.uuidThat((row) => row.shared),
    query: match.contains((row) => [row.name, row.slug, row.description]),
    resource_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    consumer_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    resource_project_uuid: usedIn(({ uuid }) => uuid),
    uuid_list: match.uuids((row) => row.uuid),
    accessible: match.boolean((row) => row.shared),
    has_terms_of_service: match.boolean(({ terms_of_service: terms }) => terms !== ""),
    can_create_offering_user: match.boolean((row, { world }) => canCreateOfferingUsers(row, world)),
    user_has_offering_user: match.boolean((row, call) =>
      call.store.offeringUsers
        .where("user_uuid", callerOf(call).uuid)
        .some(({ offering_uuid }) => offering_uuid === row.uuid),
    ),
  },
  before("8.0", {
    state: match.choice(
      OFFERING_STATES.filter((state) => state !== "Unavailable"),
      (row) => row.state,
    ),
  }),
  unknownBefore("8.0", "query", "created", "modified"),
  before("2024-10", {
    service_manager_uuid: match.uuidThat((row, uuid, { store }) => hasRole(store, uuid, row.uuid)),
    keyword: match.contains((row) => [row.name, row.description]),
    type: match.exact((row) => row.type),
  }),
);

/** Columns that come on 2021 whatever `field=` asks for. */
const always = ["google_calendar_is_public", "components", "plans", "attributes"];

export const offeringList: Listing<Offering> = {
  columns: listColumns,
  filters,
  sorted: since(
    "2024-10",
    by<Offering>((row) => row.name),
  ),
  orderings: orderingsOf("Offering", columns),
  always: (generation) => (generation === "2021" ? always : []),
};
/** Columns of what one provides that are not shown to those who buy. */
const HIDDEN = new Set(["secret_options", "service_attributes", "integration_status"]);

/** An offering as everybody sees it who may buy. */
export const publicOffering: Listing<Offering> = {
  ...offeringList,
  columns: (generation) => ({
    ...Object.fromEntries(Object.entries(listColumns(generation)).filter(([name]) => !HIDDEN.has(name))),
    url: (row, call) => urlOf(call, `marketplace-public-offerings/${row.uuid}/`),
    promotion_campaigns: () => [],
  }),
};

export const oneOffering: Listing<Offering> = { ...offeringList, columns };
