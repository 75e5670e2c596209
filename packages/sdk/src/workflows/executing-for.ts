import type { OrderStanding } from "../dialects/transitions.ts";

/** How long an order has been executing, as far as the server's clock and a call that began at `startedAt` can tell. */
export function executingForMs(
  { changedAt }: Pick<OrderStanding, "changedAt">,
  startedAt: number,
  now: number,
): number {
  // The server's clock may be ahead of this one: the time waited here counts all the same.
  return Number.isNaN(changedAt) ? Number.POSITIVE_INFINITY : now - Math.min(changedAt, startedAt);
}
