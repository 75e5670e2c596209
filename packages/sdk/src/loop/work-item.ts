import type { PuhuriClient } from "../client.ts";
import type { Waiting, WaitingWork } from "../dialects/waiting.ts";
import { InvalidTransitionError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import { type Allocation, sharedColumns } from "./allocation.ts";
import { AllocationAttempt, summaryOf } from "./allocation-attempt.ts";
import { carryOut } from "./carry-out.ts";
import { untoldOf } from "./existing.ts";
import { HandlerFailure, isOfApi, isTransient, messageOf } from "./failures.ts";
import type { AllocationHandlers } from "./handlers.ts";
import type { AllocationOutcome, Ending } from "./outcomes.ts";

/** What all items of a pass are worked on with. */
export interface Tools {
  readonly context: Context;
  readonly puhuri: PuhuriClient;
  readonly work: WaitingWork;
  readonly handlers: AllocationHandlers;
  readonly options: Omit<CallOptions, "signal"> & { readonly dryRun: boolean };
  /** Whether rows have a slug on this server. */
  readonly hasSlug: boolean;
}

/** Works on one thing that waits: whatever comes of it is an outcome, unless the pass is stopped. */
export async function workOn(
  tools: Tools,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<AllocationOutcome> {
  const item = new WorkItem(tools, waiting, signal);
  try {
    return item.outcomeOf(await item.process());
  } catch (error) {
    // Broken off, which says nothing of the allocation.
    if (signal.aborted) throw error;
    if (error instanceof HandlerFailure) return item.outcomeOf(await item.handlerFailed(error.cause));
    return item.outcomeOf({ outcome: isTransient(error) ? "deferred" : "failed", error });
  }
}

class WorkItem {
  readonly #tools: Tools;
  readonly #waiting: Waiting;
  readonly #signal: AbortSignal;
  #attempt: AllocationAttempt | undefined;

  constructor(tools: Tools, waiting: Waiting, signal: AbortSignal) {
    this.#tools = tools;
    this.#waiting = waiting;
    this.#signal = signal;
  }

  async process(): Promise<Ending> {
    const { context, puhuri, work, handlers, options } = this.#tools;
    const callOptions = { ...options, signal: this.#signal };
    const allocation = await this.#readAllocation(callOptions);
    const { uuid } = allocation;
    const waiting = await work.again(this.#waiting, allocation, context.http.begin(callOptions));
    const attempt = new AllocationAttempt(
      context,
      puhuri,
      handlers,
      { waiting: waiting ?? this.#waiting, allocation },
      callOptions,
    );
    this.#attempt = attempt;
    if (waiting === undefined) {
      untoldOf(context).delete(uuid);
      return { outcome: "skipped", reason: "It has been dealt with meanwhile." };
    }
    const { kind, order } = waiting;
    if (kind === undefined || handlers[kind] === undefined) {
      return { outcome: "skipped", reason: `There is no handler for this (${kind ?? order?.type}).` };
    }
    const outcome = await carryOut(attempt);
    if (!attempt.dryRun) untoldOf(context).delete(uuid);
    return { outcome };
  }

  /** Tells Puhuri what a handler threw, unless that was the API's failure, or may yet go well. */
  async handlerFailed(error: unknown): Promise<Ending> {
    const attempt = this.#attempt;
    if (attempt === undefined || isTransient(error)) return { outcome: "deferred", error };
    // Users could make nothing of it, and what it is about is none the worse.
    if (isOfApi(error, attempt.failedCalls)) return { outcome: "failed", error };
    const { kind, needsReview, endsWithReview } = attempt.waiting;
    // Nothing was promised yet, and what it is about lives on: it waits for the next pass.
    if (kind !== "create" && needsReview && endsWithReview) return { outcome: "failed", error };
    try {
      await this.#requireStillWaiting(attempt);
      await attempt.markErred(messageOf(error));
      return { outcome: "erred", error };
    } catch (notMarked) {
      if (this.#signal.aborted) throw notMarked;
      return { outcome: isTransient(notMarked) ? "deferred" : "failed", error, notMarked };
    }
  }

  /** What failed here may have been carried out by somebody else meanwhile. */
  async #requireStillWaiting(attempt: AllocationAttempt): Promise<void> {
    const { context, work, options } = this.#tools;
    const callOptions = { ...options, signal: this.#signal };
    const allocation = await this.#readAllocation(callOptions);
    const waiting = await work.again(attempt.waiting, allocation, context.http.begin(callOptions));
    if (waiting !== undefined) return;
    attempt.resource = summaryOf(allocation);
    throw new InvalidTransitionError("Somebody else has dealt with it while a handler was at work.", {
      from: allocation.state,
      to: "Erred",
    });
  }

  outcomeOf(ending: Ending): AllocationOutcome {
    const { kind, resourceUuid, order } = this.#attempt?.waiting ?? this.#waiting;
    return {
      kind,
      resource: this.#attempt?.resource ?? { uuid: resourceUuid, name: "", state: "", backend_id: "" },
      ...(order === undefined ? {} : { orderUuid: order.uuid }),
      steps: this.#attempt?.steps ?? [],
      dryRun: this.#tools.options.dryRun,
      ...ending,
    };
  }

  #readAllocation(callOptions: CallOptions): Promise<Allocation> {
    const { puhuri, hasSlug } = this.#tools;
    const { resourceUuid } = this.#waiting;
    return hasSlug
      ? puhuri.resources.get(resourceUuid, { fields: [...sharedColumns, "slug"] }, callOptions)
      : puhuri.resources.get(resourceUuid, { fields: sharedColumns }, callOptions);
  }
}
