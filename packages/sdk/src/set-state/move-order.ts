import { InvalidTransitionError } from "../errors.ts";
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
import { stillToCome, takeSteps } from "./engine.ts";
import { type Pacing, poll } from "./poll.ts";
import { notOnThisOffering } from "./refusals.ts";
import { complete } from "./rules.ts";
import { isLeftToTheProvider, readOrder } from "./situation.ts";
import { takeStep } from "./steps.ts";

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
  /** The states that show that it was taken, by us or by somebody else. */
  readonly endsIn: readonly [string, ...string[]];
  /** It closes the order. The server's worker would undo that if it came later, so read first, and wait for it. */
  readonly closes?: boolean;
  /** What to do instead, by the state that the order is in. */
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
 * Takes a step of an order, and reads the order after it. It succeeds if the step was taken before.
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

    next(situation, { ruledOut, last }) {
      const order = orderOf(situation);
      const refusal = ruledOut.get(step);
      if (endsIn.includes(order.state)) return reached;
      if (refusal !== undefined) return notOnThisOffering(done, refusal);
      if (!from.includes(order.state)) {
        const why = `This ${order.type} order is ${order.state}, so it cannot be ${done}.`;
        const facts = { from: order.state, to: endsIn[0] };
        return refused(new InvalidTransitionError(`${why} ${instead[order.state] ?? ""}`.trim(), facts));
      }
      if (step === "complete") return complete(order, { ...situation, ruledOut, last });
      // On other offerings there is nothing to wait for: the server refuses to fail an order.
      if (order.isWithWorker && isLeftToTheProvider(situation.offeringType)) return { kind: "wait", order };
      return { kind: "step", step, order, isLast: !closes };
    },

    async take(move, situation, taking) {
      const taken = await takeStep(server, move, situation, wishes, taking);
      // The server fails any order, even one that somebody closed a moment before: read what became of it.
      return step === "fail" && taken.refusal === undefined ? {} : taken;
    },
  };
  // The other steps need no reading before: the server checks the order's state.
  const resource = resourceSummaryOf("", {});
  const first = closes
    ? await course.read(call)
    : { ...withoutOrders(resource), orders: [unseen(uuid, from[0])] };
  const { situation, hasWritten } = await takeSteps(course, first, pacing, call);
  const { type, state } = orderOf(situation);
  return { outcome: hasWritten ? "changed" : "unchanged", order: { uuid, type, state } };
}

/**
 * Waits until the server's worker has begun an approved order, on offerings where the provider closes orders. The worker
 * saves whole rows, and would overwrite what is written before that.
 *
 * @returns Whether the order shows that the worker has been there. If it does not, nothing is left to wait for, but the
 *   worker may still come.
 * @throws {RequestTimeoutError} The worker has not been there within the call's time.
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
  const { orders } = await poll({ ...READING, read, judge }, await read(), pacing, call);
  return orders[0]?.isLinked === true;
}

const READING = { operation: "orders_get", path: "/api/marketplace-orders/{uuid}/" };

/** An order that was not read yet. */
function unseen(uuid: string, state: string): OrderStanding {
  return { uuid, type: "", state, isWithWorker: false, isLinked: false };
}
