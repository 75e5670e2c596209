import { type ApiCall, callerOf } from "../../http/api-call.ts";
import { render, selectedColumns } from "../../http/columns.ts";
import { list } from "../../http/listing.ts";
import { byText } from "../../http/ordering.ts";
import { ok, type Reply } from "../../http/reply.ts";
import { action, disabled, type Route, route } from "../../http/route.ts";
import { seesOffering } from "../../rules/current/visibility.ts";
import { offeringColumns, offeringListColumns } from "../../wire/current/offering.ts";
import { rowInPath } from "./in-path.ts";
import { offeringFilters, offeringOrderings } from "./offering-filters.ts";

function listOfferings(call: ApiCall): Reply {
  const { generation } = call.world;
  const rows = call.store.offerings.all().filter(seesOffering(call.store, callerOf(call)));
  return list(
    rows.sort(byText((row) => row.name)),
    {
      columns: offeringListColumns[generation],
      filters: offeringFilters[generation],
      orderings: offeringOrderings(call),
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
