import { InvalidArgumentError, UnsupportedByServerError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import {
  type AmountInput,
  formatAmount,
  type Hundredths,
  parseAmount,
  parseStoredAmount,
} from "../values/amount.ts";
import { requireDay, requireObject } from "../values/arguments.ts";
import { readMonth } from "./stored-usage.ts";

/** Amounts by component type and day, `{ cpu: { "2026-11-01": 10, "2026-11-02": "2.50" } }`; days are in UTC. */
export type DailyAmounts = Readonly<Record<string, Readonly<Record<string, AmountInput>>>>;

interface DailyUsage {
  readonly type: string;
  readonly date: string;
  readonly amount: Hundredths;
}

/** What a server takes at once. */
const MOST_DAYS = 1000;

/**
 * Checks amounts by day before anything is sent.
 *
 * @throws {InvalidArgumentError} None, or more than 1000 of them; a day that is none.
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
  throw new InvalidArgumentError(
    "amounts",
    `amounts must have 1 to ${MOST_DAYS} days, and has ${days.length}. Nothing was sent.`,
  );
}

/**
 * Sends amounts by day, and reads the month's totals: a server that does not know days takes them and stores nothing.
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
  for (const [month, sums] of sumsByMonth(days)) {
    const rows = await readMonth(api, resourceUuid, month, call);
    for (const [type, sum] of sums) {
      const stored = rows
        .filter((row) => row.type === type)
        .reduce((total, { usage }) => total + (parseStoredAmount(usage) ?? 0n), 0n);
      if (stored < sum) throw takesNoDays(`The total of ${type} is still ${formatAmount(stored)}.`);
    }
  }
}

/** What the days given come to at least, by month and component. */
function sumsByMonth(days: readonly DailyUsage[]): Map<string, Map<string, Hundredths>> {
  const months = new Map<string, Map<string, Hundredths>>();
  for (const { type, date, amount } of days) {
    const month = `${date.slice(0, 7)}-01`;
    const sums = months.get(month) ?? new Map<string, Hundredths>();
    months.set(month, sums.set(type, (sums.get(type) ?? 0n) + amount));
  }
  return months;
}

function takesNoDays(standing: string): UnsupportedByServerError {
  return new UnsupportedByServerError(
    `This server ignores daily amounts: they came with 8.1.4. ${standing}`,
    { operation: "component_usages_set_usage", instead: "report totals, with resources.reportUsage()." },
  );
}
