import type { ProviderApi } from "../dialects/provider-api.ts";
import type { StoredReport, UsageAmount } from "../dialects/usage-reporting.ts";
import { BadRequestError, RequestTimeoutError, ServerError, UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { monthChanged } from "./month-guard.ts";
import { isLost } from "./unsettled.ts";

/** A report that is to be sent, and where to. */
export interface ComposedReport {
  readonly resourceUuid: string;
  readonly month: string;
  readonly address: StoredReport["address"];
  readonly usages: readonly UsageAmount[];
  /** What was stored before. */
  readonly stored: StoredReport["stored"];
}

/**
 * Sends a report. After a lost answer only what is stored tells whether it arrived; totals may be sent again.
 *
 * @param call - The caller's, for reading.
 * @param inMonth - The same, but not longer than the month, for sending.
 * @throws {UsageReportError} `not-reportable`, `month-changed`.
 */
export async function sendReport(
  { usages: api }: ProviderApi,
  report: ComposedReport,
  call: Call,
  inMonth: Call,
): Promise<void> {
  const { resourceUuid, month, address, usages, stored } = report;
  try {
    await api.set({ ...address, usages }, inMonth);
  } catch (error) {
    if (isCutShort(error, call, inMonth)) throw monthChanged(month);
    const told = error instanceof BadRequestError ? refusalOf(error) : error;
    if (told instanceof UsageReportError && told.reason === "over-limit") {
      return sendMissing(api, report, told, call, inMonth);
    }
    // A refusal can come after a request whose answer was lost: that one may have been stored.
    if (!isLost(error)) throw told;
    const now = await api.reporting.readStored(resourceUuid, month, call).catch(() => {
      throw told;
    });
    if (areStored(usages, now)) return;
    throw hasEnded(error) && isUntouched(usages, stored, now.stored) ? nothingStored(error) : told;
  }
}

/**
 * Sends what is not stored of a report over a limit. Servers before 8.x count what is stored of a component once more when
 * it is sent again, and refuse a report for one that has not changed.
 */
async function sendMissing(
  api: ProviderApi["usages"],
  { resourceUuid, month, address, usages }: ComposedReport,
  refusal: UsageReportError,
  call: Call,
  inMonth: Call,
): Promise<void> {
  // A 2021 server takes no report that leaves a component out.
  if (api.reporting.needsEveryComponent) throw refusal;
  const now = await api.reporting.readStored(resourceUuid, month, call).catch(() => {
    throw refusal;
  });
  const missing = usages.filter((usage) => !areStored([usage], now));
  if (missing.length === 0) return;
  if (missing.length === usages.length) throw refusal;
  await api.set({ ...address, usages: missing }, inMonth).catch((error: unknown) => {
    throw error instanceof BadRequestError ? refusal : error;
  });
}

/** Whether nothing more has to be sent for these to be stored. Texts are compared as servers keep them: trimmed. */
export function areStored(usages: readonly UsageAmount[], { stored }: Pick<StoredReport, "stored">): boolean {
  return usages.every(({ type, amount, description }) => {
    const usage = stored.get(type);
    if (usage?.amount !== amount) return false;
    return description === undefined || description.trim() === usage.description.trim();
  });
}

/** An application that crashed on it is done with it. After any other failure it may yet be stored, however late. */
function hasEnded(error: unknown): error is ServerError {
  return error instanceof ServerError && error.status === 500 && error.attempts === 1;
}

/** A server that crashes may have stored the first components. */
function isUntouched(
  usages: readonly UsageAmount[],
  before: StoredReport["stored"],
  now: StoredReport["stored"],
): boolean {
  return usages.every(({ type }) => {
    const [a, b] = [before.get(type), now.get(type)];
    return a?.amount === b?.amount && a?.description === b?.description;
  });
}

function nothingStored(cause: ServerError): ServerError {
  const { operation, method, path, attempts, status, detail, fieldErrors, body, retryAfterMs } = cause;
  const answer = { status, detail, fieldErrors, body, retryAfterMs };
  return new ServerError(
    { operation, method, path, attempts, maybeApplied: false, cause, ...answer },
    `answered ${status}. Nothing of it was stored, as reading showed.`,
  );
}

/** The month ended before anything was sent. */
function isCutShort(error: unknown, call: Call, inMonth: Call): boolean {
  return (
    error instanceof RequestTimeoutError &&
    error.which === "total" &&
    !error.maybeApplied &&
    (inMonth.deadline < call.deadline || inMonth.isOver())
  );
}

/** The server's refusals, in the sdk's words. */
function refusalOf(error: BadRequestError): BadRequestError | UsageReportError {
  const words = error.fieldErrors.resource;
  if (words !== undefined) {
    return new UsageReportError(
      "not-reportable",
      `The server takes no usage for this resource: ${words.join(" ")} It must be OK, Updating or Terminating, and have a plan.`,
      { maybeApplied: error.maybeApplied, cause: error },
    );
  }
  // The offering's limits are checked while the components are being stored, one after the other.
  if (!Array.isArray(error.body)) return error;
  return new UsageReportError(
    "over-limit",
    `${error.body.join(" ")} Components of this report may have been stored all the same: read them back (usages.list).`,
    { maybeApplied: true, cause: error },
  );
}
