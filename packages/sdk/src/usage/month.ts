import { UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Server } from "../servers/server.ts";
import { billingMonth } from "../values/billing-month.ts";

/** What usage reports need to know of time. */
export interface UsageClock {
  /** The calendar's time, which alone says what month it is. */
  date(): number;
  /** The same as the server has it; undefined while no answer has told. */
  serverDate(): number | undefined;
  /** The months in which the server may book what arrives at that time: one, unless its time zone is not known. */
  monthsAt(date: number): readonly string[];
}

/** What the times are taken from. */
export interface Times {
  readonly http: Transport;
  readonly billingTimeZone: string | undefined;
}

/** How the server counts its months: servers up to 2024-10 by UTC whatever their time zone, later ones by their own. */
type Counting = "UTC" | "own zone" | "unknown";

/** The clocks of Europe, in hours ahead of UTC: from the Azores in winter to Helsinki in summer, and Istanbul. */
const EUROPE = [-1, 3] as const;
const HOUR_MS = 3_600_000;

export function usageClock({ http, billingTimeZone }: Times, counting: Counting = "unknown"): UsageClock {
  const own = (at: number) =>
    billingTimeZone === undefined
      ? EUROPE.map((hours) => billingMonth(at + hours * HOUR_MS, "UTC"))
      : [billingMonth(at, billingTimeZone)];
  return {
    date: () => http.date(),
    serverDate() {
      const { aheadMs } = http.serverClock;
      return aheadMs === undefined ? undefined : http.date() + aheadMs;
    },
    monthsAt(at) {
      const months = [
        ...(counting === "own zone" ? [] : [billingMonth(at, "UTC")]),
        ...(counting === "UTC" ? [] : own(at)),
      ];
      return [...new Set(months)];
    },
  };
}

/**
 * The same, where the time alone does not say which month it is to the server: then that is asked for, once.
 *
 * @param at - When the amounts were measured.
 */
export async function serverUsageClock(
  times: Times,
  api: Server,
  at: number,
  call: Call,
): Promise<UsageClock> {
  const clock = usageClock(times);
  const isClear = [at, clock.date()].every((date) => clock.monthsAt(date).length === 1);
  if (isClear) return clock;
  return usageClock(times, (await api.release(call)) === "8.x" ? "own zone" : "UTC");
}

/**
 * The month that amounts measured at that moment are of, as `YYYY-MM-01`. The server books a report on the month in which
 * it arrives, so it must be the one that runs.
 *
 * @throws {UsageReportError} `month-changed`, or `month-unclear`.
 */
export function runningMonth(at: number, clock: UsageClock): string {
  const [month = "", ...others] = clock.monthsAt(at);
  if (others.length > 0) throw monthUnclear();
  requireStill(month, clock);
  return month;
}

/**
 * @throws {UsageReportError} `month-changed`: it is another month than the amounts are of. `month-unclear`: it may be.
 */
export function requireStill(month: string, { date, monthsAt }: UsageClock): void {
  const months = monthsAt(date());
  if (!months.includes(month)) throw monthChanged(month);
  if (months.length > 1) throw monthUnclear();
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
    `The amounts are of ${month.slice(0, 7)}, but by your clock or the server's that month is not the current one, or ends in a moment: ` +
      "they could count for another month. Nothing was sent.",
  );
}

function monthUnclear(): UsageReportError {
  return new UsageReportError(
    "month-unclear",
    "A new month is beginning somewhere in Europe, and this server counts months in its own time zone. Set " +
      "billingTimeZone to that zone (the server's operators know it), or report some hours earlier or later. Nothing was sent.",
  );
}

/** What a request may take to arrive, and a server tells its time by the second. */
const ON_ITS_WAY_MS = 2000;

/** The call, over as soon as the month is: no request of it is sent later, not even a retry. */
export function withinMonth(call: Call, month: string, clock: UsageClock): Call {
  // A machine that was asleep in the meantime notices only by the calendar.
  return { ...call, isOver: () => !isRunning(month, clock, ON_ITS_WAY_MS) };
}

/** Whether it will be that month in `ms`, to this machine and to the server. */
function isRunning(month: string, clock: UsageClock, ms: number): boolean {
  return [clock.date(), clock.serverDate()].every(
    (date) => date === undefined || clock.monthsAt(date + ms).every((it) => it === month),
  );
}
