/** The last hours of a month must not wait for the next night: their usage would count for the next month. */
const LAST_OF_MONTH = "23:30";

/** A report that failed is not tried again in every pass. */
const RETRY_MS = 15 * 60_000;

/** What is known of the reports of an offering, in milliseconds since 1970; 0 for never. */
export interface ReportTimes {
  readonly reportedAt: number;
  readonly triedAt: number;
}

/** Whether usage is to be reported: a report was due since the last good one, and none has just failed. */
export function isReportDue(now: number, times: ReportTimes, usageAt: string, timeZone: string): boolean {
  if (times.triedAt > times.reportedAt && now - times.triedAt < RETRY_MS) return false;
  const reported = wallTime(times.reportedAt, timeZone);
  const present = wallTime(now, timeZone);
  return dueTimes(now, usageAt, timeZone).some((due) => reported < due && due <= present);
}

const DAY_MS = 86_400_000;

/** When reports were and will be due on this day and the one before, as `2026-11-30 02:30`. */
function dueTimes(now: number, usageAt: string, timeZone: string): string[] {
  return [now - DAY_MS, now].flatMap((moment) => {
    const [day = ""] = wallTime(moment, timeZone).split(" ");
    const isLast = !wallTime(moment + DAY_MS, timeZone).startsWith(day.slice(0, 7));
    return [usageAt, ...(isLast ? [LAST_OF_MONTH] : [])].map((time) => `${day} ${time}`);
  });
}

/** The time on a clock on the wall, such as `2026-11-30 14:05`. */
function wallTime(moment: number, timeZone: string): string {
  // Sweden writes dates as ISO does.
  return new Date(moment).toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
}
