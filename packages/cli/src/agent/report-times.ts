import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wallTime } from "../time-zone.ts";

/** When the usage of an offering was reported, and last tried, in milliseconds since 1970; 0 for never. */
export interface ReportTimes {
  readonly reportedAt: number;
  readonly triedAt: number;
}

/** All that an agent stores of an offering. Everything else is at Puhuri. */
export interface Memory {
  readonly times: ReportTimes;
  remember(times: ReportTimes): void;
}

/** Reads what was stored. If the file is lost or broken, usage is reported once more, which does no harm. */
export function openMemory(stateDir: string, offeringUuid: string, isDry: boolean): Memory {
  const file = join(stateDir, `${offeringUuid}.json`);
  let times = readTimes(file);
  return {
    get times() {
      return times;
    },
    remember(changed) {
      times = changed;
      if (isDry) return;
      mkdirSync(stateDir, { recursive: true });
      // Renamed when it is complete: a kill never leaves half a file.
      writeFileSync(`${file}.new`, `${JSON.stringify(times)}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}

function readTimes(file: string): ReportTimes {
  try {
    const { reportedAt, triedAt } = Object(JSON.parse(readFileSync(file, "utf8")));
    if (typeof reportedAt === "number" && typeof triedAt === "number") return { reportedAt, triedAt };
  } catch {
    // As at the first start.
  }
  return { reportedAt: 0, triedAt: 0 };
}

/** The last hours of a month must not wait for the next night: their usage would count for the next month. */
const LAST_OF_MONTH = "23:30";

/** A report that failed is not tried again in every pass. */
const RETRY_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** Whether usage is to be reported: a report was due since the last good one, and none has just failed. */
export function isReportDue(now: number, times: ReportTimes, usageAt: string, timeZone: string): boolean {
  if (times.triedAt > times.reportedAt && now - times.triedAt < RETRY_MS) return false;
  const reported = wallTime(times.reportedAt, timeZone);
  const present = wallTime(now, timeZone);
  return dueTimes(now, usageAt, timeZone).some((due) => reported < due && due <= present);
}

/** When reports were and will be due on this day and the one before, as `2026-11-30 02:30`. */
function dueTimes(now: number, usageAt: string, timeZone: string): string[] {
  return [now - DAY_MS, now].flatMap((moment) => {
    const [day = ""] = wallTime(moment, timeZone).split(" ");
    const isLast = !wallTime(moment + DAY_MS, timeZone).startsWith(day.slice(0, 7));
    return [usageAt, ...(isLast ? [LAST_OF_MONTH] : [])].map((time) => `${day} ${time}`);
  });
}
