import { isPuhuriError, type PuhuriClient, UsageReportError } from "@puhuri/sdk";
import { type ReportUsageManyOptions, reportUsageMany } from "@puhuri/sdk/bulk";
import { isHopeless } from "../exit-codes.ts";
import { progressOn } from "../output/terminal.ts";
import type { AllocationUsage } from "../usage-files/totals.ts";
import type { World } from "../world.ts";
import { type Change, changesOf } from "./changes.ts";
import type { UsageOfAllocation } from "./find-allocations.ts";

/** A report that failed, or could not be sent at all. */
export interface Failure {
  readonly usage: AllocationUsage;
  readonly error: unknown;
}

/** What became of the reports. */
export interface Sent {
  readonly changes: readonly Change[];
  readonly changed: number;
  readonly unchanged: number;
  readonly failures: readonly Failure[];
  /** Not begun, because the run had to end. */
  readonly unsent: readonly AllocationUsage[];
  /** The error that ended the run, since all others would have failed like this. */
  readonly hopeless: unknown;
}

/** Sends reports, a few at a time. Once nothing new should begin, it only finishes those in flight. */
export async function sendUsage(
  world: World,
  puhuri: PuhuriClient,
  items: readonly UsageOfAllocation[],
  options: ReportUsageManyOptions<UsageOfAllocation>,
): Promise<Sent> {
  // In the order of the file: outcomes come in any order.
  const changes: Change[][] = items.map(() => []);
  const failures: Failure[] = [];
  const unsent = new Set(items.map(({ tag }) => tag));
  let hopeless: unknown;
  function* source(): Generator<UsageOfAllocation> {
    for (const item of items) {
      if (world.interrupted.aborted || hopeless !== undefined) return;
      unsent.delete(item.tag);
      yield item;
    }
  }
  const progress = progressOn(world);
  const startedAt = world.now().getTime();
  const onProgress = ({ total }: { readonly total: number }) =>
    progress.show(progressText(total, items.length, world.now().getTime() - startedAt));
  const run = reportUsageMany(puhuri, source(), { ...options, onProgress });
  try {
    for await (const outcome of run) {
      if (outcome.outcome === "failed") {
        failures.push({ usage: outcome.input.tag, error: outcome.error });
        if (failsForAll(outcome.error)) hopeless ??= outcome.error;
      } else changes[outcome.index] = changesOf(outcome.input, outcome.result);
    }
  } finally {
    progress.end();
  }
  const { changed, unchanged } = run.summary();
  return { changes: changes.flat(), changed, unchanged, failures, unsent: [...unsent], hopeless };
}

/** Whether all other reports would fail like this: it is, or may be, another month for the server; or nothing arrives. */
export function failsForAll(error: unknown): boolean {
  if (isPuhuriError(error) && error instanceof UsageReportError) return error.reason.startsWith("month-");
  return isHopeless(error);
}

function progressText(count: number, all: number, ms: number): string {
  const perSecond = count / (Math.max(ms, 1) / 1000);
  const rate = perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond);
  return `${count} of ${all} allocations, ${rate}/s, ${Math.ceil((all - count) / perSecond)} s left`;
}
