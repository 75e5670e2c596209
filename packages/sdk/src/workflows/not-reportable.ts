import { UsageReportError } from "../errors.ts";

/** States in which servers take no usage. */
const REFUSED: readonly string[] = ["Creating", "Erred", "Terminated"];

export function isReportableState(state: string): boolean {
  return !REFUSED.includes(state);
}

/** @throws {UsageReportError} `not-reportable`: the server would refuse a report of what is in this state. */
export function requireReportableState(state: string): void {
  if (isReportableState(state)) return;
  throw new UsageReportError(
    "not-reportable",
    `Servers take usage of a resource that is OK, Updating or Terminating only, and this one was ${state} when it was read. ` +
      "Nothing was sent; force: true sends all the same.",
  );
}

/** @throws {UsageReportError} `not-reportable`: without a plan some servers crash, and the others refuse. */
export function requirePlan(hasPlan: boolean): void {
  if (hasPlan) return;
  throw new UsageReportError(
    "not-reportable",
    "Servers take usage of a resource that has a plan only, and this one has none. Nothing was sent; force: true sends all the same.",
  );
}
