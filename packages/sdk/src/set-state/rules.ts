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
  endsFirst,
  mustChoose,
  notBegun,
  notOnThisOffering,
  notTerminable,
  noWayToErred,
  noWayToOk,
  terminatedIsFinal,
  waitsForOthersFirst,
} from "./refusals.ts";
import { isSlurm, openOrder, waitsForOthers } from "./situation.ts";

/**
 * The next step of an allocation on a current server: its open order is moved, and the server moves the allocation with
 * it.
 */
export function nextMove(target: TargetState, situation: Situation, wishes: Wishes, facts: Facts): Move {
  const order = openOrder(situation.orders);
  if (isReached(target, situation, order, facts)) return reached;
  if (order === undefined) return WITHOUT_ORDER[target](situation, facts);
  const { pending, executing } = WITH_ORDER[target][order.type === "Terminate" ? "termination" : "other"];
  if (waitsForOthers(order)) return besideOrder(target, order, situation, facts);
  return (order.state === "executing" ? executing : pending)(order, situation, facts, wishes);
}

function isReached(
  target: TargetState,
  { resource: { state } }: Situation,
  order: OrderStanding | undefined,
  { ruledOut }: Facts,
): boolean {
  if (state !== target) return false;
  // A change or an end that nobody has agreed to yet leaves the allocation what it is.
  if (target === "OK") return order === undefined || waitsForOthers(order);
  // An executing order may make something else of it, where it can be failed.
  return target === "Terminated" || order?.state !== "executing" || ruledOut.has("fail");
}

type Rule = (order: OrderStanding, situation: Situation, facts: Facts, wishes: Wishes) => Move;

const reject: Rule = (order) => take("reject", order);
const endFirst: Rule = (_order, { resource }) => refused(endsFirst(resource.state));

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

/**
 * Approves an order; a change only where the server knows that its allocation is there, or it fails as it is approved.
 */
function approve(order: OrderStanding, situation: Situation, facts: Facts): Move {
  const confirm = order.type === "Update" ? confirmation(order, situation, facts) : undefined;
  return confirm ?? take("approve", order);
}

/** Completes an executing order, or leaves it to the server where the server does that. */
export function complete(order: OrderStanding, situation: Situation, facts: Facts): Move {
  if (order.isWithWorker) return { kind: "wait", order };
  const refusal = facts.ruledOut.get("complete");
  if (refusal !== undefined) return refused(cannotComplete(order, refusal));
  return confirmation(order, situation, facts) ?? take("complete", order);
}

/**
 * On Slurm offerings of 2024-10 the server has to be told that an allocation exists, or its next change of limits
 * becomes erred. It is told before the order is closed, so that a run that was stopped in between finds the order still
 * open.
 */
function confirmation(
  { type }: OrderStanding,
  { offeringType, setsStates }: Situation,
  { last }: Facts,
): Move | undefined {
  if (!isSlurm(offeringType) || setsStates || (type !== "Create" && type !== "Update")) return undefined;
  return last?.kind === "step" && last.step === "confirm" ? undefined : take("confirm");
}

/** A termination that fails leaves the allocation OK. */
function failTermination(order: OrderStanding, situation: Situation, { ruledOut }: Facts): Move {
  const refusal = ruledOut.get("fail");
  if (refusal !== undefined) return refused(notOnThisOffering("failed", refusal));
  // If it will be refused, there is no point in waiting.
  if (!canFailOrders(situation.offeringType)) return take("fail", order);
  if (order.isWithWorker) return { kind: "wait", order };
  if (situation.resource.state !== "OK") return take("fail", order);
  // What is OK already the server cannot set OK: it would crash.
  return situation.setsStates && !ruledOut.has("set-as-erred") ? take("set-as-erred") : refused(notBegun());
}

/** An order that was not approved cannot fail: it would mark the allocation, and leave the order waiting for ever. */
function choose(
  order: OrderStanding,
  { resource, offeringType, setsStates }: Situation,
  _facts: Facts,
  { onPending }: Wishes,
): Move {
  if (onPending === undefined) return refused(mustChoose(resource.state));
  if (onPending === "reject") return { kind: "step", step: "reject", order, endsIn: "rejected" };
  // What is approved cannot be taken back: first make sure that there is a way on.
  return canFailOrders(offeringType) || setsStates ? take("approve", order) : refused(approvalWouldStick());
}

/** Types of offering whose orders cannot be failed still let the allocation itself be marked. */
function markAsErred(order: OrderStanding, _situation: Situation, facts: Facts): Move {
  if (order.isWithWorker) return { kind: "wait", order };
  return facts.ruledOut.has("fail") ? setAsErred(facts) : take("fail", order);
}

