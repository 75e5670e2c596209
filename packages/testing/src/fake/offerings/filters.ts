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
  none,
  timeFilters,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
  uuidsFilter,
} from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { badRequest } from "../http/reply.ts";
import type { Offering } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import { isJsonObject, parseJson } from "../state/values.ts";
import { OFFERING_STATES } from "../state/words.ts";

/** What an offering is described with, as a JSON object; a list asks for any of its words as keys. */
const attributesFilter: Filter<Offering> = (values) => {
  const wanted = parseJson(values.at(-1) ?? "");
  if (wanted === undefined) throw badRequest(["Filter attribute is not valid json."]);
  if (!isJsonObject(wanted)) throw badRequest(["Filter attribute should be an dict."]);
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
    customer_uuid: uuidFilter((row) => row.organization_uuid),
    category_uuid: uuidFilter((row) => row.category_uuid),
    name: containsFilter((row) => row.name),
    description: containsFilter((row) => row.description),
    shared: booleanFilter((row) => row.shared),
    billable: booleanFilter((row) => row.billable),
    customer: urlFilter((row) => row.organization_uuid),
    name_exact: exactFilter((row) => row.name),
    state: choiceFilter(
      OFFERING_STATES.filter((state) => state !== "Unavailable"),
      (row) => row.state,
    ),
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
    ...none(uuidFilter, "organization_group_uuid", "category_group_uuid", "scope_uuid", "parent_uuid"),
    ...none(booleanFilter, "accessible_via_calls"),
  }),
  since("8.0", {
    state: choiceFilter(OFFERING_STATES, (row) => row.state),
    query: containsFilter((row) => [row.name, row.slug, row.description]),
    ...timeFilters(),
    resource_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    consumer_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    resource_project_uuid: usedIn(({ uuid }) => uuid),
    uuid_list: uuidsFilter((row) => row.uuid),
    slug: exactFilter((row) => row.slug),
    accessible: booleanFilter((row) => row.shared),
    has_terms_of_service: booleanFilter(({ terms_of_service: terms }) => terms !== ""),
    can_create_offering_user: booleanFilter((row, { world }) => makesAccounts(row, world)),
    user_has_offering_user: booleanFilter((row, call) =>
      call.store.offeringUsers
        .where("user_uuid", callerOf(call).uuid)
        .some(({ offering_uuid }) => offering_uuid === row.uuid),
    ),
    ...none(exactFilter, "tag", "tag_name", "tags_and", "tag_names_and", "importable"),
    ...none(uuidFilter, "offering_group_uuid"),
    ...none(booleanFilter, "open_for_proposals", "has_active_terms_of_service", "user_has_consent"),
  }),
);
