import type { World } from "../http/call.ts";
import type { Offering, OfferingComponent, Plan } from "../state/marketplace.ts";
import type { BillingType, OrderType } from "../state/words.ts";

/** What a plan with these limits comes to: its unit price and the price of the limits. */
export function planCost(offering: Offering, plan: Plan, limits: Readonly<Record<string, number>>): number {
  return offering.components
    .filter((component) => component.billing_type === "limit")
    .reduce(
      (cost, { type, factor }) => cost + ((plan.prices[type] ?? 0) * (limits[type] ?? 0)) / (factor ?? 1),
      Number(plan.unit_price),
    );
}

/** The prices of all components billed one way, whatever their amounts. */
export function sumOfPrices(offering: Offering, plan: Plan, billing: BillingType): number {
  return offering.components
    .filter((component) => component.billing_type === billing)
    .reduce((sum, { type }) => sum + (plan.prices[type] ?? 0), 0);
}

/** What an order comes to: its plan and limits, and what is due once for activating or switching. */
export function orderCost(
  type: OrderType,
  offering: Offering,
  plan: Plan | undefined,
  limits: Readonly<Record<string, number>>,
): string | null {
  return plan === undefined
    ? null
    : money(planCost(offering, plan, limits) + activationPrice(type, offering, plan));
}

/** Due once: when a resource is made, or when its plan is switched. */
export function activationPrice(type: OrderType, offering: Offering, plan: Plan): number {
  if (type !== "Create" && type !== "Update") return 0;
  return sumOfPrices(offering, plan, type === "Create" ? "one" : "few");
}

/** Whether it is paid ahead: by a limit, or at once for what newest servers call prepaid. */
export function isPaidAhead(world: World, { billing_type, is_prepaid }: OfferingComponent): boolean {
  return billing_type === "limit" || (world.since("8.0") && billing_type === "one" && is_prepaid);
}

/** As the servers store it: ten decimals. */
export function money(amount: number): string {
  return amount.toFixed(10);
}
