import type { OfferingUser } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  booleanFilter,
  choiceFilter,
  containsFilter,
  type Filters,
  sinceFilter,
  urlFilter,
  uuidFilter,
  uuidsFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, type Route, route, unspecified } from "../../http/route.ts";
import { seesOfferingUser } from "../../rules/current/visibility.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { offeringUserColumns } from "../../wire/current/offering-user.ts";
import { fullName } from "../../wire/full-name.ts";
import { type Generation, OFFERING_USER_STATES } from "../../words.ts";
import { rowInPath } from "./in-path.ts";
import { changeOfferingUser, createOfferingUser, deleteOfferingUser } from "./offering-user-writes.ts";

const filters: Filters<OfferingUser> = {
  offering: urlFilter((row) => row.offering_uuid),
  offering_uuid: uuidFilter((row) => row.offering_uuid),
  user_uuid: uuidFilter((row) => row.user_uuid),
  user_username: (values) => ({
    test: (row, { store }) =>
      store.users.get(row.user_uuid).username.toLowerCase() === values.at(-1)?.toLowerCase(),
  }),
  provider_uuid: uuidFilter((row, { store }) => store.offerings.get(row.offering_uuid).organization_uuid),
  is_restricted: booleanFilter((row) => row.is_restricted),
  query: containsFilter((row, { store }) => [
    store.offerings.get(row.offering_uuid).name,
    row.username ?? "",
    fullName(store.users.get(row.user_uuid)),
  ]),
  created: sinceFilter((row) => row.created),
  modified: sinceFilter((row) => row.modified),
};

/** Of newest servers; some have another form there. */
const filtersSince8: Filters<OfferingUser> = {
  offering_uuid: uuidsFilter((row) => row.offering_uuid),
  offering_slug: (values) => ({
    test: (row, { store }) =>
      values.flatMap((value) => value.split(",")).includes(store.offerings.get(row.offering_uuid).slug),
  }),
  parent_offering_uuid: uuidFilter(() => null),
  state: choiceFilter(OFFERING_USER_STATES, (row) => row.state),
  has_consent: booleanFilter((row) => row.has_consent),
  has_complete_profile: booleanFilter(() => true),
};

const filtersOf: Readonly<Record<Generation, Filters<OfferingUser>>> = {
  "2024-10": filters,
  "8.x": { ...filters, ...filtersSince8 },
};

const orderings: Orderings<OfferingUser> = {
  created: (a, b) => compareTimestamps(a.created, b.created),
  modified: (a, b) => compareTimestamps(a.modified, b.modified),
  username: byUsername,
};

const orderingsOf: Readonly<Record<Generation, Orderings<OfferingUser>>> = {
  "2024-10": { ...orderings, propagation_date: byText((row) => row.propagation_date ?? "9") },
  "8.x": orderings,
};

/** Empty names first, those that are null last. */
function byUsername(a: OfferingUser, b: OfferingUser): number {
  if (a.username === null || b.username === null) {
    return Number(a.username === null) - Number(b.username === null);
  }
  return a.username < b.username ? -1 : a.username > b.username ? 1 : 0;
}

/** The row of the path, when the caller may see it. */
function rowOf(call: ApiCall): OfferingUser {
  return rowInPath(
    call,
    "OfferingUser",
    call.store.offeringUsers,
    seesOfferingUser(call.world, callerOf(call)),
  );
}

function listOfferingUsers(call: ApiCall): Reply {
  const { generation } = call.world;
  const rows = call.store.offeringUsers.all().filter(seesOfferingUser(call.world, callerOf(call)));
  return list(
    rows.sort(byUsername),
    {
      columns: offeringUserColumns[generation],
      filters: filtersOf[generation],
      orderings: orderingsOf[generation],
      selectable: true,
    },
    call,
  );
}

function getOfferingUser(call: ApiCall): Reply {
  const columns = offeringUserColumns[call.world.generation];
  return ok(render(columns, rowOf(call), call, selectedColumns(columns, call.query)));
}

export const offeringUserRoutes: readonly Route[] = [
  route("marketplace-offering-users/", {
    GET: action("offering_users_list", listOfferingUsers),
    POST: action("offering_users_create", createOfferingUser),
  }),
  route("marketplace-offering-users/{uuid}/", {
    GET: action("offering_users_get", getOfferingUser),
    PUT: unspecified((call) => changeOfferingUser(call, rowOf(call), "whole")),
    PATCH: action("offering_users_update", (call) => changeOfferingUser(call, rowOf(call), "partly")),
    DELETE: action("offering_users_delete", (call) => deleteOfferingUser(call, rowOf(call))),
  }),
];
