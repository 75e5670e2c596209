import { InvalidArgumentError } from "../errors.ts";

/**
 * Returns a number above 0, `Infinity` included, or the fallback for undefined.
 *
 * @throws {InvalidArgumentError} It is anything else.
 */
export function positive(name: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value === "number" && value > 0) return value;
  throw new InvalidArgumentError(name, `${name} must be a number above 0.`);
}

/** The same with 0 allowed. */
export function zeroOrMore(name: string, value: number | undefined, fallback: number): number {
  return value === 0 ? 0 : positive(name, value, fallback);
}
