import { NotFoundError } from "../errors.ts";
import {
  type Facts,
  type Move,
  type OrderStanding,
  type OrderSummary,
  reached,
  refused,
  type Situation,
  type Step,
  type TargetState,
  type Wishes,
} from "../servers/states.ts";
import {
  approvalWouldStick,
  cannotComplete,
  mustChoose,
  notOnThisOffering,
  notTerminable,
  noWayToErred,
  noWayToOk,
  othersFirst,
  terminatedIsFinal,
  terminationFirst,
  terminationLost,
} from "./refusals.ts";
import { isSlurm, openOrder, waitsForOthers } from "./situation.ts";

/** All that the rules go by. */
export interface Grounds extends Situation, Facts, Pick<Wishes, "onPending"> {}

/** The next step of an allocation on a current server. An open order is moved, and the allocation follows it. */
export function nextMove(target: TargetState, grounds: Grounds): Move {
  const order = openOrder(grounds.orders);
  if (isReached(target, order, grounds)) return reached;
  if (order === undefined) return WITHOUT_ORDER[target](grounds);
  if (waitsForOthers(order)) return besideOrder(target, order, grounds);
  const { pending, executing } = WITH_ORDER[target][order.type === "Terminate" ? "termination" : "other"];
  return (order.state === "executing" ? executing : pending)(order, grounds);
}

function isReached(target: TargetState, order: OrderStanding | undefined, grounds: Grounds): boolean {
  if (grounds.resource.state !== target) return false;
  // An order that nobody has agreed to yet changes nothing.
  if (target === "OK") return order === undefined || waitsForOthers(order);
  // An executing order may still change it, so that has to fail first, where orders can be failed.
  return target === "Terminated" || order?.state !== "executing" || grounds.ruledOut.has("fail");
}

type Rule = (order: OrderStanding, grounds: Grounds) => Move;

const reject: Rule = (order) => take("reject", order);
const endFirst: Rule = (_order, { resource }) => terminationFirst(resource.state);

/** What is done with the open order: while it waits for the provider's review, and while it is executing. */
const WITH_ORDER: Readonly<
  Record<TargetState, Record<"termination" | "other", { readonly pending: Rule; readonly executing: Rule }>>
> = {
  OK: {
    other: { pending: approve, executing: complete },
    termination: { pending: reject, executing: failTermination },
  },
  Erred: {
    other: { pending: choose, executing: markAsErred },
    termination: { pending: endFirst, executing: endFirst },
  },
  Terminated: {
    other: { pending: reject, executing: stop },
    termination: { pending: approve, executing: complete },
  },
};

/** Approves an order. A change fails at once if the server does not know that its allocation exists. */
function approve(order: OrderStanding, grounds: Grounds): Move {
  const confirm = order.type === "Update" ? confirmation(order, grounds) : undefined;
  return confirm ?? take("approve", order);
}

/** Completes an executing order, or waits for the server where the server completes orders itself. */
export function complete(order: OrderStanding, grounds: Situation & Facts): Move {
  if (order.isWithWorker) return { kind: "wait", order };
  const refusal = grounds.ruledOut.get("complete");
  if (refusal !== undefined) return cannotComplete(order, refusal);
  return confirmation(order, grounds) ?? take("complete", order);
}

/**
 * On Slurm offerings of 2024-10 the server fails changes of an allocation until a provider has confirmed that it exists.
 * This comes before the order is closed, so that a run that is stopped in between finds the order still open.
 */
function confirmation(
  { type }: OrderStanding,
  { offeringType, setsStates, last }: Situation & Facts,
): Move | undefined {
  if (!isSlurm(offeringType) || setsStates || (type !== "Create" && type !== "Update")) return undefined;
  return last?.kind === "step" && last.step === "confirm" ? undefined : take("confirm");
}

/** A termination that fails leaves the allocation OK. */
function failTermination(order: OrderStanding, grounds: Grounds): Move {
  const { ruledOut, resource, offeringType, setsStates } = grounds;
  const refusal = ruledOut.get("fail");
  if (refusal !== undefined) return notOnThisOffering("failed", refusal);
  // Where the server may refuse it anyway, do not wait for the worker first.
  if (!canFailOrders(offeringType)) return take("fail", order);
  if (order.isWithWorker) return { kind: "wait", order };
  if (resource.state !== "OK") return take("fail", order);
  // The worker was lost. To fail it now would set an OK allocation to OK, on which the server crashes.
  return setsStates && !ruledOut.has("set-as-erred") ? take("set-as-erred") : terminationLost();
}

/** The caller chooses. Failing an order that was not approved would mark the allocation, and leave the order pending for ever. */
function choose(order: OrderStanding, { resource, offeringType, setsStates, onPending }: Grounds): Move {
  if (onPending === undefined) return mustChoose(resource.state);
  if (onPending === "reject") return { kind: "step", step: "reject", order, endsIn: "rejected" };
  // An approval cannot be taken back: first make sure that there is a way on.
  return canFailOrders(offeringType) || setsStates ? take("approve", order) : approvalWouldStick();
}

