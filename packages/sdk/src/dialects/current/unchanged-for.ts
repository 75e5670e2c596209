import { httpDate } from "../../http/clock.ts";

/**
 * How long ago a row was changed, as the answer that shows it tells: clocks of servers and clients may differ by hours.
 *
 * `NaN` without a `Date`, which browsers hide from pages of another origin.
 */
export function unchangedForMs(modified: string | undefined, { headers }: Response): number {
  return (httpDate(headers.get("date")) ?? Number.NaN) - Date.parse(modified ?? "");
}
