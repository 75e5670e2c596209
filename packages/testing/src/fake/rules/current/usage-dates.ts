import type { OfferingComponent, User } from "../../entities.ts";
import type { World } from "../../http/api-call.ts";
import { badRequest } from "../../http/reply.ts";
import { billingMonth } from "../../timestamps.ts";

/**
 * The day a report is for (newest servers). It may not be in the future, and only staff may report `usage`
 * components for a month that is over.
 */
export function checkDate(
  world: World,
  by: User,
  date: Date,
  components: readonly (OfferingComponent | undefined)[],
): void {
  if (date.getTime() > world.now().getTime()) {
    throw badRequest({ date: ["Cannot submit usage for future dates."] });
  }
  const isPast = billingMonth(date) < billingMonth(world.now());
  if (isPast && !by.is_staff && components.some((component) => component?.billing_type !== "limit")) {
    throw badRequest({
      date: [
        "Service providers can only specify date for limit-based or prepaid billing components when backfilling past billing periods.",
      ],
    });
  }
}
