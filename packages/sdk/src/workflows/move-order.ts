import type { OrdersApi } from "../dialects/provider-api.ts";
import type { OrderStanding, OrderSummary } from "../dialects/transitions.ts";
import {
  ApiError,
  ConflictError,
  ExchangeError,
  InvalidTransitionError,
  PuhuriError,
  RequestTimeoutError,
  UnsupportedByServerError,
} from "../errors.ts";
import type { Call } from "../http/call.ts";
import { executingSinceOf } from "./executing-since.ts";
import { Looks } from "./looks.ts";
import { type Pacing, pauses } from "./pauses.ts";
import { afterWrites, isLost, isWorthRepeating, MAX_LOST } from "./unsettled.ts";

/** What became of an order. */
export interface MoveOrderResult {
  /** `unchanged`: it was where it should be already. */
  readonly outcome: "changed" | "unchanged";
  readonly order: OrderSummary;
}

/** A step of an order. */
export interface OrderStep {
  /** As in "it cannot be approved". */
  readonly name: string;
  /** The state in which it can be taken. */
  readonly from: string;
  /** States the order is in when the step was taken, by us or by somebody else. */
  readonly endsIn: readonly string[];
  /** From then on the order is executing. */
  readonly begins?: boolean;
  /** It closes an order the server has begun: its worker would undo what comes before, so look first, and wait. */
  readonly closes?: "complete" | "fail";
  /** The server lets it be taken from any state, and then leaves a mess: only what is read afterwards counts. */
  readonly unchecked?: boolean;
  take(orders: OrdersApi, uuid: string, call: Call): Promise<void>;
}

/**
 * Takes a step of an order, and reads the order after it: it is done, was done already, or cannot be done.
 *
 * @throws {InvalidTransitionError} The order is in a state from which it cannot go there.
 * @throws {UnsupportedByServerError} Orders of this type of offering cannot.
 */
export async function moveOrder(
  orders: OrdersApi,
  uuid: string,
  step: OrderStep,
  pacing: Pacing,
  call: Call,
): Promise<MoveOrderResult> {
  const seen = step.closes && (await untilItsTurn(orders, uuid, step.closes, pacing, call));
  if (seen !== undefined) {
    if (step.endsIn.includes(seen.state)) return { outcome: "unchanged", order: seen };
    if (seen.state !== step.from) throw cannot(step, seen);
  }
  const pause = pauses(pacing, call);
  for (let lost = 0, isInDoubt = false; ; ) {
    const error = await take(orders, uuid, step, call);
    if (error === undefined) {
      if (step.begins) executingSinceOf(pacing.http).approved(uuid, pacing.http.clock.now());
      return { outcome: "changed", order: await readTaken(orders, uuid, step, seen, call) };
    }
    if (isLost(error)) lost++;
    isInDoubt ||= error instanceof ExchangeError && error.maybeApplied;
    // What was lost may arrive while it is sent again: then not even a refusal says that nothing was done.
    const doubtful = (failure: unknown) => (isInDoubt ? inDoubt(failure) : failure);
    if (!isInDoubt && !isLost(error) && !(error instanceof ConflictError)) throw error;
    // Somebody was faster, or the answer was lost: only the order itself tells.
    const order = await readOrder(orders, uuid, call).catch(() => {
      throw doubtful(error);
    });
    if (step.endsIn.includes(order.state)) return { outcome: isInDoubt ? "changed" : "unchanged", order };
    if (order.state !== step.from) throw doubtful(cannot(step, order, error));
    if (!isWorthRepeating(error) || lost > MAX_LOST || !(await pause())) throw doubtful(error);
  }
}

/** Reads an order until it is its provider's turn, or until the server has closed it. */
async function untilItsTurn(
  orders: OrdersApi,
  uuid: string,
  step: "complete" | "fail",
  pacing: Pacing,
  call: Call,
): Promise<OrderSummary> {
  const { clock } = pacing.http;
  const since = executingSinceOf(pacing.http);
  const standingFor = (order: OrderStanding) => since.forMs(order, clock.now());
  const read = () => orders.toClose(uuid, step, standingFor, call);
  const looks = new Looks(pacing, call);
  let { order, isServersTurn } = await looks.first(read);
  while (isServersTurn) {
    const seen = await looks.again(read);
    if (seen === undefined) throw tookTooLong(order, looks, call);
    ({ order, isServersTurn } = seen);
  }
  return order;
}

function tookTooLong({ type }: OrderSummary, { count, failure }: Looks, call: Call): RequestTimeoutError {
  return new RequestTimeoutError({
    operation: "orders_get",
    path: "/api/marketplace-orders/{uuid}/",
    method: "GET",
    attempts: count,
    maybeApplied: false,
    which: "total",
    timeoutMs: call.timeoutMs,
    reason: ` The server has not got to the ${type} order yet, and would undo what comes before. Call again.`,
    cause: failure,
  });
}

/** Returns what went wrong, if anything did. */
async function take(orders: OrdersApi, uuid: string, step: OrderStep, call: Call): Promise<unknown> {
  try {
    await step.take(orders, uuid, call);
    return undefined;
  } catch (error) {
    return error instanceof ApiError && error.status === 405 ? notOnThisOffering(step, error) : error;
  }
}

async function readTaken(
  orders: OrdersApi,
  uuid: string,
  step: OrderStep,
  seen: OrderSummary | undefined,
  call: Call,
): Promise<OrderSummary> {
  // A server that checks leaves no doubt.
  const [state = ""] = step.endsIn;
  if (seen !== undefined && step.unchecked !== true) return { ...seen, state };
  const order = await readOrder(orders, uuid, call).catch((error: unknown) => {
    throw afterWrites(error, `The order was ${step.name} all the same.`);
  });
  // Where the server checks nothing, somebody may have closed the order a moment before.
  if (step.unchecked === true && !step.endsIn.includes(order.state)) throw inDoubt(cannot(step, order));
  return order;
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

/** The step was sent: it may be taken yet; or it was, and undone since; or it came too late, and hit the resource alone. */
function inDoubt(error: unknown): unknown {
  if (error instanceof PuhuriError && error.maybeApplied) return error;
  return afterWrites(error, "This call may have changed the resource all the same: look where it stands.");
}

function notOnThisOffering(step: OrderStep, cause: ApiError): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `On offerings of this type the server carries out orders by itself: a provider's order cannot be ${step.name}.`,
    { operation: cause.operation, instead: "wait until it is closed (orders.waitFor).", cause },
  );
}
