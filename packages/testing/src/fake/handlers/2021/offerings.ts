import type { Offering } from "../../entities.ts";
import type { ApiCall } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import {
  booleanFilter,
  choiceFilter,
  containsFilter,
  exactFilter,
  type Filters,
  urlFilter,
  uuidFilter,
  uuidFilterOf,
} from "../../http/filters.ts";
import { list } from "../../http/listing.ts";
import { byText, type Orderings } from "../../http/ordering.ts";
import { notFound, ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { seesOffering } from "../../rules/2021/visibility.ts";
import { isOfferingManager } from "../../rules/roles.ts";
import { compareTimestamps } from "../../timestamps.ts";
import { parseUuid } from "../../uuids.ts";
import { ALWAYS, offeringColumns, offeringListColumns } from "../../wire/2021/offering.ts";
import { OFFERING_STATES } from "../../words.ts";

const filters: Filters<Offering> = {
  customer: urlFilter((row) => row.organization_uuid),
  customer_uuid: uuidFilter((row) => row.organization_uuid),
  service_manager_uuid: uuidFilterOf((row, uuid, { store }) => isOfferingManager(store, row.uuid, uuid)),
  category_uuid: uuidFilter((row) => row.category_uuid),
  name: containsFilter((row) => [row.name]),
  name_exact: exactFilter((row) => row.name),
  description: containsFilter((row) => [row.description]),
  keyword: containsFilter((row) => [row.name, row.description]),
  state: choiceFilter(OFFERING_STATES, (row) => row.state),
  type: exactFilter((row) => row.type),
  shared: booleanFilter((row) => row.shared),
  billable: booleanFilter((row) => row.billable),
};

const orderings: Orderings<Offering> = {
  name: byText((row) => row.name),
  created: (a, b) => compareTimestamps(a.created, b.created),
  type: byText((row) => row.type),
  // The fake keeps no invoices: all offerings tie.
  total_customers: () => 0,
  total_cost: () => 0,
  total_cost_estimated: () => 0,
};

function listOfferings(call: ApiCall): Reply {
  const rows = call.store.offerings
    .all()
    .filter((offering) => seesOffering(call.store, call.caller, offering));
  return list(
    rows,
    { columns: offeringListColumns, filters, orderings, selectable: true, always: ALWAYS },
    call,
  );
}

function getOffering(call: ApiCall): Reply {
  const uuid = parseUuid(call.params.uuid ?? "");
  const offering = uuid === undefined ? undefined : call.store.offerings.find(uuid);
  if (offering === undefined || !seesOffering(call.store, call.caller, offering)) {
    throw notFound();
  }
  const selected = selectedColumns(offeringColumns, call.query);
  const only = selected === undefined ? undefined : new Set([...selected, ...ALWAYS]);
  return ok(render(offeringColumns, offering, call, only));
}

export const offeringRoutes: readonly Route[] = [
  route(
    "marketplace-offerings/",
    { GET: action("offerings_list", listOfferings), POST: disabled },
    { isPublic: true },
  ),
  route(
    "marketplace-offerings/{uuid}/",
    { GET: action("offerings_get", getOffering), PUT: disabled, PATCH: disabled, DELETE: disabled },
    { isPublic: true },
  ),
];
