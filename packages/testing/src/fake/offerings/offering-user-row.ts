import { seesOfferingUser } from "../access/visibility.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, columnsOf } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { before, since, table, unknownBefore } from "../http/generations.ts";
import { by, type Listing, orderingsOf } from "../http/list.ts";
import { rowInPath } from "../http/route.ts";
import type { OfferingUser } from "../state/marketplace.ts";
import type { User } from "../state/people.ts";
import { fullName, offeringOf, organizationOf } from "../state/relations.ts";
import { isSince } from "../state/words.ts";
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

const filters = match.filtersOf(
  "OfferingUser",
  offeringUserColumns,
  {
    user_username: match.that(
      (row, value, call) => userOf(row, call).username.toLowerCase() === value.toLowerCase(),
    ),
    offering_slug: match.anyOf((row, call) => offeringOf(row, call).slug),
    has_complete_profile: match.boolean(() => true),
    provider_uuid: match.uuid((row, call) => offeringOf(row, call).organization_uuid),
    query: match.contains((row, call) => [
      offeringOf(row, call).name,
      row.username,
      fullName(userOf(row, call)),
    ]),
  },
  before("8.0", { offering_uuid: match.uuid((row) => row.offering_uuid) }),
  unknownBefore("2024-10", "is_restricted", "created", "modified", "user_username", "provider_uuid", "query"),
);

export const offeringUsers: Listing<OfferingUser> = {
  columns: offeringUserColumns,
  filters,
  // Empty user names come first, rows without one last.
  sorted: since(
    "2024-10",
    by<OfferingUser>((row) => row.username),
  ),
  orderings: orderingsOf(
    "OfferingUser",
    offeringUserColumns,
    {},
    unknownBefore("2024-10", "modified", "username"),
    (generation) =>
      generation === "2024-10" ? { propagation_date: by((row) => row.propagation_date) } : undefined,
  ),
  selectableSince: "2024-10",
};
