import type { InterceptedRequest } from "../fake/http/intercept.ts";

/** One kind of trouble. Those of `faults` are ready to use; a kind of your own needs a name and `inject`. */
export interface Fault {
  /** What the log calls it. */
  readonly name: string;
  /**
   * Stands between a client and the server for one exchange.
   *
   * `next` lets the request through: what it has done then stays done. Return the answer of `next` or another one,
   * throw `ConnectionLost`, or return undefined where there is nothing to spoil: the exchange then goes on as if
   * the fault had not been there, and the log does not show it.
   */
  inject(
    exchange: InterceptedRequest,
    next: () => Promise<Response>,
    tools: FaultTools,
  ): Promise<Response | undefined>;
}

/** What faults work with, so that tests decide over time and chance. */
export interface FaultTools {
  /** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** The next number from 0 up to 1 of the seeded row that belongs to this rule. */
  readonly random: () => number;
}
