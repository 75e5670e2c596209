import { InvalidTransitionError } from "../../errors.ts";
import type { OrderSummary, TargetState } from "../transitions.ts";

const CLOSED: readonly string[] = ["done", "erred", "canceled", "rejected"];

/** Whether the order is still to be carried out; a state we do not know counts as open. */
export function isOpen({ state }: OrderSummary): boolean {
  return !CLOSED.includes(state);
}

/** Whether somebody else must agree before a provider can do anything with the order. */
export function waitsForOthers(order: OrderSummary): boolean {
  return isOpen(order) && order.state !== "pending-provider" && order.state !== "executing";
}

export function waitsForConsumer(from: string, to: TargetState): InvalidTransitionError {
  return new InvalidTransitionError(
    "Its order still waits for the customer's approval: until then a provider cannot act on it. Try again later.",
    { from, to },
  );
}
