import { InvalidArgumentError } from "../errors.ts";
import { CALL_KEYS, type CallOptions } from "../http/call.ts";
import { type AmountInput, type GivenAmount, parseGivenAmount, roundAmount } from "../values/amount.ts";
import {
  type KeysOf,
  requireFlag,
  requireKeys,
  requireObject,
  requireOneOf,
  requireText,
} from "../values/arguments.ts";
import { runningMonth, type UsageClock } from "./month.ts";
import { type PartChoices, parseUserAmounts, type UserAmounts, type UserParts } from "./plan-parts.ts";

/** How a usage report is made; every choice defaults to the careful one. */
export interface ReportUsageOptions extends PartChoices {
  /**
   * Users' parts of the total, by user name and component type. With the parts stored for users you do not name, they may
   * not add up to more than the total. Current servers only.
   */
  readonly perUser?: UserAmounts | undefined;
  /** When the amounts were measured. They are refused if that month is over, since they would count for the next one. */
  readonly measuredAt?: Date | undefined;
  /**
   * Sends the report even if nothing has changed.
   *
   * @default false
   */
  readonly force?: boolean | undefined;
  /**
   * Returns what would be sent, and writes nothing.
   *
   * @default false
   */
  readonly dryRun?: boolean | undefined;
}

/** The month's totals by component type, such as `{ cpu: 10, gpu: "3.50" }`. */
export type UsageAmounts = Readonly<Record<string, AmountInput>>;

/** A report, checked as far as that can be done without the server. */
export interface UsageReport {
  readonly resourceUuid: string;
  readonly wanted: ReadonlyMap<string, GivenAmount>;
  readonly parts: UserParts<GivenAmount>;
  /** When the amounts were measured. */
  readonly at: number;
  readonly options: ReportUsageOptions;
}

/**
 * Checks a report before anything is read.
 *
 * @throws {InvalidArgumentError} No amounts, a wrong option, or a description that is too long.
 * @throws {UsageReportError} `bad-amount`, `month-changed`.
 */
export function checkReport(
  resourceUuid: string,
  amounts: UsageAmounts,
  options: ReportUsageOptions,
  clock: UsageClock,
): UsageReport {
  requireObject(options, "options");
  requireKeys(options, KEYS, "options");
  const { description, perUser = {}, measuredAt, onDecrease = "error", missing = "keep" } = options;
  const { missingUsers = "keep", rounding = "error", force = false, dryRun = false } = options;
  const { missingUsagePolicy: policy } = options;
  requireOneOf(rounding, ["error", "down", "half-even"], "rounding");
  const wanted = parseAmounts(amounts);
  const parts = parseUserAmounts(perUser);
  if (rounding === "error") requireTwoDecimals(wanted, parts);
  requireDescription(description);
  requireOneOf(onDecrease, ["error", "send", "skip"], "onDecrease");
  requireOneOf(missing, ["keep", "zero", "error", "omit"], "missing");
  requireOneOf(missingUsers, ["keep", "zero"], "missingUsers");
  if (policy !== undefined) requireOneOf(policy, ["none", "reuse", "zero"], "missingUsagePolicy");
  requireFlag(force, "force");
  requireFlag(dryRun, "dryRun");
  if (measuredAt !== undefined && !(measuredAt instanceof Date && !Number.isNaN(measuredAt.getTime()))) {
    throw new InvalidArgumentError("measuredAt", "measuredAt must be a valid Date. Nothing was sent.");
  }
  const at = measuredAt?.getTime() ?? clock.date();
  // Where the time alone says it, no server need be asked.
  if (clock.monthsAt(at).length === 1 && clock.monthsAt(clock.date()).length === 1) runningMonth(at, clock);
  return { resourceUuid, wanted, parts, at, options: { ...options } };
}

function parseAmounts(amounts: UsageAmounts): Map<string, GivenAmount> {
  requireObject(amounts, "amounts");
  const wanted = new Map(
    Object.entries(amounts).map(([type, amount]) => [type, parseGivenAmount(amount, type)] as const),
  );
  if (wanted.size > 0) return wanted;
  throw new InvalidArgumentError("amounts", "amounts must name at least one component. Nothing was sent.");
}

/** No server keeps more: that can be told before one is asked. */
function requireTwoDecimals(wanted: ReadonlyMap<string, GivenAmount>, parts: UserParts<GivenAmount>): void {
  for (const [type, amount] of wanted) roundAmount(amount, 2, "error", type);
  for (const [type, users] of parts)
    for (const [user, part] of users) roundAmount(part, 2, "error", type, user);
}

/** Beyond this, the servers' column overflows and the answer is a 500. */
const MAX_DESCRIPTION = 2000;

/** @throws {InvalidArgumentError} The description is not text, or too long. */
export function requireDescription(description: string | undefined): void {
  if (description !== undefined) requireText(description, "description", { max: MAX_DESCRIPTION });
}

const KEYS: KeysOf<ReportUsageOptions & CallOptions> = {
  description: true,
  onDecrease: true,
  missing: true,
  missingUsers: true,
  missingUsagePolicy: true,
  rounding: true,
  perUser: true,
  measuredAt: true,
  force: true,
  dryRun: true,
  ...CALL_KEYS,
};
