import type { SetUsageRequest, SetUserUsageRequest, UsageItem } from "@puhuri/api-types";
import {
  BadRequestError,
  InvalidArgumentError,
  NotFoundError,
  RequestTimeoutError,
  UsageReportError,
} from "../errors.ts";
import type { Call } from "../http/call.ts";
import type { Server, UsageRules } from "../servers/server.ts";
import { afterWrites, isLost } from "../set-state/settle.ts";
import { formatAmount, type Hundredths } from "../values/amount.ts";
import { monthChanged } from "./month.ts";
import { areStored, type UsageAmount } from "./plan-totals.ts";
import type { UserParts } from "./report.ts";
import { type MissingUsagePolicy, readMonth, readStoredMonth, type StoredMonth } from "./stored-usage.ts";

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
  await sendParts(api, report, inMonth);
}

/** After a lost answer, what is stored decides whether the report arrived. */
async function sendTotals(api: Server, report: PlannedReport, call: Call, inMonth: Call): Promise<void> {
  const { month, usages } = report;
  const set = (amounts: readonly UsageAmount[]) =>
    api.usages.set(totalsBody(api, { ...report, usages: amounts }), inMonth);
  try {
    await set(usages);
  } catch (error) {
    if (isCutShort(error, inMonth)) throw monthChanged(month);
    const problem = error instanceof BadRequestError ? refusalOf(error) : error;
    const isOverLimit = problem instanceof UsageReportError && problem.reason === "over-limit";
    // An earlier try, whose answer was lost, may have been stored before this refusal.
    if (!isOverLimit && !isLost(error)) throw problem;
    const now = await readAgain(api, report, call).catch(() => {
      throw problem;
    });
    const left = usages.filter((usage) => !areStored([usage], now));
    if (left.length === 0) return;
    // If a component is sent again, servers up to 2024-10 count its stored amount twice, and may find it over its limit
    // although it has not changed. So the rest is sent alone. A 2021 server takes no report that leaves a component out.
    const canLeaveOut = isOverLimit && !api.usages.rules.needsEveryComponent && left.length < usages.length;
    if (!canLeaveOut) throw problem;
    await set(left).catch((again: unknown) => {
      throw again instanceof BadRequestError ? problem : again;
    });
  }
}

async function readAgain(
  api: Server,
  { resourceUuid, month }: PlannedReport,
  call: Call,
): Promise<StoredMonth> {
  const { rows } = await readMonth(api, resourceUuid, month, call);
  return readStoredMonth(api, resourceUuid, rows, call);
}

/** The body of the request for a report's totals. */
export function totalsBody({ usages: { rules } }: Server, report: PlannedReport): SetUsageRequest {
  const { resourceUuid: resource, stored, usages } = report;
  const { planPeriodUuid: plan_period } = stored;
  return reportBody(rules, plan_period === undefined ? { resource } : { plan_period }, usages);
}

/**
 * Puts a report into the server's form.
 *
 * @param to - The plan period or, on current servers, the resource; also the date, on servers that take one.
 * @throws {InvalidArgumentError} A 2021 server takes no report by resource.
 * @throws {UsageReportError} `bad-amount`.
 */
export function reportBody(
  { address, decimals }: UsageRules,
  to: Omit<SetUsageRequest, "usages">,
  usages: readonly UsageAmount[],
): SetUsageRequest {
  if (address === "plan_period" && to.plan_period === undefined) {
    throw new InvalidArgumentError(
      "plan_period",
      "A 2021 server takes usage by plan_period only; resources.reportUsage() finds it. Nothing was sent.",
    );
  }
  return {
    ...to,
    usages: usages.map(({ type, amount, description, policy }) => ({
      type,
      // As text: a number such as 0.1 + 0.2 is refused.
      amount: decimals === 0 ? wholeAmount(type, amount) : formatAmount(amount),
      ...(description === undefined ? {} : { description }),
      ...markOf(policy),
    })),
  };
}

