import type { PuhuriError, TargetState } from "../../src/index.ts";

/** A write, as a provider's program makes it. Allocations and users are numbers of the scene. */
export type Call =
  | {
      readonly do: "setState";
      readonly on: number;
      readonly target: TargetState;
      readonly onPending?: OnPending;
    }
  | { readonly do: "setBackendId"; readonly on: number; readonly id: string }
  | { readonly do: "submitReport"; readonly on: number; readonly text: string }
  | { readonly do: "reportUsage"; readonly on: number; readonly amounts: Amounts }
  | { readonly do: "ensure"; readonly user: number; readonly username: string }
  | { readonly do: OrderMove; readonly on: number };

export type OnPending = "approve" | "reject";
export const ORDER_MOVES = ["approve", "reject", "complete", "fail"] as const;
export type OrderMove = (typeof ORDER_MOVES)[number];
export type Amounts = { readonly cpu?: number; readonly gpu?: number };

/** What calls act on, by uuid. */
export interface Targets {
  readonly offering: string;
  readonly allocations: readonly string[];
  /** The newest order of each allocation at the start. */
  readonly orders: readonly string[];
  readonly users: readonly string[];
}

/** Carries calls out and rejects when it could not: the SDK, or a client that is worse. */
export type CarryOut = (call: Call, targets: Targets) => Promise<Result>;

/** What the model goes by of an answer. */
export interface Result {
  /** `unchanged`: it was so already. */
  readonly outcome?: string;
}

/** A call that was made: when, and what its client said came of it. */
export interface Made {
  readonly call: Call;
  /** The lane that made it. */
  readonly by: number;
  /** Moments of the run: what ended before another call began was over by then. */
  readonly began: number;
  readonly ended: number;
  /** `unknown`: it failed, and its error says that it may have been applied all the same. */
  readonly outcome: "done" | "failed" | "unknown";
  readonly result: Result;
  readonly error?: PuhuriError;
}
