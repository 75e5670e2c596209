import { seesOffering } from "../access/visibility.ts";
import type { ApiCall } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import type { Reply } from "../http/reply.ts";
import {
  action,
  crashes,
  disabled,
  listAction,
  type Route,
  readOnly,
  route,
  rowInPath,
  served,
} from "../http/route.ts";
import { compareTexts } from "../state/values.ts";
import { offeringList, oneOffering } from "./row.ts";

function listOfferings(call: ApiCall): Reply {
  const rows = call.store.offerings.all().filter(seesOffering(call.world, call.caller));
  const sorted = call.world.since("2024-10") ? rows.sort((a, b) => compareTexts(a.name, b.name)) : rows;
  return list(sorted, offeringList, call);
}

function getOffering(call: ApiCall): Reply {
  const sees = seesOffering(call.world, call.caller);
  return show(rowInPath(call, "Offering", call.store.offerings, sees), oneOffering, call);
}

const isPublic = { isPublic: true };

export const offeringRoutes: readonly Route[] = [
  ...served(
    { before: "2024-10" },
    route(
      "marketplace-offerings/",
      { GET: listAction("offerings_list", listOfferings), POST: disabled, OPTIONS: crashes },
      isPublic,
    ),
    route(
      "marketplace-offerings/{uuid}/",
      { GET: action("offerings_get", getOffering), ...readOnly, OPTIONS: crashes },
      isPublic,
    ),
  ),
  ...served(
    { since: "2024-10" },
    route("marketplace-provider-offerings/", {
      GET: listAction("provider_offerings_list", listOfferings),
      POST: disabled,
    }),
    route("marketplace-provider-offerings/{uuid}/", {
      GET: action("provider_offerings_get", getOffering),
      ...readOnly,
    }),
  ),
];
