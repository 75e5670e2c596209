import { reached, refused } from "../servers/states.ts";
import { cannotFailOrder, notTerminable, waitsForOthersFirst } from "./refusals.ts";
import {
  begunOnceMore,
  complete,
  openOrder,
  type Rule,
  setAsErred,
  take,
  waitForWorker,
  waitsForOthers,
} from "./rules.ts";

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
