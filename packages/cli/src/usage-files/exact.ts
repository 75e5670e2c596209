/** An exact number, `units / per`: usage is money, and floats do not add up exactly. */
export interface Exact {
  readonly units: bigint;
  readonly per: bigint;
}

export const ZERO: Exact = { units: 0n, per: 1n };

export function exact(units: bigint, per = 1n): Exact {
  if (per === 1n) return { units, per };
  const common = greatestCommonDivisor(units < 0n ? -units : units, per);
  return { units: units / common, per: per / common };
}

/** Reads a plain decimal such as `12` or `0.50`; undefined if it is anything else, or below zero. */
export function parseExact(text: string): Exact | undefined {
  const [, whole = "", fraction = ""] = /^(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text) ?? [];
  return whole === "" ? undefined : exact(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export function sum(a: Exact, b: Exact): Exact {
  if (a.per === b.per) return exact(a.units + b.units, a.per);
  return exact(a.units * b.per + b.units * a.per, a.per * b.per);
}

export function product(a: Exact, b: Exact): Exact {
  return exact(a.units * b.units, a.per * b.per);
}

/** @param b - Above zero. */
export function quotient(a: Exact, b: Exact): Exact {
  return exact(a.units * b.per, a.per * b.units);
}

export function isAbove(a: Exact, b: Exact): boolean {
  return a.units * b.per > b.units * a.per;
}

const PLACES = 12;

/**
 * Writes it as a decimal. One that does not end is cut after twelve places and gets a 1 at the end: so it stays above
 * what it was cut to, and is rounded as the exact number would be.
 */
export function toDecimal({ units, per }: Exact): string {
  const scaled = units * 10n ** BigInt(PLACES);
  const digits = (scaled / per).toString().padStart(PLACES + 1, "0");
  const [whole, places] = [digits.slice(0, -PLACES), digits.slice(-PLACES)];
  const fraction = scaled % per === 0n ? places.replace(/0+$/, "") : `${places}1`;
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Writes it with two decimals, as servers do, and cuts off the rest. */
export function toHundredths({ units, per }: Exact): string {
  const digits = ((units * 100n) / per).toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
