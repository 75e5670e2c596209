import { UsageReportError } from "../errors.ts";
import { formatAmount, type GivenAmount, type Hundredths, roundAmount } from "../values/amount.ts";
import { requireComponents, shareOf, type UsageAmount } from "./plan-totals.ts";
import type { ReportUsageOptions, UserParts } from "./report.ts";
import type { StoredMonth, StoredParts } from "./stored-usage.ts";

type Parts = ReadonlyMap<string, Hundredths>;

/**
 * Works out which users' parts to send: those that differ from what is stored. No request, no clock.
 *
 * @param totals - The totals that will be sent.
 * @throws {UsageReportError} `invalid-component`, `missing-component`, `decrease`, `below-closed`, `above-total`.
 */
export function planParts(
  wanted: UserParts<GivenAmount>,
  totals: readonly UsageAmount[],
  stored: StoredMonth,
  storedParts: StoredParts,
  reportable: readonly string[],
  options: ReportUsageOptions,
): UserParts {
  requireComponents(wanted.keys(), reportable);
  const planned = new Map<string, Parts>();
  for (const type of new Set([...wanted.keys(), ...fallingTypes(totals, stored)])) {
    const before = partsOf(stored.open.get(type)?.uuids, storedParts);
    const given = wanted.get(type);
    const hasEnded = stored.closed.has(type);
    const known = stored.open.get(type)?.amount ?? (hasEnded ? 0n : undefined);
    const { amount: total = known } = totals.find((usage) => usage.type === type) ?? {};
    if (total === undefined) throw noTotal(type);
    const closed = partsOf(stored.closed.get(type)?.uuids, storedParts);
    const shares =
      given === undefined ? new Map() : sharesOf(type, given, { before, closed, hasEnded }, options);
    const after = new Map([...before, ...shares]);
    // Compared with the total of this plan period, not the month's: where it is zero, 8.x stores the sum of the parts.
    if (sumOf(after) > total) {
      const others = [...before.keys()].filter((name) => !shares.has(name));
      throw aboveTotal(type, sumOf(after), total, others, hasEnded);
    }
    const isSent = ([name, part]: [string, Hundredths]) =>
      options.force === true || before.get(name) !== part;
    const differing = new Map([...shares].filter(isSent));
    if (differing.size > 0) planned.set(type, differing);
  }
  return planned;
}

/** Components whose totals will fall: stored parts of their users may then be more than the total. */
export function fallingTypes(totals: readonly UsageAmount[], { open }: StoredMonth): string[] {
  return totals.filter(({ type, amount }) => amount < (open.get(type)?.amount ?? 0n)).map(({ type }) => type);
}

/** Users' parts of one component: in the open plan period, and in those that ended in the month. */
interface KnownParts {
  readonly before: Parts;
  readonly closed: Parts;
  readonly hasEnded: boolean;
}

/** The parts that the open plan period is to hold: of named users, and zero for others if `missingUsers` says so. */
function sharesOf(
  type: string,
  given: ReadonlyMap<string, GivenAmount>,
  { before, closed, hasEnded }: KnownParts,
  options: ReportUsageOptions,
): Map<string, Hundredths> {
  const shares = new Map<string, Hundredths>();
  for (const [name, part] of given) {
    const settled = closed.get(name) ?? 0n;
    const share = shareOf(`The part of ${name} in ${type}`, type, options, 2, {
      // Cut off, so that they never come to more than their total. If that was not asked for, more decimals were refused
      // before anything was read.
      total: roundAmount(part, 2, "down", type),
      before: (before.get(name) ?? 0n) + settled,
      closed: settled,
    });
    // After a change of plan there may be no total yet, and a part of zero need not be stored.
    const hasPlace = share !== 0n || before.has(name) || !hasEnded;
    if (share !== undefined && hasPlace) shares.set(name, share);
  }
  if (options.missingUsers === "zero")
    for (const name of before.keys()) if (!given.has(name)) shares.set(name, 0n);
  return shares;
}

/** Users' parts of these usages, added up. */
function partsOf(uuids: readonly string[] = [], storedParts: StoredParts): Parts {
  const sums = new Map<string, Hundredths>();
  for (const uuid of uuids) {
    for (const [name, part] of storedParts.get(uuid) ?? []) sums.set(name, (sums.get(name) ?? 0n) + part);
  }
  return sums;
}

function sumOf(parts: Parts): Hundredths {
  return [...parts.values()].reduce((sum, part) => sum + part, 0n);
}

function noTotal(component: string): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `perUser names ${component}, but no total of it is stored or reported. Nothing was sent.`,
    { component },
  );
}

function aboveTotal(
  component: string,
  sum: Hundredths,
  total: Hundredths,
  others: readonly string[],
  hasEnded: boolean,
): UsageReportError {
  const hasOthers = others.length > 0;
  const withOthers = hasOthers ? `, with those stored for ${others.join(", ")}` : "";
  const way = hasOthers ? 'missingUsers: "zero" sends zero for users who are not named. ' : "";
  const where = hasEnded ? " on the current plan" : "";
  return new UsageReportError(
    "above-total",
    `The users' parts of ${component} add up to ${formatAmount(sum)}${withOthers}, more than its total of ${formatAmount(total)}${where}. ${way}Nothing was sent.`,
    { component },
  );
}
