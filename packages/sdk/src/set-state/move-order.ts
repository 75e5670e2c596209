import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import {
  type OrderStanding,
  type OrderSummary,
  reached,
  refused,
  type Situation,
  type Wishes,
} from "../servers/states.ts";
import type { Pacing } from "./poller.ts";
import { readOrder } from "./read-standing.ts";
import { cannotMoveOrder, notOnThisOffering } from "./refusals.ts";
import { complete, isLeftToTheProvider, waitForWorker } from "./rules.ts";
import { type Course, takeSteps } from "./take-steps.ts";
import { currentFacts, throughOrders } from "./through-orders.ts";

/** What became of an order. */
export interface MoveOrderResult {
  /** `unchanged`: it was where it should be already. */
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
  api: Server,
  uuid: string,
  step: keyof typeof STEPS,
  texts: Partial<Pick<Wishes, "message" | "traceback">>,
  pacing: Pacing,
  call: Call,
): Promise<MoveOrderResult> {
  const { done, from, endsIn, closes, instead = {} }: OrderStep = STEPS[step];
  const { take } = throughOrders(api, pacing.http);
  const wishes: Wishes = { message: "", traceback: "", onPending: undefined, ...texts };

  const course: Course = {
    goal: endsIn[0],
    wishes,
    reading: { operation: "orders_get", path: "/api/marketplace-orders/{uuid}/" },
    read: (reading) => readOrder(api, uuid, closes === true, pacing.http, reading),

    next(situation, facts) {
      const order = orderOf(situation, uuid);
      const { ruledOut } = facts;
      if (endsIn.includes(order.state)) return reached;
      if (ruledOut.has(step)) return refused(notOnThisOffering(done, ruledOut.get(step)));
      if (!from.includes(order.state))
        return refused(cannotMoveOrder(order, done, endsIn[0], instead[order.state]));
      const current = currentFacts(api, pacing.http, facts);
      if (step === "complete") return complete(order, situation, current);
      // Where orders cannot be failed the server says so itself.
      const isFailure = step === "fail" && isLeftToTheProvider(situation.offeringType);
      const wait = isFailure ? waitForWorker(order, situation) : undefined;
      return wait ?? { kind: "step", step, order, isLast: !closes };
    },

    async take(move, situation, taking) {
      const taken = await take(move, situation, "OK", wishes, taking);
      // The server checks nothing when an order fails: somebody may have closed it a moment before.
      return step === "fail" && taken.kind === "done" ? { kind: "done" } : taken;
    },
  };
  // What does not close an order needs no look before: the server checks it.
  const first = closes ? await course.read(call) : asIf(uuid, from[0]);
  const { situation, hasWritten } = await takeSteps(course, first, pacing, call);
  const { type, state } = orderOf(situation, uuid);
  return { outcome: hasWritten ? "changed" : "unchanged", order: { uuid, type, state } };
}

/**
 * Waits until the server's worker has been at an approved order, on offerings where the provider closes orders: it saves
 * whole rows, over whatever is written before.
 *
 * @returns Whether it shows that it has been there; where nothing would show it, there is no waiting for it either.
 * @throws {RequestTimeoutError} It has not been there within the call's time.
 */
export async function awaitWorker(api: Server, uuid: string, pacing: Pacing, call: Call): Promise<boolean> {
  const course: Course = {
    goal: "begun",
    wishes: { message: "", traceback: "", onPending: undefined },
    reading: { operation: "orders_get", path: "/api/marketplace-orders/{uuid}/" },
    read: (reading) => readOrder(api, uuid, true, pacing.http, reading),
    next(situation) {
      const order = orderOf(situation, uuid);
      const isWaitedFor = order.state === "executing" && isLeftToTheProvider(situation.offeringType);
      return (isWaitedFor ? waitForWorker(order, situation) : undefined) ?? reached;
    },
    take: async () => ({ kind: "done" }),
  };
  const { situation } = await takeSteps(course, await course.read(call), pacing, call);
  return orderOf(situation, uuid).isLinked;
}

function orderOf({ orders }: Situation, uuid: string): OrderStanding {
  return orders[0] ?? unknownOrder(uuid, "");
}

/** Of an order that nobody has looked at yet. */
function asIf(uuid: string, state: string): Situation {
  return {
    resource: { uuid: "", name: "", state: "", backend_id: "" },
    offeringType: "",
    orders: [unknownOrder(uuid, state)],
  };
}

function unknownOrder(uuid: string, state: string): OrderStanding {
  return { uuid, type: "", state, unchangedForMs: 0, isLinked: false, startDate: undefined };
}
