import { isPublic, seesOffering } from "../access/visibility.ts";
import { type ApiCall, urlOf } from "../http/call.ts";
import { list, show } from "../http/list.ts";
import { notFound, ok, type Reply } from "../http/reply.ts";
import { crashes, type Route, routes, rowInPath } from "../http/route.ts";
import type { Offering, Plan } from "../state/marketplace.ts";
import { offeringOf } from "../state/relations.ts";
import { planForm, planForms } from "./components.ts";
import { offeringUpkeepRoutes } from "./offering-upkeep.ts";
import { projectAccountRoutes } from "./project-accounts.ts";
import { offeringInPath, offeringList, oneOffering, publicOffering } from "./row.ts";
import { userAttributeRoutes } from "./user-attributes.ts";

function listOfferings(call: ApiCall): Reply {
  return list(call.store.offerings.all().filter(seesOffering(call.world, call.caller)), offeringList, call);
}

function getOffering(call: ApiCall): Reply {
  return show(offeringInPath(call), oneOffering, call);
}

function getPublicOffering(call: ApiCall): Offering {
  return rowInPath(call, "Offering", call.store.offerings, isPublic);
}

/** An archived one, too: its allocations go on. */
function getPlan(call: ApiCall): Reply {
  const sees = seesOffering(call.world, call.caller);
  const plan = rowInPath(call, "Plan", call.store.plans, (row) => sees(offeringOf(row, call)));
  const offering = offeringOf(plan, call);
  const address = urlOf(call, `marketplace-provider-offerings/${offering.uuid}/`);
  const row = { ...planForm(plan, offering, call), offering: address };
  return ok(call.world.since("8.0") ? { ...row, components: componentsOf(plan, offering) } : row);
}

/** The components as a plan has them: each with its price and, where it is fixed, its amount. */
function componentsOf({ prices, quotas }: Plan, { components }: Offering) {
  return components.map(({ type, name, measured_unit, billing_type, limit_period }) => ({
    type,
    name,
    measured_unit,
    billing_type,
    ...(limit_period !== null && { limit_period }),
    amount: quotas[type] ?? 0,
    price: (prices[type] ?? 0).toFixed(10),
    future_price: null,
  }));
}

function getPublicPlan(call: ApiCall): Reply {
  const plans = planForms(getPublicOffering(call), call);
  const plan = plans.find(({ uuid }) => uuid === call.params.plan);
  if (plan === undefined) throw notFound("No Plan matches the given query.");
  return ok(plan);
}

const shown = { GET: listOfferings, "GET {uuid}/": getOffering };

export const offeringRoutes: readonly Route[] = [
  ...projectAccountRoutes,
  ...userAttributeRoutes,
  ...offeringUpkeepRoutes,
  ...routes(
    "marketplace-offerings",
    { ...shown, OPTIONS: crashes, "OPTIONS {uuid}/": crashes },
    { before: "2024-10", isPublic: true },
  ),
  ...routes("marketplace-provider-offerings", shown),
  ...routes("marketplace-plans", { "GET {uuid}/": getPlan }),
  // What everybody sees who may buy.
  ...routes(
    "marketplace-public-offerings",
    {
      GET: (call) => list(call.store.offerings.all().filter(isPublic), publicOffering, call),
      "GET {uuid}/": (call) => show(getPublicOffering(call), publicOffering, call),
      "GET {uuid}/plans/": (call) => ok(planForms(getPublicOffering(call), call)),
      "GET {uuid}/plans/{plan}/": getPublicPlan,
    },
    { since: "2024-10", isPublic: true, allow: "GET, HEAD, OPTIONS" },
  ),
];
