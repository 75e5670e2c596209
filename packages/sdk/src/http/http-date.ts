const HTTP_DATE = /^[A-Za-z]{3,9},? /;

/** Only dates as HTTP writes them, old forms included: `Date.parse` alone would take `-5` or `1.5` for one. */
export function httpDate(value: string | null): number | undefined {
  if (value === null || !HTTP_DATE.test(value)) return undefined;
  // The oldest form leaves the zone out, and means the same.
  const time = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
