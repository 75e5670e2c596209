import { type PuhuriClient, reportableStates, UsageReportError, type UsageReportProblem } from "@puhuri/sdk";
import { reportUsageMany } from "@puhuri/sdk/bulk";
import type { LastUsage } from "@puhuri/sdk/loop";
import { z } from "zod";
import { wallTime } from "../../time-zone.ts";
import { errorFields } from "../log.ts";
import { callProgram, type Programs } from "./program.ts";

const amount = z.union([z.number(), z.string()]);
const amounts = z.record(z.string(), amount);
export const measured = z.object({
  amounts: amounts.optional(),
  per_user: z.record(z.string(), amounts).optional(),
});

const columns = [
  "uuid",
  "name",
  "state",
  "backend_id",
  "limits",
  "attributes",
  "project_uuid",
  "customer_uuid",
] as const;

/** What is measured: any allocation with its backend id. */
interface Measurable {
  readonly uuid: string;
  readonly backend_id: string;
}

/** What reports of usage are made with. */
export interface Reporting {
  readonly puhuri: PuhuriClient;
  readonly programs: Programs;
  readonly now: () => Date;
  /** Whether the server stores what single users have used. */
  readonly keepsUsers: () => Promise<boolean>;
  /** Called with the error of each report that failed. */
  readonly onFailure: (error: unknown) => void;
}

/** Runs the usage program; undefined if there is nothing to report. */
export async function measure(
  { programs, now, keepsUsers }: Reporting,
  allocation: Measurable,
): Promise<LastUsage | undefined> {
  // Read first: if the month ends while the program runs, the amounts are of the old month.
  const measuredAt = now();
  const { timeZone } = programs.offering;
  const input = {
    allocation,
    month: wallTime(measuredAt.getTime(), timeZone).slice(0, 7),
    time_zone: timeZone,
  };
  const { amounts = {}, per_user } = await callProgram(programs, "usage", input, measured);
  if (Object.keys(amounts).length === 0) return undefined;
  const perUser = per_user !== undefined && (await keepsUsers()) ? per_user : undefined;
  return { amounts, perUser, measuredAt, rounding: "down" };
}

/**
 * Reports what all allocations of the offering have used this month so far. One failure does not stop the others.
 *
 * @returns Whether all were reported.
 */
export async function reportAll(reporting: Reporting, signal: AbortSignal): Promise<boolean> {
  const { puhuri, programs, onFailure } = reporting;
  const { uuid: offering_uuid, dryRun } = programs.offering;
  let isComplete = true;
  const fail = (allocation: string, error: unknown) => {
    const isTaken = !isNeverTaken(error);
    if (isTaken) isComplete = false;
    onFailure(error);
    programs.log(isTaken ? "error" : "warn", "usage not reported", { allocation, ...errorFields(error) });
  };
  async function* items() {
    const query = { offering_uuid, state: reportableStates, fields: columns } as const;
    // Read to its end first: measuring takes long, and the list would change.
    for (const allocation of await puhuri.resources.list(query, { signal }).toArray()) {
      if (signal.aborted) return;
      if (allocation.backend_id === "") continue;
      const usage = await measure(reporting, allocation).catch((error: unknown) => {
        fail(allocation.uuid, error);
        return undefined;
      });
      if (usage !== undefined) yield { resource: allocation.uuid, ...usage };
    }
  }
  const run = reportUsageMany(puhuri, items(), { offering_uuid, dryRun, signal });
  for await (const outcome of run) {
    const { resource: allocation } = outcome.input;
    if (outcome.outcome === "failed") fail(allocation, outcome.error);
    else {
      const level = outcome.outcome === "changed" ? "info" : "debug";
      const message = dryRun ? "usage would be reported" : "usage reported";
      programs.log(level, message, { allocation, outcome: outcome.outcome });
    }
  }
  signal.throwIfAborted();
  return isComplete;
}

/** Reports that the server will never take, such as of an allocation that was never OK. */
const NEVER_TAKEN: readonly unknown[] = [
  "not-reportable",
  "no-open-period",
  "daily-amounts",
] satisfies UsageReportProblem[];

/** Whether the next report would fail like this one. */
function isNeverTaken(error: unknown): boolean {
  return error instanceof UsageReportError && NEVER_TAKEN.includes(error.reason);
}
