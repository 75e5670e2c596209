import { CALL_KEYS, type Call, type CallOptions } from "../http/call.ts";
import type { Provider } from "../servers/detect.ts";
import type { ResourceSummary, Situation, TargetState, Wishes } from "../servers/states.ts";
import { reached, refused } from "../servers/states.ts";
import { type KeysOf, requireKeys, requireObject, requireOneOf, requireText } from "../values/arguments.ts";
import type { Pacing } from "./poller.ts";
import { thwartedBy } from "./refusals.ts";
import { type Course, takeSteps } from "./take-steps.ts";
import { throughOrders } from "./through-orders.ts";

/** What became of an allocation. */
export interface SetStateResult {
  /** `unchanged`: it was in that state already, and nothing was written. */
  readonly outcome: "changed" | "unchanged";
  readonly from: string;
  readonly to: string;
  readonly resource: ResourceSummary;
  /** The order that was acted on last, on servers that have orders. */
  readonly orderUuid?: string;
}

/** What to tell the server, and what to do where the target alone does not say it. */
export interface SetStateOptions {
  /** Why, for the users to read; kept with an order that is rejected or fails. */
  readonly message?: string | undefined;
  /** Details for whoever has to mend it. */
  readonly traceback?: string | undefined;
  /**
   * For `"Erred"`, when the order still waits for review: approve it first, or reject it. Rejecting is for good: a new
   * allocation then ends as Terminated, and one whose change was ordered stays OK.
   */
  readonly onPending?: "approve" | "reject" | undefined;
}

/**
 * Brings an allocation to the target: reads where it stands, takes the next step, until it is there.
 *
 * @param orderUuid - The order that is carried out by this, if it is about one only. Once it is done, by whomever, what was
 *   ordered after it is left alone.
 */
export async function setState(
  provider: Provider,
  resourceUuid: string,
  target: TargetState,
  options: SetStateOptions,
  pacing: Pacing,
  call: Call,
  orderUuid?: string,
): Promise<SetStateResult> {
  const wishes = checkSetState(target, options);
  requireKeys(options, KEYS, "options");
  const api = await provider.resolve(call);
  const states = api.states ?? throughOrders(api, pacing.http);
  const orderIn = ({ orders }: Situation, uuid: string | undefined) =>
    orders.find((order) => order.uuid === uuid);

  const course: Course = {
    goal: target,
    wishes,
    reading: states.reading,
    read: (reading, after) => states.read(resourceUuid, reading, after),
    take: (move, situation, taking) => states.take(move, situation, target, wishes, taking),
    next(situation, facts) {
      const { last } = facts;
      const lastOrder = orderIn(situation, last?.order?.uuid);
      if (last?.kind === "step" && lastOrder !== undefined && lastOrder.state === last.endsIn) return reached;
      const own = orderIn(situation, orderUuid);
      if (own?.state === "done") return reached;
      const move = states.next(situation, target, facts);
      // Should the order come to nothing that is to be carried out, somebody had other plans: whatever it left behind is not
      // what was ordered, unless that was to fail.
      const isAwaited = last?.kind === "wait" || last?.step === "approve" || last?.step === "complete";
      const isWanted = move.kind === "reached" && target !== "OK";
      const thwarted =
        thwartedBy(own, situation, target) ??
        (isAwaited && !isWanted ? thwartedBy(lastOrder, situation, target) : undefined);
      return thwarted === undefined ? move : refused(thwarted);
    },
  };
  const first = await course.read(call);
  const { situation, hasWritten, orderUuid: movedOrder } = await takeSteps(course, first, pacing, call);
  const from = first.resource.state;
  const { resource } = situation;
  return {
    outcome: hasWritten || resource.state !== from ? "changed" : "unchanged",
    from,
    to: resource.state,
    resource,
    ...(movedOrder === undefined ? {} : { orderUuid: movedOrder }),
  };
}

/**
 * Checks all that a state is set by, before the first of several requests is sent: the last one tells why.
 *
 * @throws {InvalidArgumentError} There is no such state or choice, or a text is none.
 */
export function checkSetState(target: TargetState, options: SetStateOptions): Wishes {
  requireOneOf(target, TARGETS, "state");
  requireObject(options, "options");
  const { message = "", traceback = "", onPending } = options;
  requireText(message, "message");
  requireText(traceback, "traceback");
  if (onPending !== undefined) requireOneOf(onPending, CHOICES, "onPending");
  return { message, traceback, onPending };
}

const KEYS: KeysOf<SetStateOptions & CallOptions> = {
  message: true,
  traceback: true,
  onPending: true,
  ...CALL_KEYS,
};
const TARGETS: readonly string[] = ["OK", "Erred", "Terminated"] satisfies TargetState[];
const CHOICES: readonly string[] = ["approve", "reject"] satisfies SetStateOptions["onPending"][];
