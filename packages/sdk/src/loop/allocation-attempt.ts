import type { PuhuriClient } from "../client.ts";
import type { ResourceSummary, TargetState } from "../dialects/states.ts";
import type { Waiting } from "../dialects/waiting.ts";
import type { CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import type { Resources } from "../nouns/resources.ts";
import { setState } from "../set-state/set-state.ts";
import type { Allocation, AllocationContext } from "./allocation.ts";
import type { AllocationHandlers } from "./handlers.ts";
import type { AllocationStep } from "./outcomes.ts";

/** One allocation on its way through a pass. */
export class AllocationAttempt {
  readonly client: Context;
  readonly puhuri: PuhuriClient;
  readonly handlers: AllocationHandlers;
  readonly waiting: Waiting;
  readonly allocation: Allocation;
  readonly context: AllocationContext;
  readonly steps: AllocationStep[] = [];
  /** What calls of the context rejected with: not the handler's own failures. */
  readonly failedCalls = new Set<unknown>();
  readonly dryRun: boolean;
  readonly #options: CallOptions;
  resource: ResourceSummary;

  constructor(
    client: Context,
    puhuri: PuhuriClient,
    handlers: AllocationHandlers,
    { waiting, allocation }: { readonly waiting: Waiting; readonly allocation: Allocation },
    options: CallOptions & { readonly signal: AbortSignal; readonly dryRun: boolean },
  ) {
    const { uuid } = allocation;
    const { signal, timeoutMs, retry, dryRun } = options;
    this.client = client;
    this.puhuri = puhuri;
    this.handlers = handlers;
    this.waiting = waiting;
    this.allocation = allocation;
    this.dryRun = dryRun;
    this.#options = { signal, timeoutMs, retry };
    this.resource = summaryOf(allocation);
    this.context = {
      order: waiting.order,
      idempotencyKey: uuid,
      signal,
      team: () => this.#noting(puhuri.resources.team(uuid, this.#options)),
    };
  }

  async #noting<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      this.failedCalls.add(error);
      throw error;
    }
  }

  /** Takes a step that changes something; notes it only in a dry run. */
  async step<T>(step: AllocationStep, take: () => Promise<T>): Promise<T | undefined> {
    const taken = this.dryRun ? undefined : await take();
    this.steps.push(step);
    return taken;
  }

  approve(orderUuid: string): Promise<unknown> {
    return this.step("approve", () => this.puhuri.orders.approve(orderUuid, this.#options));
  }

  /** Refuses it for good: the order, or in 2021 the allocation. */
  reject(comment: string | undefined): Promise<unknown> {
    const { order } = this.waiting;
    if (order === undefined) return this.#setState("reject", "Terminated", comment);
    return this.step("reject", () => this.puhuri.orders.reject(order.uuid, { comment, ...this.#options }));
  }

  /** Tells Puhuri that it is carried out; what was ordered since somebody else told so is left alone. */
  complete(): Promise<void> {
    const { kind, order } = this.waiting;
    return this.#setState("complete", kind === "terminate" ? "Terminated" : "OK", undefined, order?.uuid);
  }

  /** Tells Puhuri's users that it could not be carried out. */
  markErred(message: string): Promise<void> {
    // A termination that failed leaves the allocation as it was.
    const isTermination = this.waiting.kind === "terminate" && this.waiting.order !== undefined;
    return this.#setState("mark-erred", isTermination ? "OK" : "Erred", message);
  }

  /** Links the allocation. Not given up when the loop is stopped: what was created must not get lost. */
  async setBackendId(backendId: string): Promise<void> {
    const { uuid, backend_id } = this.allocation;
    if (backendId === backend_id) return;
    const { timeoutMs, retry } = this.#options;
    await this.step("set-backend-id", () =>
      this.puhuri.resources.setBackendId(uuid, backendId, { timeoutMs, retry }),
    );
    this.resource = { ...this.resource, backend_id: backendId };
  }

  async submitReport(report: Parameters<Resources["submitReport"]>[1]): Promise<void> {
    const { uuid, report: stored } = this.allocation;
    if (isSame(report, stored)) return;
    await this.step("submit-report", () => this.puhuri.resources.submitReport(uuid, report, this.#options));
  }

  async #setState(
    step: AllocationStep,
    state: TargetState,
    message: string | undefined,
    orderUuid?: string,
  ): Promise<void> {
    const result = await this.step(step, () => {
      const { http, provider } = this.client;
      const options = { message, onPending: "approve" } as const;
      const call = http.begin(this.#options);
      return setState(provider, this.allocation.uuid, state, options, this.client, call, orderUuid);
    });
    if (result !== undefined) this.resource = { ...result.resource, name: this.resource.name };
  }
}

export function summaryOf({ uuid, name, state, backend_id }: Allocation): ResourceSummary {
  return { uuid, name, state, backend_id };
}

type Report = readonly { readonly header: string; readonly body: string }[];

/** Texts are compared as servers keep them: trimmed. */
function isSame(report: Report, stored: Report | null | undefined): boolean {
  const textOf = (sections: Report) =>
    JSON.stringify(sections.map(({ header, body }) => [header.trim(), body.trim()]));
  return stored !== undefined && stored !== null && textOf(report) === textOf(stored);
}
