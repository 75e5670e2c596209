import type { PuhuriClient } from "../client.ts";
import {
  InvalidTransitionError,
  type UnexpectedResponseError,
  UsageReportError,
  type UsageReportProblem,
} from "../errors.ts";
import type { Context } from "../nouns/context.ts";
import { unusableRow } from "../servers/operations.ts";
import type { ResourceSummary, TargetState } from "../servers/states.ts";
import type { WorkItem } from "../servers/work.ts";
import { awaitWorker } from "../set-state/move-order.ts";
import { setState } from "../set-state/set-state.ts";
import { checkLastUsage } from "./answers.ts";
import {
  type Allocation,
  type AllocationContext,
  type AllocationHandlers,
  allocationColumns,
  type CreatedAllocation,
} from "./handlers.ts";
import { Attempt, type AttemptOptions } from "./pass.ts";
import { workOf } from "./waiting-orders.ts";

/** What a pass did with an allocation, in this order. */
export type AllocationStep =
  | "approve"
  | "reject"
  | "create"
  | "set-backend-id"
  | "submit-report"
  | "update"
  | "report-usage"
  | "terminate"
  | "complete"
  | "mark-erred";

/** How long to wait for the server's worker: a late one must not hold up the other allocations. */
const WORKER_MS = 15_000;

/** More than a worker needs to read a row and to save it. */
const WHOLE_ROW_MS = 3000;
const MAX_OVERWRITTEN = 3;

/** Why the server will never take usage of an allocation. */
const NEVER_TAKEN: readonly UsageReportProblem[] = ["not-reportable", "no-open-period", "daily-amounts"];

/** Work on one allocation: how it stands, and the steps that change it at Puhuri. */
export class AllocationAttempt extends Attempt<AllocationStep> {
  readonly handlers: AllocationHandlers;
  item: WorkItem;
  resource: ResourceSummary;
  #allocation: Allocation | undefined;
  readonly #puhuri: PuhuriClient;

  constructor(
    context: Context,
    puhuri: PuhuriClient,
    handlers: AllocationHandlers,
    item: WorkItem,
    options: AttemptOptions,
  ) {
    super(context, options);
    this.handlers = handlers;
    this.item = item;
    this.resource = { uuid: item.resourceUuid, name: "", state: "", backend_id: "" };
    this.#puhuri = puhuri;
  }

  /** What handlers get in addition to the allocation. */
  get given(): AllocationContext {
    const { resourceUuid: uuid, order } = this.item;
    const team = () => this.#puhuri.resources.team(uuid, this.options);
    return { order, idempotencyKey: uuid, signal: this.signal, team };
  }

  /** The allocation as it was read last. */
  get allocation(): Allocation {
    if (this.#allocation === undefined) throw new TypeError("The allocation was not read.");
    return this.#allocation;
  }

  /** Reads how it stands: somebody may have dealt with it since it was listed. */
  async look(): Promise<void> {
    await this.#readAllocation();
    this.item = await this.send((server, call) => workOf(server).again(this.item, this.resource, call));
  }

  async #readAllocation(): Promise<void> {
    const { uuid } = this.resource;
    const slug = await this.send(async (server) => (workOf(server).showsSlug ? (["slug"] as const) : []));
    const fields = [...allocationColumns, ...slug];
    const allocation: Allocation = await this.#puhuri.resources.get(uuid, { fields }, this.options);
    const { name, state, backend_id } = allocation;
    if (typeof backend_id !== "string" || typeof state !== "string") throw incomplete(this.item);
    this.#allocation = allocation;
    this.resource = { uuid, name, state, backend_id };
  }

  /** Approves the order, and reads what came of it if the server did not hand it over. */
  async approve(orderUuid: string): Promise<void> {
    const isHandedOver = await this.step("approve", async () => {
      await this.#confirmChanged();
      try {
        const { order } = await this.#puhuri.orders.approve(orderUuid, this.options);
        return order.state === "executing";
      } catch (error) {
        // It was approved, but is neither executing nor done.
        if (error instanceof InvalidTransitionError) return false;
        throw error;
      }
    });
    if (isHandedOver === false) await this.look();
    else this.item = { ...this.item, needsReview: false };
  }

