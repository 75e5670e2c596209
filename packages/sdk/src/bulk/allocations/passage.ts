import type { ResourceSummary, TargetState } from "../../dialects/transitions.ts";
import type { Waiting } from "../../dialects/waiting.ts";
import type { CallOptions } from "../../http/call.ts";
import type { Orders } from "../../nouns/orders.ts";
import type { Resources } from "../../nouns/resources.ts";
import type { Allocation, AllocationContext } from "./allocation.ts";
import type { AllocationStep } from "./allocation-outcome.ts";
import type { AllocationHandlers } from "./handlers.ts";

/** The nouns of a client that the loop works with. */
export interface ProviderNouns {
  readonly resources: Resources;
  readonly orders: Orders;
}

/** One allocation on its way through a pass. */
export class Passage {
  readonly nouns: ProviderNouns;
  readonly handlers: AllocationHandlers;
  readonly waiting: Waiting;
  readonly allocation: Allocation;
  readonly context: AllocationContext;
  readonly steps: AllocationStep[] = [];
  readonly dryRun: boolean;
  readonly #options: CallOptions;
  resource: ResourceSummary;

  constructor(
    nouns: ProviderNouns,
    handlers: AllocationHandlers,
    { waiting, allocation }: { readonly waiting: Waiting; readonly allocation: Allocation },
    options: CallOptions & { readonly signal: AbortSignal; readonly dryRun: boolean },
  ) {
    const { uuid, name, state, backend_id } = allocation;
    const { signal, timeoutMs, retry, dryRun } = options;
    this.nouns = nouns;
    this.handlers = handlers;
    this.waiting = waiting;
    this.allocation = allocation;
    this.dryRun = dryRun;
    this.#options = { signal, timeoutMs, retry };
    this.resource = { uuid, name, state, backend_id };
    this.context = {
      order: waiting.order,
      idempotencyKey: uuid,
      signal,
      team: () => nouns.resources.team(uuid, this.#options),
    };
  }

  /** Takes a step that changes something; notes it only in a dry run. */
  async step<T>(step: AllocationStep, take: () => Promise<T>): Promise<T | undefined> {
    const taken = this.dryRun ? undefined : await take();
    this.steps.push(step);
    return taken;
  }

  approve(orderUuid: string): Promise<unknown> {
    return this.step("approve", () => this.nouns.orders.approve(orderUuid, this.#options));
  }

  /** Refuses it for good: the order, or in 2021 the allocation. */
  reject(comment: string | undefined): Promise<unknown> {
    const { order } = this.waiting;
    if (order === undefined) return this.#setState("reject", "terminated", comment);
    const said = comment === undefined ? {} : { comment };
    return this.step("reject", () => this.nouns.orders.reject(order.uuid, { ...said, ...this.#options }));
  }

  /** Tells Puhuri that it is carried out. */
  complete(): Promise<void> {
    return this.#setState("complete", this.waiting.kind === "terminate" ? "terminated" : "ok", undefined);
  }

  /** Tells Puhuri's users that it could not be carried out. */
  markErred(message: string): Promise<void> {
    // A termination that failed leaves the allocation as it was.
    const isTermination = this.waiting.kind === "terminate" && this.waiting.order !== undefined;
    return this.#setState("mark-erred", isTermination ? "ok" : "erred", message);
  }

  /** Links the allocation. Not given up when the loop is stopped: what was created must not get lost. */
  async setBackendId(backendId: string): Promise<void> {
    const { uuid, backend_id } = this.allocation;
    if (backendId === backend_id) return;
    const { timeoutMs, retry } = this.#options;
    await this.step("set-backend-id", () =>
      this.nouns.resources.setBackendId(uuid, backendId, { timeoutMs, retry }),
    );
    this.resource = { ...this.resource, backend_id: backendId };
  }

  async submitReport(report: Parameters<Resources["submitReport"]>[1]): Promise<void> {
    const { uuid, report: stored } = this.allocation;
    if (isSame(report, stored)) return;
    await this.step("submit-report", () => this.nouns.resources.submitReport(uuid, report, this.#options));
  }

  async #setState(step: AllocationStep, state: TargetState, message: string | undefined): Promise<void> {
    const options = { message, onPending: "approve", ...this.#options } as const;
    const result = await this.step(step, () =>
      this.nouns.resources.setState(this.allocation.uuid, state, options),
    );
    if (result !== undefined) this.resource = { ...result.resource, name: this.resource.name };
  }
}

type Report = readonly { readonly header: string; readonly body: string }[];

/** Texts are compared as servers keep them: trimmed. */
function isSame(report: Report, stored: Report | null | undefined): boolean {
  const textOf = (sections: Report) =>
    JSON.stringify(sections.map(({ header, body }) => [header.trim(), body.trim()]));
  return stored !== undefined && stored !== null && textOf(report) === textOf(stored);
}
