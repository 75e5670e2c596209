import type { OfferingComponent, ResourceState } from "@puhuri/api-types";
import { UsageReportError } from "../errors.ts";
import { CALL_KEYS } from "../http/call.ts";
import {
  type AmountInput,
  type GivenAmount,
  type Hundredths,
  parseGivenAmount,
  type Rounding,
  roundAmount,
} from "../values/amount.ts";
import {
  requireFlag,
  requireKeys,
  requireObject,
  requireOneOf,
  requireText,
  userName,
  wrongArgument,
} from "../values/arguments.ts";
import type { MissingUsagePolicy } from "./stored-usage.ts";

/** How to report usage; every option defaults to the careful choice. */
export interface ReportUsageOptions {
  /** Stored with the reported components, at most 2,000 characters. By default the stored descriptions stay. */
  readonly description?: string | undefined;
  /**
   * If a total, or a user's part, is below the stored one: refuse the report, send it anyway, or leave the stored one
   * as it is.
   *
   * @default "error"
   */
  readonly onDecrease?: "error" | "send" | "skip" | undefined;
  /**
   * For reportable components that the report leaves out: send their stored total again, send zero, refuse the report,
   * or send nothing. A server shows an allocation only the components of its last report. `omit` is not possible on a
   * 2021 server.
   *
   * @default "keep"
   */
  readonly missing?: "keep" | "zero" | "error" | "omit" | undefined;
  /**
   * For users who have a stored part of a component in `perUser` and are not named there: leave their parts, or send
   * zero.
   *
   * @default "keep"
   */
  readonly missingUsers?: "keep" | "zero" | undefined;
  /**
   * What the next month gets of the reported components if it is never reported: nothing, this amount again, or zero.
   * `zero` needs an 8.1 server. By default the stored policy stays, which at first is nothing.
   */
  readonly missingUsagePolicy?: MissingUsagePolicy | undefined;
  /**
   * For decimals beyond the two that servers keep (none on a 2021 server): refuse the report, cut them off, or round
   * half to even. Users' parts are always cut off, so that they never come to more than their total.
   *
   * @default "error"
   */
  readonly rounding?: Rounding | undefined;
  /**
   * Users' parts of the total, by user name and component type. With the parts stored for users you do not name, they may
   * not add up to more than the total. Current servers only.
   */
  readonly perUser?: UserAmounts | undefined;
  /**
   * When the amounts were measured. They are refused if that month is over, since they would count for the next one.
   */
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

/** The words that an option may be, or how it is checked. */
type Check = readonly string[] | ((value: unknown, argument: string) => void);

/** All options of a report, with their checks. */
export const reportOptions: Readonly<Record<keyof ReportUsageOptions, Check>> = {
  description: requireDescription,
  onDecrease: ["error", "send", "skip"],
  missing: ["keep", "zero", "error", "omit"],
  missingUsers: ["keep", "zero"],
  missingUsagePolicy: ["none", "reuse", "zero"],
  rounding: ["error", "down", "half-even"],
  perUser: requireObject,
  measuredAt: requireDate,
  force: requireFlag,
  dryRun: requireFlag,
};

/** The month's totals by component type, such as `{ cpu: 10, gpu: "3.50" }`. */
export type UsageAmounts = Readonly<Record<string, AmountInput>>;

/** What each user used, by username and component type: `{ alice: { cpu: 7 }, bob: { cpu: "3.50" } }`. */
export type UserAmounts = Readonly<Record<string, UsageAmounts>>;

/** Users' parts of the month's totals: by component type, then by username. */
export type UserParts<Amount = Hundredths> = ReadonlyMap<string, ReadonlyMap<string, Amount>>;

/** A report, checked as far as possible without the server. */
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
 * @throws {InvalidArgumentError} There are no amounts, an option is wrong, or a user name is blank, too long, or given
 *   twice.
 * @throws {UsageReportError} `bad-amount`.
 */
export function checkReport(
  resourceUuid: string,
  amounts: UsageAmounts,
  options: ReportUsageOptions,
  now: number,
): UsageReport {
  requireObject(options, "options");
  requireKeys(options, { ...reportOptions, ...CALL_KEYS }, "options");
  for (const [name, check] of Object.entries(reportOptions)) {
    const value: unknown = Reflect.get(options, name);
    if (value === undefined) continue;
    if (typeof check === "function") check(value, name);
    else requireOneOf(value, check, name);
  }
  const { perUser = {}, measuredAt, rounding = "error" } = options;
  const wanted = parseAmounts(amounts, "amounts", rounding);
  if (wanted.size === 0) throw wrongArgument("amounts", "must name at least one component");
  const parts = parseUserAmounts(perUser, rounding);
  const at = measuredAt?.getTime() ?? now;
  return { resourceUuid, wanted, parts, at, options: { ...options } };
}

function parseAmounts(
  amounts: UsageAmounts,
  argument: string,
  rounding: Rounding,
  user?: string,
): Map<string, GivenAmount> {
  requireObject(amounts, argument);
  const parsed = new Map<string, GivenAmount>();
  for (const [type, input] of Object.entries(amounts)) {
    const amount = parseGivenAmount(input, type, user);
    // No server keeps more decimals, so refusing them needs no request.
    roundAmount(amount, 2, rounding, type, user);
    parsed.set(type, amount);
  }
  return parsed;
}

/** Turns amounts by user into amounts by component. */
function parseUserAmounts(perUser: UserAmounts, rounding: Rounding): UserParts<GivenAmount> {
  const parts = new Map<string, Map<string, GivenAmount>>();
  const names = new Set<string>();
  for (const [name, amounts] of Object.entries(perUser)) {
    const username = userName(name, { blank: false });
    if (names.has(username)) throw wrongArgument("perUser", `holds "${username}" twice`);
    names.add(username);
    for (const [type, amount] of parseAmounts(amounts, `perUser.${username}`, rounding, username)) {
      parts.set(type, (parts.get(type) ?? new Map<string, GivenAmount>()).set(username, amount));
    }
  }
  return parts;
}

/** The servers' column is no longer: they answer more with a 500. */
const MAX_DESCRIPTION = 2000;

/** @throws {InvalidArgumentError} The description is not text, or too long. */
export function requireDescription(description: unknown): void {
  requireText(description, "description", { max: MAX_DESCRIPTION });
}

function requireDate(value: unknown, argument: string): void {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return;
  throw wrongArgument(argument, "must be a valid Date");
}

/**
 * The states in which servers take usage of an allocation. One whose change or end was ordered is Updating or
 * Terminating, on newest servers from the order on, and is charged all the same.
 *
 * @example
 * for await (const { uuid } of puhuri.resources.list({ state: reportableStates, fields: ["uuid"] })) {
 *   console.log(uuid);
 * }
 */
export const reportableStates = ["OK", "Updating", "Terminating"] as const satisfies readonly ResourceState[];

export function isReportableState(state: string): boolean {
  return reportableStates.some((it) => it === state);
}

/** Types of the components that can be reported; the server refuses a report that names any other. */
export function reportableTypes(components: readonly OfferingComponent[]): string[] {
  return components.filter(isReportable).map(({ type }) => type);
}

/** A component that is billed once can be reported if it is prepaid, which only the newest servers show. */
function isReportable(component: OfferingComponent & { readonly is_prepaid?: boolean }): boolean {
  const { billing_type, is_prepaid = false } = component;
  return ["usage", "limit"].includes(billing_type) || (billing_type === "one" && is_prepaid);
}

/** How an allocation stands whose usage is to be reported. */
export interface Standing {
  /** Types of the components that can be reported. */
  readonly reportable: readonly string[];
  /** The state it was in when it was read; undefined if that was not read. */
  readonly state: string | undefined;
  /** False only if it is known to have none. */
  readonly hasPlan: boolean;
}

/** @throws {UsageReportError} `not-reportable`: the server would refuse the report, or crash on it. */
export function requireReportable({ hasPlan, state = "OK" }: Standing): void {
  if (hasPlan && isReportableState(state)) return;
  const what = hasPlan
    ? `was ${state} when it was read, and servers take usage only of allocations that are ${reportableStates.join(", ")}`
    : "has no plan, and servers take usage only of allocations with a plan";
  throw new UsageReportError(
    "not-reportable",
    `The allocation ${what}. Nothing was sent; force: true sends it anyway.`,
  );
}