  /** On Slurm, servers without start dates (2024-10) fail a change once it is approved, unless the allocation is confirmed. */
  async #confirmChanged(): Promise<void> {
    const { kind, order, resourceUuid } = this.item;
    if (kind !== "update" || order?.start_date !== undefined) return;
    await this.send(({ resources }, call) => resources.confirmSlurm(resourceUuid, call));
  }

  /** Rejects it for good: the order, or on a 2021 server the allocation. */
  reject(comment: string | undefined): Promise<unknown> {
    const { order } = this.item;
    if (order === undefined) return this.#setState("reject", "Terminated", comment);
    const options = { comment, ...this.options };
    return this.step("reject", () => this.#puhuri.orders.reject(order.uuid, options));
  }

  /**
   * Stores the backend id and the access details if they differ from what is stored. The server's worker saves whole
   * rows and could undo this, so wait for it. If it leaves no trace, read again a moment later, and write again if need be.
   */
  async link(created: CreatedAllocation): Promise<void> {
    const { order, needsReview } = this.item;
    const isApproved = !this.dryRun && !needsReview && order !== undefined;
    const mayOverwrite =
      isApproved &&
      !(await this.send((server, call) => awaitWorker(server, order.uuid, this.context, call), WORKER_MS));
    for (let times = 0; (await this.#write(created)) && mayOverwrite; times++) {
      if (times === MAX_OVERWRITTEN)
        throw this.#interfered("Somebody else keeps overwriting its backend id or its access details.", "OK");
      await this.send((_, call) => this.context.http.wait(call, WHOLE_ROW_MS));
      await this.#readAllocation();
    }
  }

  /** @returns Whether anything had to be written. */
  async #write({ backend_id, report }: CreatedAllocation): Promise<boolean> {
    const { uuid, backend_id: storedId, report: storedReport } = this.allocation;
    const { resources } = this.#puhuri;
    const isLinked = backend_id.trim() === storedId;
    const isDescribed = report === undefined || isSame(report, storedReport);
    if (!isLinked)
      await this.step("set-backend-id", () => resources.setBackendId(uuid, backend_id, this.options));
    if (!isDescribed)
      await this.step("submit-report", () => resources.submitReport(uuid, report, this.options));
    return !isLinked || !isDescribed;
  }

  /**
   * Reports what the allocation has used, if the server takes it.
   *
   * @returns Whether the handler has only begun.
   */
  async reportLastUsage(): Promise<boolean> {
    const { allocation, handlers, given } = this;
    if (handlers.lastUsage === undefined || allocation.backend_id === "") return false;
    const report = async () => {
      const begunAt = new Date(this.context.http.date());
      const usage = await handlers.lastUsage?.(allocation, given);
      if (usage === "wait" || usage === undefined) return usage === "wait";
      checkLastUsage(usage);
      // "skip", because less is measured if a pass that was killed has already removed the Slurm account. The time, because the
      // report has to be refused if the month ends while the handler measures.
      const { amounts, onDecrease = "skip", measuredAt = begunAt, ...rest } = usage;
      const options = { ...rest, onDecrease, measuredAt, ...this.options };
      await this.#puhuri.resources.reportUsage(allocation.uuid, amounts, options);
      return false;
    };
    try {
      return (await this.step("report-usage", report)) === true;
    } catch (error) {
      if (error instanceof UsageReportError && NEVER_TAKEN.includes(error.reason)) return false;
      throw error;
    }
  }

  /** Sets it to the state that was ordered. If somebody else already has, a newer order is left alone. */
  complete(): Promise<void> {
    const { kind, order } = this.item;
    return this.#setState("complete", kind === "terminate" ? "Terminated" : "OK", undefined, order?.uuid);
  }

  /** Marks it as failed; users can read why. */
  async markErred(message: string): Promise<void> {
    await this.look();
    if (this.item.standing !== "open")
      throw this.#interfered("Somebody else dealt with it while a handler was at work.", "Erred");
    // A termination that failed leaves the allocation as it was.
    const isTermination = this.item.kind === "terminate" && this.item.order !== undefined;
    await this.#setState("mark-erred", isTermination ? "OK" : "Erred", message);
  }

  #interfered(what: string, to: TargetState): InvalidTransitionError {
    return new InvalidTransitionError(what, { from: this.resource.state, to });
  }

  async #setState(
    step: AllocationStep,
    state: TargetState,
    message: string | undefined,
    orderUuid?: string,
  ): Promise<void> {
    const { context } = this;
    const result = await this.step(step, () =>
      this.send((_, call) => {
        const options = { message, onPending: "approve" } as const;
        return setState(context.provider, this.resource.uuid, state, options, context, call, orderUuid);
      }, this.options.timeoutMs ?? WORKER_MS),
    );
    if (result !== undefined) this.resource = { ...result.resource, name: this.resource.name };
  }
}

/** Without the column, the allocation would look as if it had no backend id. */
function incomplete({ order }: WorkItem): UnexpectedResponseError {
  const path = `/api/marketplace-${order === undefined ? "" : "provider-"}resources/{uuid}/`;
  return unusableRow(path, "leaves out the state or the backend id of the allocation");
}

type Report = readonly { readonly header: string; readonly body: string }[];

/** Compares texts as servers keep them: trimmed. */
function isSame(report: Report, stored: Report | null | undefined): boolean {
  const textOf = (sections: Report) =>
    JSON.stringify(sections.map(({ header, body }) => [header.trim(), body.trim()]));
  return stored !== undefined && stored !== null && textOf(report) === textOf(stored);
}
