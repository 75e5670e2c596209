import { hasRole } from "../access/permissions.ts";
import { canCreateOfferingUsers } from "../access/visibility.ts";
import { callerOf } from "../http/call.ts";
import * as match from "../http/filters.ts";
import { before, since, table } from "../http/generations.ts";
import { badRequest } from "../http/reply.ts";
import type { Offering } from "../state/marketplace.ts";
import type { Project } from "../state/people.ts";
import { organizationOf, projectOf } from "../state/relations.ts";
import { isJsonObject, parseJson } from "../state/values.ts";
import { OFFERING_STATES } from "../state/words.ts";

/** Offerings of which a resource is used there. */
function usedIn(of: (project: Project) => string): match.Filter<Offering> {
  return match.uuidThat((row, uuid, call) =>
    call.store.resources
      .where("offering_uuid", row.uuid)
      .some((resource) => of(projectOf(resource, call)) === uuid),
  );
}

export const offeringFilters = table<match.Filters<Offering>>(
  {
    customer_uuid: match.uuid((row) => row.organization_uuid),
    category_uuid: match.uuid((row) => row.category_uuid),
    name: match.contains((row) => row.name),
    description: match.contains((row) => row.description),
    shared: match.boolean((row) => row.shared),
    billable: match.boolean((row) => row.billable),
    customer: match.url((row) => row.organization_uuid),
    name_exact: match.exact((row) => row.name),
    state: match.choice(
      OFFERING_STATES.filter((state) => state !== "Unavailable"),
      (row) => row.state,
    ),
  },
  before("2024-10", {
    service_manager_uuid: match.uuidThat((row, uuid, { store }) => hasRole(store, uuid, row.uuid)),
    keyword: match.contains((row) => [row.name, row.description]),
    type: match.exact((row) => row.type),
  }),
  since("2024-10", {
    service_manager_uuid: match.uuidThat(
      (row, uuid, { store }) => row.shared && hasRole(store, uuid, row.uuid),
    ),
    keyword: match.contains((row, call) => {
      const { name, abbreviation, native_name } = organizationOf(row, call);
      return [row.name, row.description, name, abbreviation, native_name];
    }),
    type: match.anyOf((row) => row.type),
    attributes: match.that(({ attributes }, value) => {
      const wanted = parseJson(value);
      if (!isJsonObject(wanted)) throw badRequest(["Filter attribute should be an dict."]);
      return Object.entries(wanted).every(
        ([name, word]) => JSON.stringify(attributes[name]) === JSON.stringify(word),
      );
    }),
    allowed_customer_uuid: match.uuidThat(
      (row, uuid, { store }) =>
        store.organizations.find(uuid) !== undefined && (row.shared || row.organization_uuid === uuid),
    ),
    // No offering is kept to one project here.
    project_uuid: match.uuidThat((row) => row.shared),
    ...match.none(match.uuid, "organization_group_uuid", "category_group_uuid", "scope_uuid", "parent_uuid"),
    ...match.none(match.boolean, "accessible_via_calls"),
  }),
  since("8.0", {
    state: match.choice(OFFERING_STATES, (row) => row.state),
    query: match.contains((row) => [row.name, row.slug, row.description]),
    ...match.times(),
    resource_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    consumer_customer_uuid: usedIn(({ organization_uuid }) => organization_uuid),
    resource_project_uuid: usedIn(({ uuid }) => uuid),
    uuid_list: match.uuids((row) => row.uuid),
    slug: match.exact((row) => row.slug),
    accessible: match.boolean((row) => row.shared),
    has_terms_of_service: match.boolean(({ terms_of_service: terms }) => terms !== ""),
    can_create_offering_user: match.boolean((row, { world }) => canCreateOfferingUsers(row, world)),
    user_has_offering_user: match.boolean((row, call) =>
      call.store.offeringUsers
        .where("user_uuid", callerOf(call).uuid)
        .some(({ offering_uuid }) => offering_uuid === row.uuid),
    ),
    ...match.none(match.exact, "tag", "tag_name", "tags_and", "tag_names_and", "importable"),
    ...match.none(match.uuid, "offering_group_uuid"),
    ...match.none(match.boolean, "open_for_proposals", "has_active_terms_of_service", "user_has_consent"),
  }),
);
