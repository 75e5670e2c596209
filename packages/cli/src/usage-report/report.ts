import type { ReportUsageOptions } from "@puhuri/sdk";
import { InterruptedError, UsageError } from "../exit-codes.ts";
import { columnsOf } from "../output/columns.ts";
import { messageOf } from "../output/message.ts";
import { printRows } from "../output/rows.ts";
import { visible } from "../output/terminal.ts";
import { connect } from "../server/connect.ts";
import { settingsOf } from "../server/settings.ts";
import { readUsage } from "../usage-files/read-usage.ts";
import type { AllocationUsage } from "../usage-files/totals.ts";
import type { World } from "../world.ts";
import { ItemsFailedError } from "../writes/each-of.ts";
import { COLUMNS, withStoredParts } from "./changes.ts";
import { writeFailed } from "./failed-file.ts";
import { type FoundAllocations, findAllocations } from "./find-allocations.ts";
import { piecesOf, planOf, type ReportOptions } from "./options.ts";
import { type Failure, failsForAll, type Sent, sendUsage } from "./send.ts";

/**
 * Reports what a file says, and prints what changed, what failed, and a summary.
 *
 * @throws {ItemsFailedError} Some failed, and each failure was printed.
 * @throws {InterruptedError} Ctrl-C: reports in flight were finished, no others begun.
 */
export async function reportFile(world: World, file: string, options: ReportOptions): Promise<void> {
  if (file === "-" && world.stdin.isTTY === true) throw new UsageError("No file: name one, or pipe one in.");
  const columns = columnsOf(options, COLUMNS);
  const settings = await settingsOf(world);
  // Servers before 8.x always count months in UTC. For later ones, users set the zone if it is another.
  const plan = planOf(world, file, options, settings.timeZone ?? "UTC");
  const { format, allocations, uncounted } = await readUsage(piecesOf(world, file), plan);
  const usages = options.users ? allocations : allocations.map(withoutUsers);
  const puhuri = await connect(world, settings);
  const found = await findAllocations(puhuri, usages, options.offering);
  const others = format === "sreport" || format === "sacct" ? found.unknown : [];
  const keepFailed = (kept: readonly AllocationUsage[]): void => {
    if (options.failed !== undefined && !options.dryRun)
      writeFailed(world, options.failed, kept, plan.month.name);
  };
  // Also before anything is sent, to be sure that the file can be written.
  keepFailed(usages.filter((usage) => !others.includes(usage)));
  const sent = await sendUsage(world, puhuri, found.items, {
    ...choicesOf(options),
    measuredAt: plan.measuredAt,
    offering_uuid: options.offering,
  });
  const failures = [...notFound(found, others), ...sent.failures];
  keepFailed([...failures.map(({ usage }) => usage), ...sent.unsent]);
  // Prints what was done even after Ctrl-C.
  const { changes, hopeless } = sent;
  const isRead = options.dryRun === true && hopeless === undefined && !world.interrupted.aborted;
  const rows = isRead ? withStoredParts(puhuri, changes) : changes;
  const printing = { ...world, interrupted: new AbortController().signal };
  if (changes.length > 0 || options.csv) await printRows(printing, rows, columns, options);
  conclude(world, { ...sent, failures }, others, uncounted, options);
}

function withoutUsers({ allocation, components }: AllocationUsage): AllocationUsage {
  const totals = [...components].map(([type, { total }]) => [type, { total, users: new Map() }] as const);
  return { allocation, components: new Map(totals) };
}

function choicesOf(options: ReportOptions): ReportUsageOptions {
  const { rounding, missingUsers, dryRun } = options;
  return { rounding, missingUsers, dryRun, onDecrease: options.allowDecrease ? "send" : "error" };
}

function notFound({ unknown, shared }: FoundAllocations, others: readonly AllocationUsage[]): Failure[] {
  const failed = (usages: readonly AllocationUsage[], what: string) =>
    usages.map((usage) => ({ usage, error: new UsageError(what) }));
  return [
    ...failed(
      unknown.filter((usage) => !others.includes(usage)),
      "no allocation of this offering that takes usage has this backend id.",
    ),
    ...failed(
      shared,
      "several allocations of this offering have this backend id; name one by its uuid (resource).",
    ),
  ];
}

/** Prints failures and a summary. With `--json` or `--csv` there is no summary if all went well. */
function conclude(
  { stdout, stderr, interrupted }: World,
  { changed, unchanged, failures, unsent, hopeless }: Sent,
  others: readonly AllocationUsage[],
  uncounted: readonly string[],
  { dryRun = false, failed, json = false, csv = false }: ReportOptions,
): void {
  for (const { usage, error } of failures) {
    // What would fail for all is said once, at the end.
    if (failsForAll(error)) continue;
    stderr.write(`puhuri: ${visible(usage.allocation.id)}: ${messageOf(error)}\n`);
  }
  const counts = [
    `${changed} ${dryRun ? "would change" : "changed"}`,
    `${unchanged} unchanged`,
    ...(failures.length > 0 ? [`${failures.length} failed`] : []),
    ...(unsent.length > 0 ? [`${unsent.length} not sent`] : []),
    ...(others.length > 0 ? [`left out: ${namesOf(others)}`] : []),
    ...(uncounted.length > 0 ? [`no figures of: ${uncounted.join(" ")}`] : []),
  ].join(", ");
  const isLeft = failures.length + unsent.length > 0;
  const summary = isLeft && failed !== undefined && !dryRun ? `${counts}; to run again: ${failed}` : counts;
  if (hopeless !== undefined) {
    stderr.write(`${summary}.\n`);
    throw hopeless;
  }
  if (interrupted.aborted) throw new InterruptedError(`Interrupted: ${summary}.`);
  if (isLeft) throw new ItemsFailedError(`${summary}.`);
  if (!json && !csv) stdout.write(`${summary}.\n`);
  else if (uncounted.length > 0) stderr.write(`puhuri: no figures of: ${uncounted.join(" ")}\n`);
}

const MOST_NAMES = 10;

function namesOf(usages: readonly AllocationUsage[]): string {
  const names = usages.slice(0, MOST_NAMES).map(({ allocation }) => visible(allocation.id) || '""');
  return usages.length > MOST_NAMES
    ? `${names.join(" ")} and ${usages.length - MOST_NAMES} more`
    : names.join(" ");
}
