import { type Move, reached, refused, type Situation } from "../servers/states.ts";
import { cannotFailOrder, noWayToOk, terminatedIsFinal, waitsForOthersFirst } from "./refusals.ts";
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
  take,
  waitForWorker,
  waitsForOthers,
} from "./rules.ts";

/** The next step towards an allocation that is OK. */
export const nextToOk: Rule = (situation, facts) => {
  const { state } = situation.resource;
  const order = openOrder(situation.orders);
  if (order === undefined) return withoutOrder(state, facts, situation);
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

function withoutOrder(state: string, facts: CurrentFacts, situation: Situation): Move {
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
