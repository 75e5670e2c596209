import { InvalidTransitionError } from "../../errors.ts";
import { type Move, reached, refused, type Situation, type TransitionWishes } from "../transitions.ts";
import { isOpen, waitsForConsumer, waitsForOthers } from "./order-states.ts";
import type { Actions } from "./transition-actions.ts";

/** The next step towards an allocation that is marked as erred. */
export function nextToErred(actions: Actions, situation: Situation, wishes: TransitionWishes): Move {
  const { resource, order } = situation;
  if (order === undefined || !isOpen(order)) {
    return resource.state === "Erred" ? reached : actions.setAsErred(situation, wishes);
  }
  const open = { ...situation, order };
  if (order.type === "Terminate") return refused(endsFirst(resource.state));
  if (waitsForOthers(order)) return refused(waitsForConsumer(resource.state, "erred"));
  // Types of offering whose orders cannot be failed still let the resource itself be marked.
  if (order.state === "executing") return actions.fail(open, wishes, actions.setAsErred(situation, wishes));
  if (wishes.onPending === "approve") return actions.approve(open);
  // Failing an order that was not approved would mark the resource and leave the order waiting for ever.
  return wishes.onPending === "reject"
    ? actions.reject(open, wishes, true)
    : refused(mustChoose(resource.state));
}

function mustChoose(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    'Its order still waits for your review. Say what to do with it: onPending: "approve" accepts it and then marks it as ' +
      'erred, which can be mended; onPending: "reject" refuses it for good (a new allocation then ends as Terminated).',
    { from, to: "erred", choices: ["approve", "reject"] },
  );
}

function endsFirst(from: string): InvalidTransitionError {
  return new InvalidTransitionError(
    'The resource is being terminated. First either finish that (setState "terminated") or refuse it (setState "ok").',
    { from, to: "erred" },
  );
}
