import type { PuhuriHttp } from "../dialects/wire.ts";
import { InvalidArgumentError, UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { billingMonth } from "../values/billing-month.ts";

/** What usage reports need to know of time. */
export interface UsageClock {
  /** What calls are timed by: it may have fallen behind the calendar, on a machine that slept. */
  now(): number;
  /** The calendar's time, which alone says what month it is. */
  date(): number;
  /** The same as the server has it; undefined while no answer has told. */
  serverDate(): number | undefined;
  readonly billingTimeZone: string;
}

export function usageClock({ clock, serverClock }: Times, billingTimeZone: string): UsageClock {
  const date = () => clock.date?.() ?? clock.now();
  const serverDate = () => (serverClock.aheadMs === undefined ? undefined : date() + serverClock.aheadMs);
  return { now: () => clock.now(), date, serverDate, billingTimeZone };
}

type Times = Pick<PuhuriHttp, "clock" | "serverClock">;

/** The month that amounts measured at that moment are of, as `YYYY-MM-01`; without it, the month that runs. */
export function monthOf(measuredAt: Date | undefined, { date, billingTimeZone }: UsageClock): string {
  if (measuredAt !== undefined && !(measuredAt instanceof Date && !Number.isNaN(measuredAt.getTime()))) {
    throw new InvalidArgumentError("measuredAt", "measuredAt must be a valid Date. Nothing was sent.");
  }
  return billingMonth(measuredAt ?? date(), billingTimeZone);
}

/**
 * The server books a report on the month in which it arrives.
 *
 * @throws {UsageReportError} `month-changed`: it is another month than the amounts are of.
 */
export function requireStill(month: string, { date, billingTimeZone }: UsageClock): void {
  if (billingMonth(date(), billingTimeZone) !== month) throw monthChanged(month);
}

/**
 * The same by the server's own clock.
 *
 * @param ask - Sends a request: what was told before may be old, or the calendar here was set since.
 */
export async function requireStillThere(
  month: string,
  clock: UsageClock,
  ask: () => Promise<unknown>,
): Promise<void> {
  if (isRunning(month, clock, 0)) return;
  await ask();
  if (!isRunning(month, clock, 0)) throw monthChanged(month);
}

export function monthChanged(month: string): UsageReportError {
  return new UsageReportError(
    "month-changed",
    `The amounts are of ${month.slice(0, 7)}, which is not the month that runs, here or by the server's clock, or is about to end: ` +
      "they could count for another one. Nothing was sent.",
  );
}

/** What a request may take to arrive, and a server tells its time by the second. */
const ON_ITS_WAY_MS = 2000;

/** The call, over as soon as the month is: no request of it is sent later, not even a retry. */
export function withinMonth(call: Call, month: string, clock: UsageClock): Call {
  // A machine that sleeps meanwhile notices only by the calendar.
  return call.cutShort(call.deadline, () => !isRunning(month, clock, ON_ITS_WAY_MS));
}

/** Whether it will be that month in `ms`, to this machine and to the server. */
function isRunning(month: string, clock: UsageClock, ms: number): boolean {
  return [clock.date(), clock.serverDate()].every(
    (date) => date === undefined || billingMonth(date + ms, clock.billingTimeZone) === month,
  );
}
