import { type Move, reached, refused, type Situation } from "../servers/states.ts";
import { approvalWouldStick, endsFirst, mustChoose, waitsForOthersFirst } from "./refusals.ts";
import {
  begunOnceMore,
  type CurrentFacts,
  canFailOrders,
  openOrder,
  type Rule,
  setAsErred,
  take,
  waitForWorker,
  waitsForOthers,
} from "./rules.ts";

/** The next step towards an allocation that is marked as erred. */
export const nextToErred: Rule = (situation, facts) => {
  const { state } = situation.resource;
  const order = openOrder(situation.orders);
  // An executing order may make something else of it, where it can be failed.
  const mayChange = order?.state === "executing" && !facts.ruledOut.has("fail");
  if (state === "Erred" && !mayChange) return reached;
  if (order === undefined) return withoutOrder(situation, facts);

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

function withoutOrder(situation: Situation, facts: CurrentFacts): Move {
  const [last] = situation.orders;
  // A creation that failed before anything was made: the server has ended it, and nothing is left to be mended.
  const hasEnded = last?.type === "Create" && last.state === "erred";
  if (situation.resource.state === "Terminated" && hasEnded) return reached;
  const stuck = begunOnceMore(situation);
  const { ruledOut } = facts;
  const isWay = stuck?.type === "Update" && ruledOut.has("set-as-erred") && !ruledOut.has("fail");
  return isWay ? take("fail", stuck) : setAsErred(facts);
}
