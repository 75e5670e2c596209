import { reached, refused } from "../servers/states.ts";
import { cannotFailOrder, notTerminable, waitsForConsumer } from "./refusals.ts";
import { complete, isServersTurn, openOrder, type Rule, setAsErred, take, waitsForOthers } from "./rules.ts";

/** The next step towards an allocation that has ended, or was never granted. */
export const nextToTerminated: Rule = (situation, facts) => {
  const { state } = situation.resource;
  if (state === "Terminated") return reached;
  const order = openOrder(situation.orders);
  if (order === undefined) {
    if (state === "OK" || state === "Erred") return take("terminate");
    // Stuck without an order: the server terminates only what is OK or Erred.
    if (!STUCK.includes(state)) return refused(notTerminable(state));
    return facts.ruledOut.has("set-as-erred") ? refused(notTerminable(state)) : setAsErred(facts);
  }

  if (waitsForOthers(order)) return refused(waitsForConsumer(state, "Terminated"));
  if (order.type === "Terminate") {
    return order.state === "pending-provider" ? take("approve", order) : complete(order, situation, facts);
  }
  // Whatever else was ordered is not carried out any more; then the termination can be ordered.
  if (order.state === "pending-provider") return take("reject", order);
  if (isServersTurn(order, situation)) return { kind: "wait", order };
  if (!facts.ruledOut.has("fail")) return take("fail", order);
  // An update can be let through on the way to the end; a creation would hand out what is not to be.
  return order.type === "Update"
    ? complete(order, situation, facts)
    : refused(cannotFailOrder(facts.ruledOut.get("fail")));
};

const STUCK: readonly string[] = ["Creating", "Updating", "Terminating"];
