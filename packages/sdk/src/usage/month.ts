import { UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Transport } from "../http/transport.ts";
import type { Server } from "../servers/server.ts";
import { billingMonth } from "../values/billing-month.ts";

/** The times that decide which month a report counts for. */
export interface UsageClock {
  /** The time by this machine's calendar. */
  date(): number;
  /** The time by the server's clock; undefined until an answer has shown it. */
  serverDate(): number | undefined;
  /** The months on which the server may book what arrives then: one, unless its time zone is not known. */
  monthsAt(date: number): readonly string[];
}

/** Where these times come from. */
export interface Times {
  readonly http: Transport;
  readonly billingTimeZone: string | undefined;
}

/** By which time zone the server's months begin: up to 2024-10 by UTC, whatever zone is set there, later by its own. */
type Counting = "UTC" | "own zone" | "unknown";

/** How far the clocks of Europe are ahead of UTC, in hours: from the Azores in winter to Helsinki in summer, and Istanbul. */
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
 * The same for one server. It is asked for its release only where the month depends on its time zone.
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
  if (isMonthClear(at, clock)) return clock;
  return usageClock(times, (await api.release(call)) === "8.x" ? "own zone" : "UTC");
}

/** Whether the time zone of the server makes no difference, neither to the month of that moment nor to the current one. */
function isMonthClear(at: number, { date, monthsAt }: UsageClock): boolean {
  return [at, date()].every((time) => monthsAt(time).length === 1);
}

/**
 * The month of amounts that were measured then, as `YYYY-MM-01`. A server books a report on the month in which it arrives,
 * so this must be the current one.
 *
 * @throws {UsageReportError} `month-changed`, or `month-unclear`.
 */
export function runningMonth(at: number, clock: UsageClock): string {
  const [month = "", ...others] = clock.monthsAt(at);
  if (others.length > 0) throw monthUnclear();
  requireCurrent(month, clock);
  return month;
}

function requireCurrent(month: string, { date, monthsAt }: UsageClock): void {
  const months = monthsAt(date());
  if (!months.includes(month)) throw monthChanged(month);
  if (months.length > 1) throw monthUnclear();
}

/**
 * Makes sure that the month has not ended in the meantime, here or by the server's clock.
 *
 * @param ask - Sends any request, to read the server's clock again: what is known of it may be out of date.
 * @throws {UsageReportError} `month-changed`: it has ended. `month-unclear`: it may have.
 */
export async function requireStill(
  month: string,
  clock: UsageClock,
  ask: () => Promise<unknown>,
): Promise<void> {
  requireCurrent(month, clock);
  if (isRunning(month, clock, 0)) return;
  await ask();
  if (!isRunning(month, clock, 0)) throw monthChanged(month);
}

export function monthChanged(month: string): UsageReportError {
  return new UsageReportError(
    "month-changed",
    `The amounts are of ${month.slice(0, 7)}, but by your clock or the server's that month is not the current one, or is about to end. ` +
      "They could count for another month. Nothing was sent.",
  );
}

function monthUnclear(): UsageReportError {
  return new UsageReportError(
    "month-unclear",
    "A new month is beginning somewhere in Europe, and this server counts months in its own time zone. Set " +
      "billingTimeZone to that zone (the server's operators know it), or report some hours earlier or later. Nothing was sent.",
  );
}

/** For a request to arrive, and because a server's clock is known only to the second. */
const ON_ITS_WAY_MS = 2000;

/** The same call, but it ends with the month: nothing is sent after that, not even a retry. */
export function withinMonth(call: Call, month: string, clock: UsageClock): Call {
  // Not a deadline: after a sleep, only the calendar shows that the month is over.
  return { ...call, isOver: () => !isRunning(month, clock, ON_ITS_WAY_MS) };
}

/** Whether it will still be that month in `ms`, by this machine's calendar and by the server's clock. */
function isRunning(month: string, clock: UsageClock, ms: number): boolean {
  return [clock.date(), clock.serverDate()].every(
    (date) => date === undefined || clock.monthsAt(date + ms).every((it) => it === month),
  );
}
