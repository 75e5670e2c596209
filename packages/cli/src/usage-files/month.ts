import { UsageError } from "../exit-codes.ts";
import { wallTime } from "../time-zone.ts";

/** A month of which usage is reported: from its start on, and before its end. Milliseconds since 1970. */
export interface Month {
  /** `2026-11`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** @throws {UsageError} The name is not that of a month, or the time zone is unknown. */
export function monthNamed(name: string, timeZone: string): Month {
  const [, year = "", month = ""] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  if (year === "") throw new UsageError(`Write the month as 2026-11, not as "${name}".`);
  const first = (index: number) => momentOf(Date.UTC(Number(year), index, 1), timeZone);
  return { name, start: first(Number(month) - 1), end: first(Number(month)) };
}

/** The month in which a moment lies, by the clocks of a time zone. */
export function monthOf(moment: Date, timeZone: string): Month {
  return monthNamed(wallTime(moment.getTime(), timeZone).slice(0, 7), timeZone);
}

/**
 * Reads times as Slurm prints them, `2026-11-23T12:00:00` by the clocks of the machine, or seconds since 1970 with
 * `SLURM_TIME_FORMAT=%s`.
 */
export class SlurmTimes {
  readonly #timeZone: string;
  /** How far the clocks were ahead in an hour. Kept, since it is slow to find out and there are thousands of jobs. */
  readonly #ahead = new Map<string, number>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Undefined if it is not a time, such as `Unknown` and `None`. */
  momentOf(text: string): number | undefined {
    if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
    if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return undefined;
    const local = Date.parse(`${text}Z`);
    if (Number.isNaN(local)) return undefined;
    const hour = text.slice(0, 13);
    const known = this.#ahead.get(hour) ?? local - momentOf(local, this.#timeZone);
    this.#ahead.set(hour, known);
    return local - known;
  }
}

/** The moment at which clocks show a time. `local` is that time as if it were in UTC. */
function momentOf(local: number, timeZone: string): number {
  const near = local - aheadMs(local, timeZone);
  return local - aheadMs(near, timeZone);
}

/** How far the clocks of a time zone are ahead of UTC. */
function aheadMs(moment: number, timeZone: string): number {
  return Date.parse(`${wallTime(moment, timeZone).replace(" ", "T")}Z`) - Math.floor(moment / 1000) * 1000;
}
