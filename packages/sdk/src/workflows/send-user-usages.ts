import type { ReportTarget, StoredReport, UsageAmount, UsageReporting } from "../dialects/usage-reporting.ts";
import { UsageReportError } from "../errors.ts";
import type { Call } from "../http/call.ts";
import { afterWrites } from "./unsettled.ts";
import { changedParts, requireWithinTotals, type UserUsages } from "./user-usages.ts";

/** Users' parts of one component's total, as they were sent. */
export interface UserUsageReport {
  readonly type: string;
  readonly usages: readonly { readonly username: string; readonly usage: string }[];
}

/** Checks the users' parts, and finds out which of them have to be sent: those that differ from what is stored. */
export async function planUserUsages(
  reporting: UsageReporting,
  report: {
    readonly resourceUuid: string;
    readonly month: string;
    readonly users: UserUsages;
    readonly options: { readonly force?: boolean | undefined };
  },
  composed: readonly UsageAmount[],
  target: ReportTarget,
  call: Call,
): Promise<UserUsages> {
  const { resourceUuid, month, users, options } = report;
  requireWithinTotals(users, composed, target);
  const rows = [...users.keys()].flatMap((type) => target.stored.get(type) ?? []);
  if (reporting.users === undefined || options.force === true || rows.length === 0) return users;
  // A listing of many allocations need not tell the uuids.
  const isKnown = rows.every(({ uuid }) => uuid !== undefined);
  const [{ stored }, parts] = await Promise.all([
    isKnown ? target : reporting.readStored(resourceUuid, month, call),
    reporting.users.readStored(resourceUuid, month, call),
  ]);
  return changedParts(users, stored, parts);
}

interface PlannedUserUsages {
  readonly resourceUuid: string;
  readonly month: string;
  readonly users: UserUsages;
  readonly stored: StoredReport["stored"];
  /** The totals were reported just now: what fails here leaves them reported. */
  readonly afterTotal: boolean;
}

/** Sends users' parts, component by component. Sending them again is safe: they are totals of the month. */
export async function sendUserUsages(
  { users: api, readStored }: UsageReporting,
  { resourceUuid, month, users, stored, afterTotal }: PlannedUserUsages,
  call: Call,
): Promise<void> {
  if (api === undefined || users.size === 0) return;
  let hasWritten = afterTotal;
  try {
    const areKnown = [...users.keys()].every((type) => stored.get(type)?.uuid !== undefined);
    // A total that was reported for the first time has got its uuid only now.
    const known = areKnown ? stored : (await readStored(resourceUuid, month, call)).stored;
    for (const [type, parts] of users) {
      const uuid = known.get(type)?.uuid;
      if (uuid === undefined) throw noTotal(type);
      await api.send(uuid, parts, call, () => {
        hasWritten = true;
      });
    }
  } catch (error) {
    throw hasWritten
      ? afterWrites(error, "Some of it was stored all the same: totals, or parts of other users.")
      : error;
  }
}

function noTotal(type: string): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `The server shows no total of ${type} to which users' parts could belong.`,
    { component: type },
  );
}
