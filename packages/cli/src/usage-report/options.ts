import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Rounding } from "@puhuri/sdk";
import { UsageError } from "../exit-codes.ts";
import { readText, unreadable } from "../files.ts";
import type { RowOptions } from "../output/columns.ts";
import { type ComponentRule, parseComponentMap, parseComponentRule } from "../usage-files/component-map.ts";
import { type Month, monthNamed, monthOf } from "../usage-files/month.ts";
import type { ReadingUsage, UsageFormat } from "../usage-files/read-usage.ts";
import type { World } from "../world.ts";

/** What the command line says of a report. */
export interface ReportOptions extends RowOptions {
  readonly offering?: string;
  readonly format?: UsageFormat;
  readonly component?: readonly string[];
  readonly map?: string;
  readonly month?: string;
  readonly timeZone?: string;
  readonly measuredAt?: string;
  readonly rounding: Rounding;
  readonly allowDecrease?: boolean;
  readonly missingUsers: "keep" | "zero";
  readonly users: boolean;
  readonly dryRun?: boolean;
  readonly failed?: string;
}

/** How the file is to be read, and when it was measured. */
export interface ReportPlan extends ReadingUsage {
  readonly measuredAt: Date;
}

/**
 * @param serverZone - The time zone in which the server counts months.
 * @throws {UsageError} An option is not what it should be, or the file is of a month that is not the current one.
 */
export function planOf(world: World, file: string, options: ReportOptions, serverZone: string): ReportPlan {
  const measuredAt = options.measuredAt === undefined ? writtenAt(world, file) : momentOf(options.measuredAt);
  const current = monthOf(world.now(), serverZone);
  const month =
    options.month === undefined ? monthOf(measuredAt, serverZone) : monthNamed(options.month, serverZone);
  if (month.name !== current.name) throw notCurrent(month, current);
  return {
    format: options.format,
    rules: rulesOf(world, options),
    month,
    timeZone: options.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    measuredAt,
  };
}

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (/^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new UsageError(
    `--measured-at takes a time with its zone, as in 2026-11-23T12:00:00Z, not "${text}".`,
  );
}

/** A file that nobody has written anew since last month must not be reported in this one. */
function writtenAt({ folder, now }: World, file: string): Date {
  const stats = file === "-" ? undefined : statSync(resolve(folder, file), { throwIfNoEntry: false });
  // A pipe has no such time, and the clock of a file server may be ahead.
  return stats?.isFile() && stats.mtime < now() ? stats.mtime : now();
}

function notCurrent({ name }: Month, current: Month): UsageError {
  return new UsageError(
    `The file is about ${name}, but for the server it is ${current.name}: a report counts for the month in which it arrives. ` +
      "The operators of the server can correct a month that is over. Nothing was sent.",
  );
}

function rulesOf({ folder }: World, { component = [], map }: ReportOptions): ComponentRule[] {
  const written = map === undefined ? [] : parseComponentMap(readText(resolve(folder, map)));
  return [...written, ...component.map(parseComponentRule)];
}

/** The content of the file, or of standard input if its name is `-`. */
export async function* piecesOf({ folder, stdin }: World, file: string): AsyncGenerator<string | Uint8Array> {
  if (file === "-") {
    yield* stdin;
    return;
  }
  const path = resolve(folder, file);
  try {
    yield* createReadStream(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}
