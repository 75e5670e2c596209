import type { OrderStanding, OrderSummary } from "../transitions.ts";

const CLOSED: readonly string[] = ["done", "erred", "canceled", "rejected"];

/** Whether the order is still to be carried out; a state we do not know counts as open. */
function isOpen({ state }: OrderSummary): boolean {
  return !CLOSED.includes(state);
}

/** The open order, of which the server allows one; of several, the one a provider can act on. */
export function openOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const open = orders.filter(isOpen);
  return open.find((order) => !waitsForOthers(order)) ?? open[0];
}

/** Whether somebody else must agree before a provider can do anything with an open order. */
export function waitsForOthers({ state }: OrderSummary): boolean {
  return state !== "pending-provider" && state !== "executing";
}

/** Orders that came to nothing: whatever was before them still holds. */
function cameToNothing({ type, state }: OrderSummary): boolean {
  return state === "rejected" || state === "canceled" || (type === "Terminate" && state === "erred");
}

/**
 * The failed order that can run again and then ends in OK: only if nothing was carried out after it, for what it
 * ordered is out of date else.
 */
export function reopenableOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const last = orders.find((order) => !cameToNothing(order));
  return last?.state === "erred" ? last : undefined;
}

/** Offerings whose orders the server hands over and leaves to their provider, who says how they ended. */
export const LEFT_TO_THE_PROVIDER: readonly string[] = ["Marketplace.Slurm", "Support.OfferingTemplate"];

/** Whether a provider may fail orders on every generation; on other types 2024-10 refuses it. */
export function canFailOrders(offeringType: string): boolean {
  return offeringType === "Marketplace.Slurm";
}

/** How long the server is left alone with an order it ought to finish, or to begin, by itself. */
export const PATIENCE_MS = 30_000;

/**
 * Whether a worker of the server may still be about to change the resource for this executing order. A step taken
 * then is undone by the worker: a termination that was completed at once ends as Terminating, for good.
 */
export function isServersTurn(
  order: OrderSummary,
  resourceState: string,
  offeringType: string,
  executingForMs: number,
): boolean {
  if (executingForMs >= PATIENCE_MS) return false;
  // Basic offerings: the server finishes the order. Types we do not know: it may.
  if (!LEFT_TO_THE_PROVIDER.includes(offeringType)) return true;
  // It begins by moving the resource, and leaves the rest to the provider. A creation shows no such beginning.
  if (order.type === "Terminate") return resourceState === "OK" || resourceState === "Erred";
  return order.type === "Update" && resourceState === "OK";
}

/** The same as far as an order alone tells: whether its resource has to be looked at before the order is closed. */
export function mayBeServersTurn(
  step: "complete" | "fail",
  order: OrderSummary,
  offeringType: string,
  executingForMs: number,
): boolean {
  if (order.state !== "executing") return false;
  // The server says so itself where orders cannot be failed.
  if (step === "fail" && !LEFT_TO_THE_PROVIDER.includes(offeringType)) return false;
  return isServersTurn(order, "OK", offeringType, executingForMs);
}
