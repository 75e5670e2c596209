import { InvalidArgumentError, UsageReportError } from "../errors.ts";
import { Call } from "../http/call.ts";
import type { Clock } from "../http/clock.ts";
import { billingMonth } from "../values/billing-month.ts";

/** What usage reports need to know of time. */
export interface UsageClock {
  /** What calls are timed by: it may have fallen behind the calendar, on a machine that slept. */
  now(): number;
  /** The calendar's time, which alone says what month it is. */
  date(): number;
  readonly billingTimeZone: string;
}

export function usageClock(clock: Clock, billingTimeZone: string): UsageClock {
  return { now: () => clock.now(), date: () => clock.date?.() ?? clock.now(), billingTimeZone };
}

/** The month that amounts measured at that moment are of, as `YYYY-MM-01`; without it, the month that runs. */
export function monthOf(measuredAt: Date | undefined, { date, billingTimeZone }: UsageClock): string {
  if (measuredAt !== undefined && !(measuredAt instanceof Date)) {
    throw new InvalidArgumentError("measuredAt", "measuredAt must be a Date. Nothing was sent.");
  }
  return billingMonth(measuredAt ?? date(), billingTimeZone);
}

/**
 * The server books a report on the month in which it arrives.
 *
 * @throws {UsageReportError} `month-changed`: it is another month than the amounts are of.
 */
export function requireStill(month: string, clock: UsageClock): void {
  if (isStill(month, clock.date(), clock)) return;
  throw monthChanged(month);
}

export function monthChanged(month: string): UsageReportError {
  return new UsageReportError(
    "month-changed",
    `The amounts are of ${month.slice(0, 7)}, which is not the month that runs: sent now they would count for this one. Nothing was sent.`,
  );
}

const DAY_MS = 86_400_000;

/** The call, cut short where the month is over before it: no request of it is then sent later, not even a retry. */
export function withinMonth(call: Call, month: string, clock: UsageClock): Call {
  const now = clock.now();
  const behindMs = clock.date() - now;
  // No call goes on retrying for a day.
  let after = Math.min(call.deadline, now + DAY_MS);
  if (isStill(month, after + behindMs, clock)) return call;
  let within = now;
  while (after - within > 1) {
    const middle = (within + after) / 2;
    if (isStill(month, middle + behindMs, clock)) within = middle;
    else after = middle;
  }
  // A moment too early rather than too late.
  return new Call({ signal: call.signal, timeoutMs: within - now, now, retry: call.retry });
}

function isStill(month: string, moment: number, { billingTimeZone }: UsageClock): boolean {
  return billingMonth(moment, billingTimeZone) === month;
}
