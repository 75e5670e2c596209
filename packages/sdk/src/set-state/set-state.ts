import { InvalidTransitionError } from "../errors.ts";
import { CALL_KEYS, type Call, type CallOptions } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Provider } from "../servers/detect.ts";
import type { Server } from "../servers/server.ts";
import {
  type Course,
  type OrderStanding,
  type ResourceSummary,
  reached,
  refused,
  type TargetState,
  type Wishes,
} from "../servers/states.ts";
import { type KeysOf, requireKeys, requireObject, requireOneOf, requireText } from "../values/arguments.ts";
import { takeSteps } from "./engine.ts";
import type { Pacing } from "./poll.ts";
import { nextMove } from "./rules.ts";
import { readAllocation } from "./situation.ts";
import { takeStep } from "./steps.ts";

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

/** Why the state is set, and what to do with an order that still waits for review. */
export interface SetStateOptions {
  /** Why, for the users to read; kept with an order that is rejected or fails. */
  readonly message?: string | undefined;
  /** Details for the people who have to fix it. */
  readonly traceback?: string | undefined;
  /**
   * For `"Erred"`, when the order still waits for review: approve it first, or reject it. Rejecting is for good: a new
   * allocation then ends as Terminated, and one whose change was ordered stays OK.
   */
  readonly onPending?: "approve" | "reject" | undefined;
}

/**
 * Brings an allocation to the target: reads how it stands, takes the next step, until it is there.
 *
 * @param orderUuid - The only order to carry out. Once it is done, later orders are left alone.
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
  const server = await provider.resolve(call);
  const course =
    server.courseOf?.(resourceUuid, target) ??
    throughOrders(server, pacing.http, resourceUuid, target, wishes, orderUuid);
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

/** On current servers a provider moves the order, and the allocation follows. */
function throughOrders(
  server: Server,
  http: Transport,
  uuid: string,
  target: TargetState,
  wishes: Wishes,
  ownUuid: string | undefined,
): Course {
  return {
    goal: target,
    reading: { operation: "orders_list", path: "/api/marketplace-orders/" },
    read: (call, after) => readAllocation(server, http, uuid, call, after),
    take: (move, situation, call) => takeStep(server, move, situation, wishes, call),

    next(situation, { ruledOut, last }) {
      const own = situation.orders.find((order) => order.uuid === ownUuid);
      const moved = situation.orders.find((order) => order.uuid === last?.order?.uuid);
      const isChosenEnd = last?.kind === "step" && moved?.state === (last.endsIn ?? "");
      if (isChosenEnd || own?.state === "done") return reached;
      const move = nextMove(target, { ...situation, ruledOut, last, onPending: wishes.onPending });
      const from = situation.resource.state;
      // If the order to be carried out came to nothing, the state it left behind is not what was ordered, even if it is the
      // target; unless the order was to fail.
      const isAwaited = last?.kind === "wait" || last?.step === "approve" || last?.step === "complete";
      const isWanted = move.kind === "reached" && target !== "OK";
      const error =
        thwartedBy(own, from, target) ??
        (isAwaited && !isWanted ? thwartedBy(moved, from, target) : undefined);
      return error === undefined ? move : refused(error);
    },
  };
}

const THWARTED: readonly string[] = ["erred", "rejected", "canceled"];

/** An order that failed, or that somebody refused, is not simply ordered again. */
function thwartedBy(
  order: OrderStanding | undefined,
  from: string,
  to: string,
): InvalidTransitionError | undefined {
  if (order === undefined || !THWARTED.includes(order.state)) return undefined;
  return new InvalidTransitionError(
    `Its ${order.type} order was ${order.state} in the meantime, by the server or by somebody else: see orders.get("${order.uuid}").`,
    { from, to },
  );
}

/**
 * Checks the arguments before anything is sent.
 *
 * @throws {InvalidArgumentError} There is no such state or choice, or `message` or `traceback` is not text.
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
