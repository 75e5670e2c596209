import { UsageError } from "../exit-codes.ts";
import { type Exact, exact, parseExact, quotient } from "./exact.ts";

/** How to compute a component of the offering from what a file counts. */
export interface ComponentRule {
  readonly component: string;
  /** A column, or what Slurm counts: `cpu`, `billing`, `gres/gpu:a100`. */
  readonly counter: string;
  /** Seconds in its unit of time; undefined if it does not count time. */
  readonly unitSeconds: bigint | undefined;
  readonly divisor: Exact;
}

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["seconds", 1n],
  ["minutes", 60n],
  ["hours", 3600n],
]);

const RULE = /^([^\s=]+)\s*=\s*(\S+?)(?::(seconds|minutes|hours))?(?:\s*\/\s*(\d+(?:\.\d+)?))?$/;

/**
 * Reads `cpu = billing:minutes / 60000`: the component's type, what is counted, in which unit of time, and by what it is
 * divided.
 *
 * @throws {UsageError} It does not have this form.
 */
export function parseComponentRule(text: string): ComponentRule {
  const [, component = "", counter = "", unit = "", by = "1"] = RULE.exec(text.trim()) ?? [];
  const divisor = parseExact(by);
  if (component === "" || divisor === undefined || divisor.units === 0n) {
    throw new UsageError(
      `Write a component as "cpu = billing:minutes / 60000" (seconds, minutes or hours of what Slurm counts), or as ` +
        `"cpu = cpu_hours / 1000" (a column), not as "${text.trim()}".`,
    );
  }
  return { component, counter, unitSeconds: UNITS.get(unit), divisor };
}

/**
 * Reads a file with one such rule per line. What follows a `#` is a comment.
 *
 * @throws {UsageError} A line does not have this form.
 */
export function parseComponentMap(text: string): ComponentRule[] {
  const lines = text.split("\n").map((line) => line.replace(/#.*/, "").trim());
  return lines.filter((line) => line !== "").map(parseComponentRule);
}

/**
 * @param isTime - Whether what is counted is time, as Slurm counts it.
 * @throws {UsageError} A component occurs twice, or its unit of time is missing or must not be there.
 */
export function checkComponents(rules: readonly ComponentRule[], isTime: boolean): void {
  const known = new Set<string>();
  for (const { component, counter, unitSeconds } of rules) {
    if (known.has(component)) throw new UsageError(`The component ${component} is mapped twice.`);
    known.add(component);
    if (isTime && unitSeconds === undefined) {
      throw new UsageError(
        `Slurm counts time: say in which unit, as in "${component} = ${counter}:minutes".`,
      );
    }
    if (!isTime && unitSeconds !== undefined) {
      throw new UsageError(`"${counter}" is a column of amounts: leave out the unit of time.`);
    }
  }
}

/** The amount of the component, computed from what was counted. */
export function amountOf({ unitSeconds = 1n, divisor }: ComponentRule, count: Exact): Exact {
  return quotient(quotient(count, exact(unitSeconds)), divisor);
}
