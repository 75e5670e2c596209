import { TestServerError } from "./errors.ts";
import { anything, isRecord, rowWith, type Shape } from "./shapes.ts";

/**
 * Refuses a value that does not fit. `place` says where it came from, such as `faults.yaml, rule 2`.
 *
 * @throws {TestServerError} `invalid_option`: says which key is wrong, and what it has to be.
 */
export function demandFit<Value>(place: string, shape: Shape<Value>, value: unknown): asserts value is Value {
  const wrong = shape.wrongWith(value, "");
  if (wrong === undefined) return;
  const words = [place, wrong.path, wrong.problem].filter((word) => word !== "");
  throw new TestServerError("invalid_option", `${words.join(": ")}.`);
}

/**
 * Refuses unknown options, since a misspelt one would have no effect, and values that do not fit. `true` stands for any
 * value.
 *
 * @throws {TestServerError} `invalid_option`: no object, an unknown key, a value that does not fit, or one that is missing.
 */
export function checkOptions(
  name: string,
  options: unknown,
  known: Readonly<Record<string, true | Shape<unknown>>>,
  ...needed: readonly string[]
): void {
  const shapes = Object.entries(known).map(([key, shape]) => [key, shape === true ? anything() : shape]);
  const given = isRecord(options)
    ? Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
    : options;
  demandFit(name, rowWith<Record<string, Shape<unknown>>, string>(needed, Object.fromEntries(shapes)), given);
}
