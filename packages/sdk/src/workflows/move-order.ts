import type { OrdersApi } from "../dialects/provider-api.ts";
import type { OrderSummary } from "../dialects/transitions.ts";
import { ConflictError, ExchangeError, InvalidTransitionError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** What became of an order. */
export interface MoveOrderResult {
  /** `unchanged`: it was where it should be already. */
  readonly outcome: "changed" | "unchanged";
  readonly order: OrderSummary;
}

/** A step of an order. */
export interface OrderStep {
  readonly name: string;
  /** States the order is in when the step was taken, by us or by somebody else. */
  readonly endsIn: readonly string[];
  /** The only state in which the step means what it says; read first where the server itself does not check. */
  readonly onlyFrom?: string;
  take(orders: OrdersApi, uuid: string, call: Call): Promise<void>;
}

/**
 * Takes a step of an order, and reads the order after it: it is done, was done already, or cannot be done.
 *
 * @throws {InvalidTransitionError} The order is in a state from which it cannot go there.
 */
export async function moveOrder(
  orders: OrdersApi,
  uuid: string,
  step: OrderStep,
  call: Call,
): Promise<MoveOrderResult> {
  if (step.onlyFrom !== undefined) {
    const before = await readOrder(orders, uuid, call);
    if (step.endsIn.includes(before.state)) return { outcome: "unchanged", order: before };
    if (before.state !== step.onlyFrom) throw cannot(step, before);
  }
  try {
    await step.take(orders, uuid, call);
  } catch (error) {
    const isConflict = error instanceof ConflictError;
    if (!isConflict && !(error instanceof ExchangeError && error.maybeApplied)) throw error;
    // Somebody was faster, or the answer was lost: only the order itself tells.
    const order = await readOrder(orders, uuid, call).catch(() => {
      throw error;
    });
    if (step.endsIn.includes(order.state)) return { outcome: isConflict ? "unchanged" : "changed", order };
    throw isConflict ? cannot(step, order, error) : error;
  }
  return { outcome: "changed", order: await readOrder(orders, uuid, call) };
}

/** Reads the three columns of an order that say where it stands. */
export async function readOrder(orders: OrdersApi, uuid: string, call: Call): Promise<OrderSummary> {
  const { type = "", state = "" }: Partial<OrderSummary> = await orders.get(
    uuid,
    ["uuid", "type", "state"],
    call,
  );
  return { uuid, type, state };
}

function cannot(step: OrderStep, order: OrderSummary, cause?: unknown): InvalidTransitionError {
  return new InvalidTransitionError(
    `This ${order.type} order is ${order.state}, and from there it cannot be ${step.name}.`,
    { from: order.state, to: step.endsIn[0] ?? "", cause },
  );
}
