import type { Offering } from "../../entities.ts";
import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  anyOfFilter,
  booleanFilter,
  choiceFilter,
  containsFilter,
  exactFilter,
  type Filters,
  sinceFilter,
  urlFilter,
  uuidFilter,
  uuidsFilter,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { makesAccounts, seesOffering } from "../../rules/current/visibility.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { offeringColumns, offeringListColumns, totalColumns } from "../../wire/current/offering.ts";
import { type Generation, OFFERING_STATES } from "../../words.ts";
import { rowInPath } from "./in-path.ts";

const filters: Filters<Offering> = {
  customer: urlFilter((row) => row.organization_uuid),
  customer_uuid: uuidFilter((row) => row.organization_uuid),
  category_uuid: uuidFilter((row) => row.category_uuid),
  parent_uuid: uuidFilter(() => null),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  description: containsFilter((row) => [row.description]),
  keyword: containsFilter((row, { store }) => {
    const { name, abbreviation, native_name } = store.organizations.get(row.organization_uuid);
    return [row.name, row.description, name, abbreviation, native_name];
  }),
  state: choiceFilter(OFFERING_STATES, (row) => row.state),
  type: anyOfFilter((row) => row.type),
  shared: booleanFilter((row) => row.shared),
  billable: booleanFilter((row) => row.billable),
};

/** Of newest servers. */
const filtersSince8: Filters<Offering> = {
  query: containsFilter((row) => [row.name, row.slug, row.description]),
  created: sinceFilter((row) => row.created),
  uuid_list: uuidsFilter((row) => row.uuid),
  can_create_offering_user: booleanFilter((row) => makesAccounts(row, "8.x")),
};

const filtersOf: Readonly<Record<Generation, Filters<Offering>>> = {
  "2024-10": filters,
  "8.x": { ...filters, ...filtersSince8 },
};

function orderings(call: ApiCall): Orderings<Offering> {
  const totals = Object.entries(totalColumns).map(([name, total]) => [
    name,
    (a: Offering, b: Offering) => Number(total(a, call)) - Number(total(b, call)),
  ]);
  return {
    name: byText((row) => row.name),
    created: (a, b) => compareTimestamps(a.created, b.created),
    type: byText((row) => row.type),
    state: (a, b) => OFFERING_STATES.indexOf(a.state) - OFFERING_STATES.indexOf(b.state),
    ...Object.fromEntries(totals),
  };
}

function listOfferings(call: ApiCall): Reply {
  const { generation } = call.world;
  const rows = call.store.offerings.all().filter(seesOffering(call.store, callerOf(call)));
  return list(
    rows.sort(byText((row) => row.name)),
    {
      columns: offeringListColumns[generation],
      filters: filtersOf[generation],
      orderings: orderings(call),
      selectable: true,
    },
    call,
  );
}

function getOffering(call: ApiCall): Reply {
  const sees = seesOffering(call.store, callerOf(call));
  const offering = rowInPath(call, "Offering", call.store.offerings, sees);
  const columns = offeringColumns[call.world.generation];
  return ok(render(columns, offering, call, selectedColumns(columns, call.query)));
}

export const offeringRoutes: readonly Route[] = [
  route("marketplace-provider-offerings/", {
    GET: action("provider_offerings_list", listOfferings),
    POST: disabled,
  }),
  route("marketplace-provider-offerings/{uuid}/", {
    GET: action("provider_offerings_get", getOffering),
    PUT: disabled,
    PATCH: disabled,
    DELETE: disabled,
  }),
];
