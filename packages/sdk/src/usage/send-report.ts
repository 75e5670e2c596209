import type { SetUserUsageRequest } from "@puhuri/api-types";
import {
  BadRequestError,
  NotFoundError,
  RequestTimeoutError,
  ServerError,
  UsageReportError,
} from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Server } from "../servers/server.ts";
import { afterWrites, isLost } from "../set-state/settle.ts";
import { formatAmount } from "../values/amount.ts";
import { monthChanged } from "./month.ts";
import type { UserParts } from "./plan-parts.ts";
import { areStored } from "./plan-totals.ts";
import { reportBody, type UsageAmount } from "./report-body.ts";
import { readStoredMonth, type StoredMonth } from "./stored-usage.ts";

/** A report that is to be sent. */
export interface PlannedReport {
  readonly resourceUuid: string;
  readonly month: string;
  readonly usages: readonly UsageAmount[];
  readonly parts: UserParts;
  /** What was stored before. */
  readonly stored: StoredMonth;
}

/**
 * Sends a report: the totals, then users' parts of them. Sending it again is safe.
 *
 * @param call - The caller's, for reading.
 * @param inMonth - The same, but not longer than the month, for sending.
 * @throws {UsageReportError} `not-reportable`, `over-limit`, `over-user-limit`, `daily-amounts`, `month-changed`.
 */
export async function sendReport(
  api: Server,
  report: PlannedReport,
  call: Call,
  inMonth: Call,
): Promise<void> {
  if (report.usages.length > 0) await sendTotals(api, report, call, inMonth);
  if (report.parts.size > 0) await sendParts(api, report, inMonth);
}

/** The body of the request for these totals. */
export function totalsBody(
  { usages: { rules } }: Server,
  { resourceUuid, stored: { planPeriodUuid }, usages }: Omit<PlannedReport, "month" | "parts">,
) {
  return reportBody(
    rules,
    planPeriodUuid === undefined ? { resourceUuid, usages } : { planPeriodUuid, usages },
  );
}

/** After a lost answer only what is stored tells whether the report arrived. */
async function sendTotals(api: Server, report: PlannedReport, call: Call, inMonth: Call): Promise<void> {
  const { resourceUuid, month, usages, stored } = report;
  try {
    await api.usages.set(totalsBody(api, report), inMonth);
  } catch (error) {
    if (isCutShort(error, inMonth)) throw monthChanged(month);
    const told = error instanceof BadRequestError ? refusalOf(error) : error;
    if (told instanceof UsageReportError && told.reason === "over-limit") {
      return sendMissing(api, report, told, call, inMonth);
    }
    // A refusal can come after a request whose answer was lost: that one may have been stored.
    if (!isLost(error)) throw told;
    const now = await readStoredMonth(api, resourceUuid, month, call).catch(() => {
      throw told;
    });
    if (areStored(usages, now)) return;
    throw hasEnded(error) && isUntouched(usages, stored, now) ? nothingStored(error) : told;
  }
}

/**
 * Sends what is not stored of a report over a limit. Servers before 8.x count what is stored of a component once more when
 * it is sent again, and refuse a report for one that has not changed.
 */
async function sendMissing(
  api: Server,
  report: PlannedReport,
  refusal: UsageReportError,
  call: Call,
  inMonth: Call,
): Promise<void> {
  // A 2021 server takes no report that leaves a component out.
  if (api.usages.rules.needsEveryComponent) throw refusal;
  const now = await readStoredMonth(api, report.resourceUuid, report.month, call).catch(() => {
    throw refusal;
  });
  const usages = report.usages.filter((usage) => !areStored([usage], now));
  if (usages.length === 0) return;
  if (usages.length === report.usages.length) throw refusal;
  await api.usages.set(totalsBody(api, { ...report, usages }), inMonth).catch((error: unknown) => {
    throw error instanceof BadRequestError ? refusal : error;
  });
}

