import { type ApiCall, urlOf } from "../http/call.ts";
import { type Columns, fixed, stored } from "../http/columns.ts";
import {
  anyOfFilter,
  booleanFilter,
  choiceFilter,
  containsFilter,
  exactFilter,
  type Filters,
  filterOf,
  sinceFilter,
  untilFilter,
  urlFilter,
  uuidFilter,
  uuidsFilter,
} from "../http/filters.ts";
import { between, since, table } from "../http/generations.ts";
import { byText, type Listing, type Orderings } from "../http/list.ts";
import type { OfferingUser } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { fullName, offeringOf, organizationOf } from "../state/relations.ts";
import { compareTimestamps } from "../state/values.ts";
import { OFFERING_USER_STATES, RUNTIME_STATES } from "../state/words.ts";
import { exposedOnly } from "./user-attributes.ts";

export const userOf = (row: OfferingUser, { store }: ApiCall): User => store.users.get(row.user_uuid);

/** On 2021 rows have no id: they cannot be read, changed or deleted one by one. */
export const accountColumns = table<Columns<OfferingUser>>(
  {
    user: (row, call) => urlOf(call, `users/${row.user_uuid}/`),
    ...stored("username", "offering_uuid", "user_uuid", "created"),
    offering_name: (row, call) => offeringOf(row, call).name,
    offering: (row, call) => urlOf(call, `marketplace-offerings/${row.offering_uuid}/`),
  },
  since("2024-10", {
    url: (row, call) => urlOf(call, `marketplace-offering-users/${row.uuid}/`),
    ...stored("uuid", "modified", "is_restricted"),
    offering: (row, call) => urlOf(call, `marketplace-provider-offerings/${row.offering_uuid}/`),
    user_username: (row, call) => userOf(row, call).username,
    user_full_name: (row, call) => fullName(userOf(row, call)),
    customer_uuid: (row, call) => offeringOf(row, call).organization_uuid,
    customer_name: (row, call) => organizationOf(offeringOf(row, call), call).name,
  }),
  between("2024-10", "8.0", { propagation_date: (row) => row.propagation_date }),
  since(
    "8.0",
    exposedOnly({
      user_username: (row, call) => userOf(row, call).username,
      user_full_name: (row, call) => fullName(userOf(row, call)),
      user_first_name: (row, call) => userOf(row, call).first_name,
      user_last_name: (row, call) => userOf(row, call).last_name,
      user_email: (row, call) => userOf(row, call).email,
      user_phone_number: (row, call) => userOf(row, call).phone_number,
      user_organization: (row, call) => userOf(row, call).organization,
      user_job_title: (row, call) => userOf(row, call).job_title,
      user_civil_number: (row, call) => userOf(row, call).civil_number,
      ...fixed([], "user_affiliations"),
      ...fixed("", "user_address", "user_organization_vat_code", "user_organization_address"),
      ...fixed(null, "user_uid_number", "user_primary_gid"),
    }),
  ),
  since("8.0", {
    ...stored("state", "has_consent", "runtime_state", "service_provider_comment"),
    ...stored("service_provider_comment_url"),
    offering_has_active_tos: (row, call) => offeringOf(row, call).terms_of_service !== "",
    ...fixed(null, "service_provider_account_uuid", "service_provider_account_username", "uidnumber"),
    ...fixed(null, "primarygroup", "login_shell", "home_directory", "consent_data"),
    ...fixed(false, "requires_reconsent", "has_compliance_checklist"),
    ...fixed(true, "is_profile_complete"),
    ...fixed([], "missing_profile_attributes"),
  }),
);

const filters = table<Filters<OfferingUser>>(
  {
    offering: urlFilter((row) => row.offering_uuid),
    offering_uuid: uuidFilter((row) => row.offering_uuid),
    user_uuid: uuidFilter((row) => row.user_uuid),
  },
  since("2024-10", {
    user_username: filterOf(
      (row, value, call) => userOf(row, call).username.toLowerCase() === value.toLowerCase(),
    ),
    provider_uuid: uuidFilter((row, call) => offeringOf(row, call).organization_uuid),
    is_restricted: booleanFilter((row) => row.is_restricted),
    query: containsFilter((row, call) => [
      offeringOf(row, call).name,
      row.username ?? "",
      fullName(userOf(row, call)),
    ]),
    created: sinceFilter((row) => row.created),
    modified: sinceFilter((row) => row.modified),
  }),
  since("8.0", {
    offering_uuid: uuidsFilter((row) => row.offering_uuid),
    offering_slug: anyOfFilter((row, call) => offeringOf(row, call).slug),
    parent_offering_uuid: uuidFilter(() => null),
    state: choiceFilter(OFFERING_USER_STATES, (row) => row.state),
    has_consent: booleanFilter((row) => row.has_consent),
    has_complete_profile: booleanFilter(() => true),
    username: exactFilter((row) => row.username),
    created_before: untilFilter((row) => row.created),
    modified_before: untilFilter((row) => row.modified),
    runtime_state: choiceFilter(RUNTIME_STATES, (row) => row.runtime_state),
    is_provider_backed: booleanFilter(() => false),
    offering_has_active_tos: booleanFilter((row, call) => offeringOf(row, call).terms_of_service !== ""),
    service_provider_account_uuid: uuidFilter(() => null),
  }),
);

/** Empty names first, those that are null last. */
export const byUsername = byText<OfferingUser>(({ username }) => (username === null ? "1" : `0${username}`));

export const accounts: Listing<OfferingUser> = {
  columns: accountColumns,
  filters,
  orderings: table<Orderings<OfferingUser>>(
    { created: (a, b) => compareTimestamps(a.created, b.created) },
    since("2024-10", {
      modified: (a, b) => compareTimestamps(a.modified, b.modified),
      username: byUsername,
    }),
    between("2024-10", "8.0", { propagation_date: byText((row) => row.propagation_date ?? "9") }),
  ),
  selectableSince: "2024-10",
  unorderedBy: (row) => row.uuid,
};
