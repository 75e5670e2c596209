import { InvalidArgumentError, UsageReportError } from "../errors.ts";
import {
  type AmountInput,
  formatAmount,
  type GivenAmount,
  type Hundredths,
  parseGivenAmount,
  roundAmount,
} from "../values/amount.ts";
import { requireObject, userName } from "../values/arguments.ts";
import type { ReportChoices } from "./plan-totals.ts";
import type { UsageAmount } from "./report-body.ts";
import { requireReportable } from "./reportable.ts";
import type { StoredMonth, StoredParts } from "./stored-usage.ts";

/** What each user used, by username and component type: `{ alice: { cpu: 7 }, bob: { cpu: "3.50" } }`. */
export type UserAmounts = Readonly<Record<string, Readonly<Record<string, AmountInput>>>>;

/** What is to be done with users' parts where they alone do not say it. */
export interface PartChoices extends ReportChoices {
  /**
   * Users with a stored part of a component of `perUser` who are not named there: leave their parts, or send zero.
   *
   * @default "keep"
   */
  readonly missingUsers?: "keep" | "zero" | undefined;
}

/** Users' parts of the month's totals: by component type, then by username. */
export type UserParts<Amount = Hundredths> = ReadonlyMap<string, ReadonlyMap<string, Amount>>;

/**
 * Reads what a caller says of single users.
 *
 * @throws {InvalidArgumentError} A username is blank, too long, or there twice.
 * @throws {UsageReportError} `bad-amount`.
 */
export function parseUserAmounts(perUser: UserAmounts): UserParts<GivenAmount> {
  requireObject(perUser, "perUser");
  const parts = new Map<string, Map<string, GivenAmount>>();
  const names = new Set<string>();
  for (const [name, amounts] of Object.entries(perUser)) {
    const username = userName(name, { blank: false });
    if (names.has(username)) {
      throw new InvalidArgumentError("perUser", `perUser holds "${username}" twice. Nothing was sent.`);
    }
    names.add(username);
    requireObject(amounts, `perUser.${username}`);
    for (const [type, input] of Object.entries(amounts)) {
      const users = parts.get(type) ?? new Map<string, GivenAmount>();
      parts.set(type, users.set(username, parseGivenAmount(input, type, username)));
    }
  }
  return parts;
}

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
  choices: PartChoices & { readonly force?: boolean | undefined },
): UserParts {
  requireReportable(wanted.keys(), reportable);
  const planned = new Map<string, ReadonlyMap<string, Hundredths>>();
  for (const type of new Set([...wanted.keys(), ...fallingTypes(totals, stored)])) {
    const open = stored.open.get(type);
    const hasEnded = stored.closed.has(type);
    const known = open?.amount ?? (hasEnded ? 0n : undefined);
    const { amount = known } = totals.find((usage) => usage.type === type) ?? {};
    const before = storedParts.get(open?.uuid ?? "") ?? new Map<string, Hundredths>();
    const given = wanted.get(type);
    if (given === undefined && before.size === 0) continue;
    if (amount === undefined) throw noTotal(type);
    const closed = closedParts(type, stored, storedParts);
    const shares = given === undefined ? new Map() : sharesOf(type, given, closed, before, hasEnded, choices);
    const after = new Map([...before, ...shares]);
    const sum = sumOf(after);
    // Also where the month's total would hold them: 8.x makes a total of its users' parts where it is zero.
    if (sum > amount) {
      const kept = [...before.keys()].filter((name) => !shares.has(name));
      throw aboveTotal(type, sum, amount, kept, hasEnded);
    }
    const differing = [...shares].filter(
      ([name, part]) => choices.force === true || before.get(name) !== part,
    );
    if (differing.length > 0) planned.set(type, new Map(differing));
  }
  return planned;
}

/** The components whose totals will be lower: then their users' parts may not fit any more, also where none are sent. */
export function fallingTypes(totals: readonly UsageAmount[], { open }: StoredMonth): string[] {
  return totals.filter(({ type, amount }) => amount < (open.get(type)?.amount ?? 0n)).map(({ type }) => type);
}

/** What falls to the open plan period, of named users and, where they are to be zero, of others. */
function sharesOf(
  type: string,
  given: ReadonlyMap<string, GivenAmount>,
  closed: ReadonlyMap<string, Hundredths>,
  before: ReadonlyMap<string, Hundredths>,
  hasEnded: boolean,
  { onDecrease = "error", missingUsers = "keep", rounding = "error" }: PartChoices,
): Map<string, Hundredths> {
  // Cut off, whatever becomes of the total: so they never come to more than that.
  const cut = rounding === "error" ? "error" : "down";
  const wanted = new Map([...given].map(([name, part]) => [name, roundAmount(part, 2, cut, type)]));
  if (missingUsers === "zero") {
    for (const name of before.keys()) if (!wanted.has(name)) wanted.set(name, closed.get(name) ?? 0n);
  }
  const shares = new Map<string, Hundredths>();
  for (const [name, part] of wanted) {
    const settled = closed.get(name) ?? 0n;
    const known = (before.get(name) ?? 0n) + settled;
    // Users who are to be zero have the caller's consent.
    const isDecrease = given.has(name) && part < known;
    if (isDecrease && onDecrease === "skip") continue;
    if (part < settled) throw partRefused("below-closed", type, name, part, settled);
    if (isDecrease && onDecrease === "error") throw partRefused("decrease", type, name, part, known);
    // Where an ended period has a total, there may be none yet that a part of zero could belong to.
    if (part > settled || before.has(name) || !hasEnded) shares.set(name, part - settled);
  }
  return shares;
}

/** Users' parts of what closed plan periods of the month hold of a component. */
function closedParts(type: string, { closed }: StoredMonth, parts: StoredParts): Map<string, Hundredths> {
  const sums = new Map<string, Hundredths>();
  for (const uuid of closed.get(type)?.uuids ?? []) {
    for (const [name, part] of parts.get(uuid) ?? []) sums.set(name, (sums.get(name) ?? 0n) + part);
  }
  return sums;
}

function sumOf(parts: ReadonlyMap<string, Hundredths>): Hundredths {
  return [...parts.values()].reduce((sum, part) => sum + part, 0n);
}

function noTotal(type: string): UsageReportError {
  return new UsageReportError(
    "missing-component",
    `perUser names ${type}, but no total of it is stored or reported. Nothing was sent.`,
    { component: type },
  );
}

function aboveTotal(
  type: string,
  sum: Hundredths,
  total: Hundredths,
  kept: readonly string[],
  hasEnded: boolean,
): UsageReportError {
  const others = kept.length === 0 ? "" : `, with those stored of ${kept.join(", ")}`;
  return new UsageReportError(
    "above-total",
    `The users' parts of ${type} add up to ${formatAmount(sum)}${others}, more than its total of ${formatAmount(total)}${hasEnded ? " on the current plan" : ""}. ` +
      `${others === "" ? "" : 'missingUsers: "zero" sends zero for users who are not named. '}Nothing was sent.`,
    { component: type },
  );
}

function partRefused(
  reason: "decrease" | "below-closed",
  type: string,
  username: string,
  part: Hundredths,
  before: Hundredths,
): UsageReportError {
  const why =
    reason === "decrease"
      ? 'If it is right, pass onDecrease: "send".'
      : "That much of it is in plan periods that have ended with a change of plan this month.";
  return new UsageReportError(
    reason,
    `The part of ${username} in ${type} would fall from ${formatAmount(before)} to ${formatAmount(part)}. ${why} Nothing was sent.`,
    { component: type },
  );
}
