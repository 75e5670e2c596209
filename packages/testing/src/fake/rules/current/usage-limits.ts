import type { ComponentUsage, OfferingComponent, Resource } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { badRequest } from "../../http/reply.ts";
import { fromHundredths, hundredths } from "../hundredths.ts";

/**
 * Refuses an amount beyond the limit of a `usage` component. On the oldest servers a limit over a year or
 * for ever counts what is stored for this very month as well, so the same report can fail the second time; one
 * of a month compares the amount alone.
 */
export function refuseBeyondLimit(
  world: World,
  resource: Resource,
  component: OfferingComponent,
  amount: string,
  month: string,
): void {
  const { limit_period: period, limit_amount: limit } = component;
  if (component.billing_type !== "usage" || period === null || period === "" || (limit ?? 0) === 0) {
    return;
  }
  const isCounted = (usage: ComponentUsage): boolean =>
    (world.generation === "2024-10" || usage.billing_period !== month) &&
    (period === "total" || (period === "annual" && usage.billing_period.slice(0, 4) === month.slice(0, 4)));
  const total = world.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === component.type && isCounted(usage))
    .reduce((counted, usage) => counted + hundredths(usage.usage), hundredths(amount));
  if (total > BigInt(limit ?? 0) * 100n) {
    const told = fromHundredths(total);
    throw badRequest([`Total amount exceeds limit. Total amount: ${told}, limit: ${limit}.`]);
  }
}