/** Fails the order. Where orders cannot be failed, the allocation itself may still be marked. */
function markAsErred(order: OrderStanding, grounds: Grounds): Move {
  if (order.isWithWorker) return { kind: "wait", order };
  return grounds.ruledOut.has("fail") ? setAsErred(grounds) : take("fail", order);
}

/** Fails what else was ordered, so that the termination can be ordered. */
function stop(order: OrderStanding, grounds: Grounds): Move {
  if (order.isWithWorker) return { kind: "wait", order };
  const refusal = grounds.ruledOut.get("fail");
  if (refusal === undefined) return take("fail", order);
  // Where that is not possible, a change may be completed on the way to the end; a creation would give users access.
  return order.type === "Update" ? complete(order, grounds) : notOnThisOffering("failed", refusal);
}

/** The order waits for somebody else. Some states can be set all the same. */
function besideOrder(target: TargetState, order: OrderStanding, grounds: Grounds): Move {
  const { state } = grounds.resource;
  if (target === "Erred") {
    if (order.type === "Terminate") return terminationFirst(state);
    // A running allocation may be broken, whatever was ordered.
    if (state !== "Creating") return setAsErred(grounds);
  }
  const isOnItsOwn = state === "Erred" || state === "Updating" || state === "Terminating";
  if (target === "OK" && isOnItsOwn && maySetAsOk(grounds)) return take("set-as-ok");
  return othersFirst(order, state, target);
}

const WITHOUT_ORDER = {
  OK(grounds) {
    const { resource, orders, ruledOut } = grounds;
    if (resource.state === "Terminated") return terminatedIsFinal();
    if (maySetAsOk(grounds)) return take("set-as-ok");
    const failed = reopenableOrder(orders);
    if (resource.state === "Erred" && failed !== undefined && !ruledOut.has("reopen")) {
      return take("reopen", failed);
    }
    const stuck = begunOnceMore(grounds);
    if (stuck?.type === "Terminate") return take("fail", stuck);
    const refusal = ruledOut.get("set-as-ok");
    return refusal === undefined ? noWayToOk(ruledOut.get("reopen")) : refused(refusal);
  },

  Erred(grounds) {
    const [last] = grounds.orders;
    // The server itself terminates an allocation whose creation failed before anything was made.
    const hasEnded = last?.type === "Create" && last.state === "erred";
    if (grounds.resource.state === "Terminated" && hasEnded) return reached;
    const stuck = grounds.ruledOut.has("set-as-erred") ? begunOnceMore(grounds) : undefined;
    return stuck?.type === "Update" ? take("fail", stuck) : setAsErred(grounds);
  },

  Terminated(grounds) {
    const { state } = grounds.resource;
    if (state === "OK" || state === "Erred") return take("terminate");
    // Stuck without an order: the server terminates only what is OK or Erred.
    if (!STUCK.includes(state)) return notTerminable(state);
    if (!grounds.ruledOut.has("set-as-erred")) return take("set-as-erred");
    const stuck = begunOnceMore(grounds);
    return stuck === undefined ? notTerminable(state) : take("fail", stuck);
  },
} as const satisfies Record<TargetState, (grounds: Grounds) => Move>;

const STUCK: readonly string[] = ["Creating", "Updating", "Terminating"];

/** Orders that changed nothing. */
function cameToNothing({ type, state }: OrderSummary): boolean {
  return state === "rejected" || state === "canceled" || (type === "Terminate" && state === "erred");
}

/** The failed order that can run again and then ends in OK. If another was carried out after it, it is out of date. */
function reopenableOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const last = orders.find((order) => !cameToNothing(order));
  return last?.state === "erred" ? last : undefined;
}

/**
 * The done order that a late worker has begun once more, which leaves the allocation under way for good. To fail it makes
 * the allocation OK after a termination, and Erred after a change; the order stays done.
 */
function begunOnceMore({ resource, offeringType, orders, ruledOut }: Grounds): OrderStanding | undefined {
  const [last] = orders;
  const isStuck =
    (resource.state === "Terminating" && last?.type === "Terminate") ||
    (resource.state === "Updating" && last?.type === "Update");
  const canFail = canFailOrders(offeringType) && !ruledOut.has("fail");
  return isStuck && canFail && last?.state === "done" ? last : undefined;
}

/** Whether a provider may fail orders on every server: on other types of offering 2024-10 refuses it. */
function canFailOrders(offeringType: string): boolean {
  return isSlurm(offeringType);
}

function maySetAsOk({ setsStates, ruledOut }: Grounds): boolean {
  return setsStates && !ruledOut.has("set-as-ok");
}

/** Marks the allocation itself, whatever its orders. */
function setAsErred({ ruledOut }: Grounds): Move {
  const refusal = ruledOut.get("set-as-erred");
  if (refusal === undefined) return take("set-as-erred");
  // Every current server has this operation: a 404 came from something in front of it, and may not come again.
  return refusal instanceof NotFoundError ? refused(refusal) : noWayToErred(refusal);
}

function take(step: Step, order?: OrderStanding): Move {
  return order === undefined ? { kind: "step", step } : { kind: "step", step, order };
}
