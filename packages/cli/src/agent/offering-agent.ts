import type { Clock, Dialect, PuhuriClient } from "@puhuri/sdk";
import {
  type AllocationOutcome,
  type OfferingUserOutcome,
  processAllocations,
  processOfferingUsers,
} from "@puhuri/sdk/loop";
import { errorFields, type Level, type LogFields } from "./log.ts";
import { type Metrics, type OfferingHealth, OPEN_OUTCOMES } from "./metrics.ts";
import { handlersOf, userHandlersOf } from "./programs/handlers.ts";
import { keepMembers } from "./programs/members.ts";
import type { Programs } from "./programs/program.ts";
import { measure, type Reporting, reportAll } from "./programs/usage.ts";
import { isReportDue, type Memory } from "./report-times.ts";

/** What is open, by uuid: since when it is known, and what became of it in the last pass. */
type Waiting = Map<string, { readonly since: number; readonly outcome: string }>;

/** What passes have found out about an offering. It is kept when the config changes. */
export interface Standing {
  readonly allocations: Waiting;
  readonly users: Waiting;
  lastGoodPass: number;
}

type Outcome = AllocationOutcome | OfferingUserOutcome;

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

/** How much longer or shorter a pause may be, so that several agents do not all ask at once. */
const JITTER = 0.1;

/** Serves one offering: passes over what waits, and between them its users and the reports of usage. */
export class OfferingAgent implements OfferingHealth {
  readonly uuid: string;
  readonly everyMs: number;
  readonly #tools: OfferingTools;
  #usersDue = 0;
  #dialect: Dialect | undefined;

  constructor(tools: OfferingTools) {
    const { uuid, everyMs } = tools.programs.offering;
    this.#tools = tools;
    this.uuid = uuid;
    this.everyMs = everyMs;
  }

  get waiting(): Waiting {
    const { allocations, users } = this.#tools.standing;
    return new Map([...allocations, ...users]);
  }

  get lastGoodPass(): number {
    return this.#tools.standing.lastGoodPass;
  }

  get lastGoodReport(): number {
    return this.#tools.memory.times.reportedAt;
  }

  /** Does what waits, again and again, until it is stopped. No failure ends it. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#tools;
    while (!signal.aborted) {
      await this.once(signal);
      const pauseMs = this.everyMs * (1 + JITTER * (2 * random() - 1));
      await clock.sleep(pauseMs, signal).catch(() => {});
    }
  }

  /**
   * Does what waits now: a pass, and what is due for users and for usage.
   *
   * @returns Whether all went well.
   */
  async once(signal: AbortSignal): Promise<boolean> {
    const isPassGood = await this.#try("pass failed", signal, () => this.#pass(signal));
    const areUsersGood = await this.#try("pass over users failed", signal, () => this.#usersIfDue(signal));
    const isReportGood = await this.#try("usage report failed", signal, () => this.#report(signal));
    return isPassGood && areUsersGood && isReportGood;
  }