async function sendParts(
  api: Server,
  { resourceUuid, month, usages, parts, stored }: PlannedReport,
  inMonth: Call,
): Promise<void> {
  let hasWritten = usages.length > 0;
  try {
    const areKnown = [...parts.keys()].every((type) => stored.open.get(type)?.uuid !== undefined);
    // A total that was reported for the first time has got its uuid only now.
    const { open } = areKnown ? stored : await readStoredMonth(api, resourceUuid, month, inMonth);
    for (const [type, users] of parts) {
      const uuid = open.get(type)?.uuid;
      if (uuid === undefined) throw noTotal(type);
      const bodies = [...users].map(([username, part]) => ({ username, usage: formatAmount(part) }));
      await storeParts(api, uuid, bodies, inMonth, () => {
        hasWritten = true;
      });
    }
  } catch (error) {
    if (!hasWritten && isCutShort(error, inMonth)) throw monthChanged(month);
    throw hasWritten
      ? afterWrites(error, "Some of it was stored all the same: totals, or parts of other users.")
      : error;
  }
}

/** Stores several users' parts, in one request where the server takes that; tells of each request that was carried out. */
async function storeParts(
  { usages, learnt }: Server,
  usageUuid: string,
  parts: readonly SetUserUsageRequest[],
  call: Call,
  onStored: () => void,
): Promise<void> {
  if (learnt.takesOneUser !== true) {
    try {
      await usages.setForUsers(usageUuid, parts, call).catch(throwUserLimit);
      return onStored();
    } catch (error) {
      if (!(error instanceof NotFoundError && error.routeMissing)) throw error;
      learnt.takesOneUser = true;
    }
  }
  for (const part of parts) {
    await usages.setForUser(usageUuid, part, call).catch(throwUserLimit);
    onStored();
  }
}

/** @throws {UsageReportError} The server's refusal of more than a user may use; any other error as it is. */
export function throwUserLimit(error: unknown): never {
  const isAbove = error instanceof BadRequestError && JSON.stringify(error.body ?? "").includes(USER_LIMIT);
  if (!isAbove) throw error;
  const { maybeApplied } = error;
  throw new UsageReportError(
    "over-user-limit",
    "A user has used more than their limit (see usages.listUserLimits). Report less, or have the limit raised.",
    { maybeApplied, cause: error },
  );
}

const USER_LIMIT = "Usage limit exceeded";

function noTotal(type: string): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `The server shows no total of ${type} to which users' parts could belong.`,
    { component: type },
  );
}

/** An application that crashed on it is done with it. After any other failure it may yet be stored, however late. */
function hasEnded(error: unknown): error is ServerError {
  return error instanceof ServerError && error.status === 500 && error.attempts === 1;
}

/** A server that crashes may have stored the first components. */
function isUntouched(usages: readonly UsageAmount[], before: StoredMonth, now: StoredMonth): boolean {
  return usages.every(({ type }) => {
    const [a, b] = [before.open.get(type), now.open.get(type)];
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
function isCutShort(error: unknown, inMonth: Call): boolean {
  return (
    error instanceof RequestTimeoutError && error.which === "total" && !error.maybeApplied && inMonth.isOver()
  );
}

/** The server's refusals, in the sdk's words. */
function refusalOf(error: BadRequestError): BadRequestError | UsageReportError {
  const words = error.fieldErrors.resource;
  if (words !== undefined) {
    return new UsageReportError(
      "not-reportable",
      `The server takes no usage for this allocation: ${words.join(" ")} It must be OK, Updating or Terminating, and have a plan.`,
      { maybeApplied: error.maybeApplied, cause: error },
    );
  }
  if (/daily/i.test(JSON.stringify(error.body ?? ""))) {
    return new UsageReportError(
      "daily-amounts",
      "The month has daily amounts, and its total is their sum, so servers take no total. Report days instead, with usages.setDaily().",
      { maybeApplied: error.maybeApplied, cause: error },
    );
  }
  // The offering's limits are checked while the components are being stored, one after the other.
  if (!Array.isArray(error.body)) return error;
  return new UsageReportError(
    "over-limit",
    `${error.body.join(" ")} Some components of this report may have been stored: read them back (usages.list).`,
    { maybeApplied: true, cause: error },
  );
}
