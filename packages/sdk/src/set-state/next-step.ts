import { type Move, reached, refused, type Situation } from "../servers/states.ts";
import {
  approvalWouldStick,
  cannotFailOrder,
  endsFirst,
  mustChoose,
  notTerminable,
  noWayToOk,
  terminatedIsFinal,
  waitsForOthersFirst,
} from "./refusals.ts";
import {
  approve,
  begunOnceMore,
  type CurrentFacts,
  canFailOrders,
  complete,
  openOrder,
  outOfReach,
  type Rule,
  reopenableOrder,
  setAsErred,
  take,
  waitForWorker,
  waitsForOthers,
} from "./rules.ts";

/** The next step towards an allocation that is OK. */
export const nextToOk: Rule = (situation, facts) => {
  const { state } = situation.resource;
  const order = openOrder(situation.orders);
  if (order === undefined) return toOkWithoutOrder(state, facts, situation);
  const isTermination = order.type === "Terminate";

  if (waitsForOthers(order)) {
    // A change or an end that nobody has agreed to yet leaves the resource what it is.
    if (state === "OK") return reached;
    const isOnItsOwn = state === "Erred" || state === "Updating" || state === "Terminating";
    return isOnItsOwn && maySetAsOk(facts)
      ? take("set-as-ok")
      : refused(waitsForOthersFirst(order, state, "OK"));
  }
  if (order.state === "pending-provider") {
    return isTermination ? take("reject", order) : approve(order, situation, facts);
  }
  if (!isTermination) return complete(order, situation, facts);

  // A termination that fails leaves the resource OK.
  if (facts.ruledOut.has("fail")) return refused(cannotFailOrder(facts.ruledOut.get("fail")));
  if (!canFailOrders(situation.offeringType)) return take("fail", order);
  // Before it has begun, failing it crashes the server (the resource is OK already), or the server begins it all the same.
  return state === "OK" ? { kind: "wait", order } : (waitForWorker(order, situation) ?? take("fail", order));
};

function toOkWithoutOrder(state: string, facts: CurrentFacts, situation: Situation): Move {
  if (state === "OK") return reached;
  if (state === "Terminated") return refused(terminatedIsFinal());
  if (maySetAsOk(facts)) return take("set-as-ok");
  const failed = reopenableOrder(situation.orders);
  const { ruledOut } = facts;
  if (state === "Erred" && failed !== undefined && !ruledOut.has("reopen")) return take("reopen", failed);
  const stuck = begunOnceMore(situation);
  if (stuck?.type === "Terminate" && !ruledOut.has("fail")) return take("fail", stuck);
  const cause = ruledOut.get("reopen") ?? ruledOut.get("set-as-ok");
  return refused(outOfReach(facts, "set-as-ok") ?? noWayToOk(cause));
}

function maySetAsOk({ setsStates, ruledOut }: CurrentFacts): boolean {
  return setsStates !== false && !ruledOut.has("set-as-ok");
}

/** The next step towards an allocation that is marked as erred. */
export const nextToErred: Rule = (situation, facts) => {
  const { state } = situation.resource;
  const order = openOrder(situation.orders);
  // An executing order may make something else of it, where it can be failed.
  const mayChange = order?.state === "executing" && !facts.ruledOut.has("fail");
  if (state === "Erred" && !mayChange) return reached;
  if (order === undefined) return toErredWithoutOrder(situation, facts);

  if (order.type === "Terminate") return refused(endsFirst(state));
  if (waitsForOthers(order)) {
    // What nobody has agreed to yet does not keep a running resource from being broken.
    return state === "Creating" ? refused(waitsForOthersFirst(order, state, "Erred")) : setAsErred(facts);
  }
  if (order.state === "executing") {
    const wait = waitForWorker(order, situation);
    if (wait !== undefined) return wait;
    // Types of offering whose orders cannot be failed still let the resource itself be marked.
    return facts.ruledOut.has("fail") ? setAsErred(facts) : take("fail", order);
  }

  const { onPending } = facts.wishes;
  // Failing an order that was not approved would mark the resource and leave the order waiting for ever.
  if (onPending === undefined) return refused(mustChoose(state));
  if (onPending === "reject") return { kind: "step", step: "reject", order, endsIn: "rejected" };
  // What is approved cannot be taken back: first make sure that there is a way on.
  if (!canFailOrders(situation.offeringType)) {
    const { setsStates, ruledOut } = facts;
    if (setsStates === undefined && !ruledOut.has("probe")) return take("probe");
    if (setsStates !== true) return refused(approvalWouldStick(ruledOut.get("probe")));
  }
  return take("approve", order);
};

function toErredWithoutOrder(situation: Situation, facts: CurrentFacts): Move {
  const [last] = situation.orders;
  // A creation that failed before anything was made: the server has ended it, and nothing is left to be mended.
  const hasEnded = last?.type === "Create" && last.state === "erred";
  if (situation.resource.state === "Terminated" && hasEnded) return reached;
  const stuck = begunOnceMore(situation);
  const { ruledOut } = facts;
  const isWay = stuck?.type === "Update" && ruledOut.has("set-as-erred") && !ruledOut.has("fail");
  return isWay ? take("fail", stuck) : setAsErred(facts);
}

/** The next step towards an allocation that has ended, or was never granted. */
export const nextToTerminated: Rule = (situation, facts) => {
  const { state } = situation.resource;
  if (state === "Terminated") return reached;
  const order = openOrder(situation.orders);
  if (order === undefined) {
    if (state === "OK" || state === "Erred") return take("terminate");
    // Stuck without an order: the server terminates only what is OK or Erred.
    if (!STUCK.includes(state)) return refused(notTerminable(state));
    if (!facts.ruledOut.has("set-as-erred")) return setAsErred(facts);
    const stuck = begunOnceMore(situation);
    return stuck === undefined || facts.ruledOut.has("fail")
      ? refused(notTerminable(state))
      : take("fail", stuck);
  }

  if (waitsForOthers(order)) return refused(waitsForOthersFirst(order, state, "Terminated"));
  if (order.type === "Terminate") {
    return order.state === "pending-provider" ? take("approve", order) : complete(order, situation, facts);
  }
  // Whatever else was ordered is not carried out any more; then the termination can be ordered.
  if (order.state === "pending-provider") return take("reject", order);
  const wait = waitForWorker(order, situation);
  if (wait !== undefined) return wait;
  if (!facts.ruledOut.has("fail")) return take("fail", order);
  // An update can be let through on the way to the end; a creation would hand out what is not to be.
  return order.type === "Update"
    ? complete(order, situation, facts)
    : refused(cannotFailOrder(facts.ruledOut.get("fail")));
};

const STUCK: readonly string[] = ["Creating", "Updating", "Terminating"];
