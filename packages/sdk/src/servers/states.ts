import type { PuhuriError } from "../errors.ts";
import type { Call } from "../http/call.ts";

/** Where a provider can bring an allocation, as servers show it. */
export type TargetState = "OK" | "Erred" | "Terminated";

/** What the sdk needs to know of an allocation to move it: columns that cost the server next to nothing. */
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

/** An order as the rules look at it. */
export interface OrderStanding extends OrderSummary {
  /** It was approved, and a worker of the server may still be about to begin or to end it. */
  readonly isWithWorker: boolean;
  /** The server has linked the allocation to a thing of its own: of a creation the sign that its worker has been there. */
  readonly isLinked: boolean;
  /** The day on which it is to begin, if one was ordered. */
  readonly startDate?: string | null | undefined;
}

/** Where an allocation stands. */
export interface Situation {
  readonly resource: ResourceSummary;
  /** The type of its offering, such as `Marketplace.Basic`, on servers that have orders. */
  readonly offeringType: string;
  /** Whether the server lets a provider set the state itself: not so on 2024-10, where only orders move it. */
  readonly setsStates: boolean;
  /** Its orders, the newest first; none on servers without. */
  readonly orders: readonly OrderStanding[];
  /** It was not all read at the same moment: what came in between may have changed one part, and not be seen in the other. */
  readonly mayBeTorn?: boolean;
}

/** What the caller wants to be told or asked on the way. */
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
  /** 2024-10, Slurm: tells the server's own part of an allocation that it is in use, without which no change can begin. */
  | "confirm";

export interface StepMove {
  readonly kind: "step";
  readonly step: Step;
  /** What it acts on, if not on the resource. */
  readonly order?: OrderStanding;
  /** The caller chose this end: once the order is so, what came of it is the result, whatever the target was. */
  readonly endsIn?: string;
  /** Once it is accepted nothing more is to be done, whatever is read then. */
  readonly isLast?: boolean;
}

/** The server itself is at work on the order: look again later. */
export interface WaitMove {
  readonly kind: "wait";
  readonly order: OrderStanding;
}

/** The next thing to do on the way. */
export type Move =
  /** It is as wanted. */
  | { readonly kind: "reached" }
  /** There is no way on from here, or the caller must choose it. */
  | { readonly kind: "refused"; readonly error: PuhuriError }
  | WaitMove
  | StepMove;

/** What the rules go by, besides the situation. */
export interface Facts {
  /** Steps that turned out not to be possible here, with the server's refusal. */
  readonly ruledOut: ReadonlyMap<Step, PuhuriError>;
  /** What was done last on this way. */
  readonly last?: StepMove | WaitMove | undefined;
}

/** A step that was taken, and where it stood before. */
export interface TakenStep {
  readonly move: StepMove;
  readonly before: Situation;
}

/** What came of a step. */
export interface Taken {
  /** The new situation, where the answer makes it certain; else it must be read. */
  readonly situation?: Situation;
  /** This server, this type of offering or this user cannot take the step: nothing has changed. */
  readonly refusal?: PuhuriError;
}

/** How something is brought to a state: `next` is rules only, without requests, loop or retry. */
export interface Course {
  /** As in "still on its way to OK". */
  readonly goal: string;
  /** What `read` asks, for errors of waiting in vain. */
  readonly reading: { readonly operation: string; readonly path: string };
  /** @param after - The step that was accepted just before: not all may have to be read again. */
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

/** The situation with an order as it is now. */
export function withOrder(situation: Situation, order: OrderStanding): Situation {
  const orders = situation.orders.map((old) => (old.uuid === order.uuid ? order : old));
  return { ...situation, orders };
}

/** The situation of what a provider moves itself, without orders. */
export function withoutOrders(resource: ResourceSummary): Situation {
  return { resource, offeringType: "", setsStates: true, orders: [] };
}

/** Plain columns, which cost the server next to nothing. */
export const summaryColumns = ["uuid", "name", "state", "backend_id"] as const;

type Columns = { [K in (typeof summaryColumns)[number]]?: string };

/** A sparse row as a summary; a column the server left out is empty. */
export function resourceSummaryOf(uuid: string, row: Columns): ResourceSummary {
  return { uuid, name: row.name ?? "", state: row.state ?? "", backend_id: row.backend_id ?? "" };
}
