import { UsageReportError } from "../errors.ts";

/** A usage amount as callers may give it: `12.5`, `"12.50"` or `12n`. */
export type AmountInput = number | string | bigint;

/** An exact amount of usage: whole hundredths, because the servers keep two decimals. */
export type Hundredths = bigint;

/** An amount with all the decimals it was given: `units / 10 ** decimals`. */
export interface GivenAmount {
  readonly units: bigint;
  readonly decimals: number;
}

/** What to do with decimals beyond those the server keeps. */
export type Rounding = "error" | "down" | "half-even";

/** 18 digits before the point, and two behind it: decimal(20, 2) on the server. */
const LARGEST: Hundredths = 10n ** 20n;

/** The only form of text that nobody can read in two ways. */
const PLAIN = /^\d+(\.\d+)?$/;

/**
 * Reads an amount of two decimals exactly.
 *
 * @throws {UsageReportError} `reason: "bad-amount"`: negative, not finite, too large or more than two decimals.
 */
export function parseAmount(value: AmountInput, component: string): Hundredths {
  return roundAmount(parseGivenAmount(value, component), 2, "error", component);
}

/**
 * Reads an amount with all its decimals. Noise of binary sums is dropped: `0.1 + 0.2` is 0.30.
 *
 * @throws {UsageReportError} `reason: "bad-amount"`: negative, not finite or too large.
 */
export function parseGivenAmount(value: AmountInput, component: string, user = ""): GivenAmount {
  const text = typeof value === "number" ? meantDecimal(value) : String(value).trim();
  const amount = typeof value === "number" || PLAIN.test(text) ? parseDecimal(text) : undefined;
  if (amount !== undefined && amount.units >= 0n && amount.units * 100n < LARGEST * scaleOf(amount)) {
    return amount;
  }
  throw badAmount(component, user, `must be 0 or more, and below 10^18, but is ${shown(value)}.`);
}

/**
 * Brings an amount to the decimals that a server keeps.
 *
 * @throws {UsageReportError} `reason: "bad-amount"`: it has more of them, and `rounding` is `error`.
 */
export function roundAmount(
  amount: GivenAmount,
  decimals: 0 | 2,
  rounding: Rounding,
  component: string,
  user = "",
): Hundredths {
  const step = decimals === 0 ? 100n : 1n;
  const scale = scaleOf(amount) * step;
  const whole = (amount.units * 100n) / scale;
  const rest = (amount.units * 100n) % scale;
  if (rest !== 0n && rounding === "error") {
    const kept = decimals === 0 ? "this server keeps whole numbers" : "servers keep two decimals at most";
    const value = formatDecimal(amount);
    throw badAmount(
      component,
      user,
      `is ${value}, and ${kept}. Round it yourself, or pass rounding: "down" or "half-even".`,
    );
  }
  const isAbove = 2n * rest > scale || (2n * rest === scale && whole % 2n === 1n);
  return (rounding === "half-even" && isAbove ? whole + 1n : whole) * step;
}

/** Reads an amount the server sent, such as `7`, `"12.50"` or `"1E+3"`; undefined if it is not exact hundredths. */
export function parseStoredAmount(value: unknown): Hundredths | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const amount = parseDecimal(String(value).trim());
  if (amount === undefined) return undefined;
  const scale = scaleOf(amount);
  return (amount.units * 100n) % scale === 0n ? (amount.units * 100n) / scale : undefined;
}

/** Writes an amount as the servers print it: `"12.50"`, or `"12"` where they keep whole numbers. */
export function formatAmount(amount: Hundredths, decimals: 0 | 2 = 2): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  const fraction = decimals === 0 ? "" : `.${digits.slice(-2)}`;
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}${fraction}`;
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/;

/** No number of JavaScript, and no column of a server, has more digits. */
const MOST_DIGITS = 400;

function parseDecimal(text: string): GivenAmount | undefined {
  const match = DECIMAL.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match ?? [];
  const digits = whole + fraction;
  if (match === null || digits === "" || digits.length > MOST_DIGITS) return undefined;
  const decimals = fraction.length - Number(exponent);
  const units = BigInt(`${sign === "-" ? "-" : ""}${digits}`) * 10n ** BigInt(Math.max(-decimals, 0));
  return { units, decimals: Math.max(decimals, 0) };
}

function scaleOf({ decimals }: GivenAmount): bigint {
  return 10n ** BigInt(decimals);
}

function formatDecimal({ units, decimals }: GivenAmount): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
}

/** Writes a number with two decimals if it lies no further from them than the noise of binary sums. */
function meantDecimal(value: number): string {
  const rounded = value.toFixed(2);
  const noise = Math.min(Math.abs(value) * 1e-12, 1e-4);
  return Math.abs(Number(rounded) - value) <= noise ? rounded : String(value);
}

function shown(value: unknown): string {
  return typeof value === "string" ? `"${value.slice(0, 40)}"` : String(value).slice(0, 40);
}

function badAmount(component: string, user: string, what: string): UsageReportError {
  const message = `The amount of ${component}${user && ` of ${user}`} ${what} Nothing was sent.`;
  return new UsageReportError("bad-amount", message, { component });
}
