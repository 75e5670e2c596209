import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import {
  type Course,
  type OrderStanding,
  type OrderSummary,
  reached,
  refused,
  resourceSummaryOf,
  type Situation,
  type Wishes,
  withoutOrders,
} from "../servers/states.ts";
import { takeSteps } from "./engine.ts";
import { cannotMoveOrder, notOnThisOffering, stillToCome } from "./refusals.ts";
import { complete } from "./rules.ts";
import { isLeftToTheProvider, readOrder } from "./situation.ts";
import { takeStep } from "./steps.ts";
import { type Pacing, waitFor } from "./waiting.ts";

/** What became of an order. */
export interface MoveOrderResult {
  /** `unchanged`: it was already where it should be. */
  readonly outcome: "changed" | "unchanged";
  readonly order: OrderSummary;
}

interface OrderStep {
  /** As in "it cannot be approved". */
  readonly done: string;
  /** The states in which it can be taken. */
  readonly from: readonly [string, ...string[]];
  /** States the order is in when the step was taken, by us or by somebody else. */
  readonly endsIn: readonly [string, ...string[]];
  /** It closes what the server has begun: its worker would undo what comes before, so look first, and wait. */
  readonly closes?: boolean;
  /** What to do where the order is in another state, by that state. */
  readonly instead?: Readonly<Record<string, string>>;
}

const STEPS = {
  approve: {
    done: "approved",
    from: ["pending-provider"],
    endsIn: ["executing", "done", "pending-start-date"],
  },
  reject: {
    done: "rejected",
    from: ["pending-provider"],
    endsIn: ["rejected"],
    instead: { executing: "It was approved already: report it as failed with orders.fail()." },
  },
  complete: {
    done: "completed",
    from: ["executing"],
    endsIn: ["done"],
    closes: true,
    instead: { "pending-provider": "It was not approved yet: approve it first with orders.approve()." },
  },
  fail: {
    done: "failed",
    from: ["executing"],
    endsIn: ["erred"],
    closes: true,
    instead: { "pending-provider": "It was not approved yet: reject it with orders.reject()." },
  },
  cancel: {
    done: "canceled",
    from: ["pending-consumer", "pending-provider", "pending-start-date", "executing"],
    endsIn: ["canceled"],
  },
} as const satisfies Record<string, OrderStep>;

/**
 * Takes a step of an order, and reads the order after it: it is done, was done already, or cannot be done.
 *
 * @throws {InvalidTransitionError} The order is in a state from which it cannot go there.
 * @throws {UnsupportedByServerError} Orders of this type of offering cannot.
 */
export async function moveOrder(
  server: Server,
  uuid: string,
  step: keyof typeof STEPS,
  texts: Partial<Pick<Wishes, "message" | "traceback">>,
  pacing: Pacing,
  call: Call,
): Promise<MoveOrderResult> {
  const { done, from, endsIn, closes = false, instead = {} }: OrderStep = STEPS[step];
  const wishes: Wishes = { message: "", traceback: "", onPending: undefined, ...texts };
  const orderOf = ({ orders: [order] }: Situation) => order ?? unseen(uuid, "");

  const course: Course = {
    goal: endsIn[0],
    reading: READING,
    read: (reading) => readOrder(server, pacing.http, uuid, closes, reading),

    next(situation, facts) {
      const order = orderOf(situation);
      const refusal = facts.ruledOut.get(step);
      if (endsIn.includes(order.state)) return reached;
      if (refusal !== undefined) return refused(notOnThisOffering(done, refusal));
      if (!from.includes(order.state))
        return refused(cannotMoveOrder(order, done, endsIn[0], instead[order.state]));
      if (step === "complete") return complete(order, situation, facts);
      // Where orders cannot be failed the server says so itself.
      const isAwaited = order.isWithWorker && isLeftToTheProvider(situation.offeringType);
      if (step === "fail" && isAwaited) return { kind: "wait", order };
      return { kind: "step", step, order, isLast: !closes };
    },

    async take(move, situation, taking) {
      const taken = await takeStep(server, move, situation, wishes, taking);
      // The server checks nothing when an order fails: somebody may have closed it a moment before.
      return step === "fail" && taken.refusal === undefined ? {} : taken;
    },
  };
  // What does not close an order needs no look before: the server checks it.
  const resource = resourceSummaryOf("", {});
  const first = closes
    ? await course.read(call)
    : { ...withoutOrders(resource), orders: [unseen(uuid, from[0])] };
  const { situation, hasWritten } = await takeSteps(course, first, pacing, call);
  const { type, state } = orderOf(situation);
  return { outcome: hasWritten ? "changed" : "unchanged", order: { uuid, type, state } };
}

/**
 * Waits until the server's worker has been at an approved order, on offerings where the provider closes orders: it saves
 * whole rows, over whatever is written before.
 *
 * @returns Whether it shows that it has been there; where nothing would show it, there is no waiting for it either.
 * @throws {RequestTimeoutError} It has not been there within the call's time.
 */
export async function awaitWorker(
  server: Server,
  uuid: string,
  pacing: Pacing,
  call: Call,
): Promise<boolean> {
  const read = () => readOrder(server, pacing.http, uuid, true, call);
  const judge = ({ orders: [order], offeringType }: Situation) =>
    order?.isWithWorker === true && isLeftToTheProvider(offeringType) ? stillToCome(order) : true;
  const { orders } = await waitFor({ ...READING, read, judge }, await read(), pacing, call);
  return orders[0]?.isLinked === true;
}

const READING = { operation: "orders_get", path: "/api/marketplace-orders/{uuid}/" };

/** An order that nobody has looked at yet. */
function unseen(uuid: string, state: string): OrderStanding {
  return { uuid, type: "", state, isWithWorker: false, isLinked: false };
}