  /** Logs what goes wrong. The next pass tries again. */
  async #try(message: string, signal: AbortSignal, act: () => Promise<boolean>): Promise<boolean> {
    if (signal.aborted) return false;
    try {
      return await act();
    } catch (error) {
      if (signal.aborted) return false;
      this.#tools.metrics.failure(this.uuid, error);
      this.#tools.programs.log("error", message, errorFields(error));
      return false;
    }
  }

  async #pass(signal: AbortSignal): Promise<boolean> {
    const { puhuri, programs, standing } = this.#tools;
    const handlers = handlersOf(programs, (allocation) => measure(this.#reporting, allocation));
    const { dryRun } = programs.offering;
    const run = processAllocations(puhuri, { offering_uuid: this.uuid }, handlers, { signal, dryRun });
    const isGood = await this.#follow(run, standing.allocations, ({ kind = "unknown", resource }) => ({
      kind,
      uuid: resource.uuid,
      fields: {
        allocation: resource.uuid,
        name: resource.name,
        state: resource.state,
        backend_id: resource.backend_id || undefined,
      },
    }));
    standing.lastGoodPass = this.#now();
    return isGood;
  }

  async #usersIfDue(signal: AbortSignal): Promise<boolean> {
    const { puhuri, programs } = this.#tools;
    const { usersEveryMs, programs: named } = programs.offering;
    if (this.#now() < this.#usersDue) return true;
    this.#usersDue = this.#now() + usersEveryMs;
    const areUsersGood = await this.#users(signal);
    // Members come last: those who have just got a user name are among them.
    return (
      (named.members === undefined || (await keepMembers(puhuri, programs, this.#fail, signal))) &&
      areUsersGood
    );
  }

  async #users(signal: AbortSignal): Promise<boolean> {
    const { puhuri, programs, standing } = this.#tools;
    const { dryRun } = programs.offering;
    const handlers = userHandlersOf(programs);
    if (handlers === undefined) return true;
    const run = processOfferingUsers(puhuri, { offering_uuid: this.uuid }, handlers, { signal, dryRun });
    return this.#follow(run, standing.users, ({ kind, user }) => ({
      kind: `user-${kind}`,
      uuid: user.user_uuid,
      fields: { user: user.user_uuid, username: user.username || undefined, state: user.state },
    }));
  }

  /**
   * Counts and logs the outcomes of a pass, and remembers what is open after it.
   *
   * @returns Whether nothing has failed.
   */
  async #follow<Each extends Outcome>(
    run: AsyncIterable<Each>,
    known: Waiting,
    about: (outcome: Each) => { readonly kind: string; readonly uuid: string; readonly fields: LogFields },
  ): Promise<boolean> {
    const { metrics, programs } = this.#tools;
    const open = new Set<string>();
    let isGood = true;
    for await (const each of run) {
      const { kind, uuid, fields } = about(each);
      const { outcome } = each;
      metrics.outcome(this.uuid, kind, outcome);
      if ("error" in each) metrics.failure(this.uuid, each.error);
      if (outcome === "failed" || outcome === "deferred") isGood = false;
      if (OPEN_OUTCOMES.includes(outcome)) {
        open.add(uuid);
        known.set(uuid, { since: known.get(uuid)?.since ?? this.#now(), outcome });
      }
      const since = known.get(uuid)?.since;
      programs.log(LEVELS[outcome], `${kind} ${outcome}`, {
        ...fields,
        steps: each.steps.join(" "),
        dry_run: each.dryRun || undefined,
        reason: "reason" in each ? each.reason : undefined,
        since: since && new Date(since).toISOString(),
        ...("error" in each ? errorFields(each.error) : {}),
        ...("notMarked" in each ? { not_marked: errorFields(each.notMarked).error } : {}),
      });
    }
    for (const uuid of known.keys()) if (!open.has(uuid)) known.delete(uuid);
    return isGood;
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
      // A report that was interrupted is still due.
      const { reportedAt } = memory.times;
      if (!signal.aborted) memory.remember({ triedAt: now, reportedAt: isGood ? now : reportedAt });
    }
    return isGood;
  }

  readonly #fail = (error: unknown): void => this.#tools.metrics.failure(this.uuid, error);

  get #reporting(): Reporting {
    const { puhuri, programs } = this.#tools;
    return {
      puhuri,
      programs,
      now: () => new Date(this.#now()),
      keepsUsers: () => this.#keepsUsers(),
      onFailure: this.#fail,
    };
  }

  /** A 2021 server keeps totals only. The server is asked once, and again if that failed. */
  async #keepsUsers(): Promise<boolean> {
    this.#dialect ??= (await this.#tools.puhuri.server()).dialect;
    return this.#dialect !== "2021";
  }

  #now(): number {
    const { clock } = this.#tools;
    return clock.date?.() ?? clock.now();
  }
}
