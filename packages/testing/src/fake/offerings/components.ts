import { type ApiCall, urlOf } from "../http/call.ts";
import { columnsOf, render } from "../http/columns.ts";
import { sumOfPrices } from "../money/costs.ts";
import type { Offering, OfferingComponent, Plan } from "../state/marketplace.ts";
import { compareTexts, type JsonObject } from "../state/values.ts";

const columns = columnsOf<"OfferingComponent", OfferingComponent & Pick<Plan, "offering_uuid">>(
  "OfferingComponent",
  { unit_factor: ({ factor }) => factor ?? 1 },
);

/** What an offering counts; later servers sort it by name. */
export function componentForms({ uuid, components }: Offering, call: ApiCall): JsonObject[] {
  const sorted = call.world.since("2024-10")
    ? components.toSorted((a, b) => compareTexts(a.name, b.name))
    : components;
  return sorted.map((row) => render(columns(call.world.generation), { ...row, offering_uuid: uuid }, call));
}

/** What is sold is shown at an address of its own. */
function planUrl(call: ApiCall, offering: Offering, plan: Plan): string {
  return call.url.pathname.startsWith("/api/marketplace-public-offerings/")
    ? urlOf(call, `marketplace-public-offerings/${offering.uuid}/plans/${plan.uuid}/`)
    : urlOf(call, `marketplace-plans/${plan.uuid}/`);
}

/** Its price lists; later servers sort them by name and leave out what is archived. */
export function planForms(offering: Offering, call: ApiCall): JsonObject[] {
  const plans = call.store.plans.where("offering_uuid", offering.uuid);
  const shown = call.world.since("2024-10")
    ? plans.filter(({ archived }) => !archived).sort((a, b) => compareTexts(a.name, b.name))
    : plans;
  return shown.map((plan) => planForm(plan, offering, call));
}

/** One of them. */
export function planForm(row: Plan, offering: Offering, call: ApiCall): JsonObject {
  const { offering_uuid, init_price, switch_price, ...columns } = row;
  const shared = { url: planUrl(call, offering, row), ...columns };
  if (!call.world.since("2024-10")) {
    return { ...shared, is_active: !row.archived, init_price, switch_price };
  }
  const resources = call.store.resources.where("offering_uuid", offering_uuid);
  const onPlan = resources.filter(({ plan_uuid }) => plan_uuid === row.uuid);
  return {
    ...shared,
    is_active:
      row.max_amount === null || row.max_amount > onPlan.filter(({ state }) => state !== "Terminated").length,
    init_price: sumOfPrices(offering, row, "one"),
    switch_price: sumOfPrices(offering, row, "few"),
    organization_groups: [],
    future_prices: Object.fromEntries(Object.keys(row.prices).map((type) => [type, null])),
    resources_count: onPlan.length,
    plan_type: planType(row, offering),
    ...(call.world.since("8.0")
      ? { minimal_price: minimalPrice(row, offering).toFixed(2), billing_mode: "inherit" }
      : { minimal_price: minimalPrice(row, offering) }),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  usage: "usage-based",
  fixed: "fixed",
  one: "one-time",
  few: "on-plan-switch",
  limit: "limit",
};

/** How the components that cost anything are billed. */
function planType(plan: Plan, offering: Offering): string {
  const billed = offering.components.filter(({ type }) => (plan.prices[type] ?? 0) > 0);
  const ways = new Set(billed.map(({ billing_type }) => billing_type));
  const [only] = ways;
  return ways.size > 1 ? "mixed" : (NAMES[only ?? ""] ?? "");
}

/** One of every limit, and what is due in any case. */
function minimalPrice(plan: Plan, offering: Offering): number {
  const fixed = offering.components
    .filter(({ billing_type }) => billing_type === "fixed")
    .reduce((total, { type }) => total + (plan.prices[type] ?? 0) * (plan.quotas[type] || 1), 0);
  return fixed + sumOfPrices(offering, plan, "limit") + sumOfPrices(offering, plan, "one");
}
