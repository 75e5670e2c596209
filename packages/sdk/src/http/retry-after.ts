const HTTP_DATE = /^[A-Za-z]{3,9},? /;

/**
 * Returns the wait a `Retry-After` header asks for, in milliseconds; undefined when it is missing or malformed.
 *
 * A date is held against the answer's own `Date` where it has one, so that a wrong clock here does no harm.
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000;
  const until = dateOf(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (dateOf(headers.get("date")) ?? now));
}

/** Only dates as HTTP writes them, old forms included: `Date.parse` alone would take `-5` or `1.5` for one. */
function dateOf(value: string | null): number | undefined {
  if (value === null || !HTTP_DATE.test(value)) return undefined;
  // The oldest form leaves the zone out, and means the same.
  const time = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
