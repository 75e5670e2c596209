import { UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import { formatAmount, type Hundredths, parseAmount } from "../values/amount.ts";
import { requireDay, requireObject, wrongArgument } from "../values/arguments.ts";
import type { UsageAmounts } from "./report.ts";
import { readMonth, storedMonthOf, totalOf } from "./stored-usage.ts";

/** Amounts by component type and day, `{ cpu: { "2026-11-01": 10, "2026-11-02": "2.50" } }`; days are in UTC. */
export type DailyAmounts = Readonly<Record<string, UsageAmounts>>;

interface DailyUsage {
  readonly type: string;
  readonly date: string;
  readonly amount: Hundredths;
}

/** Servers take no more at once. */
const MOST_DAYS = 1000;

/**
 * Checks amounts by day before anything is sent.
 *
 * @throws {InvalidArgumentError} There are no days, too many, or one is not a valid day.
 * @throws {UsageReportError} `bad-amount`.
 */
export function checkDaily(amounts: DailyAmounts): DailyUsage[] {
  requireObject(amounts, "amounts");
  const days = Object.entries(amounts).flatMap(([type, byDay]) => {
    requireObject(byDay, `amounts.${type}`);
    return Object.entries(byDay).map(([date, amount]) => {
      requireDay(date, `amounts.${type}`);
      return { type, date, amount: parseAmount(amount, type) };
    });
  });
  if (days.length > 0 && days.length <= MOST_DAYS) return days;
  throw wrongArgument("amounts", `must have 1 to ${MOST_DAYS} days, and has ${days.length}`);
}

/**
 * Sends amounts by day, and reads the month's totals: a server that does not know days accepts them and stores nothing.
 *
 * @throws {UnsupportedByServerError} The server takes no notice of daily amounts.
 */
export async function setDaily(
  api: Server,
  resourceUuid: string,
  days: readonly DailyUsage[],
  call: Call,
): Promise<void> {
  if ((await api.release(call)) !== "8.x") throw takesNoDays("Nothing was sent.");
  const daily_usages = days.map((day) => ({ ...day, amount: formatAmount(day.amount) }));
  await api.usages.set({ resource: resourceUuid, usages: [], daily_usages }, call);
  for (const month of new Set(days.map(({ date }) => `${date.slice(0, 7)}-01`))) {
    const { rows } = await readMonth(api, resourceUuid, month, call);
    const stored = storedMonthOf(rows, undefined);
    // Days that were stored before count too, so the total may be more than what was sent, but not less.
    const sums = new Map<string, Hundredths>();
    for (const { type, date, amount } of days) {
      if (date.startsWith(month.slice(0, 7))) sums.set(type, (sums.get(type) ?? 0n) + amount);
    }
    for (const [type, sum] of sums) {
      const total = totalOf(stored, type) ?? 0n;
      if (total < sum) throw takesNoDays(`The total of ${type} is still ${formatAmount(total)}.`);
    }
  }
}

function takesNoDays(standing: string): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `This server ignores daily amounts: they came with 8.1.4. ${standing}`,
    { operation: "component_usages_set_usage", instead: "report totals, with resources.reportUsage()." },
  );
}