/** Whatever else was ordered is not carried out any more; then the termination can be ordered. */
function stop(order: OrderStanding, situation: Situation, facts: Facts): Move {
  if (order.isWithWorker) return { kind: "wait", order };
  const refusal = facts.ruledOut.get("fail");
  if (refusal === undefined) return take("fail", order);
  // An update can be let through on the way to the end; a creation would hand out what is not to be.
  return order.type === "Update"
    ? complete(order, situation, facts)
    : refused(notOnThisOffering("failed", refusal));
}

/** Somebody else must agree to the order first: what can be done beside it. */
function besideOrder(target: TargetState, order: OrderStanding, situation: Situation, facts: Facts): Move {
  const { state } = situation.resource;
  if (target === "Erred") {
    if (order.type === "Terminate") return refused(endsFirst(state));
    // What nobody has agreed to yet does not keep a running allocation from being broken.
    if (state !== "Creating") return setAsErred(facts);
  }
  const isOnItsOwn = state === "Erred" || state === "Updating" || state === "Terminating";
  if (target === "OK" && isOnItsOwn && maySetAsOk(situation, facts)) return take("set-as-ok");
  return refused(waitsForOthersFirst(order, state, target));
}

const WITHOUT_ORDER = {
  OK(situation, facts) {
    const { state } = situation.resource;
    const { ruledOut } = facts;
    if (state === "Terminated") return refused(terminatedIsFinal());
    if (maySetAsOk(situation, facts)) return take("set-as-ok");
    const failed = reopenableOrder(situation.orders);
    if (state === "Erred" && failed !== undefined && !ruledOut.has("reopen")) return take("reopen", failed);
    const stuck = begunOnceMore(situation, facts);
    if (stuck?.type === "Terminate") return take("fail", stuck);
    return refused(ruledOut.get("set-as-ok") ?? noWayToOk(ruledOut.get("reopen")));
  },

  Erred(situation, facts) {
    const [last] = situation.orders;
    // A creation that failed before anything was made: the server has ended it, and nothing is left to be mended.
    const hasEnded = last?.type === "Create" && last.state === "erred";
    if (situation.resource.state === "Terminated" && hasEnded) return reached;
    const stuck = facts.ruledOut.has("set-as-erred") ? begunOnceMore(situation, facts) : undefined;
    return stuck?.type === "Update" ? take("fail", stuck) : setAsErred(facts);
  },

  Terminated(situation, facts) {
    const { state } = situation.resource;
    if (state === "OK" || state === "Erred") return take("terminate");
    // Stuck without an order: the server terminates only what is OK or Erred.
    if (!STUCK.includes(state)) return refused(notTerminable(state));
    if (!facts.ruledOut.has("set-as-erred")) return take("set-as-erred");
    const stuck = begunOnceMore(situation, facts);
    return stuck === undefined ? refused(notTerminable(state)) : take("fail", stuck);
  },
} as const satisfies Record<TargetState, (situation: Situation, facts: Facts) => Move>;

const STUCK: readonly string[] = ["Creating", "Updating", "Terminating"];

/** Orders that came to nothing: whatever was before them still holds. */
function cameToNothing({ type, state }: OrderSummary): boolean {
  return state === "rejected" || state === "canceled" || (type === "Terminate" && state === "erred");
}

/**
 * The failed order that can run again and then ends in OK: only if nothing was carried out after it, for what it
 * ordered is out of date else.
 */
function reopenableOrder(orders: readonly OrderStanding[]): OrderStanding | undefined {
  const last = orders.find((order) => !cameToNothing(order));
  return last?.state === "erred" ? last : undefined;
}

/**
 * The done order that a late worker has begun once more, which leaves the allocation under way for good. Failing it sets
 * a termination back to OK, and a change to Erred; the order stays done.
 */
function begunOnceMore(
  { resource, offeringType, orders }: Situation,
  { ruledOut }: Facts,
): OrderStanding | undefined {
  const [last] = orders;
  const isStuck =
    (resource.state === "Terminating" && last?.type === "Terminate") ||
    (resource.state === "Updating" && last?.type === "Update");
  const isWay = isStuck && canFailOrders(offeringType) && !ruledOut.has("fail");
  return isWay && last?.state === "done" ? last : undefined;
}

/** Whether a provider may fail orders on every generation; on other types 2024-10 refuses it. */
function canFailOrders(offeringType: string): boolean {
  return isSlurm(offeringType);
}

function maySetAsOk({ setsStates }: Situation, { ruledOut }: Facts): boolean {
  return setsStates && !ruledOut.has("set-as-ok");
}

/** Marks the allocation itself, whatever its orders. */
function setAsErred({ ruledOut }: Facts): Move {
  const refusal = ruledOut.get("set-as-erred");
  if (refusal === undefined) return take("set-as-erred");
  // Every server has it: if it is not found, something else has answered, and perhaps will not the next time.
  return refused(refusal instanceof NotFoundError ? refusal : noWayToErred(refusal));
}

function take(step: Step, order?: OrderStanding): Move {
  return order === undefined ? { kind: "step", step } : { kind: "step", step, order };
}
