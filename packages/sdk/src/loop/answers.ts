import type { ReportSection } from "@puhuri/api-types";
import { InvalidArgumentError } from "../errors.ts";
import { reportOptions } from "../usage/report.ts";
import { didYouMean, isText, requireKeys } from "../values/arguments.ts";
import type { CreatedAllocation, LastUsage } from "./handlers.ts";

// What handlers returned is checked before any of it is sent. All of these throw an InvalidArgumentError.

const MAX_BACKEND_ID = 255;

export function checkCreated(created: unknown): CreatedAllocation {
  const { backend_id, report } = namedAs("create", created, ["backend_id", "report"]);
  if (!isFilled(backend_id, MAX_BACKEND_ID)) {
    throw wrongAnswer(
      "create",
      `an object with a backend_id, which is text of 1 to ${MAX_BACKEND_ID} characters, or "wait".`,
    );
  }
  if (report === undefined) return { backend_id };
  if (!isReport(report)) {
    throw wrongAnswer("create", "a report of sections, each with a header and a body that are not blank.");
  }
  return { backend_id, report };
}

function isReport(report: unknown): report is readonly ReportSection[] {
  return (
    Array.isArray(report) &&
    report.length > 0 &&
    report.every((section) => isFilled(Object(section).header) && isFilled(Object(section).body))
  );
}

/** `dryRun` is refused, too: the allocation would end before its usage is stored. */
export function checkLastUsage(usage: LastUsage): void {
  if (Object(usage) !== usage) throw wrongAnswer("lastUsage", 'an object with amounts, "wait", or nothing.');
  const { force, dryRun, ...known } = reportOptions;
  requireKeys(usage, { amounts: true, ...known }, "lastUsage()");
}

/**
 * Whether a handler that returns nothing else wants to be called again. Anything like `"Waiting"` is refused: it must not
 * count as done.
 */
export function isToWait(handler: string, answer: unknown): boolean {
  if (answer !== "wait" && typeof answer === "string" && /^\s*wait/i.test(answer)) {
    throw wrongAnswer(handler, 'nothing, or exactly "wait".');
  }
  return answer === "wait";
}

/** What a handler returned, by key. A mistyped key is refused, since its value would go unnoticed. */
export function namedAs<Key extends string>(
  handler: string,
  answer: unknown,
  keys: readonly Key[],
): Partial<Record<Key, unknown>> {
  const given: Partial<Record<Key, unknown>> = Object(answer);
  for (const key of Object.keys(given)) {
    const meant = keys.some((known) => known === key) ? "" : didYouMean(key, keys);
    if (meant !== "") throw wrongAnswer(handler, `no ${key}.${meant}`);
  }
  return given;
}

export function wrongAnswer(handler: string, wanted: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `${handler}()`,
    `${handler}() must return ${wanted} Nothing that it returned was sent to Puhuri; the next pass calls it again.`,
  );
}

export function isFilled(value: unknown, maxChars = Number.POSITIVE_INFINITY): value is string {
  return isText(value) && value.trim() !== "" && [...value].length <= maxChars;
}
