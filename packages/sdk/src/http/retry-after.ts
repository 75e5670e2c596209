import { httpDate } from "./http-date.ts";

/**
 * Returns the wait a `Retry-After` header asks for, in milliseconds; undefined when it is missing or malformed.
 *
 * A date is held against the answer's own `Date` where it has one, so that a wrong clock here does no harm.
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d{1,10}$/.test(value)) return Number(value) * 1000;
  const until = httpDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (httpDate(headers.get("date")) ?? now));
}
