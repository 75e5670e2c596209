import { UnsupportedByServerError } from "../../errors.ts";
import { type Move, reached, refused, type Situation, type TransitionWishes } from "../transitions.ts";
import { isOpen, waitsForConsumer, waitsForOthers } from "./order-states.ts";
import type { Actions } from "./transition-actions.ts";

/** The next step towards an allocation that has ended, or was never granted. */
export function nextToTerminated(actions: Actions, situation: Situation, wishes: TransitionWishes): Move {
  const { resource, order } = situation;
  if (order !== undefined && isOpen(order)) {
    const open = { ...situation, order };
    if (waitsForOthers(order)) return refused(waitsForConsumer(resource.state, "terminated"));
    if (order.type === "Terminate") {
      return order.state === "pending-provider"
        ? actions.approve(open)
        : actions.complete(open, "Terminated");
    }
    // Whatever else was ordered is not carried out any more; then the termination can be ordered.
    return order.state === "pending-provider" ? actions.reject(open, wishes) : actions.fail(open, wishes);
  }
  if (resource.state === "Terminated") return reached;
  if (TERMINABLE.includes(resource.state)) return actions.terminate(situation);
  // Stuck without an order: the server terminates only what is OK or Erred.
  if (resource.state === "Creating" || resource.state === "Updating")
    return actions.setAsErred(situation, wishes);
  return refused(
    new UnsupportedByServerError(
      `This server does not terminate a resource that is ${resource.state} without an order.`,
      {
        operation: "provider_resources_terminate",
        instead: 'set it to "ok" or "erred" first.',
      },
    ),
  );
}

const TERMINABLE: readonly string[] = ["OK", "Erred"];
