import { InvalidArgumentError } from "../errors.ts";

/**
 * Lets given numbers take the place of the defaults of the same names.
 *
 * @throws {InvalidArgumentError} One is not a number, or less than the least.
 */
export function withNumbers<Names extends string>(
  defaults: Readonly<Record<Names, number>>,
  given?: { readonly [Name in NoInfer<Names>]?: number | undefined },
  least = 0,
): Record<Names, number> {
  const numbers: Record<Names, number> = { ...defaults };
  for (const name in defaults) {
    // From callers without types, null is none as well.
    const value = given?.[name];
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value >= least)) {
      throw new InvalidArgumentError(name, `${name} must be a number of at least ${least}.`);
    }
    numbers[name] = value;
  }
  return numbers;
}
