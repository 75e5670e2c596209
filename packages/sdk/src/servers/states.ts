import type { PuhuriError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** Where a provider can bring an allocation, as servers show it. */
export type TargetState = "OK" | "Erred" | "Terminated";

/** All states of allocations but Terminated, whose number only grows. */
export const liveStates = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;

/** What of an allocation is read to set its state. */
export interface ResourceSummary {
  readonly uuid: string;
  readonly name: string;
  readonly state: string;
  readonly backend_id: string;
}

/** An order of a resource, on servers that have orders. */
export interface OrderSummary {
  readonly uuid: string;
  readonly type: string;
  readonly state: string;
}

/** An order in one of these has been dealt with. */
export const closedOrderStates = ["done", "erred", "canceled", "rejected"] as const;

export function isClosed(orderState: string): boolean {
  return closedOrderStates.some((closed) => closed === orderState);
}

/** An order, as the rules see it. */
export interface OrderStanding extends OrderSummary {
  /** A worker of the server may still be about to begin or to end it. */
  readonly isWithWorker: boolean;
  /** The server's worker has linked the allocation to a record of its own. */
  readonly isLinked: boolean;
  /** The day on which it is to begin, if one was ordered. */
  readonly startDate?: string | null | undefined;
}

/** How an allocation, an order or an offering user stands. */
export interface Situation {
  readonly resource: ResourceSummary;
  /** The type of its offering, such as `Marketplace.Basic`, on servers that have orders. */
  readonly offeringType: string;
  /** Whether a provider can set the allocation's state itself. On 2024-10 it only follows its orders. */
  readonly setsStates: boolean;
  /** Its orders, the newest first; none on servers without. */
  readonly orders: readonly OrderStanding[];
  /** Its parts may not have been read at the same moment, and not fit together. */
  readonly mayBeTorn?: boolean;
}

/** The caller's texts and choices. */
export interface Wishes {
  readonly message: string;
  readonly traceback: string;
  readonly onPending: "approve" | "reject" | undefined;
}

/** A step a provider can take; each is one request. */
export type Step =
  /** Sets the state itself: of an allocation on a 2021 server, and of an offering user. */
  | "command"
  // Current servers, on an order:
  | "approve"
  | "reject"
  | "complete"
  | "fail"
  | "cancel"
  | "reopen"
  // and on the resource:
  | "set-as-ok"
  | "set-as-erred"
  | "terminate"
  /** 2024-10, Slurm: confirms to the server that the allocation exists, without which every change fails. */
  | "confirm";

export interface StepMove {
  readonly kind: "step";
  readonly step: Step;
  /** The order to act on; without it, the step is about the resource. */
  readonly order?: OrderStanding;
  /** The state of the order in which the caller wants it to end, whatever state the allocation then has. */
  readonly endsIn?: string;
  /** Nothing comes after it, whatever is read then. */
  readonly isLast?: boolean;
}

/** The server's worker is at the order: look again later. */
export interface WaitMove {
  readonly kind: "wait";
  readonly order: OrderStanding;
}

/** The next thing to do on the way. */
export type Move =
  /** It is as wanted. */
  | { readonly kind: "reached" }
  /** There is no way on, or the caller must choose one. */
  | { readonly kind: "refused"; readonly error: PuhuriError }
  | WaitMove
  | StepMove;

/** What the rules know besides the situation. */
export interface Facts {
  /** Steps that are not possible here, with the server's refusal. */
  readonly ruledOut: ReadonlyMap<Step, PuhuriError>;
  /** What this call did last. */
  readonly last?: StepMove | WaitMove | undefined;
}

/** A step that was taken, and the situation before it. */
export interface TakenStep {
  readonly move: StepMove;
  readonly before: Situation;
}

/** The result of a step. */
export interface Taken {
  /** The new situation, if the answer leaves no doubt about it; otherwise it must be read. */
  readonly situation?: Situation;
  /** Why the step is not possible on this server, on this type of offering or for this user. Nothing has changed. */
  readonly refusal?: PuhuriError;
}

/** How something is brought to a state. `next` holds the rules, and sends nothing. */
export interface Course {
  /** The state, for errors. */
  readonly goal: string;
  /** What `read` asks, for the error if a wait takes too long. */
  readonly reading: { readonly operation: string; readonly path: string };
  /** @param after - The step that was just accepted: it may leave less to read. */
  read(call: Call, after?: TakenStep): Promise<Situation>;
  next(situation: Situation, facts: Facts): Move;
  take(move: StepMove, situation: Situation, call: Call): Promise<Taken>;
}

export const reached: Move = { kind: "reached" };

export function refused(error: PuhuriError): Move {
  return { kind: "refused", error };
}

/** The situation with the resource in another state. */
export function withState(situation: Situation, state: string): Situation {
  return { ...situation, resource: { ...situation.resource, state } };
}

/** The situation with an order in its new state. */
export function withOrder(situation: Situation, order: OrderStanding): Situation {
  const orders = situation.orders.map((old) => (old.uuid === order.uuid ? order : old));
  return { ...situation, orders };
}

/** The situation of what has no orders. */
export function withoutOrders(resource: ResourceSummary): Situation {
  return { resource, offeringType: "", setsStates: true, orders: [] };
}

/** Plain columns, which cost the server next to nothing. */
export const summaryColumns = ["uuid", "name", "state", "backend_id"] as const;

/** A row as a summary; a column that is missing is empty. */
export function resourceSummaryOf(uuid: string, row: Partial<ResourceSummary>): ResourceSummary {
  return { uuid, name: row.name ?? "", state: row.state ?? "", backend_id: row.backend_id ?? "" };
}
