import type { Offering, Plan } from "../../entities.ts";
import { type ApiCall, urlOf } from "../../http/api-call.ts";
import type { JsonObject } from "../../json.ts";
import { sumOfPrices } from "../../rules/costs.ts";

export function planForm(row: Plan, offering: Offering, call: ApiCall): JsonObject {
  const resources = call.store.resources.where("offering_uuid", offering.uuid);
  return {
    url: urlOf(call, `marketplace-plans/${row.uuid}/`),
    uuid: row.uuid,
    name: row.name,
    description: row.description,
    article_code: row.article_code,
    max_amount: row.max_amount,
    archived: row.archived,
    is_active:
      row.max_amount === null || row.max_amount > resources.filter((one) => isLiveOn(one, row)).length,
    unit_price: row.unit_price,
    unit: row.unit,
    init_price: sumOfPrices(offering, row, "one"),
    switch_price: sumOfPrices(offering, row, "few"),
    backend_id: row.backend_id,
    organization_groups: [],
    prices: row.prices,
    future_prices: Object.fromEntries(Object.keys(row.prices).map((type) => [type, null])),
    quotas: row.quotas,
    resources_count: resources.filter(({ plan_uuid }) => plan_uuid === row.uuid).length,
    plan_type: planType(row, offering),
    minimal_price: minimalPrice(row, offering),
  };
}

function isLiveOn(resource: { plan_uuid: string | null; state: string }, plan: Plan): boolean {
  return resource.plan_uuid === plan.uuid && resource.state !== "Terminated";
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
