import type { PuhuriClient } from "../client.ts";
import { InvalidTransitionError, RequestTimeoutError, UnexpectedResponseError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import type { ResourceSummary, TargetState } from "../servers/states.ts";
import type { Waiting, WaitingWork } from "../servers/waiting.ts";
import { setState } from "../set-state/set-state.ts";
import { confirmSlurm } from "../set-state/through-orders.ts";
import {
  type Allocation,
  type AllocationContext,
  type AllocationHandlers,
  allocationColumns,
  type CreatedAllocation,
} from "./handlers.ts";
import type { AllocationStep } from "./outcomes.ts";

/** What all allocations of a pass are worked on with. */
export interface Tools {
  readonly context: Context;
  readonly puhuri: PuhuriClient;
  readonly work: WaitingWork;
  readonly handlers: AllocationHandlers;
  readonly options: Omit<CallOptions, "signal"> & { readonly dryRun: boolean };
}

/** How long the server's worker is waited for: one that is late must not hold up the other allocations. */
const WORKER_MS = 15_000;

/** A worker that reads a row and saves it whole takes less. */
const WHOLE_ROW_MS = 3000;
const MAX_OVERWRITTEN = 3;

/** One allocation on its way through a pass: where it stands, and the steps that change it at Puhuri. */
export class AllocationAttempt {
  readonly handlers: AllocationHandlers;
  readonly steps: AllocationStep[] = [];
  readonly dryRun: boolean;
  waiting: Waiting;
  resource: ResourceSummary;
  #allocation: Allocation | undefined;
  readonly #tools: Tools;
  readonly #options: CallOptions;
  readonly #signal: AbortSignal;

  constructor(tools: Tools, waiting: Waiting, signal: AbortSignal) {
    const { dryRun, timeoutMs, retry } = tools.options;
    this.#tools = tools;
    this.#options = { signal, timeoutMs, retry };
    this.handlers = tools.handlers;
    this.dryRun = dryRun;
    this.waiting = waiting;
    this.resource = { uuid: waiting.resourceUuid, name: "", state: "", backend_id: "" };
    this.#signal = signal;
  }

  get context(): AllocationContext {
    const { resourceUuid: uuid, order } = this.waiting;
    const team = () => this.#tools.puhuri.resources.team(uuid, this.#options);
    return { order, idempotencyKey: uuid, signal: this.#signal, team };
  }

  /** The allocation as it was read last. */
  get allocation(): Allocation {
    if (this.#allocation === undefined) throw new TypeError("The allocation was not read.");
    return this.#allocation;
  }

  /** Reads where it stands: somebody may have dealt with it since it was listed. */
  async look(): Promise<void> {
    const allocation = await this.#readAllocation();
    const { http } = this.#tools.context;
    this.waiting = await this.#tools.work.again(this.waiting, allocation, http.begin(this.#options));
  }

  async #readAllocation(): Promise<Allocation> {
    const { puhuri, work } = this.#tools;
    const { uuid } = this.resource;
    const allocation: Allocation = work.showsSlug
      ? await puhuri.resources.get(uuid, { fields: [...allocationColumns, "slug"] }, this.#options)
      : await puhuri.resources.get(uuid, { fields: allocationColumns }, this.#options);
    const { name, state, backend_id } = allocation;
    if (typeof backend_id !== "string" || typeof state !== "string") throw incomplete(this.waiting);
    this.#allocation = allocation;
    this.resource = { uuid, name, state, backend_id };
    return allocation;
  }

  /** Takes a step that changes something; notes it only in a dry run. */
  async step<T>(step: AllocationStep, take: () => T | Promise<T>): Promise<T | undefined> {
    const taken = this.dryRun ? undefined : await take();
    this.steps.push(step);
    return taken;
  }

  /** Approves the order: the server may do something else with it then than hand it over. */
  async approve(orderUuid: string): Promise<void> {
    const isHandedOver = await this.step("approve", async () => {
      await this.#prepareChange();
      try {
        const { order } = await this.#tools.puhuri.orders.approve(orderUuid, this.#options);
        return order.state === "executing";
      } catch (error) {
        // It was approved, but is neither executing nor done.
        if (error instanceof InvalidTransitionError) return false;
        throw error;
      }
    });
    if (isHandedOver === false) await this.look();
    else this.waiting = { ...this.waiting, needsReview: false };
  }

  /** Servers that know of no start dates (2024-10) let a change on Slurm fail as it is approved, if they are not told before. */
  async #prepareChange(): Promise<void> {
    const { kind, order, resourceUuid } = this.waiting;
    if (kind !== "update" || order?.start_date !== undefined) return;
    const { provider, http } = this.#tools.context;
    const call = http.begin(this.#options);
    await confirmSlurm(await provider.resolve(call), resourceUuid, call);
  }

  /** Refuses it for good: the order, or on a 2021 server the allocation. */
  reject(comment: string | undefined): Promise<unknown> {
    const { order } = this.waiting;
    if (order === undefined) return this.#setState("reject", "Terminated", comment);
    const options = { comment, ...this.#options };
    return this.step("reject", () => this.#tools.puhuri.orders.reject(order.uuid, options));
  }

  /**
   * Stores the backend id and the report where they differ from what is stored. The server's worker saves whole rows: so
   * it is waited for, and where it does not show, what was written is read again a moment later.
   */
  async tell(created: CreatedAllocation): Promise<void> {
    const isApproved = !this.dryRun && !this.waiting.needsReview;
    if (isApproved && this.waiting.hasBegun !== true) await this.#waitForWorker();
    const { http } = this.#tools.context;
    for (let times = 0; await this.#write(created); times++) {
      if (!isApproved || this.waiting.hasBegun !== undefined) return;
      if (times === MAX_OVERWRITTEN) throw this.#timeout("What was written there does not last.");
      await http.wait(http.begin(this.#options), WHOLE_ROW_MS);
      await this.#readAllocation();
    }
  }

  /** @returns Whether anything had to be written. */
  async #write({ backend_id, report }: CreatedAllocation): Promise<boolean> {
    const { uuid, backend_id: storedId, report: storedReport } = this.allocation;
    const { resources } = this.#tools.puhuri;
    const isLinked = backend_id.trim() === storedId;
    const isDescribed = report === undefined || isSame(report, storedReport);
    if (!isLinked) {
      await this.step("set-backend-id", () => resources.setBackendId(uuid, backend_id, this.#options));
      this.resource = { ...this.resource, backend_id: backend_id.trim() };
    }
    if (!isDescribed)
      await this.step("submit-report", () => resources.submitReport(uuid, report, this.#options));
    return !isLinked || !isDescribed;
  }

  async #waitForWorker(): Promise<void> {
    const { context, work } = this.#tools;
    const { http } = context;
    const call = http.begin({ ...this.#options, timeoutMs: WORKER_MS });
    for (let pauseMs = 500; ; pauseMs *= 2) {
      this.waiting = await work.again(this.waiting, this.allocation, call);
      if (this.waiting.hasBegun !== false || this.waiting.standing !== "open") return;
      if (!(await http.wait(call, pauseMs))) throw this.#timeout("Its worker has not begun the order yet.");
    }
  }

  #timeout(reason: string): RequestTimeoutError {
    return new RequestTimeoutError({
      ...READING,
      attempts: 1,
      maybeApplied: false,
      which: "total",
      timeoutMs: WORKER_MS,
      reason: ` ${reason} The next pass goes on.`,
    });
  }

  /** Tells Puhuri that it is carried out; what was ordered since somebody else told so is left alone. */
  complete(): Promise<void> {
    const { kind, order } = this.waiting;
    return this.#setState("complete", kind === "terminate" ? "Terminated" : "OK", undefined, order?.uuid);
  }

  /** Tells Puhuri's users that it could not be carried out. */
  async markErred(message: string): Promise<void> {
    await this.look();
    if (this.waiting.standing !== "open") {
      throw new InvalidTransitionError("Somebody else dealt with it while a handler was at work.", {
        from: this.resource.state,
        to: "Erred",
      });
    }
    // A termination that failed leaves the allocation as it was.
    const isTermination = this.waiting.kind === "terminate" && this.waiting.order !== undefined;
    await this.#setState("mark-erred", isTermination ? "OK" : "Erred", message);
  }

  async #setState(
    step: AllocationStep,
    state: TargetState,
    message: string | undefined,
    orderUuid?: string,
  ): Promise<void> {
    const { context } = this.#tools;
    const { provider, http } = context;
    const result = await this.step(step, () => {
      const call = http.begin({ timeoutMs: WORKER_MS, ...defined(this.#options) });
      const options = { message, onPending: "approve" } as const;
      return setState(provider, this.resource.uuid, state, options, context, call, orderUuid);
    });
    if (result !== undefined) this.resource = { ...result.resource, name: this.resource.name };
  }
}

const READING = { operation: "orders_get", method: "GET", path: "/api/marketplace-orders/{uuid}/" };

function defined({ signal, timeoutMs, retry }: CallOptions): CallOptions {
  return timeoutMs === undefined ? { signal, retry } : { signal, timeoutMs, retry };
}

/** An allocation without its backend id looks as if it had none. */
function incomplete({ order }: Waiting): UnexpectedResponseError {
  return new UnexpectedResponseError({
    operation: order === undefined ? "resources_get" : "provider_resources_get",
    method: "GET",
    path: `/api/marketplace-${order === undefined ? "" : "provider-"}resources/{uuid}/`,
    attempts: 1,
    maybeApplied: false,
    status: 200,
    contentType: "application/json",
    snippet: "",
    reason: "leaves out the state or the backend id of the allocation",
  });
}

type Report = readonly { readonly header: string; readonly body: string }[];

/** Texts are compared as servers keep them: trimmed. */
function isSame(report: Report, stored: Report | null | undefined): boolean {
  const textOf = (sections: Report) =>
    JSON.stringify(sections.map(({ header, body }) => [header.trim(), body.trim()]));
  return stored !== undefined && stored !== null && textOf(report) === textOf(stored);
}
