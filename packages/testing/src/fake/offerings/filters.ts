import { hasRole } from "../access/permissions.ts";
import { makesAccounts } from "../access/visibility.ts";
import { type ApiCall, callerOf } from "../http/call.ts";
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
  uuidsFilter,
} from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { byNumber, byText, type Orderings } from "../http/list.ts";
import { badRequest } from "../http/reply.ts";
import { monthlyCost } from "../money/invoices.ts";
import type { Offering } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import { compareTimestamps, isJsonObject, parseJson } from "../state/values.ts";
import { OFFERING_STATES } from "../state/words.ts";

/** What an offering is described with, as a JSON object; a list asks for any of its words as keys. */
const attributesFilter: Filter<Offering> = (values) => {
  const wanted = parseJson(values.at(-1) ?? "");
  if (wanted === undefined) {
    throw badRequest(["Filter attribute is not valid json."]);
  }
  if (!isJsonObject(wanted)) {
    throw badRequest(["Filter attribute should be an dict."]);
  }
  return {
    test: ({ attributes }) =>
      Object.entries(wanted).every(([key, value]) => {
        const has = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
        return Array.isArray(value)
          ? value.some((word) => isJsonObject(has) && Object.hasOwn(has, String(word)))
          : JSON.stringify(has) === JSON.stringify(value);
      }),
  };
};

/** Offerings of which a resource is used there. */
function usedIn(of: (project: Project) => string): Filter<Offering> {
  return uuidFilterOf((row, uuid, call) =>
    call.store.resources
      .where("offering_uuid", row.uuid)
      .some((resource) => of(projectOf(resource, call)) === uuid),
  );
}

function isManagedBy(row: Offering, uuid: string, { store }: ApiCall): boolean {
  const user = store.users.find(uuid);
  return user !== undefined && hasRole(store, user, "offering", row.uuid);
}

export const offeringFilters = table<Filters<Offering>>(
  {
    customer: urlFilter((row) => row.organization_uuid),
    customer_uuid: uuidFilter((row) => row.organization_uuid),
    category_uuid: uuidFilter((row) => row.category_uuid),
    name: containsFilter((row) => [row.name]),
    name_exact: exactFilter((row) => row.name),
    description: containsFilter((row) => [row.description]),
    state: choiceFilter(
      OFFERING_STATES.filter((state) => state !== "Unavailable"),
      (row) => row.state,
    ),
    shared: booleanFilter((row) => row.shared),
    billable: booleanFilter((row) => row.billable),
  },
  before("2024-10", {
    service_manager_uuid: uuidFilterOf(isManagedBy),
    keyword: containsFilter((row) => [row.name, row.description]),
    type: exactFilter((row) => row.type),
  }),
  since("2024-10", {
    service_manager_uuid: uuidFilterOf((row, uuid, call) => row.shared && isManagedBy(row, uuid, call)),
    keyword: containsFilter((row, call) => {
      const { name, abbreviation, native_name } = organizationOf(row, call);
      return [row.name, row.description, name, abbreviation, native_name];
    }),
    type: anyOfFilter((row) => row.type),
    attributes: attributesFilter,
    allowed_customer_uuid: uuidFilterOf(
      (row, uuid, { store }) =>
        store.organizations.find(uuid) !== undefined && (row.shared || row.organization_uuid === uuid),
    ),
    // No offering is kept to one project here.
    project_uuid: uuidFilterOf((row) => row.shared),
    // Groups, scopes and calls for proposals there are none of.
    organization_group_uuid: filterOf(() => false),
    category_group_uuid: uuidFilter(() => null),
    scope_uuid: uuidFilter(() => null),
    parent_uuid: uuidFilter(() => null),
    accessible_via_calls: booleanFilter(() => false),
  }),
  since("8.0", {
    state: choiceFilter(OFFERING_STATES, (row) => row.state),
    query: containsFilter((row) => [row.name, row.slug, row.description]),
    created: sinceFilter((row) => row.created),
    modified: sinceFilter((row) => row.created),
    resource_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    resource_project_uuid: usedIn(({ uuid }) => uuid),
    uuid_list: uuidsFilter((row) => row.uuid),
    slug: exactFilter((row) => row.slug),
    created_before: untilFilter((row) => row.created),
    modified_before: untilFilter((row) => row.created),
    consumer_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    accessible: booleanFilter((row) => row.shared),
    has_terms_of_service: booleanFilter(({ terms_of_service: terms }) => terms !== ""),
    user_has_offering_user: booleanFilter((row, call) =>
      call.store.offeringUsers
        .where("user_uuid", callerOf(call).uuid)
        .some(({ offering_uuid }) => offering_uuid === row.uuid),
    ),
    // No tags, groups, imports, calls for proposals and terms that users consent to.
    tag: filterOf(() => false),
    tag_name: filterOf(() => false),
    tags_and: filterOf(() => false),
    tag_names_and: filterOf(() => false),
    offering_group_uuid: uuidFilter(() => null),
    importable: filterOf(() => false),
    open_for_proposals: booleanFilter(() => false),
    has_active_terms_of_service: booleanFilter(() => false),
    user_has_consent: booleanFilter(() => false),
    can_create_offering_user: booleanFilter((row, { world }) => makesAccounts(row, world)),
  }),
);

export const offeringOrderings = table<Orderings<Offering>>(
  {
    name: byText((row) => row.name),
    created: (a, b) => compareTimestamps(a.created, b.created),
    type: byText((row) => row.type),
    // Nobody works them out on 2021, nor ever what was paid.
    total_customers: byNumber(() => 0),
    total_cost: byNumber(() => 0),
    total_cost_estimated: byNumber(() => 0),
  },
  since("2024-10", {
    state: byNumber((row) => OFFERING_STATES.indexOf(row.state)),
    total_customers: byNumber(customerCount),
    total_cost_estimated: byNumber(estimatedCost),
  }),
);

/** Organizations that use it. */
export function customerCount(row: Offering, call: ApiCall): number {
  const used = call.store.resources
    .where("offering_uuid", row.uuid)
    .filter(({ state }) => ["OK", "Updating", "Terminating"].includes(state));
  return new Set(used.map((resource) => projectOf(resource, call).organization_uuid)).size;
}

export function estimatedCost(row: Offering, { store, world }: ApiCall): number {
  return Math.floor(monthlyCost(world, store.resources.where("offering_uuid", row.uuid)));
}
