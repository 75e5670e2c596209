import type { Clock, PuhuriClient } from "@puhuri/sdk";
import { type AllocationOutcome, processAllocations } from "@puhuri/sdk/loop";
import { errorFields, type Level } from "./log.ts";
import type { Memory } from "./memory.ts";
import type { Metrics, OfferingHealth } from "./metrics.ts";
import { handlersOf } from "./programs/handlers.ts";
import type { Programs } from "./programs/program.ts";
import { type Reporting, reportAll, reportLast } from "./programs/usage.ts";
import { isReportDue } from "./schedule.ts";

/** What is known of an offering by its passes: it outlives a new config. */
export interface Standing {
  readonly waiting: Map<string, { readonly since: number; readonly outcome: string }>;
  lastGoodPass: number;
}

/** What an offering is served with. */
export interface OfferingTools {
  readonly standing: Standing;
  readonly puhuri: PuhuriClient;
  readonly programs: Programs;
  readonly memory: Memory;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly random: () => number;
}

/** How bad an outcome is. */
const LEVELS: Readonly<Record<AllocationOutcome["outcome"], Level>> = {
  done: "info",
  rejected: "warn",
  waiting: "info",
  skipped: "info",
  erred: "warn",
  deferred: "warn",
  failed: "error",
};

/** How much longer or shorter a pause may be: several agents must not all ask at once. */
const JITTER = 0.1;

/** Serves one offering: passes, and reports of usage between them. */
export class OfferingAgent implements OfferingHealth {
  readonly uuid: string;
  readonly everyMs: number;
  readonly waiting: Standing["waiting"];
  readonly #tools: OfferingTools;

  constructor(tools: OfferingTools) {
    const { uuid, everyMs } = tools.programs.offering;
    this.#tools = tools;
    this.waiting = tools.standing.waiting;
    this.uuid = uuid;
    this.everyMs = everyMs;
  }

  get lastGoodPass(): number {
    return this.#tools.standing.lastGoodPass;
  }

  get lastGoodReport(): number {
    return this.#tools.memory.times.reportedAt;
  }

  /** Does what waits, again and again, until it is stopped. Nothing that goes wrong ends it. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#tools;
    while (!signal.aborted) {
      await this.once(signal);
      const pauseMs = this.everyMs * (1 + JITTER * (2 * random() - 1));
      await clock.sleep(pauseMs, signal).catch(() => {});
    }
  }

  /**
   * Does what waits now: a pass, and the report of usage if it is due.
   *
   * @returns Whether all went well.
   */
  async once(signal: AbortSignal): Promise<boolean> {
    const isPassGood = await this.#try("pass failed", signal, () => this.#pass(signal));
    const isReportGood =
      signal.aborted || (await this.#try("usage report failed", signal, () => this.#report(signal)));
    return isPassGood && isReportGood;
  }

  /** What goes wrong is for the log, and for the next time. */
  async #try(message: string, signal: AbortSignal, act: () => Promise<boolean>): Promise<boolean> {
    try {
      return await act();
    } catch (error) {
      if (signal.aborted) return false;
      this.#tools.metrics.failure(this.uuid, error);
      this.#tools.programs.log("error", message, { offering: this.uuid, ...errorFields(error) });
      return false;
    }
  }

  async #pass(signal: AbortSignal): Promise<boolean> {
    const { puhuri, programs } = this.#tools;
    const handlers = handlersOf(programs, (allocation, stop) =>
      reportLast(this.#reporting, allocation, stop),
    );
    const { dryRun } = programs.offering;
    const seen = new Set<string>();
    const run = processAllocations(puhuri, { offering_uuid: this.uuid }, handlers, { signal, dryRun });
    for await (const outcome of run) {
      seen.add(outcome.resource.uuid);
      this.#note(outcome);
    }
    for (const uuid of this.waiting.keys()) if (!seen.has(uuid)) this.waiting.delete(uuid);
    this.#tools.standing.lastGoodPass = this.#now();
    const { failed, deferred } = run.summary();
    return failed + deferred === 0;
  }

  #note(outcome: AllocationOutcome): void {
    const { metrics, programs } = this.#tools;
    const { kind = "unknown", resource, steps } = outcome;
    metrics.outcome(this.uuid, kind, outcome.outcome);
    const isOpen = ["waiting", "deferred", "failed"].includes(outcome.outcome);
    const since = this.waiting.get(resource.uuid)?.since ?? this.#now();
    if (isOpen) this.waiting.set(resource.uuid, { since, outcome: outcome.outcome });
    else this.waiting.delete(resource.uuid);
    if ("error" in outcome) metrics.failure(this.uuid, outcome.error);
    programs.log(LEVELS[outcome.outcome], `${kind} ${outcome.outcome}`, {
      offering: this.uuid,
      allocation: resource.uuid,
      name: resource.name,
      state: resource.state,
      backend_id: resource.backend_id || undefined,
      steps: steps.join(" "),
      dry_run: outcome.dryRun || undefined,
      reason: "reason" in outcome ? outcome.reason : undefined,
      since: isOpen ? new Date(since).toISOString() : undefined,
      ...("error" in outcome ? errorFields(outcome.error) : {}),
      ...("notMarked" in outcome ? { not_marked: errorFields(outcome.notMarked).error } : {}),
    });
  }

  async #report(signal: AbortSignal): Promise<boolean> {
    const { memory, programs } = this.#tools;
    const { usageAt, timeZone, programs: named } = programs.offering;
    const now = this.#now();
    if (named.usage === undefined || !isReportDue(now, memory.times, usageAt, timeZone)) return true;
    let isGood = false;
    try {
      isGood = await reportAll(this.#reporting, signal);
    } finally {
      // One that was broken off is begun anew at once.
      const { reportedAt } = memory.times;
      if (!signal.aborted) memory.remember({ triedAt: now, reportedAt: isGood ? now : reportedAt });
    }
    return isGood;
  }

  get #reporting(): Reporting {
    const { puhuri, programs, metrics } = this.#tools;
    return {
      puhuri,
      programs,
      now: () => new Date(this.#now()),
      onFailure: (error) => metrics.failure(this.uuid, error),
    };
  }

  #now(): number {
    const { clock } = this.#tools;
    return clock.date?.() ?? clock.now();
  }
}
