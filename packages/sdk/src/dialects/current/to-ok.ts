import { InvalidTransitionError } from "../../errors.ts";
import { type Move, reached, refused, type Situation, type TransitionWishes } from "../transitions.ts";
import { isOpen, waitsForConsumer, waitsForOthers } from "./order-states.ts";
import { type Actions, noWayToOk } from "./transition-actions.ts";

/** The next step towards an allocation that is OK. */
export function nextToOk(actions: Actions, situation: Situation, wishes: TransitionWishes): Move {
  const { resource, order } = situation;
  if (order !== undefined && isOpen(order)) {
    const open = { ...situation, order };
    const isTermination = order.type === "Terminate";
    if (waitsForOthers(order)) {
      // A termination nobody has agreed to yet does not change what the resource is.
      return resource.state === "OK" ? reached : refused(waitsForConsumer(resource.state, "ok"));
    }
    if (order.state === "pending-provider") {
      return isTermination ? actions.reject(open, wishes) : actions.approve(open);
    }
    // Failing a termination brings the resource back to OK.
    return isTermination ? actions.fail(open, wishes) : actions.complete(open, "OK");
  }
  if (resource.state === "OK") return reached;
  if (resource.state === "Terminated") return refused(terminatedIsFinal());
  // A failed order that can run again ends in OK like any other; a failed termination must not.
  const reopen =
    order !== undefined && order.type !== "Terminate" ? actions.reopen({ ...situation, order }) : undefined;
  if (actions.hasSetAsOk) return actions.setAsOk(situation, reopen);
  return reopen ?? refused(noWayToOk());
}

function terminatedIsFinal(): InvalidTransitionError {
  return new InvalidTransitionError("A terminated resource does not come back. Have it ordered anew.", {
    from: "Terminated",
    to: "ok",
  });
}
