import { UsageError } from "./exit-codes.ts";

/**
 * What clocks in a time zone show at a moment, such as `2026-11-30 14:05:09`.
 *
 * @throws {UsageError} There is no such time zone.
 */
export function wallTime(moment: number, timeZone: string): string {
  const clock = clocks.get(timeZone) ?? clockOf(timeZone);
  clocks.set(timeZone, clock);
  return clock.format(moment);
}

export function isTimeZone(name: string): boolean {
  try {
    return wallTime(0, name) !== "";
  } catch {
    return false;
  }
}

/** Kept, since one takes as long to make as to read it ten times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  try {
    // Sweden writes dates as ISO does.
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  } catch {
    throw new UsageError(`There is no time zone "${timeZone}": write one such as Europe/Helsinki.`);
  }
}
