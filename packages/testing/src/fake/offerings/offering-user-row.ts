import { seesOfferingUser } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { between, since, table } from "../http/generations.ts";
import { type Listing, type Orderings, orderingsOn } from "../http/list.ts";
import { rowInPath } from "../http/route.ts";
import type { OfferingUser } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { fullName, offeringOf, organizationOf } from "../state/relations.ts";
import { isSince, OFFERING_USER_STATES, RUNTIME_STATES } from "../state/words.ts";
import { offeringUrl } from "./row.ts";
import { exposedOnly } from "./user-attributes.ts";

export const userOf = (row: OfferingUser, { store }: ApiCall): User => store.users.get(row.user_uuid);

const providerOf = (row: OfferingUser, call: ApiCall) => organizationOf(offeringOf(row, call), call);

export function offeringUserInPath(call: ApiCall): OfferingUser {
  const sees = seesOfferingUser(call.world, callerOf(call));
  return rowInPath(call, "OfferingUser", call.store.offeringUsers, sees);
}

const columns = columnsOf<"OfferingUser", OfferingUser>(
  "OfferingUser",
  {
    url: (row, call) => urlOf(call, `marketplace-offering-users/${row.uuid}/`),
    user: (row, call) => urlOf(call, `users/${row.user_uuid}/`),
    user_full_name: (row, call) => fullName(userOf(row, call)),
    offering: (row, call) => offeringUrl(call, row.offering_uuid),
    offering_has_active_tos: (row, call) => offeringOf(row, call).terms_of_service !== "",
    is_profile_complete: () => true,
  },
  { offering: offeringOf, customer: providerOf, user: userOf },
);

/** On 2021 rows have no id: they cannot be read, changed or deleted one by one. */
export const offeringUserColumns = table<Columns<OfferingUser>>(columns, (generation) =>
  isSince(generation, "8.0") ? exposedOnly(columns(generation)) : undefined,
);

const on = match.on(offeringUserColumns);

const filters = table<match.Filters<OfferingUser>>(
  {
    ...on(match.uuid, "offering_uuid", "user_uuid"),
    offering: match.url((row) => row.offering_uuid),
  },
  since("2024-10", {
    ...on(match.boolean, "is_restricted"),
    ...on(match.since, "created", "modified"),
    user_username: match.that(
      (row, value, call) => userOf(row, call).username.toLowerCase() === value.toLowerCase(),
    ),
    provider_uuid: match.uuid((row, call) => offeringOf(row, call).organization_uuid),
    query: match.contains((row, call) => [
      offeringOf(row, call).name,
      row.username,
      fullName(userOf(row, call)),
    ]),
  }),
  since("8.0", {
    ...match.times(),
    ...on(match.boolean, "has_consent", "offering_has_active_tos"),
    ...on(match.exact, "username"),
    offering_uuid: match.uuids((row) => row.offering_uuid),
    offering_slug: match.anyOf((row, call) => offeringOf(row, call).slug),
    state: match.choice(OFFERING_USER_STATES, (row) => row.state),
    runtime_state: match.choice(RUNTIME_STATES, (row) => row.runtime_state),
    has_complete_profile: match.boolean(() => true),
    ...match.none(match.boolean, "is_provider_backed"),
    ...match.none(match.uuid, "parent_offering_uuid", "service_provider_account_uuid"),
  }),
);

export const offeringUsers: Listing<OfferingUser> = {
  columns: offeringUserColumns,
  filters,
  orderings: table<Orderings<OfferingUser>>(
    orderingsOn(offeringUserColumns, "created"),
    since("2024-10", orderingsOn(offeringUserColumns, "modified", "username")),
    between("2024-10", "8.0", orderingsOn(offeringUserColumns, "propagation_date")),
  ),
  selectableSince: "2024-10",
};