/** `reuse` is sent by its old name, which all servers know. A policy of a newer server goes back as it was read. */
function markOf(policy = "none"): Pick<UsageItem, "recurring" | "missing_usage_policy"> {
  if (policy === "reuse") return { recurring: true };
  return policy === "none" ? {} : { missing_usage_policy: policy as MissingUsagePolicy };
}

const LARGEST_WHOLE = 2n ** 31n;

/** A 2021 server keeps usage in an integer column: beyond it, the answer is a 500. */
function wholeAmount(type: string, amount: Hundredths): number {
  if (amount % 100n === 0n && amount / 100n < LARGEST_WHOLE) return Number(amount / 100n);
  throw new UsageReportError(
    "bad-amount",
    `A 2021 server stores only whole numbers below 2^31, and ${type} is ${formatAmount(amount)}. Nothing was sent.`,
    { component: type },
  );
}

async function sendParts(api: Server, report: PlannedReport, inMonth: Call): Promise<void> {
  const { month, usages, parts, stored } = report;
  let hasWritten = usages.length > 0;
  const onStored = () => {
    hasWritten = true;
  };
  try {
    const areKnown = [...parts.keys()].every((type) => stored.open.get(type)?.uuids[0] !== undefined);
    // A total that was reported for the first time has got its uuid only now.
    const { open } = areKnown ? stored : await readAgain(api, report, inMonth);
    for (const [type, users] of parts) {
      const [uuid] = open.get(type)?.uuids ?? [];
      if (uuid === undefined) throw noTotal(type);
      const bodies = [...users].map(([username, part]) => ({ username, usage: formatAmount(part) }));
      await storeParts(api, uuid, bodies, inMonth, onStored);
    }
  } catch (error) {
    if (hasWritten)
      throw afterWrites(error, "Some of the report was stored: totals, or parts of other users.");
    throw isCutShort(error, inMonth) ? monthChanged(month) : error;
  }
}

/**
 * Stores several users' parts, in one request where the server takes that.
 *
 * @param onStored - Called after each request that succeeded.
 */
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
  if (!(error instanceof BadRequestError && mentions(error, /Usage limit exceeded/))) throw error;
  throw new UsageReportError(
    "over-user-limit",
    "A user has used more than their limit (see usages.listUserLimits). Report less, or have the limit raised.",
    { maybeApplied: error.maybeApplied, cause: error },
  );
}

function noTotal(component: string): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `The server shows no total of ${component} that users' parts could belong to.`,
    { component },
  );
}

/** Whether the end of the month stopped the call before anything was sent. */
function isCutShort(error: unknown, inMonth: Call): boolean {
  return (
    error instanceof RequestTimeoutError && error.which === "total" && !error.maybeApplied && inMonth.isOver()
  );
}

function mentions({ body }: BadRequestError, words: RegExp): boolean {
  return words.test(JSON.stringify(body ?? ""));
}

/** The server's refusals, in the sdk's words. */
function refusalOf(error: BadRequestError): BadRequestError | UsageReportError {
  const facts = { maybeApplied: error.maybeApplied, cause: error };
  const words = error.fieldErrors.resource;
  if (words !== undefined) {
    return new UsageReportError(
      "not-reportable",
      `The server takes no usage for this allocation: ${words.join(" ")} It must be OK, Updating or Terminating, and have a plan.`,
      facts,
    );
  }
  if (mentions(error, /daily/i)) {
    return new UsageReportError(
      "daily-amounts",
      "The month has daily amounts, whose sum is its total, so servers take no total. Report days instead, with usages.setDaily().",
      facts,
    );
  }
  // The offering's limits are checked as components are stored, one after the other.
  if (!Array.isArray(error.body)) return error;
  return new UsageReportError(
    "over-limit",
    `${error.body.join(" ")} Some components of this report may have been stored: read them back (usages.list).`,
    { ...facts, maybeApplied: true },
  );
}
