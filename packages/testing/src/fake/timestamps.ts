/** Times as Django prints them: ISO, UTC as `Z`, six digits of a second unless they are all zero. */
export function timestamp(time: Date): string {
  return time.getTime() % 1000 === 0
    ? `${time.toISOString().slice(0, 19)}Z`
    : `${time.toISOString().slice(0, 23)}000Z`;
}

/** Sorts timestamps; plain string order would put a whole second after its own fractions. */
export function compareTimestamps(a: string, b: string): number {
  const left = padded(a);
  const right = padded(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function padded(time: string): string {
  return time.length === 20 ? `${time.slice(0, 19)}.000000Z` : time;
}

/** First day of the month the server counts a report for (its time zone is UTC). */
export function billingMonth(time: Date): string {
  return `${time.toISOString().slice(0, 7)}-01`;
}
