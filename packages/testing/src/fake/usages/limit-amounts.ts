import type { World } from "../http/call.ts";
import { badRequest } from "../http/reply.ts";
import type { ComponentUsage, OfferingComponent, Resource } from "../state/marketplace.ts";
import { fromHundredths, hundredths } from "../state/values.ts";

/**
 * Refuses an amount beyond the limit of a component, on older servers: newest ones take it. A limit over a year or for
 * ever counts what is stored for this very month as well, so the same report can fail the second time; one of a month
 * compares the amount alone.
 */
export function refuseBeyondLimit(
  world: World,
  resource: Resource,
  component: OfferingComponent,
  amount: string,
  month: string,
): void {
  const { limit_period: period, limit_amount: limit, billing_type } = component;
  const isOld = !world.since("2024-10");
  if (world.since("8.0") || period === null || limit === null) return;
  if (!isOld && (billing_type !== "usage" || period === "" || limit === 0)) return;
  const isCounted = (usage: ComponentUsage): boolean =>
    period === "total" ||
    (!isOld && period === "annual" && usage.billing_period.slice(0, 4) === month.slice(0, 4));
  const total = world.store.componentUsages
    .where("resource_uuid", resource.uuid)
    .filter((usage) => usage.component_type === component.type && isCounted(usage))
    .reduce((counted, usage) => counted + hundredths(usage.usage), hundredths(amount));
  if (total <= BigInt(limit) * 100n) return;
  throw badRequest([
    isOld
      ? `Total amount exceeds exceeds limit. Total amount: ${total / 100n}, limit: ${limit}.`
      : `Total amount exceeds limit. Total amount: ${fromHundredths(total)}, limit: ${limit}.`,
  ]);
}
