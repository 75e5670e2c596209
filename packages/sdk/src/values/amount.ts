import { UsageReportError } from "../errors.ts";

/** A usage amount as callers may give it: `12.5`, `"12.50"` or `12n`. */
export type AmountInput = number | string | bigint;

/** An exact amount of usage: whole hundredths, because the servers keep two decimals. */
export type Hundredths = bigint;

/** 18 digits before the point: decimal(20, 2) on the server. */
const DECIMAL = /^(\d{1,18})(?:\.(\d{1,2})0*)?$/;

/**
 * Reads an amount exactly.
 *
 * A number is taken for the decimal people mean (`0.1 + 0.2` is 0.30); one that really has more than two
 * decimals is refused instead of being rounded behind the caller's back.
 *
 * @throws {UsageReportError} `reason: "bad-amount"`: negative, not finite, too large or more than two decimals.
 */
export function parseAmount(value: AmountInput, component: string): Hundredths {
  const match = DECIMAL.exec(typeof value === "number" ? meantDecimal(value) : String(value).trim());
  if (match === null) {
    throw new UsageReportError(
      "bad-amount",
      `The amount of ${component} must be 0 or more, below 10^18, with at most two decimals.`,
      { component },
    );
  }
  return BigInt(match[1] ?? "") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
}

/** Reads an amount the server sent: an integer (2021) or a decimal string (current). Unreadable is undefined. */
export function parseStoredAmount(value: unknown): Hundredths | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value));
  if (match === null) return undefined;
  const hundredths = BigInt(match[2] ?? "") * 100n + BigInt((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -hundredths : hundredths;
}

/** Writes an amount as the servers print it: `"12.50"`. */
export function formatAmount(amount: Hundredths): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Writes a number with two decimals if it lies no further from them than the noise of binary sums; no negative one does. */
function meantDecimal(value: number): string {
  const rounded = value.toFixed(2);
  const noise = Math.min(value * 1e-12, 1e-4);
  return Math.abs(Number(rounded) - value) <= noise ? rounded : "";
}
