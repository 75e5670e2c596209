import { InvalidArgumentError } from "../errors.ts";

/**
 * Returns the billing month of a moment as its first day, `"2026-11-01"`: the form of `billing_period`.
 *
 * Around midnight of the 1st, the time zone decides on which month usage is booked.
 *
 * @throws {InvalidArgumentError} The time zone is unknown to this runtime.
 */
export function billingMonth(moment: Date | number, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(moment);
  const part = (type: "year" | "month") => parts.find((it) => it.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-01`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, since making one takes as long as using it twenty times, and a bulk report needs one for every item. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit" });
    formats.set(timeZone, format);
    return format;
  } catch {
    throw new InvalidArgumentError(
      "billingTimeZone",
      `billingTimeZone must be an IANA time zone such as Europe/Helsinki, and this runtime does not know "${timeZone}".`,
    );
  }
}
